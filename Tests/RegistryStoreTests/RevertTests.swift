import Registry
import RegistryStore
import SQLite
import Spreadsheets
import Testing

@Suite("Taking back a change")
struct RevertTests {
    /// Every total that is not nothing, of every measure, dimension, key and day.
    private static func totals(_ connection: Connection) throws -> [[Value]] {
        try connection.rows("SELECT * FROM daily_total WHERE count <> 0 OR fen <> 0 ORDER BY 1, 2, 3, 4")
    }

    /// What every record says, without where it comes from.
    private static func records(_ connection: Connection) throws -> [String: [[Value]]] {
        var records: [String: [[Value]]] = [:]
        for table in SealFormat.current.tables where table.isVersioned && table.name != "party" {
            let columns = table.columns.filter { $0 != "change_id" && !$0.hasPrefix("file_") }
            let list = columns.joined(separator: ", ")
            records[table.name] = try connection.rows("SELECT \(list) FROM \(table.name) ORDER BY id")
        }
        records["party"] = try connection.rows("SELECT id, name, credit_code, region, is_void FROM party ORDER BY id")
        return records
    }

    private static func expectTotals(_ ledger: Ledger) throws {
        let newest = try #require(try ledger.newestMoment())
        let naive = try NaiveTotals(ledger.connection, upTo: newest.change)
        for number in stride(from: Int32(18_900), through: 19_100, by: 20) {
            let day = Day(number: number)
            #expect(
                try ["": ledger.totals(asOf: day, knownAt: nil)].withoutNothing == naive.totals(asOf: day, by: "all"))
            for grouping in Grouping.allCases {
                let groups = try ledger.totals(asOf: day, knownAt: nil, by: grouping)
                let found = Dictionary(uniqueKeysWithValues: groups.map { ($0.key, $0.totals) })
                #expect(found.withoutNothing == naive.totals(asOf: day, by: grouping.rawValue), "\(grouping) \(day)")
            }
        }
    }

    @Test(
        "any change, followed by taking back that, leaves every record and total as it was",
        arguments: [21, 22, 23, 24, 25] as [UInt64], [false, true])
    func backAndForth(seed: UInt64, inBulk: Bool) throws {
        let registry = try TestRegistry.atRandom(seed: seed, inBulk: inBulk)
        let (ledger, connection) = (registry.ledger, registry.ledger.connection)
        let newest = try #require(try ledger.newestMoment()).change
        let (totals, records) = (try Self.totals(connection), try Self.records(connection))
        var reverted = 0
        for number in 2...newest {
            let reversal: Reversal
            do throws(StoreError) {
                reversal = try ledger.revert(number, by: .tester)
            } catch {
                // Nothing of it is left by now, or all of it was corrected since.
                guard case .nothingTakenBack(number, _, _) = error else { throw error }
                #expect(try Self.totals(connection) == totals)
                continue
            }
            reverted += 1
            try Self.expectTotals(ledger)
            let receipt = try #require(reversal.receipt)
            #expect(try !ledger.stands(number))
            let back = try ledger.revert(receipt.change, wholly: true, by: .tester)
            #expect(back.isWhole)
            #expect(try ledger.stands(number))
            #expect(try Self.totals(connection) == totals, "change \(number)")
            #expect(try Self.records(connection) == records, "change \(number)")
        }
        #expect(reverted > 5)
        try SealTests().expectSealed(connection)
    }

    @Test("one after the other from the newest leaves nothing at all", arguments: [31, 32] as [UInt64], [false, true])
    func allTheWayBack(seed: UInt64, inBulk: Bool) throws {
        var seen: [[[Value]]] = []
        let registry = try TestRegistry.atRandom(seed: seed, inBulk: inBulk) { registry in
            seen.append(try Self.totals(registry.ledger.connection))
        }
        let newest = try #require(try registry.ledger.newestMoment()).change
        #expect(seen.count == Int(newest))
        for number in (2...newest).reversed() {
            let reversal = try registry.ledger.revert(number, by: .tester)
            #expect(reversal.isWhole && reversal.keptCount == 0)
            #expect(try Self.totals(registry.ledger.connection) == seen[Int(number) - 2], "change \(number)")
        }
        for noun in Noun.allCases {
            #expect(try registry.ledger.connection.number("SELECT count(*) FROM \(noun.plural)") == 0)
        }
        try SealTests().expectSealed(registry.ledger.connection)
    }

    @Test("later corrections stay, and so do parties that others name", arguments: [false, true])
    func kept(inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        let ledger = registry.ledger
        try registry.recordVenues()
        let imported = try #require(
            try registry.record(fromFile: true) { all throws(StoreError) in
                try all.addDeal("SH", "D-1", yuan: 1, on: "2022-01-01", seller: "甲")
                try all.addDeal("SH", "D-2", yuan: 2, on: "2022-01-02", seller: "乙")
                try all.addDeal("SH", "D-3", yuan: 4, on: "2022-01-03", seller: "丙")
            }
        ).change
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.meet(.deal, ["venue": "SH", "code": "D-1", "amount": "11"])
            try all.addDeal("SZ", "D-1", yuan: 8, on: "2022-01-04", seller: "乙")
        }
        let reversal = try ledger.revert(imported, by: .tester)
        #expect(!reversal.isWhole)
        #expect(reversal.takenBack.map { "\($0.table) \($0.rows) \($0.isVoided)" } == ["party 1 true", "deal 2 true"])
        let kept = reversal.kept.map { "\($0.table) \($0.name) \($0.obstacle)" }.sorted()
        #expect(kept == ["deal SH/D-1 correctedSince", "party 乙 named", "party 甲 named"])
        #expect(reversal.partiesStillNamed == 2 && reversal.keptCount == 3)
        #expect(reversal.moved == [.deal: Total(count: -2, fen: -600)])
        #expect(try registry.totals("2022-12-31")[.deal] == Total(count: 2, fen: 1900))
        // All of it or nothing.
        let refused = try refusal { () throws(StoreError) in _ = try ledger.revert(2, wholly: true, by: .tester) }
        guard case .nothingTakenBack(2, let why, 2) = refused else { return wrong(refused) }
        #expect(why.map(\.name) == ["SH", "SZ"])
        #expect(why.allSatisfy { $0.obstacle == .named })
    }

    @Test(
        "a correction taken back gives the version of before, from the row that it came from", arguments: [false, true])
    func correction(inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.recordVenues()
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.addDeal("SH", "D-1", yuan: 1, on: "2022-01-01", title: "旧", seller: "甲")
        }
        let correction = try #require(
            try registry.record(fromFile: true) { all throws(StoreError) in
                try all.meet(.deal, ["venue": "SH", "code": "D-1", "amount": "9", "title": "新", "seller": "乙"])
            }
        ).change
        let (name, ledger) = (try RecordName("SH/D-1", of: .deal), registry.ledger)
        let before = try ledger.show(name, from: Viewpoint(knownAt: ledger.moment(ofChange: correction - 1)))
        let reversal = try ledger.revert(correction, by: .tester)
        #expect(reversal.isWhole)
        func said(_ record: [(column: String, value: Cell)]) -> [Cell] {
            record.filter { $0.column != "change_id" }.map(\.value)
        }
        #expect(try said(ledger.show(name)) == said(before))
        // The party that it brought goes with it.
        #expect(try ledger.find(RecordName("乙", of: .party))?.isVoid == true)
    }

    @Test("a venue that is taken back to another network takes its records along", arguments: [false, true])
    func movedVenue(inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.record(fromFile: true) { all throws(StoreError) in try all.addVenues() }
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 1, on: "2021-12-01") }
        let moved = try #require(
            try registry.record(fromFile: true) { all throws(StoreError) in
                try all.meet(.venue, ["code": "SH", "region": "江苏", "network": "service"])
            }
        ).change
        let reversal = try registry.ledger.revert(moved, by: .tester)
        #expect(reversal.isWhole)
        try Self.expectTotals(registry.ledger)
        #expect(
            try registry.ledger.totals(asOf: Day(number: 19_000), knownAt: nil, by: .region).map(\.key) == ["", "上海"])
    }

    @Test("what cannot be taken back is refused, and nothing is recorded")
    func refused() throws {
        let registry = try TestRegistry.withEveryTable()
        let newest = try #require(try registry.ledger.newestMoment()).change
        for (number, isExpected) in [
            (1 as Int64, { if case .notRevertible(1) = $0 { true } else { false } } as (StoreError) -> Bool),
            (newest + 1, { if case .noSuchChange(newest + 1, newest) = $0 { true } else { false } }),
            (0, { if case .noSuchChange(0, newest) = $0 { true } else { false } }),
        ] {
            let refused = try refusal { () throws(StoreError) in _ = try registry.ledger.revert(number, by: .tester) }
            #expect(isExpected(refused), "\(refused)")
        }
        try registry.record { all throws(StoreError) in try all.add(.party, ["name": "独"]) }
        _ = try registry.ledger.revert(newest + 1, by: .tester)
        let again = try refusal { () throws(StoreError) in _ = try registry.ledger.revert(newest + 1, by: .tester) }
        guard case .revertedAlready(newest + 1, by: newest + 2) = again else { return wrong(again) }
        try registry.stranger().run(
            "INSERT INTO change (id, command, actor, login, uid, host) VALUES (\(newest + 3), 'raw', 'a', 'a', 1, 'h')")
        let open = try refusal { () throws(StoreError) in _ = try registry.ledger.revert(newest + 3, by: .tester) }
        guard case .openChange = open else { return wrong(open) }
        #expect(try registry.ledger.newestMoment()?.change == newest + 2)
    }

    @Test("a rehearsal takes back nothing")
    func rehearsal() throws {
        let registry = try TestRegistry.atRandom(seed: 41)
        let before = try registry.ledger.connection.dump()
        let reversal = try registry.ledger.rehearse { () throws(StoreError) in
            try registry.ledger.revert(3, by: .tester)
        }
        #expect(reversal.receipt == nil && !reversal.takenBack.isEmpty)
        #expect(try registry.ledger.connection.dump() == before)
    }
}
