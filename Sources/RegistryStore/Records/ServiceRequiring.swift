import Registry
import SQLite

/// A service agrees with what it names and with what names it; what became of a loan is a service that names it.
extension RecordWriter {
    /// Looks at what a new service names, before any party is made for it.
    ///
    /// - Throws: ``StoreError/refused(_:)``
    func requireTies(_ slots: UnsafeBufferPointer<Slot>, _ known: References) throws(StoreError) {
        guard noun == .service else { return }
        let place = ServicePlaces.all
        guard !slots[place.parent].isNull || !slots[place.deal].isNull && !slots[place.listing].isNull else { return }
        var references = known
        try resolve(slots, &references, makingParties: false)
        guard let state = state(slots, taking: nil, over: nil) else { return }
        try requireTies(slots, ServiceTies.Step(id: nil, new: state, old: nil))
    }

    /// Looks at what a record says once it takes columns of a row, which are resolved: at what it names, and at what names
    /// it.
    ///
    /// - Throws: ``StoreError/refused(_:)``
    /// - Returns: of a service what is to be noted once it is written.
    func requireTies(
        of id: Int64, _ slots: UnsafeBufferPointer<Slot>, taking columns: [RecordTable.Column]
    ) throws(StoreError) -> ServiceTies.Step? {
        guard noun == .service, let ties, let stored = try ties.stored(id),
            let state = state(slots, taking: columns, over: stored.state)
        else { return nil }
        let step = ServiceTies.Step(id: id, new: state, old: stored.isVoid ? nil : stored.state)
        try requireTies(slots, step)
        return step
    }

    /// Keeps up what is drawn of programmes, once a new service is written with the cells that are resolved.
    func noteTies(_ slots: UnsafeBufferPointer<Slot>) {
        guard let ties, !slots[ServicePlaces.all.parent].isNull,
            let state = state(slots, taking: nil, over: nil)
        else { return }
        ties.note(ServiceTies.Step(id: nil, new: state, old: nil))
    }

    private func requireTies(
        _ slots: UnsafeBufferPointer<Slot>, _ step: ServiceTies.Step
    ) throws(StoreError) {
        guard let ties, step.new != step.old else { return }
        let own = step.new.provider < 0 ? slots[ServicePlaces.all.provider].text?.text : nil
        let named = try ties.named(step.new, name(slots, step.id), provider: own)
        try ties.requireParent(of: named, over: step.old)
        if let id = step.id, let old = step.old { try ties.requireChildren(of: id, named, over: old) }
        try requireListing(of: step.new)
    }

    private func name(_ slots: UnsafeBufferPointer<Slot>, _ id: Int64?) throws(StoreError) -> String {
        guard let id else {
            func text(_ field: Int?) -> String { field.flatMap { slots[$0].text?.text } ?? "" }
            return "\(text(venueField))/\(text(ServicePlaces.all.code))"
        }
        return try storing { () throws(SQLiteError) in try change.connection.name(of: .service, id).description }
    }

    /// The listing that a service names beside a deal is the deal's.
    private func requireListing(of state: ServiceState) throws(StoreError) {
        guard let deal = state.deal, let listing = state.listing else { return }
        let names = try storing { () throws(SQLiteError) -> (String, String, String)? in
            let connection = change.connection
            let own = try connection.first(
                "SELECT listing_id FROM deal WHERE id = ? AND listing_id <> ?", .integer(deal), .integer(listing)
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
            guard let own else { return nil }
            return (
                try connection.name(of: .deal, deal).description, try connection.name(of: .listing, own).description,
                try connection.name(of: .listing, listing).description
            )
        }
        guard let (deal, own, named) = names else { return }
        throw .refused([FieldRefusal(field: "deal", .dealOfOtherListing(deal, listing: own, named: named))])
    }

    /// No service names a deal beside a listing that is not to be the deal's. A venue's file may correct its deals, and that of
    /// its services follows.
    func requireServices(ofDeal id: Int64, taking columns: [RecordTable.Column]) throws(StoreError) {
        guard noun == .deal, columns.contains(where: { $0.name == "listing_id" }),
            case .integer(let listing) = cell(ofColumn: "listing_id")
        else { return }
        let names = try storing { () throws(SQLiteError) -> (String, String)? in
            let other = try change.connection.first(
                """
                SELECT id, listing_id FROM service WHERE deal_id = ? AND listing_id <> ? AND is_void = 0
                ORDER BY id LIMIT 1
                """, .integer(id), .integer(listing)
            ) { row throws(SQLiteError) in (service: try row.integer(at: 0), listing: try row.integer(at: 1)) }
            guard let other else { return nil }
            return (
                try change.connection.name(of: .service, other.service).description,
                try change.connection.name(of: .listing, other.listing).description
            )
        }
        guard let (service, other) = names else { return }
        throw .refused([FieldRefusal(field: "listing", .dealNamedWithListing(service, listing: other))])
    }

    /// What a service says once it takes columns of a row, all where nil; its cells are resolved.
    private func state(
        _ slots: UnsafeBufferPointer<Slot>, taking columns: [RecordTable.Column]?, over old: ServiceState?
    ) -> ServiceState? {
        func id(_ column: String) -> Int64? {
            if case .integer(let id) = cell(ofColumn: column) { id } else { nil }
        }
        let place = ServicePlaces.all
        var kind: ServiceKind?
        if case .term(let term) = slots[place.kind] {
            kind = ServiceKind(rawValue: Vocabulary.serviceKind.terms[Int(term)].code)
        }
        let start = slots[place.start].day
        guard var state = old ?? ServiceState(kind: kind, startedOn: start) else { return nil }
        for column in columns ?? table.columns {
            switch column.name {
            case "kind": if let kind { state.kind = kind }
            case "provider_id": state.provider = id("provider_id") ?? -1
            case "service_id": state.parent = id("service_id")
            case "listing_id": state.listing = id("listing_id")
            case "deal_id": state.deal = id("deal_id")
            case "started_on": if let start { state.startedOn = start }
            case "closed_on": state.closedOn = slots[place.closing].day
            case "amount_fen": state.fen = slots[place.amount].amount?.fen ?? 0
            default: break
            }
        }
        return state
    }
}

/// Where the fields of a service stand.
private struct ServicePlaces {
    let code = Noun.service.knownPlace(of: "code")
    let kind = Noun.service.knownPlace(of: "kind")
    let provider = Noun.service.knownPlace(of: "provider")
    let parent = Noun.service.knownPlace(of: "service")
    let listing = Noun.service.knownPlace(of: "listing")
    let deal = Noun.service.knownPlace(of: "deal")
    let start = Noun.service.knownPlace(of: "started_on")
    let closing = Noun.service.knownPlace(of: "closed_on")
    let amount = Noun.service.knownPlace(of: "amount")

    static let all = ServicePlaces()
}
