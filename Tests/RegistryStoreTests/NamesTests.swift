import Registry
import SQLite
import Testing

@testable import RegistryStore

@Suite("What records name")
struct NamesTests {
    private func withRegistry() throws -> TestRegistry {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            try all.add(.venue, ["code": "CHENGDU", "name": "成都", "network": "core", "joined_on": "2021-01-01"])
            try all.addListing("SZ", "L-1", on: "2022-01-01")
            try all.addListing("SH", "L-2", on: "2022-01-01")
            try all.addListing("SZ", "L-3", on: "2022-01-01")
        }
        try registry.record { all throws(StoreError) in try all.void(.listing, 3) }
        return registry
    }

    private func refusals(_ venue: String, listing: String?) throws -> [FieldRefusal] {
        let registry = try withRegistry()
        let refused = try refusal { () throws(StoreError) in
            try registry.record { all throws(StoreError) in
                try all.addDeal(venue, "D-1", yuan: 1, on: "2022-01-01", listing: listing)
            }
        }
        guard case .refused(let refusals) = refused else {
            wrong(refused)
            return []
        }
        return refusals
    }

    @Test(
        "an unknown venue is refused with the nearest that there is",
        arguments: [
            ("SX", "SH"), ("sh", "SH"), ("SZ交易所", "SZ"), ("CHENGDO", "CHENGDU"), ("chengdu", "CHENGDU"),
            ("BEIJING", nil),
        ])
    func venue(code: String, nearest: String?) throws {
        #expect(
            try refusals(code, listing: nil) == [FieldRefusal(field: "venue", .unknownVenue(code, nearest: nearest))])
    }

    @Test(
        "a listing of another venue is told apart from one that is nowhere",
        arguments: [
            ("SH", "L-1", .namedOfAnotherVenue(.listing, "L-1", venue: "SZ")),
            ("SZ", "L-2", .namedOfAnotherVenue(.listing, "L-2", venue: "SH")),
            ("SH", "L-9", .unknownNamed(.listing, "L-9")), ("SZ", "l-1", .unknownNamed(.listing, "l-1")),
            ("SZ", "L-3", .voidNamed(.listing, "L-3")),
        ] as [(String, String, Refusal)])
    func listing(venue: String, code: String, refusal: Refusal) throws {
        #expect(try refusals(venue, listing: code) == [FieldRefusal(field: "listing", refusal)])
    }

    @Test("venues are found by their code, void ones not")
    func directory() throws {
        let registry = try withRegistry()
        try registry.record { all throws(StoreError) in try all.void(.venue, 2) }
        let venues = try VenueDirectory(registry.ledger)
        #expect(venues.all.map(\.code) == ["CHENGDU", "KY", "SH"])
        #expect(venues.find("KY") == VenueRecord(id: 3, code: "KY", name: "KY交易所", network: "service", region: "上海"))
        #expect(venues.find("SZ") == nil)
        #expect(try venues.venue("SH").id == 1)
    }

    @Test("a change counts the parties made for its records and names the first")
    func made() throws {
        let registry = try withRegistry()
        var made: [Int64] = []
        var names: [String] = []
        try registry.record { all throws(StoreError) in
            for number in 0..<30 {
                try all.addDeal("SH", "D-\(number)", yuan: 1, on: "2022-01-01", seller: "方\(number % 25)")
            }
            made.append(all.desk.madeParties)
            names = all.desk.madeNames
        }
        #expect(made == [25])
        #expect(names == (0..<20).map { "方\($0)" })
    }

    @Test("more names than the cache holds are still found right")
    func cache() {
        var cache = NameCache()
        // Forty thousand of 300 bytes are more than it has room for.
        let padding = String(repeating: "长", count: 98)
        for number in 0..<40_000 {
            "\(padding)\(number)".withBytes { name in
                if cache.find(name) != nil { Issue.record("\(number) was there before") }
                cache.add(name, id: Int64(number))
            }
        }
        var found = 0
        for number in 0..<40_000 {
            "\(padding)\(number)".withBytes { name in
                guard let id = cache.find(name) else { return }
                found += 1
                if id != Int64(number) { Issue.record("\(number) was found as \(id)") }
            }
        }
        #expect(found > 0 && found < 40_000)
        #expect("\(padding)39999".withBytes { name in cache.find(name) } == 39_999)
        #expect("".withBytes { name in cache.find(name) } == nil)
    }

    @Test("totals by day come out in order, wherever the days lie")
    func days() {
        var totals = DayTotals()
        #expect(totals.isEmpty)
        for number in [64, -1, 63, 0, -64, -65, 20_000, 0, 128] as [Int32] {
            totals.add(Total(count: 1, fen: Int64(number)), on: Day(number: number))
        }
        totals.add(Total(count: -1, fen: -128), on: Day(number: 128))
        totals.add(Total(count: 0, fen: -64), on: Day(number: 64))
        #expect(!totals.isEmpty)
        let found = totals.ordered()
        #expect(found.map(\.day.number) == [-65, -64, -1, 0, 63, 64, 20_000])
        #expect(found.map(\.total.count) == [1, 1, 1, 2, 1, 1, 1])
        #expect(found.map(\.total.fen) == [-65, -64, -1, 0, 63, 0, 20_000])
    }
}
