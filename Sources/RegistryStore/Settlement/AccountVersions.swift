package import Registry
import SQLite

/// A deal with what was paid for it, in every version that any of it ever had.
package struct AccountVersions: Sendable {
    /// Of what is said from a change on, until another replaces it.
    struct Version<Said: Sendable>: Sendable {
        let from: Int64
        let until: Int64?
        let said: Said

        func holds(at change: Int64?) -> Bool {
            guard let change else { return until == nil }
            return from <= change && change < until ?? .max
        }
    }

    package struct Terms: Sendable {
        package let venue: Int64
        package let kind: String
        package let field: String?
        let signedOn: Day
        let amount: Amount
    }

    package let deal: Int64
    /// Nil while the deal is void.
    let terms: [Version<Terms?>]
    /// Nil while they are void.
    let events: [Version<DealEvent?>]
    let payments: [Version<Payment?>]

    /// What the deal said once a change was made; nil for what it says now.
    package func terms(at change: Int64?) -> Terms? { terms.last { $0.holds(at: change) }?.said ?? nil }

    /// The account once a change was made, and nil for that of now; nil where there was no such deal.
    package func account(at change: Int64?) -> DealAccount? {
        guard let terms = terms(at: change) else { return nil }
        return DealAccount(
            signedOn: terms.signedOn, amount: terms.amount,
            events: events.compactMap { $0.holds(at: change) ? $0.said : nil },
            payments: payments.compactMap { $0.holds(at: change) ? $0.said : nil })
    }

    /// The changes that touched any of it, in their order.
    package var changes: [Int64] {
        func all<Said>(_ versions: [Version<Said>]) -> [Int64] {
            versions.flatMap { [$0.from] + [$0.until].compactMap { $0 } }
        }
        return Set(all(terms) + all(events) + all(payments)).sorted()
    }
}

/// Reads the accounts of deals.
final class AccountReading {
    private let deals: Statement
    private let events: Statement
    private let payments: Statement

    init(on connection: Connection) throws(SQLiteError) {
        let deal = "venue_id, kind, field, signed_on, amount_fen, is_void"
        deals = try connection.prepare(
            """
            SELECT change_id, NULL, \(deal) FROM deal WHERE id = ?1
            UNION ALL SELECT change_id, replaced_by, \(deal) FROM deal_history WHERE id = ?1 ORDER BY 1
            """)
        let event = "kind, effective_on, amount_fen, is_void, id"
        events = try connection.prepare(
            """
            SELECT change_id, NULL, \(event) FROM deal_event WHERE deal_id = ?1
            UNION ALL SELECT change_id, replaced_by, \(event) FROM deal_event_history
            WHERE id IN (SELECT id FROM deal_event WHERE deal_id = ?1) ORDER BY 7, 1
            """)
        let payment = "kind, direction, amount_fen, paid_on, is_void"
        payments = try connection.prepare(
            """
            SELECT change_id, NULL, \(payment) FROM payment WHERE deal_id = ?1
            UNION ALL SELECT change_id, replaced_by, \(payment) FROM payment_history WHERE deal_id = ?1 ORDER BY 1
            """)
    }

    func versions(of deal: Int64) throws(SQLiteError) -> AccountVersions {
        let terms = try all(deals, deal) { row throws(SQLiteError) -> AccountVersions.Terms? in
            guard try row.integer(at: 7) == 0, let day = try row.optionalDay(at: 5) else { return nil }
            return AccountVersions.Terms(
                venue: try row.integer(at: 2), kind: try row.text(at: 3), field: try row.optionalText(at: 4),
                signedOn: day, amount: Amount(fen: try row.integer(at: 6)))
        }
        let events = try all(events, deal) { row throws(SQLiteError) -> DealEvent? in
            try row.integer(at: 5) == 0 ? try DealEvent(row, from: 2) : nil
        }
        let payments = try all(payments, deal) { row throws(SQLiteError) -> Payment? in
            guard try row.integer(at: 6) == 0 else { return nil }
            return try Payment(row, from: 2)
        }
        return AccountVersions(deal: deal, terms: terms, events: events, payments: payments)
    }

    private func all<Said>(
        _ rows: borrowing Statement, _ deal: Int64, _ said: (borrowing Statement) throws(SQLiteError) -> Said
    ) throws(SQLiteError) -> [AccountVersions.Version<Said>] {
        try rows.bind(deal, at: 1)
        defer { rows.reset() }
        var found: [AccountVersions.Version<Said>] = []
        while try rows.step() {
            found.append(
                AccountVersions.Version(
                    from: try rows.integer(at: 0), until: try rows.optionalInteger(at: 1), said: try said(rows)))
        }
        return found
    }
}

extension Payment {
    /// Of a row whose columns from `first` on are kind, direction, amount_fen and paid_on; nil where its day is none.
    init?(_ row: borrowing Statement, from first: Int32) throws(SQLiteError) {
        guard let kind = Kind(rawValue: try row.text(at: first)), let day = try row.optionalDay(at: first + 3) else {
            return nil
        }
        self.init(
            kind: kind, isOut: try row.text(at: first + 1) == "out",
            amount: Amount(fen: try row.integer(at: first + 2)),
            paidOn: day)
    }
}

extension Ledger {
    /// Shows the accounts of all deals for which anything was ever paid, in the order of the deals' ids.
    package func eachAccount(_ body: (AccountVersions) throws(StoreError) -> Void) throws(StoreError) {
        let deals = try storing { () throws(SQLiteError) in
            try connection.query(
                "SELECT deal_id FROM payment UNION SELECT deal_id FROM payment_history ORDER BY deal_id"
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
        }
        guard !deals.isEmpty else { return }
        let accounts = try storing { () throws(SQLiteError) in try AccountReading(on: connection) }
        for deal in deals { try body(storing { () throws(SQLiteError) in try accounts.versions(of: deal) }) }
    }
}
