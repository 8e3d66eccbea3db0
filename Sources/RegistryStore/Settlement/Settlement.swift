package import Registry
import SQLite

/// How a deal is settled by the end of a day, as it was known at a time. All sums are in fen.
package struct Settlement: Sendable {
    /// One line of the account.
    package struct Line: Sendable {
        package let day: Day
        package let code: String
        package let payment: Payment
        /// What the account held for the deal after it.
        package let held: Int64
    }

    package let name: RecordName
    package let asOf: Day
    package let account: DealAccount
    package let plan: InstalmentPlan
    package let lines: [Line]

    /// The price in force; 0 once the deal is terminated.
    package var agreed: Int64 { account.price(on: asOf) }
    package var balance: AccountBalance { account.balance(asOf: asOf) }
    /// What is still to come in of the price.
    package var outstanding: Int64 { max(0, agreed &- balance.received) }
    package var overdue: Int64 { plan.overdue(account, asOf: asOf) }
    /// Each instalment, with what of it is still to come in.
    package var instalments: [(instalment: InstalmentPlan.Instalment, stillDue: Int64)] {
        zip(plan.instalments, plan.stillDue(account, asOf: asOf)).map { ($0, $1) }
    }
    /// What came in of the price beyond the one now in force: the price was lowered, or the deal terminated.
    package var toRefund: Int64 { max(0, balance.received &- agreed) }
    package var settledOn: Day? { account.settledOn(asOf: asOf) }
}

extension Ledger {
    /// How a deal is settled.
    ///
    /// - Throws: as ``show(_:from:)``.
    package func settlement(of asked: RecordName, from viewpoint: Viewpoint) throws(StoreError) -> Settlement {
        guard let id = try id(of: asked, from: viewpoint) else {
            throw .unknownRecord(noun: .deal, name: "\(asked)")
        }
        let day = viewpoint.asOf ?? today
        let versions = try storing { () throws(SQLiteError) in try AccountReading(on: connection).versions(of: id) }
        guard let account = versions.account(at: viewpoint.lastChange?.change) else {
            throw try absence(of: asked, id, from: viewpoint)
        }
        return try storing { () throws(SQLiteError) in
            Settlement(
                name: try connection.name(of: .deal, id), asOf: day, account: account,
                plan: try plan(of: id, from: viewpoint), lines: try lines(of: id, asOf: day, from: viewpoint))
        }
    }

    private func plan(of deal: Int64, from viewpoint: Viewpoint) throws(SQLiteError) -> InstalmentPlan {
        let past = try PastView.prefix(of: ["instalment"], from: Viewpoint(knownAt: viewpoint.knownAt), on: connection)
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT code, kind, amount_fen, due_on FROM instalment
            WHERE deal_id = ? AND is_void = 0 ORDER BY due_on, id
            """)
        try rows.bind(past.values + [.integer(deal)])
        var instalments: [InstalmentPlan.Instalment] = []
        while try rows.step() {
            guard let kind = InstalmentPlan.Instalment.Kind(rawValue: try rows.text(at: 1)),
                let day = try rows.optionalDay(at: 3)
            else {
                continue
            }
            instalments.append(
                InstalmentPlan.Instalment(
                    try rows.text(at: 0), kind: kind, amount: Amount(fen: try rows.integer(at: 2)), dueOn: day))
        }
        return InstalmentPlan(instalments)
    }

    private func lines(of deal: Int64, asOf day: Day, from viewpoint: Viewpoint) throws(SQLiteError) -> [Settlement
        .Line]
    {
        let past = try PastView.prefix(of: ["payment"], from: Viewpoint(knownAt: viewpoint.knownAt), on: connection)
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT code, kind, direction, amount_fen, paid_on FROM payment
            WHERE deal_id = ? AND is_void = 0 AND paid_on <= ? ORDER BY paid_on, direction, id
            """)
        try rows.bind(past.values + [.integer(deal), .text("\(day)")])
        var held: Int64 = 0
        var lines: [Settlement.Line] = []
        while try rows.step() {
            guard let payment = try Payment(rows, from: 1) else { continue }
            held &+= payment.isOut ? 0 &- payment.amount.fen : payment.amount.fen
            lines.append(Settlement.Line(day: payment.paidOn, code: try rows.text(at: 0), payment: payment, held: held))
        }
        return lines
    }
}
