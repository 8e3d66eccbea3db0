import Registry
import RegistryStore
import SQLite
import Testing

/// A registry in Shanghai whose changes 1, 2 and 3 were recorded at times that the test sets.
@Suite("The registry as it was known at a time")
struct MomentTests {
    private let registry: TestRegistry
    private static let first = "2022-06-20T15:59:59.999999Z"
    private static let second = "2022-06-20T16:00:00.000000Z"
    private static let third = "2022-06-21T06:13:00.500000Z"

    init() throws {
        registry = try TestRegistry()
        for name in ["甲", "乙"] { try registry.record { all throws(StoreError) in try all.add(.party, ["name": name]) } }
        let raw = try registry.stranger()
        try raw.setTriggers(enabled: false)
        for (number, stamp) in [Self.first, Self.second, Self.third].enumerated() {
            try raw.run("UPDATE change SET recorded_at = ? WHERE id = ?", .text(stamp), .integer(Int64(number + 1)))
        }
    }

    @Test(
        "is found by a stamp, a local time or a bare day",
        arguments: [
            (first, 1), (second, 2), ("2022-06-21T06:13:00.499999Z", 2), (third, 3),
            // Seconds and minutes count whole, with Z in UTC and without in Shanghai.
            ("2022-06-20T15:59:59Z", 1), ("2022-06-20 16:00Z", 2), ("2022-06-21T06:12:59Z", 2),
            ("2022-06-21T06:13:00Z", 3),
            ("2022-06-20 23:59:59", 1), ("2022-06-21 00:00", 2), ("2022-06-21T14:12:59", 2), ("2022-06-21 14:13", 3),
            // The end of the day there, which is 16 h in UTC.
            ("2022-06-20", 1), ("2022-06-21", 3), ("2022年6月20日", 1), ("2030-01-01", 3), ("9999-12-31", 3),
            // A number is that of a change.
            ("1", 1), ("3", 3), ("0000002", 2),
        ] as [(String, Int64)])
    func found(text: String, change: Int64) throws {
        let moment = try registry.ledger.moment(knownAt: text)
        #expect(moment.change == change)
        #expect(moment.recordedAt == [Self.first, Self.second, Self.third][Int(change) - 1])
        #expect(moment.isNewest == (change == 3))
        #expect(
            try registry.ledger.connection.rows("SELECT seal FROM change WHERE id = ?", .integer(change)) == [
                [.text(moment.seal)]
            ])
    }

    @Test(
        "before the first change there is none, and that is named",
        arguments: [
            ("2022-06-19", "2022-06-19T15:59:59.999999Z"),
            ("2022-06-20T15:59:59.999998Z", "2022-06-20T15:59:59.999998Z"),
            ("2022-06-20 23:59:58", "2022-06-20T15:59:58.999999Z"), ("1970-01-02", "1970-01-02T15:59:59.999999Z"),
        ])
    func tooEarly(text: String, asked: String) throws {
        let refused = try refusal { () throws(StoreError) in _ = try registry.ledger.moment(knownAt: text) }
        guard case .knownAtTooEarly(asked, Self.first) = refused else { return wrong(refused) }
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "", "now", "yesterday", "2022-02-30", "2022-06-21 24:00", "2022-06-21 12:60", "2022-06-21 12:00:60",
            "2022-06-21 12", "2022-06-21 12:00:00:00", "2022-06-21 +5:00", "2022-06-21 -5:00", "2022-06-21 12:00 13:00",
            "2022-06-21Z", "12:00", "-1", "1234abc", "2022-06-21 12:000", "2022-06-21T12:00+08:00",
            "2022-06-21 1２:00",
        ])
    func nonsense(text: String) throws {
        let refused = try refusal { () throws(StoreError) in _ = try registry.ledger.moment(knownAt: text) }
        guard case .notATime(text) = refused else { return wrong(refused) }
    }

    @Test("is found by its seal, or as much of it as tells it from the others", arguments: [8, 20, 64])
    func sealed(digits: Int) throws {
        for number in [1, 2, 3] as [Int64] {
            let seal = try registry.ledger.moment(ofChange: number).seal
            // Eight decimal digits may be a day.
            guard digits > 8 || seal.prefix(8).contains(where: { !$0.isNumber }) else { continue }
            #expect(try registry.ledger.moment(knownAt: String(seal.prefix(digits))).change == number)
            #expect(try registry.ledger.moment(knownAt: seal.prefix(digits).uppercased()).change == number)
        }
        #expect(try registry.ledger.moment(knownAt: "20220620").change == 1)
    }

    @Test("a change or a seal that is not there is refused, and so is one that two changes share")
    func strangers() throws {
        for number in [0, 4, 1_234_567] as [Int64] {
            let refused = try refusal { () throws(StoreError) in _ = try registry.ledger.moment(knownAt: "\(number)") }
            guard case .noSuchChange(number, 3) = refused else { return wrong(refused) }
        }
        let nobody = try refusal { () throws(StoreError) in _ = try registry.ledger.moment(knownAt: "abcdef0123") }
        guard case .noSuchSeal("abcdef0123") = nobody else { return wrong(nobody) }
        let raw = try registry.stranger()
        try raw.setTriggers(enabled: false)
        try raw.run("UPDATE change SET seal = 'abcdef01' || substr(seal, 9) WHERE id <> 2")
        let several = try refusal { () throws(StoreError) in _ = try registry.ledger.moment(knownAt: "abcdef01") }
        guard case .severalSeals("abcdef01", [1, 3]) = several else { return wrong(several) }
    }

    @Test("an open change is not known yet")
    func open() throws {
        try registry.stranger().run(
            "INSERT INTO change (id, command, actor, login, uid, host) VALUES (4, 'raw', 'a', 'a', 1, 'h')")
        #expect(try registry.ledger.newestMoment()?.change == 3)
        #expect(try registry.ledger.moment(knownAt: "2030-01-01").change == 3)
        let refused = try refusal { () throws(StoreError) in _ = try registry.ledger.moment(knownAt: "4") }
        guard case .openChange(4) = refused else { return wrong(refused) }
    }
}
