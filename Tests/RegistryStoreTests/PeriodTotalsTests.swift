import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("Totals of periods, by any keys")
struct PeriodTotalsTests {
    /// A registry with deals between parties that are merged, amended and terminated, and corrected in every way.
    private static func registry(seed: UInt64) throws -> TestRegistry {
        let registry = try TestRegistry.atRandom(seed: seed)
        var dice = Dice(seed: seed ^ 0x5EED)
        try registry.record { all throws(StoreError) in
            for number in 1...9 {
                let region = ["上海", "浙江", nil].randomElement(using: &dice) ?? nil
                try all.add(.party, ["name": "甲方\(number)", "region": region])
            }
        }
        var corrections = RandomCorrections(registry.ledger, seed: seed)
        for round in 0..<6 {
            try registry.record(fromFile: round % 2 == 0) { all throws(StoreError) in
                for number in 1...10 {
                    let name = { (dice: inout Dice) -> String? in
                        Int.random(in: 0..<4, using: &dice) == 0 ? nil : "甲方\(Int.random(in: 1...9, using: &dice))"
                    }
                    try all.add(
                        .deal,
                        [
                            "venue": ["SH", "SZ"].randomElement(using: &dice) ?? "SH", "code": "P-\(round)-\(number)",
                            "kind": "licence", "amount": "\(Int.random(in: 0...99_999, using: &dice)).25",
                            "signed_on": "\(Day(number: Int32.random(in: 18_900...19_090, using: &dice)))",
                            "mode": ["auction", "tender", nil].randomElement(using: &dice) ?? nil,
                            "seller": name(&dice), "buyer": name(&dice),
                        ])
                }
            }
            let pair = (1...9).shuffled(using: &dice).prefix(2).map {
                RecordName(noun: .party, venue: nil, code: "甲方\($0)")
            }
            _ = try? registry.ledger.merge(pair[0], into: pair[1], by: .tester)
            for _ in 0..<8 { try corrections.next() }
        }
        return registry
    }

    private static let periods: [(Day, Day)] = [(18_900, 19_100), (18_950, 18_980), (18_980, 18_980), (19_000, 19_060)]
        .map { (Day(number: $0), Day(number: $1)) }

    /// Each key, and each pair of two.
    private static let keys: [[Grouping]] =
        Grouping.allCases.map { [$0] }
        + Grouping.allCases.flatMap { one in Grouping.allCases.filter { $0 != one }.map { [one, $0] } }

    @Test("are what there was by their end less what there was before", arguments: [21, 22, 23] as [UInt64])
    func differences(seed: UInt64) throws {
        let ledger = try Self.registry(seed: seed).ledger
        let newest = try #require(try ledger.newestMoment())
        for change in stride(from: newest.change, through: 2, by: -9) {
            let moment = try ledger.moment(ofChange: change)
            for (first, last) in Self.periods {
                let period = try #require(Period(from: first, to: last))
                let before = try ledger.totals(asOf: first.previous, knownAt: moment)
                let after = try ledger.totals(asOf: last, knownAt: moment)
                let within = try ledger.totals(of: .within(period), knownAt: moment)
                for measure in Measure.allCases {
                    let sum = (before[measure] ?? Total()) + (within[measure] ?? Total())
                    #expect(sum == after[measure] ?? Total(), "\(measure) in \(period) at \(change)")
                }
            }
        }
    }

    @Test("sum to the whole by every key and every pair of keys, as the records do", arguments: [25, 26] as [UInt64])
    func parts(seed: UInt64) throws {
        let ledger = try Self.registry(seed: seed).ledger
        let newest = try #require(try ledger.newestMoment())
        #expect(try ledger.connection.number("SELECT count(*) FROM deal_event WHERE is_void = 0") > 0)
        #expect(try ledger.connection.number("SELECT count(*) FROM party_merge WHERE is_void = 0") > 0)
        for change in [newest.change, newest.change / 2, newest.change - 7] {
            let moment = try ledger.moment(ofChange: change)
            let naive = try NaiveTotals(ledger.connection, upTo: change)
            for (first, last) in Self.periods.prefix(3) {
                let days = CountedDays.within(try #require(Period(from: first, to: last)))
                let whole = try ledger.totals(of: days, knownAt: moment).filter { $0.value != Total() }
                for groupings in Self.keys {
                    let groups = try ledger.totals(of: days, knownAt: moment, by: groupings)
                    let found = Dictionary(uniqueKeysWithValues: groups.map { ($0.keys, $0.totals) }).withoutNothing
                    let names = groupings.map(\.rawValue)
                    #expect(found == naive.totals(from: first, to: last, by: names), "\(names) at \(change)")
                    var sum: [Measure: Total] = [:]
                    for group in groups { sum.merge(group.totals, uniquingKeysWith: +) }
                    for noun in Noun.allCases where groupings.allSatisfy({ $0.divides(noun) }) {
                        for measure in Measure.allCases where measure.noun == noun {
                            #expect(sum[measure] ?? Total() == whole[measure] ?? Total(), "\(names) \(measure)")
                        }
                    }
                }
            }
        }
    }

    @Test("names that only look alike are two groups")
    func lookAlikes() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            for (code, seller) in [("D-1", "Caf\u{E9}"), ("D-2", "Cafe\u{301}")] {
                try all.addDeal("SH", code, yuan: 5, on: "2022-03-01", seller: seller)
            }
        }
        let day = Day(number: 19_100)
        let groups = try registry.ledger.totals(of: .upTo(day), knownAt: nil, by: [.seller])
        let names = try registry.ledger.connection.number("SELECT count(*) FROM party")
        #expect(Int64(groups.count) == names)
    }
}
