import Registry
import SQLite
import Testing

@testable import RegistryStore

@Suite("Totals")
struct TotalsTests {
    @Test("are the sums of the records at every change and day", arguments: [1, 2, 3, 4] as [UInt64], [false, true])
    func againstRecords(seed: UInt64, inBulk: Bool) throws {
        let registry = try TestRegistry.atRandom(seed: seed, inBulk: inBulk)
        let connection = registry.ledger.connection
        let newest = try #require(try registry.ledger.newestMoment())
        #expect(newest.change > 8)
        #expect(try connection.number("SELECT count(*) FROM deal_history") > 0)
        for change in 1...newest.change {
            let naive = try NaiveTotals(connection, upTo: change)
            // The newest too is asked of the deltas here.
            let moment = Moment(change: change, recordedAt: "", seal: "", isNewest: false)
            try compare(registry.ledger, naive, at: moment)
            if change == newest.change {
                try compare(registry.ledger, naive, at: nil)
                try compare(registry.ledger, naive, at: newest)
            }
        }
    }

    private func compare(_ ledger: Ledger, _ naive: NaiveTotals, at moment: Moment?) throws {
        for number in stride(from: Int32(18_900), through: 19_100, by: 10) {
            let day = Day(number: number)
            let all = try ledger.totals(asOf: day, knownAt: moment)
            #expect(["": all].withoutNothing == naive.totals(asOf: day, by: "all"))
            guard number % 50 == 0 else { continue }
            for grouping in Grouping.allCases {
                let groups = try ledger.totals(asOf: day, knownAt: moment, by: grouping)
                let found = Dictionary(uniqueKeysWithValues: groups.map { ($0.key, $0.totals) })
                #expect(groups.map(\.key) == groups.map(\.key).sorted())
                #expect(found.withoutNothing == naive.totals(asOf: day, by: grouping.rawValue), "\(grouping) \(day)")
            }
        }
    }

    @Test("the daily totals are the sums of the deltas", arguments: [5, 6] as [UInt64])
    func sums(seed: UInt64) throws {
        let connection = try TestRegistry.atRandom(seed: seed).ledger.connection
        let keys = "measure, dimension, dimension_key, day"
        #expect(
            try connection.rows("SELECT * FROM daily_total ORDER BY \(keys)")
                == connection.rows(
                    "SELECT \(keys), sum(count), sum(fen) FROM daily_delta GROUP BY \(keys) ORDER BY \(keys)"))
    }

    @Test("a change that moves no total has no delta")
    func nothingMoved() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.addDeal("SH", "D-1", yuan: 1, on: "2022-01-01")
        }
        let receipt = try #require(
            try registry.record(fromFile: true) { all throws(StoreError) in
                try all.meet(.deal, ["venue": "SH", "code": "D-1", "title": "新"])
            })
        #expect(try registry.ledger.connection.number("SELECT count(*) FROM daily_delta WHERE change_id = 4") == 0)
        #expect(try registry.ledger.moved(by: receipt.change) == [:])
    }

    @Test("a venue that moves takes its records along", arguments: ["region", "network"])
    func movedVenue(field: String) throws {
        let registry = try TestRegistry()
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.add(
                .venue,
                [
                    "code": "SH", "name": "上海", "network": "core", "region": "上海", "joined_on": "2020-01-02",
                ])
        }
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 1, on: "2022-01-01") }
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.meet(.venue, ["code": "SH", field: field == "region" ? "江苏" : "service"])
        }
        let naive = try NaiveTotals(registry.ledger.connection, upTo: 4)
        let day = Day(number: 19_000)
        for grouping in [Grouping.region, .network, .venue, .kind] {
            let groups = try registry.ledger.totals(asOf: day, knownAt: nil, by: grouping)
            let found = Dictionary(uniqueKeysWithValues: groups.map { ($0.key, $0.totals) })
            #expect(found.withoutNothing == naive.totals(asOf: day, by: grouping.rawValue))
        }
    }
}
