import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

/// Random sequences of the commands of services and registrations, among those by which deals are settled and certified.
@Suite("Providing services and registering at random")
struct ProvidingSequenceTests {
    private static let kinds = ServiceKind.allCases

    /// One command, on a service or on a registration; what it did, in a word.
    private static func act(_ ledger: Ledger, _ dice: inout Dice) throws(StoreError) -> String {
        let deal = ServiceSequenceTests.deals.randomElement(using: &dice) ?? ServiceSequenceTests.deals[0]
        let day = "\(ServiceSequenceTests.day(&dice))"
        let other = "\(ServiceSequenceTests.day(&dice))"
        let later = "\(Day(number: 19_060 + Int32.random(in: 0...9, using: &dice)))"
        let kind = kinds.randomElement(using: &dice) ?? .loan
        func any(_ noun: Noun) throws(StoreError) -> RecordName {
            let codes: [String]
            do throws(SQLiteError) {
                codes = try ledger.connection.query("SELECT code FROM \(noun.rawValue) ORDER BY id") {
                    row throws(SQLiteError) in try row.text(at: 0)
                }
            } catch { throw .sqlite(error) }
            return RecordName(noun: noun, venue: "SH", code: codes.randomElement(using: &dice) ?? "-")
        }
        let bank = Bool.random(using: &dice) ? "银行" : "二行"
        let listing = Bool.random(using: &dice) ? "L-1" : "L-2"
        func either(_ value: String?) -> String? { Int.random(in: 0..<5, using: &dice) > 0 ? value : nil }
        switch Int.random(in: 0..<14, using: &dice) {
        case 0...3:
            let parent = kind.parent == nil ? nil : either(try any(.service).code)
            let values = [
                "venue": "SH", "kind": kind.rawValue, "provider": bank, "started_on": day,
                "title": either("名"), "customer": either("甲"), "service": parent,
                "amount": either(kind == .programme ? "20" : "12.34"),
                "listing": either(listing), "deal": either(deal.code),
                "closed_on": kind.standsOpen ? either(later) : nil,
                "ended_on": either(later),
            ]
            _ = try ledger.add(.service, values.compactMapValues { $0 }, by: .tester)
            return "service"
        case 4:
            _ = try ledger.amend(
                try any(.service), ["amount": "\(Int.random(in: 0...30, using: &dice))"], clearing: [], by: .tester)
            return "service amount"
        case 5:
            let texts = [["kind": kind.rawValue], ["provider": bank], ["listing": listing]].randomElement(using: &dice)
            _ = try ledger.amend(try any(.service), texts ?? [:], clearing: [], by: .tester)
            return "service kind"
        case 6:
            let field = ["started_on", "closed_on", "ended_on"].randomElement(using: &dice) ?? "started_on"
            _ = try ledger.amend(try any(.service), [field: day], clearing: [], by: .tester)
            return "service day"
        case 7:
            let field =
                ["service", "listing", "deal", "customer", "title", "closed_on"].randomElement(using: &dice) ?? "deal"
            _ = try ledger.amend(try any(.service), [:], clearing: [field], by: .tester)
            return "service cleared"
        case 8:
            let noun: Noun = Bool.random(using: &dice) ? .service : .registration
            _ = try ledger.void(try any(noun), by: .tester)
            return "\(noun) void"
        case 9, 10:
            let serial = Int.random(in: 1...999_999, using: &dice)
            let values = [
                "venue": "SH", "code": "2022310101" + String(String(1_000_000 + serial).dropFirst()),
                "kind": "transfer",
                "deal": either(deal.code), "amount": "100", "technical_amount": either("40"),
                "submitted_on": either(day),
                "accepted_on": either(other), "registered_on": either(later),
                "refused_on": Int.random(in: 0..<9, using: &dice) == 0 ? later : nil,
            ]
            _ = try ledger.add(.registration, values.compactMapValues { $0 }, by: .tester)
            return "registration"
        case 11:
            let fields = ["submitted_on", "accepted_on", "registered_on", "refused_on", "withdrawn_on", "cancelled_on"]
            let field = fields.randomElement(using: &dice) ?? "registered_on"
            let isCleared = Int.random(in: 0..<3, using: &dice) == 0
            _ = try ledger.amend(
                try any(.registration), isCleared ? [:] : [field: day], clearing: isCleared ? [field] : [], by: .tester)
            return "registration day"
        case 12:
            _ = try ledger.amend(deal, ["listing": listing], clearing: [], by: .tester)
            return "deal's listing"
        default:
            _ = try ledger.void(
                Bool.random(using: &dice) ? deal : RecordName(noun: .listing, venue: "SH", code: "L-1"), by: .tester)
            return "what is named void"
        }
    }

