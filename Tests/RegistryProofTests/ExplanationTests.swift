import Registry
import RegistryProof
import RegistryStore
import TestSupport
import Testing

@Suite("What makes up a total")
struct ExplanationTests {
    private static let nouns: [(Noun, [Measure])] = [
        (.venue, [.venue, .serviceMember]), (.intention, [.intention]), (.listing, [.listing]), (.deal, [.deal]),
    ]

    private func sum(
        _ ledger: Ledger, _ noun: Noun, _ viewpoint: Viewpoint, _ part: TotalPart? = nil
    ) throws(StoreError) -> [Measure: Total] {
        var totals: [Measure: Total] = [:]
        try ledger.explain(noun, from: viewpoint, part: part) { explained throws(StoreError) in
            let flow = explained.flow
            totals[flow.measure] = (totals[flow.measure] ?? Total()) + Total(count: flow.count, fen: flow.fen)
            return true
        }
        return totals.filter { $0.value != Total() }
    }

    @Test("the rows are the total, at any time and of any part", arguments: [51, 52, 53] as [UInt64])
    func sums(seed: UInt64) throws {
        let ledger = try BusyRegistry(seed: seed, changes: 90).ledger
        let newest = try #require(try ledger.newestMoment()).change
        var dice = Dice(seed: seed)
        for _ in 0..<12 {
            let moment = try ledger.moment(ofChange: Int64.random(in: 1...newest, using: &dice))
            let viewpoint = Viewpoint(
                asOf: Day(number: Int32.random(in: 18_890...18_945, using: &dice)), knownAt: moment)
            let day = try #require(viewpoint.asOf)
            let totals = try ledger.totals(asOf: day, knownAt: moment)
            for (noun, measures) in Self.nouns {
                #expect(
                    try sum(ledger, noun, viewpoint)
                        == totals.filter { measures.contains($0.key) && $0.value != Total() })
                for grouping in Grouping.allCases where grouping.divides(noun) {
                    for group in try ledger.totals(asOf: day, knownAt: moment, by: grouping) {
                        #expect(
                            try sum(ledger, noun, viewpoint, TotalPart(grouping, key: group.key))
                                == group.totals.filter { measures.contains($0.key) && $0.value != Total() },
                            "\(noun) by \(grouping) \(group.key)")
                    }
                }
            }
        }
    }

    @Test("a record that adds nothing is refused with the reason")
    func refused() throws {
        let ledger = try BusyRegistry(seed: 54, changes: 0).ledger
        let name = try RecordName("SH", of: .venue)
        let flows = try ledger.explain(name, from: Viewpoint(asOf: Day(number: 19_000)))
        #expect(flows.map(\.deed) == ["joined"])
        #expect(ledger.originals(of: flows) == [.byHand])
        #expect(throws: StoreError.self) { try ledger.explain(name, from: Viewpoint(asOf: Day(number: 10_000))) }
        #expect(throws: StoreError.self) {
            try ledger.explain(RecordName("XX", of: .venue), from: Viewpoint(asOf: Day(number: 19_000)))
        }
    }
}
