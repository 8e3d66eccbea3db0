import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("Corrections by hand")
struct CorrectionTests {
    @Test(
        "totals stay the sums of the records, and those of a time stay what they were",
        arguments: [11, 12, 13, 14] as [UInt64])
    func atRandom(seed: UInt64) throws {
        let registry = try TestRegistry.atRandom(seed: seed)
        let ledger = registry.ledger
        var corrections = RandomCorrections(ledger, seed: seed &* 7)
        let days = stride(from: Int32(18_880), through: 19_120, by: 24).map { Day(number: $0) }
        var printed: [Int64: [[Measure: Total]]] = [:]
        let kinds = ["amount", "day", "amendment", "termination", "void event", "move", "void", "venue", "revert"]
        // Rare ones are waited for.
        for round in 0..<500 where round < 150 || kinds.contains(where: { corrections.made[$0] == nil }) {
            let before = try #require(try ledger.newestMoment())
            try corrections.next()
            let moment = try #require(try ledger.newestMoment())
            guard moment.change > before.change else { continue }
            printed[moment.change] = try totals(ledger, days, nil)
        }
        #expect(printed.count > 40)
        #expect(corrections.refused > 10)
        for kind in kinds { #expect(corrections.made[kind] != nil, "\(kind)") }
        for (change, totals) in printed {
            let moment = try ledger.moment(knownAt: "\(change)")
            #expect(try self.totals(ledger, days, moment) == totals, "\(change)")
            guard change % 5 == 0 else { continue }
            let naive = try NaiveTotals(ledger.connection, upTo: change)
            for grouping in Grouping.allCases {
                let day = days[Int(change) % days.count]
                let groups = try ledger.totals(asOf: day, knownAt: moment, by: grouping)
                let found = Dictionary(uniqueKeysWithValues: groups.map { ($0.key, $0.totals) })
                #expect(found.withoutNothing == naive.totals(asOf: day, by: grouping.rawValue), "\(change) \(grouping)")
            }
        }
        let keys = "measure, dimension, dimension_key, day"
        #expect(
            try ledger.connection.rows("SELECT * FROM daily_total ORDER BY \(keys)")
                == ledger.connection.rows(
                    "SELECT \(keys), sum(count), sum(fen) FROM daily_delta GROUP BY \(keys) ORDER BY \(keys)"))
    }

    private func totals(_ ledger: Ledger, _ days: [Day], _ moment: Moment?) throws -> [[Measure: Total]] {
        try days.map { day in try ledger.totals(asOf: day, knownAt: moment).filter { $0.value != Total() } }
    }

    @Test("a correction that is refused leaves everything as it was")
    func refused() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 100, on: "2022-01-05") }
        let name = try RecordName("SH/D-1", of: .deal)
        let day = try #require(Day(year: 2022, month: 2, day: 1))
        _ = try registry.ledger.terminate(name, on: day, by: .tester)
        let before = try registry.ledger.connection.dump()
        let refused = try refusal { () throws(StoreError) in
            _ = try registry.ledger.terminate(name, on: day, by: .tester)
        }
        guard case .cannotFollow(.deal, "SH/D-1", .isOver("terminated", since: day)) = refused else {
            return wrong(refused)
        }
        #expect(try registry.ledger.connection.dump() == before)
    }

    @Test("a rehearsed correction says what it would do and does nothing")
    func rehearsed() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 100, on: "2022-01-05") }
        let name = try RecordName("SH/D-1", of: .deal)
        let before = try registry.ledger.connection.dump()
        let made = try registry.ledger.rehearse { () throws(StoreError) in
            try registry.ledger.amend(name, ["amount": "120", "title": "合同"], clearing: [], by: .tester)
        }
        #expect(made.receipt == nil)
        #expect(made.moves.map(\.total) == [Total(count: 0, fen: 2000)])
        #expect(made.fields.map(\.column) == ["title", "amount_fen", "amount_yuan", "original_amount_fen"])
        #expect(try registry.ledger.connection.dump() == before)
    }
}
