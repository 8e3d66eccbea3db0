import Registry
import SQLite

extension Change {
    /// Looks at the accounts of the deals that this change touched: none may be what it cannot be, and what they add to the
    /// totals of settled deals follows from deal, events and payments together, so that no record tells it alone.
    ///
    /// - Throws: ``StoreError/refused(_:)`` where more went out than came in, or beyond the price.
    func settle() throws(StoreError) {
        let deals = try storing { () throws(SQLiteError) in try dealsWithTouchedAccounts() }
        guard !deals.isEmpty else { return }
        let accounts = try storing { () throws(SQLiteError) in try AccountReading(on: connection) }
        let venues = try storing { () throws(SQLiteError) in try VenueVersions(connection) }
        for deal in deals {
            let versions = try storing { () throws(SQLiteError) in try accounts.versions(of: deal) }
            try check(versions)
            try storing { () throws(SQLiteError) in
                try add(versions, at: number - 1, sign: -1, venues)
                try add(versions, at: number, sign: 1, venues)
            }
        }
    }

    private func check(_ versions: AccountVersions) throws(StoreError) {
        // What is given back was within the price when it was recorded; the price may have been lowered since.
        let isReversal = seals.hasNew(in: "reversal")
        guard let fault = versions.fault(of: number, againstPrice: !isReversal) else { return }
        throw .refused([FieldRefusal(field: "amount", .account(deal: try name(of: versions), fault))])
    }

    private func name(of versions: AccountVersions) throws(StoreError) -> String {
        try storing { () throws(SQLiteError) in try connection.name(of: .deal, versions.deal).description }
    }

    private func add(
        _ versions: AccountVersions, at change: Int64, sign: Int64, _ venues: VenueVersions
    ) throws(SQLiteError) {
        guard let terms = versions.terms(at: change), let account = versions.account(at: change) else { return }
        let flows = account.flows
        guard !flows.isEmpty, let venue = try venues.venue(terms.venue, at: change) else { return }
        let lines = deltas.lines(.settled, venue: venue, kinds: .dealKind, fields: .field)
        for flow in flows {
            deltas.add(
                flow, sign: sign, to: lines, kind: Vocabulary.dealKind.place(ofCode: terms.kind),
                field: terms.field.flatMap { Vocabulary.field.place(ofCode: $0) })
        }
    }

    /// In the order of their ids.
    private func dealsWithTouchedAccounts() throws(SQLiteError) -> [Int64] {
        var parts = try selectsOfDealsTouched(in: "payment")
        for table in ["deal", "deal_event"] {
            parts += try selectsOfDealsTouched(in: table).map { deals in
                "SELECT deal_id FROM (\(deals)) t WHERE EXISTS (SELECT 1 FROM payment p WHERE p.deal_id = t.deal_id)"
            }
        }
        if seals.hasChanged(in: "venue") {
            parts.append(
                "SELECT p.deal_id FROM venue_history h JOIN payment p ON p.venue_id = h.id WHERE h.replaced_by = ?1")
        }
        guard !parts.isEmpty else { return [] }
        // Each once, however many of its payments were touched.
        return try connection.query(
            "SELECT DISTINCT deal_id FROM (\(parts.joined(separator: " UNION ALL "))) WHERE ?1 = ?1 ORDER BY deal_id",
            .integer(number)
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
    }

    /// Selects the deals, but new ones, of which this change brought or replaced rows of a table, where it did; ?1 is the
    /// number of the change.
    func selectsOfDealsTouched(in table: String) throws(SQLiteError) -> [String] {
        guard table != "deal" else {
            return seals.hasChanged(in: table)
                ? ["SELECT id AS deal_id FROM deal_history WHERE replaced_by = ?1"] : []
        }
        var selects: [String] = []
        if seals.hasNew(in: table) {
            let first = try connection.firstID(in: table, after: number - 1)
            selects.append("SELECT deal_id FROM \(table) WHERE id >= \(first)")
        }
        if seals.hasChanged(in: table) {
            selects.append(
                "SELECT r.deal_id FROM \(table)_history h JOIN \(table) r ON r.id = h.id WHERE h.replaced_by = ?1")
            // A payment that was another deal's.
            if table == "payment" { selects.append("SELECT deal_id FROM payment_history WHERE replaced_by = ?1") }
        }
        return selects
    }
}

extension AccountVersions {
    /// What a change made wrong of the account.
    func fault(of change: Int64, againstPrice: Bool = true) -> AccountFault? {
        guard let now = account(at: change) else { return nil }
        return now.fault(since: account(at: change - 1) ?? now.with([]), againstPrice: againstPrice)
    }
}

/// Venues as they were once a change was made.
private final class VenueVersions {
    private let rows: Statement

    init(_ connection: Connection) throws(SQLiteError) {
        let columns = VenueRecord.columns
        rows = try connection.prepare(
            """
            SELECT \(columns) FROM venue WHERE id = ?1 AND change_id <= ?2
            UNION ALL SELECT \(columns) FROM venue_history WHERE id = ?1 AND change_id <= ?2 AND replaced_by > ?2
            """)
    }

    func venue(_ id: Int64, at change: Int64) throws(SQLiteError) -> VenueRecord? {
        try rows.bind(id, at: 1)
        try rows.bind(change, at: 2)
        defer { rows.reset() }
        guard try rows.step() else { return nil }
        return try VenueRecord(rows)
    }
}
