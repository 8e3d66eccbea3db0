import Registry
import RegistryStore

/// What the versions of a noun's records did to the totals: at every change that touched a record, its events or its venue,
/// the flows after it less those before it.
final class RecordFlows {
    private struct Terms {
        let change: Int64
        let venue: Int64
        let flow: FlowTerms
        let kind: Int?
        let field: Int?
    }

    private struct Contribution {
        var flows: [Flow]
        var series: SeriesSet
    }

    private let noun: Noun
    private let venues: VenueBook
    private var events: DealEvents?
    private let flowFields: FlowFields
    private let kindField: Int?
    private let fieldField: Int?
    /// The lines of each kind and each field by place in their vocabularies; last that of a record which names none.
    private let kinds: [Int32]
    private let fields: [Int32]
    /// The versions of the record at hand.
    private var record: Int64 = 0
    private var versions: [Terms] = []
    private var lastVenue: (id: Int64, versions: [VenueVersion]) = (0, [])

    init(_ noun: Noun, venues: VenueBook, events: DealEvents?, sums: inout FlowSums) {
        self.noun = noun
        self.venues = venues
        self.events = events
        flowFields = FlowFields(noun)
        kindField = noun.place(of: "kind")
        fieldField = noun.place(of: "field")
        func series(_ field: Int?, _ dimension: Dimension) -> [Int32] {
            guard let field, case .term(let vocabulary) = noun.fields[field].kind else { return [] }
            return (vocabulary.terms.map(\.code) + [""]).map { sums.number(dimension, Array($0.utf8)) }
        }
        kinds = series(kindField, .kind)
        fields = series(fieldField, .field)
    }

    /// Takes in a version; those of one record follow one another.
    func take(
        _ id: Int64, change: Int64, venue: Int64, isVoid: Bool, _ slots: UnsafeMutableBufferPointer<Slot>,
        sums: inout FlowSums
    ) {
        if id != record {
            finish(&sums)
            record = id
        }
        versions.append(
            Terms(
                change: change, venue: venue, flow: flowFields.terms(of: UnsafeBufferPointer(slots), isVoid: isVoid),
                kind: kindField.flatMap { slots[$0].place }, field: fieldField.flatMap { slots[$0].place }))
    }

    /// Counts the record at hand.
    func finish(_ sums: inout FlowSums) {
        guard let first = versions.first else { return }
        let events = self.events?.take(of: record) ?? []
        if lastVenue.id != first.venue { lastVenue = (first.venue, venues.versions(of: first.venue)) }
        if versions.count == 1, events.isEmpty, let venue = lastVenue.versions.last, venue.change <= first.change {
            if !venue.isVoid {
                let series = series(first, venue)
                for flow in noun.flows(first.flow) { sums.add(flow, to: series, change: first.change) }
            }
        } else {
            addEach(events, to: &sums)
        }
        versions.removeAll(keepingCapacity: true)
    }

    private func addEach(_ events: ArraySlice<DealEvents.Version>, to sums: inout FlowSums) {
        guard let first = versions.first?.change else { return }
        var changes = Set(versions.map(\.change))
        for event in events {
            changes.insert(event.change)
            if event.replacedBy != .max { changes.insert(event.replacedBy) }
        }
        for venue in Set(versions.map(\.venue)) {
            for version in venues.versions(of: venue) where version.change > first { changes.insert(version.change) }
        }
        var before = Contribution(flows: [], series: SeriesSet())
        for change in changes.sorted() where change >= first && change < sums.sums[0].count {
            let after = contribution(at: change, events)
            for flow in before.flows { sums.add(flow, to: before.series, change: change, sign: -1) }
            for flow in after.flows { sums.add(flow, to: after.series, change: change) }
            before = after
        }
    }

    /// What the record contributed once a change was made.
    private func contribution(at change: Int64, _ events: ArraySlice<DealEvents.Version>) -> Contribution {
        let none = Contribution(flows: [], series: SeriesSet())
        guard let terms = versions.last(where: { $0.change <= change }),
            let venue = venues.versions(of: terms.venue).last(where: { $0.change <= change }), !venue.isVoid
        else { return none }
        let inForce = events.filter { $0.change <= change && $0.replacedBy > change && !$0.isVoid }.map(\.event)
        return Contribution(flows: noun.flows(terms.flow, events: inForce), series: series(terms, venue))
    }

    private func series(_ terms: Terms, _ venue: VenueVersion) -> SeriesSet {
        var series = venue.series
        if !kinds.isEmpty { series.kind = kinds[terms.kind ?? kinds.count - 1] }
        if !fields.isEmpty { series.field = fields[terms.field ?? fields.count - 1] }
        return series
    }
}

extension Slot {
    /// The place of a term in its vocabulary.
    fileprivate var place: Int? {
        if case .term(let place) = self { Int(place) } else { nil }
    }
}

extension RecordFlows {
    /// Reads the noun's records once more, for the flows alone.
    func gather(_ ledger: Ledger, _ plan: TablePlan, roll: ChangeRoll, sums: inout FlowSums) throws(StoreError) {
        let columns = plan.columns
        let rules = FieldRules(noun, columns: columns)
        let rows = try ledger.versions(of: plan.table, columns: columns)
        guard let venue = plan.place(of: "venue_id"), let isVoid = plan.place(of: "is_void") else { return }
        while try rows.next() {
            guard roll.format(of: rows.change) != nil else { continue }
            rules.read(rows.values, today: .max) { _, _, _ in }
            take(
                rows.id, change: rows.change, venue: rows.values[venue].integer ?? 0,
                isVoid: rows.values[isVoid].integer != 0, rules.slots, sums: &sums)
        }
        finish(&sums)
    }
}
