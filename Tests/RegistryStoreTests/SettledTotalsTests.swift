import Registry
import RegistryStore
import Testing

@Suite("Totals of settled deals")
struct SettledTotalsTests {
    @Test("count a deal once, however many of its payments one change brings, and move it once with its venue")
    func once() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 100, on: "2022-03-01") }
        try registry.record(fromFile: true) { all throws(StoreError) in
            for (code, direction) in [("P-1", "in"), ("P-2", "out")] {
                try all.add(
                    .payment,
                    [
                        "venue": "SH", "code": code, "deal": "D-1", "kind": "price", "direction": direction,
                        "amount": "100", "paid_on": "2022-03-02",
                    ])
            }
        }
        let once = Total(count: 1, fen: 10_000)
        #expect(try registry.totals("2022-03-02")[.settled] == once)
        let venue = RecordName(noun: .venue, venue: nil, code: "SH")
        _ = try registry.ledger.amend(venue, ["region": "江苏"], clearing: [], by: .tester)
        let day = try #require(Day(year: 2022, month: 3, day: 2))
        let groups = try registry.ledger.totals(asOf: day, knownAt: nil, by: .region)
        let settled = groups.map { ($0.key, $0.totals[.settled] ?? Total()) }.filter { $0.1 != Total() }
        #expect(settled.map(\.0) == ["江苏"] && settled.map(\.1) == [once])
    }
}