    @Test(
        "no service names what is void or of another kind, no registration's days contradict, and every total is what the records sum to",
        arguments: [1, 2] as [UInt64])
    func sequences(seed: UInt64) throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            for code in ["L-1", "L-2"] {
                try all.add(.listing, ["venue": "SH", "code": code, "title": "成果", "listed_on": "2022-01-01"])
            }
            for deal in ServiceSequenceTests.deals {
                try all.addDeal("SH", deal.code, yuan: 100, on: "2022-02-01", seller: "甲")
            }
        }
        var dice = Dice(seed: seed)
        var done: [String: Int] = [:]
        for _ in 0..<Tries.count(everyday: 300, most: 5000) {
            do throws(StoreError) {
                let isOfDeals = Int.random(in: 0..<3, using: &dice) == 0
                let deed =
                    isOfDeals
                    ? try ServiceSequenceTests.act(registry.ledger, &dice) : try Self.act(registry.ledger, &dice)
                done[deed, default: 0] += 1
            } catch {
                switch error {
                case .refused, .cannotFollow, .voidRecord, .unknownRecord, .stillNamed, .nothingTakenBack,
                    .notRevertible, .revertedAlready:
                    done["refused", default: 0] += 1
                default: throw error
                }
            }
            try ServiceSequenceTests.check(registry.ledger.connection)
            try Self.check(registry.ledger.connection)
        }
        let change = try #require(try registry.ledger.newestMoment()?.change)
        let naive = try NaiveTotals(registry.ledger.connection, upTo: change)
        for offset in stride(from: Int32(-2), through: 14, by: 2) {
            let day = Day(number: 19_050 + offset)
            let found = try registry.ledger.totals(asOf: day, knownAt: nil).filter { $0.value != Total() }
            #expect(found == naive.totals(asOf: day, by: "all")[""] ?? [:], "\(day)")
            for grouping in [Grouping.kind, .provider, .nationalKind] {
                let groups = try registry.ledger.totals(asOf: day, knownAt: nil, by: grouping)
                let found = Dictionary(uniqueKeysWithValues: groups.map { ($0.key, $0.totals) })
                #expect(found.withoutNothing == naive.totals(asOf: day, by: grouping.rawValue), "\(day) \(grouping)")
            }
        }
        for deed in [
            "service", "service amount", "service kind", "service day", "service cleared", "service void",
            "registration",
            "registration day", "reverted", "refused",
        ] { #expect(done[deed, default: 0] > 0, "\(deed): \(done)") }
        #expect(try registry.ledger.contradictions().isEmpty)
    }

    /// In SQL alone, by no rule of the program's own.
    private static func check(_ connection: Connection) throws {
        let impossible = [
            "a service that names what is void":
                """
            SELECT s.code FROM service s LEFT JOIN service u ON u.id = s.service_id LEFT JOIN listing l ON l.id = s.listing_id
            LEFT JOIN deal d ON d.id = s.deal_id WHERE s.is_void = 0 AND (u.is_void = 1 OR l.is_void = 1 OR d.is_void = 1)
            """,
            "a service of a service that is of no such kind":
                """
            SELECT s.code FROM service s JOIN service u ON u.id = s.service_id WHERE s.is_void = 0 AND NOT (
              s.kind = 'loan' AND u.kind = 'programme'
              OR s.kind IN ('renewal', 'deferral', 'relief') AND u.kind = 'loan')
            """,
            "a service that began before the one that it names, or of a programme that was closed":
                """
            SELECT s.code FROM service s JOIN service u ON u.id = s.service_id
            WHERE s.is_void = 0 AND (s.started_on < u.started_on OR s.started_on >= u.closed_on)
            """,
            "a loan, a renewal or a deferral of another bank than what it names":
                """
            SELECT s.code FROM service s JOIN service u ON u.id = s.service_id
            LEFT JOIN party_merge ms ON ms.party_id = s.provider_id AND ms.is_void = 0
            LEFT JOIN party_merge mu ON mu.party_id = u.provider_id AND mu.is_void = 0
            WHERE s.is_void = 0 AND s.kind <> 'relief'
              AND coalesce(ms.into_id, s.provider_id) <> coalesce(mu.into_id, u.provider_id)
            """,
            "a programme of which more is drawn than its quota":
                """
            SELECT u.code FROM service u JOIN service s ON s.service_id = u.id AND s.is_void = 0 AND s.kind = 'loan'
            GROUP BY u.id HAVING sum(s.amount_fen) > u.amount_fen
            """,
            "a service that names a deal, and a listing that is not the deal's":
                """
            SELECT s.code FROM service s JOIN deal d ON d.id = s.deal_id
            WHERE s.is_void = 0 AND s.listing_id <> d.listing_id
            """,
            "a service that lacks what its kind needs":
                """
            SELECT code FROM service WHERE is_void = 0 AND (
              kind IN ('custody', 'valuation', 'loan') AND customer_id IS NULL
              OR kind IN ('loan', 'programme') AND coalesce(amount_fen, 0) = 0
              OR kind IN ('renewal', 'deferral', 'relief') AND service_id IS NULL
              OR kind IN ('training', 'programme', 'service_point') AND title IS NULL
              OR kind = 'matchmaking' AND listing_id IS NULL AND demand_id IS NULL)
            """,
            "a service that ends before it begins, or is closed and never stood open":
                """
            SELECT code FROM service WHERE is_void = 0 AND (ended_on < started_on OR closed_on < started_on
              OR closed_on IS NOT NULL AND kind NOT IN ('programme', 'service_point'))
            """,
            "a registration whose days contradict one another":
                """
            SELECT code FROM contract_registration WHERE is_void = 0 AND (
              coalesce(submitted_on, registered_on) IS NULL OR accepted_on < submitted_on OR registered_on < submitted_on
              OR registered_on < accepted_on OR cancelled_on < registered_on OR refused_on < submitted_on
              OR withdrawn_on < submitted_on OR (registered_on IS NULL AND cancelled_on IS NOT NULL)
              OR (registered_on IS NOT NULL) + (refused_on IS NOT NULL) + (withdrawn_on IS NOT NULL) > 1)
            """,
            "a registration of a deal that is void":
                """
            SELECT r.code FROM contract_registration r JOIN deal d ON d.id = r.deal_id WHERE r.is_void = 0 AND d.is_void = 1
            """,
            "less than no records, or less than no money of them, as of a day":
                """
            SELECT measure, day FROM (SELECT measure, day, sum(count) OVER w AS records, sum(fen) OVER w AS money
              FROM daily_total WINDOW w AS (PARTITION BY measure, dimension, dimension_key ORDER BY day))
            WHERE records < 0 OR money < 0 AND (measure = 'contract_registration' OR measure = 'registered_technical'
              OR measure = 'service' OR measure = 'programme' OR measure = 'service_point')
            """,
        ]
        for (what, sql) in impossible { #expect(try connection.rows(sql) == [], "\(what)") }
    }
}
