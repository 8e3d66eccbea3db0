import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

/// Random sequences of the commands by which deals are settled and certified.
@Suite("Settling and certifying at random")
struct ServiceSequenceTests {
    static let deals = (1...4).map { RecordName(noun: .deal, venue: "SH", code: "D-\($0)") }

    static func day(_ dice: inout Dice) -> Day { Day(number: 19_050 + Int32.random(in: 0...12, using: &dice)) }

    /// One command, on a deal or on a payment or certificate of one; what it did, in a word.
    static func act(_ ledger: Ledger, _ dice: inout Dice) throws(StoreError) -> String {
        let deal = deals.randomElement(using: &dice) ?? deals[0]
        let day = "\(Self.day(&dice))"
        let yuan = ["30", "60", "100", "100"].randomElement(using: &dice) ?? "100"
        func any(_ noun: Noun) throws(StoreError) -> RecordName {
            let codes: [String]
            do throws(SQLiteError) {
                codes = try ledger.connection.query("SELECT code FROM \(noun.rawValue) ORDER BY id") {
                    row throws(SQLiteError) in try row.text(at: 0)
                }
            } catch { throw .sqlite(error) }
            return RecordName(noun: noun, venue: "SH", code: codes.randomElement(using: &dice) ?? "-")
        }
        switch Int.random(in: 0..<14, using: &dice) {
        case 0...3:
            let kind = ["price", "price", "fee", "refund", "deposit"].randomElement(using: &dice) ?? "price"
            let direction = Int.random(in: 0..<3, using: &dice) == 0 ? "out" : "in"
            _ = try ledger.add(
                .payment,
                ["deal": "\(deal)", "kind": kind, "direction": direction, "amount": yuan, "paid_on": day], by: .tester)
            return "paid"
        case 4:
            _ = try ledger.amend(try any(.payment), ["amount": yuan], clearing: [], by: .tester)
            return "payment amended"
        case 5:
            _ = try ledger.amend(try any(.payment), ["paid_on": day], clearing: [], by: .tester)
            return "payment moved"
        case 6:
            _ = try ledger.void(try any(.payment), by: .tester)
            return "payment void"
        case 7:
            let event = Self.day(&dice)
            _ = try ledger.amend(deal, to: Amount(fen: 5_000), effectiveOn: event, by: .tester)
            return "deal amended"
        case 8:
            guard Int.random(in: 0..<4, using: &dice) == 0 else { return "nothing" }
            _ = try ledger.terminate(deal, on: Self.day(&dice), by: .tester)
            return "terminated"
        case 9, 10, 11:
            let fee = ["0", "30", nil].randomElement(using: &dice) ?? nil
            _ = try ledger.issueCertificate(
                of: deal, ["issued_on": day, "fee": fee].compactMapValues { $0 }, by: .tester)
            return "issued"
        case 12:
            _ = try ledger.revokeCertificate(try any(.certificate), on: Self.day(&dice), by: .tester)
            return "revoked"
        default:
            let newest = try ledger.newestMoment()?.change ?? 1
            guard newest >= 4 else { return "nothing" }
            _ = try ledger.revert(Int64.random(in: max(4, newest - 6)...newest, using: &dice), by: .tester)
            return "reverted"
        }
    }

    @Test(
        "no certificate stands without its conditions, no account is below zero, and every total is what the records sum to",
        arguments: [1, 2, 3] as [UInt64])
    func sequences(seed: UInt64) throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            for deal in Self.deals {
                try all.addDeal("SH", deal.code, yuan: 100, on: "2022-03-01", seller: "甲", buyer: "丁")
            }
        }
        var dice = Dice(seed: seed)
        var done: [String: Int] = [:]
        for _ in 0..<Tries.count(everyday: 250, most: 5000) {
            do throws(StoreError) {
                done[try Self.act(registry.ledger, &dice), default: 0] += 1
            } catch {
                switch error {
                case .refused, .cannotFollow, .voidRecord, .unknownRecord, .stillNamed, .nothingTakenBack,
                    .notRevertible, .revertedAlready:
                    done["refused", default: 0] += 1
                default: throw error
                }
            }
            try Self.check(registry.ledger.connection)
        }
        let change = try #require(try registry.ledger.newestMoment()?.change)
        let naive = try NaiveTotals(registry.ledger.connection, upTo: change)
        for offset in stride(from: Int32(-60), through: 20, by: 3) {
            let day = Day(number: 19_050 + offset)
            let found = try registry.ledger.totals(asOf: day, knownAt: nil).filter { $0.value != Total() }
            #expect(found == naive.totals(asOf: day, by: "all")[""] ?? [:], "\(day)")
        }
        // Each was done, and some were refused.
        for deed in ["paid", "payment void", "issued", "revoked", "reverted", "refused", "deal amended"] {
            #expect(done[deed, default: 0] > 0, "\(deed): \(done)")
        }
        #expect(try registry.ledger.contradictions().isEmpty)
    }

    /// In SQL alone, by no rule of the program's own.
    static func check(_ connection: Connection) throws {
        let below = try connection.rows(
            """
            SELECT p.deal_id, p.paid_on FROM payment p WHERE p.is_void = 0 AND
              (SELECT sum(CASE o.direction WHEN 'in' THEN o.amount_fen ELSE -o.amount_fen END) FROM payment o
               WHERE o.deal_id = p.deal_id AND o.is_void = 0 AND o.paid_on <= p.paid_on) < 0
            """)
        #expect(below == [])
        let groundless = try connection.rows(
            """
            SELECT c.code FROM certificate c JOIN deal d ON d.id = c.deal_id
            WHERE c.is_void = 0 AND c.revoked_on IS NULL AND (
              d.is_void = 1 OR d.signed_on > c.issued_on
              OR EXISTS (SELECT 1 FROM deal_event e WHERE e.deal_id = d.id AND e.is_void = 0 AND e.kind = 'terminated'
                AND e.effective_on <= c.issued_on)
              OR c.amount_fen > coalesce((SELECT sum(CASE WHEN p.kind = 'price' AND p.direction = 'in' THEN p.amount_fen
                  WHEN p.kind = 'refund' AND p.direction = 'out' THEN -p.amount_fen ELSE 0 END)
                FROM payment p WHERE p.deal_id = d.id AND p.is_void = 0 AND p.paid_on <= c.issued_on), 0)
              OR coalesce(c.fee_fen, 1) > coalesce((SELECT sum(p.amount_fen) FROM payment p WHERE p.deal_id = d.id
                AND p.is_void = 0 AND p.kind = 'fee' AND p.direction = 'in' AND p.paid_on <= c.issued_on), 0))
            """)
        #expect(groundless == [])
        let doubled = try connection.rows(
            """
            SELECT a.code, b.code FROM certificate a JOIN certificate b ON b.deal_id = a.deal_id AND b.id > a.id
            WHERE a.is_void = 0 AND b.is_void = 0 AND coalesce(a.revoked_on, '9999') > b.issued_on
              AND coalesce(b.revoked_on, '9999') > a.issued_on
              AND coalesce(a.revoked_on, '9999') > a.issued_on AND coalesce(b.revoked_on, '9999') > b.issued_on
            """)
        #expect(doubled == [])
        #expect(try connection.rows("SELECT 1 FROM certificate GROUP BY venue_id, code HAVING count(*) > 1") == [])
    }
}
