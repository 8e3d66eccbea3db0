import Registry
import RegistryProof
import RegistryStore
import TestSupport
import Testing

@Suite("What lies between two states")
struct DifferenceTests {
    @Test(
        "what the records did, and what the changes did, is what the totals differ by",
        arguments: [1, 2, 3, 4] as [UInt64])
    func sums(seed: UInt64) throws {
        let ledger = try BusyRegistry(seed: seed, changes: 120).ledger
        let newest = try #require(try ledger.newestMoment()).change
        #expect(newest > 40)
        var dice = Dice(seed: seed + 100)
        for _ in 0..<50 {
            let ends = [Int64.random(in: 1...newest, using: &dice), Int64.random(in: 1...newest, using: &dice)].sorted()
            let (from, to) = (try ledger.moment(ofChange: ends[0]), try ledger.moment(ofChange: ends[1]))
            let day = Day(number: Int32.random(in: 18_890...18_945, using: &dice))
            let difference = try Difference(ledger, from: from, to: to, asOf: day)
            #expect(try difference.before == said(ledger.totals(asOf: day, knownAt: from)))
            #expect(try difference.after == said(ledger.totals(asOf: day, knownAt: to)))
            #expect(sum(difference.changes.map(\.moved)) == difference.moved)
            #expect(sum(difference.kinds.map(\.moved)) == ofRecords(difference.moved))
            try compareRecords(difference, ledger)
        }
    }

    /// One by one the records do what their kinds do, and each that was added is one that was not there before.
    private func compareRecords(_ difference: Difference, _ ledger: Ledger) throws {
        var moved: [Measure: Total] = [:]
        var counts: [String: Int64] = [:]
        try difference.records(of: ledger, withAdded: true) { record throws(StoreError) in
            moved = sum([moved, record.moved])
            counts["\(record.noun) \(record.deed)", default: 0] += 1
            return true
        }
        #expect(moved == ofRecords(difference.moved))
        let kinds = Dictionary(uniqueKeysWithValues: difference.kinds.map { ("\($0.noun) \($0.deed)", $0.records) })
        #expect(counts == kinds)
    }

    /// Without settled deals, of which no record tells alone.
    private func ofRecords(_ moved: [Measure: Total]) -> [Measure: Total] { moved.filter { $0.key != .settled } }

    private func said(_ totals: [Measure: Total]) -> [Measure: Total] { totals.filter { $0.value != Total() } }

    private func sum(_ all: [[Measure: Total]]) -> [Measure: Total] {
        said(all.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) })
    }

    @Test("the same state twice differs by nothing")
    func nothing() throws {
        let ledger = try BusyRegistry(seed: 9, changes: 20).ledger
        let now = try #require(try ledger.newestMoment())
        let difference = try Difference(ledger, from: now, to: now, asOf: Day(number: 19_200))
        #expect(difference.moved == [:] && difference.kinds == [] && difference.changes.isEmpty)
        #expect(difference.before == difference.after)
    }
}
