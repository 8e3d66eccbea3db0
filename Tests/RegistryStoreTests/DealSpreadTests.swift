import Registry
import RegistryStore
import TestSupport
import Testing

@Suite("The spread of deals")
struct DealSpreadTests {
    @Test("counts what the totals count, at any time and day", arguments: [61, 62] as [UInt64])
    func againstTotals(seed: UInt64) throws {
        let registry = try TestRegistry.atRandom(seed: seed)
        let ledger = registry.ledger
        var corrections = RandomCorrections(ledger, seed: seed)
        for _ in 0..<60 { try corrections.next() }
        let newest = try #require(try ledger.newestMoment())
        for change in stride(from: newest.change, through: 2, by: -11) {
            let moment = try ledger.moment(ofChange: change)
            for number in stride(from: Int32(18_900), through: 19_110, by: 35) {
                let day = Day(number: number)
                let total = try ledger.totals(asOf: day, knownAt: moment)[.deal] ?? Total()
                let spread = try ledger.dealSpread(asOf: day, knownAt: moment, largest: 3)
                #expect(Int64(spread.amounts.count) == total.count)
                #expect(spread.sum(ofLargest: spread.amounts.count) == total.fen)
                #expect(spread.amounts == spread.amounts.sorted(by: >))
                #expect(spread.largest.map(\.fen) == Array(spread.amounts.prefix(3)))
                #expect(spread.withinRegion + spread.acrossRegions + spread.regionUnknown == total)
            }
        }
    }

    @Test("tells regions of the parties that stay, and days from the listing by nearest rank")
    func regionsAndDays() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            for (name, region) in [("甲", "上海"), ("乙", "浙江"), ("丙", "上海"), ("丁", nil)] {
                try all.add(.party, ["name": name, "region": region])
            }
            try all.addListing("SH", "L-1", on: "2022-01-01")
        }
        try registry.record { all throws(StoreError) in
            let deals = [("甲", "乙", "2022-01-11"), ("甲", "丙", "2022-01-21"), ("甲", "丁", "2022-01-31")]
            for (number, (seller, buyer, day)) in deals.enumerated() {
                try all.add(
                    .deal,
                    [
                        "venue": "SH", "code": "D-\(number)", "kind": "transfer", "amount": "\(100 * (number + 1))",
                        "signed_on": day, "seller": seller, "buyer": buyer, "listing": "L-1",
                    ])
            }
        }
        let day = Day(number: 19_100)
        var spread = try registry.ledger.dealSpread(asOf: day, knownAt: nil, largest: 1)
        #expect(spread.acrossRegions == Total(count: 1, fen: 10_000))
        #expect(spread.withinRegion == Total(count: 1, fen: 20_000))
        #expect(spread.regionUnknown == Total(count: 1, fen: 30_000))
        #expect(spread.daysFromListing == [10, 20, 30])
        #expect([25, 50, 75].map { spread.days(atPercent: $0) } == [10, 20, 30])
        #expect(spread.largest.map(\.name) == ["SH/D-2"])
        let merged = ["丁", "乙"].map { RecordName(noun: .party, venue: nil, code: $0) }
        _ = try registry.ledger.merge(merged[0], into: merged[1], by: .tester)
        spread = try registry.ledger.dealSpread(asOf: day, knownAt: nil, largest: 1)
        #expect(spread.acrossRegions == Total(count: 2, fen: 40_000))
        spread = try registry.ledger.dealSpread(asOf: Day(number: 18_000), knownAt: nil, largest: 1)
        #expect(spread.days(atPercent: 50) == nil)
    }
}
