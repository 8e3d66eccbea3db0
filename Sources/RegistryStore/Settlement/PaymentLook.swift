package import Registry
import SQLite

/// A payment in a row of a file.
package struct PaidRow: Sendable {
    package let row: Int64
    let venue: String
    /// The code that the row gives, and how many rows before it give the same.
    let code: String
    let deal: String
    let payment: Payment

    /// - Parameter slots: of the row; nil for one that is no whole payment.
    package init?(_ slots: UnsafeBufferPointer<Slot>, row: Int64) {
        func text(_ field: String) -> String? { slots[Noun.payment.knownPlace(of: field)].text?.text }
        guard let venue = text("venue"), let code = text("code"), let deal = text("deal"),
            case .term(let kind) = slots[Noun.payment.knownPlace(of: "kind")],
            let known = Payment.Kind(rawValue: Vocabulary.paymentKind.terms[Int(kind)].code),
            case .term(let direction) = slots[Noun.payment.knownPlace(of: "direction")],
            let amount = slots[Noun.payment.knownPlace(of: "amount")].amount,
            let day = slots[Noun.payment.knownPlace(of: "paid_on")].day
        else { return nil }
        (self.row, self.venue, self.code, self.deal) = (row, venue, code, deal)
        payment = Payment(
            kind: known, isOut: Vocabulary.paymentDirection.terms[Int(direction)].code == "out", amount: amount,
            paidOn: day)
    }
}

/// Looks at the payments of a file deal by deal before they are recorded, in the order of their days and not of the rows: a
/// row at fault is told by itself, and the others are not refused along with it.
package final class PaymentLook {
    /// Past this many rows of one deal, of which some are at fault, all are.
    private static let mostOneByOne = 1000

    fileprivate struct Row {
        let row: Int64
        let payment: Payment
        /// What the ledger holds under its code, of the same deal.
        let old: Payment?
    }

    private let desk: WriterDesk
    private var rows: [(deal: Int64, rows: [Row])] = []

    /// - Parameter numbersRows: whether rows that give one code are numbered, and so are each a payment.
    package init(_ paid: [PaidRow], by desk: WriterDesk, numbersRows: Bool) throws(StoreError) {
        self.desk = desk
        guard !paid.isEmpty else { return }
        let stored = try storing { () throws(SQLiteError) in
            try desk.change.connection.prepare(
                """
                SELECT kind, direction, amount_fen, paid_on FROM payment
                WHERE venue_id = ? AND code = ? AND deal_id = ? AND is_void = 0
                """)
        }
        var met: [String: Int] = [:]
        var places: [Int64: Int] = [:]
        for row in paid {
            let occurrence = met["\(row.venue)/\(row.code)", default: 0] + 1
            met["\(row.venue)/\(row.code)"] = occurrence
            // One that says the same is told as such; one that says another thing is refused, and the first with it.
            if occurrence > 1, !numbersRows { continue }
            guard let (venue, deal) = try desk.deal(row.deal, of: row.venue) else { continue }
            let old = try storing { () throws(SQLiteError) -> Payment? in
                try stored.bind(venue, at: 1)
                try stored.bind(occurrence > 1 ? "\(row.code)#\(occurrence)" : row.code, at: 2)
                try stored.bind(deal, at: 3)
                defer { stored.reset() }
                return try stored.step() ? try Payment(stored, from: 0) : nil
            }
            let place = places[deal] ?? rows.count
            if place == rows.count { rows.append((deal, [])) }
            places[deal] = place
            rows[place].rows.append(Row(row: row.row, payment: row.payment, old: old))
        }
    }

    /// What is wrong with rows, by row, as long as none is recorded.
    package func refusals() throws(StoreError) -> [Int64: Refusal] {
        var refusals: [Int64: Refusal] = [:]
        guard !rows.isEmpty else { return refusals }
        let certificates = try storing { () throws(SQLiteError) in try CertificateReading(desk.change) }
        try forEachDeal { deal, rows, versions throws(StoreError) in
            guard let account = versions.account(at: nil) else { return }
            let certified = try storing { () throws(SQLiteError) in try certificates.certificates(of: deal) }
            func refusal(from before: DealAccount, to now: DealAccount) throws(StoreError) -> Refusal? {
                if let fault = now.fault(since: before) { return .account(deal: try name(deal), fault) }
                return try desk.change.refusal(of: certified, of: deal, from: before, to: now)
            }
            let all = account.with(account.payments.replacing(rows))
            guard let whole = try refusal(from: account, to: all) else { return }
            guard rows.count <= Self.mostOneByOne else {
                for row in rows { refusals[row.row] = whole }
                return
            }
            var current = account
            for row in rows.sorted(by: { $0.isBefore($1) }) {
                let next = account.with(current.payments.replacing([row]))
                if let fault = try refusal(from: current, to: next) {
                    refusals[row.row] = fault
                } else {
                    current = next
                }
            }
        }
        return refusals
    }

    /// What is wrong with the accounts once the rows are recorded: some were not taken, for a hand has corrected them; and
    /// what they would take from certificates that stand.
    package func faults() throws(StoreError) -> [Int64: Refusal] {
        var refusals: [Int64: Refusal] = [:]
        guard !rows.isEmpty else { return refusals }
        let certificates = try storing { () throws(SQLiteError) in try CertificateReading(desk.change) }
        try forEachDeal { deal, rows, versions throws(StoreError) in
            if let fault = versions.fault(of: desk.change.number) {
                let name = try name(deal)
                for row in rows { refusals[row.row] = .account(deal: name, fault) }
                return
            }
            let certified = try storing { () throws(SQLiteError) in try certificates.certificates(of: deal) }
            let number = desk.change.number
            let refusal = try desk.change.refusal(
                of: certified, of: deal, from: versions.account(at: number - 1), to: versions.account(at: number))
            if let refusal { for row in rows { refusals[row.row] = refusal } }
        }
        return refusals
    }

    private func forEachDeal(_ body: (Int64, [Row], AccountVersions) throws(StoreError) -> Void) throws(StoreError) {
        guard !rows.isEmpty else { return }
        let reading = try storing { () throws(SQLiteError) in try AccountReading(on: desk.change.connection) }
        for (deal, rows) in rows {
            try body(deal, rows, storing { () throws(SQLiteError) in try reading.versions(of: deal) })
        }
    }

    private func name(_ deal: Int64) throws(StoreError) -> String {
        try storing { () throws(SQLiteError) in try desk.change.connection.name(of: .deal, deal).description }
    }
}

extension PaymentLook.Row {
    /// As in an account; of two that it does not tell apart, as in the file.
    fileprivate func isBefore(_ other: PaymentLook.Row) -> Bool {
        payment.order == other.payment.order ? row < other.row : payment.order < other.payment.order
    }
}

extension [Payment] {
    fileprivate func replacing(_ rows: [PaymentLook.Row]) -> [Payment] {
        var payments = self
        for row in rows {
            if let old = row.old, let place = payments.firstIndex(of: old) { payments.remove(at: place) }
            payments.append(row.payment)
        }
        return payments
    }
}
