import Registry
import RegistryStore
import SQLite
import Spreadsheets
import Testing

@Suite("Records from another time")
struct PastViewTests {
    private static let listed = Noun.allCases.map(Listed.noun) + [.changes, .files, .figures]

    private static func rows(
        _ ledger: Ledger, _ listed: Listed, _ filter: Filter = Filter(), from viewpoint: Viewpoint = Viewpoint()
    ) throws(StoreError) -> [[Cell]] {
        var rows: [[Cell]] = []
        try ledger.list(listed, filter, from: viewpoint) { _ throws(StoreError) in
        } row: { cells throws(StoreError) in
            rows.append(cells)
            return true
        }
        return rows
    }

    @Test(
        "a list as known at a change is the list that was seen then", arguments: [11, 12] as [UInt64], [false, true])
    func asKnown(seed: UInt64, inBulk: Bool) throws {
        var seen: [[Listed: [[Cell]]]] = []
        let registry = try TestRegistry.atRandom(seed: seed, inBulk: inBulk) { registry in
            var lists: [Listed: [[Cell]]] = [:]
            for listed in Self.listed { lists[listed] = try Self.rows(registry.ledger, listed) }
            seen.append(lists)
        }
        #expect(seen.count > 10)
        for lists in seen {
            // The newest list of changes tells which change it was.
            guard case .integer(let change)? = lists[.changes]?.first?.first else { return }
            let then = Viewpoint(knownAt: try registry.ledger.moment(ofChange: change))
            for listed in Self.listed {
                #expect(try Self.rows(registry.ledger, listed, from: then) == lists[listed], "\(listed) at \(change)")
            }
        }
    }

    @Test("a list as of a day holds what the total of that day counts", arguments: [13, 14] as [UInt64])
    func asOf(seed: UInt64) throws {
        let registry = try TestRegistry.atRandom(seed: seed)
        let ledger = registry.ledger
        let newest = try #require(try ledger.newestMoment())
        for change in stride(from: 2 as Int64, through: newest.change, by: 3) {
            let moment = try ledger.moment(ofChange: change)
            for number in stride(from: Int32(18_900), through: 19_100, by: 40) {
                let day = Day(number: number)
                let totals = try ledger.totals(asOf: day, knownAt: moment)
                let then = Viewpoint(asOf: day, knownAt: moment)
                for (noun, measures) in [
                    (Noun.intention, [Measure.intention]), (.listing, [.listing]), (.deal, [.deal]),
                    (.venue, [.venue, .serviceMember]),
                ] {
                    let count = measures.reduce(0) { $0 + (totals[$1]?.count ?? 0) }
                    #expect(try Int64(Self.rows(ledger, .noun(noun), from: then).count) == count)
                }
            }
        }
    }

    @Test("a deal as of a day has the terms then in force, and none after its termination")
    func terms() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 9, on: "2022-03-01") }
        try registry.record { all throws(StoreError) in
            for (kind, day, fen) in [("amended", "2022-05-01", 500), ("terminated", "2022-08-01", 0)] {
                try registry.run(
                    """
                    INSERT INTO deal_event (deal_id, kind, effective_on, amount_fen, change_id)
                    VALUES (1, '\(kind)', '\(day)', \(fen), \(all.change.number))
                    """)
            }
            try all.add(.party, ["name": "无关者"])
        }
        let name = try RecordName("SH/D-1", of: .deal)
        func amount(_ day: String, _ moment: Moment? = nil) throws -> Cell? {
            let day = try day.withBytes { bytes throws(Refusal) in try Day.read(bytes) }
            return try registry.ledger.show(name, from: Viewpoint(asOf: day, knownAt: moment))
                .first { $0.column == "amount_fen" }?.value
        }
        #expect(try amount("2022-04-30") == .integer(900))
        #expect(try amount("2022-05-01") == .integer(500))
        #expect(try amount("2022-09-01", registry.ledger.moment(ofChange: 3)) == .integer(900))
        for day in ["2022-02-28", "2022-08-01"] {
            let refused = #expect(throws: StoreError.self) { _ = try amount(day) }
            guard case .notCountedThen(.deal, "SH/D-1", _)? = refused else {
                Issue.record("\(day)")
                return
            }
        }
    }

    @Test("a record that was not known then, or void, is refused with the change")
    func notThen() throws {
        let registry = try TestRegistry.withEveryTable()
        let voided = try #require(try registry.record { all throws(StoreError) in try all.void(.intention, 2) }).change
        func show(_ text: String, _ noun: Noun, _ change: Int64) throws(StoreError) -> [(column: String, value: Cell)] {
            try registry.ledger.show(
                RecordName(text, of: noun), from: Viewpoint(knownAt: registry.ledger.moment(ofChange: change)))
        }
        #expect(try show("SH/I-2", .intention, 2).first { $0.column == "title" }?.value == .text("意向2"))
        #expect(try show("SH/D-1", .deal, 2).first { $0.column == "amount_fen" }?.value == .integer(900))
        for (name, noun, change) in [("SH/D-1", Noun.deal, 1), ("SH", .venue, 1), ("甲 大学1", .party, 1)]
            as [(String, Noun, Int64)]
        {
            let refused = try refusal { () throws(StoreError) in _ = try show(name, noun, change) }
            guard case .notKnownThen(noun, name, change) = refused else { return wrong(refused) }
        }
        let refused = try refusal { () throws(StoreError) in _ = try show("SH/I-2", .intention, voided) }
        guard case .voidRecord(.intention, "SH/I-2") = refused else { return wrong(refused) }
    }
}
