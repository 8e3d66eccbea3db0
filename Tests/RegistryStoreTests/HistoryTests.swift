import Registry
import SQLite
import Spreadsheets
import Testing

@testable import RegistryStore

@Suite("The history of a record")
struct HistoryTests {
    @Test("its entries, one after the other, make the record what it is", arguments: [61, 62] as [UInt64])
    func whole(seed: UInt64) throws {
        let registry = try TestRegistry.atRandom(seed: seed)
        let ledger = registry.ledger
        let newest = try #require(try ledger.newestMoment()).change
        var corrections = 0
        for noun in Noun.allCases {
            let ids = try ledger.connection.query("SELECT id FROM \(noun.rawValue)") {
                row throws(SQLiteError) in
                try row.integer(at: 0)
            }
            for id in ids {
                let name = try RecordName(ledger.name(of: noun, id), of: noun)
                var fields: [String: Cell] = [:]
                var isVoid = false
                var last: Int64 = 0
                for entry in try ledger.history(of: name) {
                    #expect(entry.change.number >= last)
                    last = entry.change.number
                    isVoid = entry.deed == .voided || isVoid && entry.deed != .restored
                    if entry.deed == .corrected { corrections += 1 }
                    guard let difference = entry.difference else { continue }
                    #expect(fields[difference.field] ?? .null == difference.old)
                    fields[difference.field] = difference.new
                }
                let whole = try ledger.differences(of: noun, id, in: Span(after: 0, through: newest))
                #expect(
                    fields.filter { $0.value != .null }
                        == Dictionary(uniqueKeysWithValues: whole.map { ($0.field, $0.new) }), "\(noun) \(name)")
                #expect(try ledger.find(name)?.isVoid == isVoid)
            }
        }
        #expect(corrections > 5)
    }

    @Test("tells who, why and from which row, and what became of the record")
    func told() throws {
        let registry = try TestRegistry.withEveryTable()
        let entries = try registry.ledger.history(of: RecordName("SH/D-1", of: .deal))
        let corrected = try #require(entries.first { $0.deed == .corrected })
        #expect(
            corrected.difference == FieldDifference(field: "kind", old: .text("transfer"), new: .text("licence")))
        #expect(corrected.difference?.isMoney == false)
        #expect(corrected.file == "2.csv" && corrected.fileRow == 7)
        #expect(corrected.change.actor == "登记员" && corrected.change.reason == "as, \"told\"")
        let events = entries.filter { $0.event != nil }
        #expect(events.map(\.deed) == [.event, .eventCorrected])
        #expect(events.allSatisfy { $0.event == "amended" && $0.effectiveOn == "2022-05-01" })
        #expect(events.map(\.difference?.new) == [.integer(500), .integer(600)])
        let added = entries.filter { $0.deed == .added }.compactMap(\.difference)
        #expect(added.contains(FieldDifference(field: "seller", old: .null, new: .text("丙1"))))
        #expect(added.contains(FieldDifference(field: "listing", old: .null, new: .text("L-1"))))
    }

    @Test("a record that is not there has none")
    func unknown() throws {
        let registry = try TestRegistry()
        let name = try RecordName("SH/D-1", of: .deal)
        let refused = try refusal { () throws(StoreError) in _ = try registry.ledger.history(of: name) }
        guard case .unknownRecord(.deal, "SH/D-1") = refused else { return wrong(refused) }
    }

    @Test("the views of versions hold what a list as known then shows", arguments: [63, 64] as [UInt64])
    func views(seed: UInt64) throws {
        let registry = try TestRegistry.atRandom(seed: seed)
        let ledger = registry.ledger
        let newest = try #require(try ledger.newestMoment()).change
        for change in 1...newest {
            let viewpoint = Viewpoint(knownAt: try ledger.moment(ofChange: change))
            for noun in Noun.allCases {
                var listed: Int64 = 0
                try ledger.list(.noun(noun), Filter(), from: viewpoint) { _ throws(StoreError) in
                } row: { _ throws(StoreError) in
                    listed += 1
                    return true
                }
                let known = try ledger.connection.number(
                    """
                    SELECT count(*) FROM \(noun.rawValue)_versions WHERE from_change <= \(change)
                      AND (until_change IS NULL OR until_change > \(change)) AND is_void = 0
                    """)
                #expect(known == listed, "\(noun) at \(change)")
            }
        }
    }
}

@Suite("What moved a figure")
struct FigureMoverTests {
    private let registry: TestRegistry
    private let ledger: Ledger

    init() throws {
        registry = try TestRegistry()
        ledger = registry.ledger
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 1, on: "2022-01-01") }
        _ = try ledger.publish(asOf: Day(number: 19_200), source: "年报", by: .tester)
        try registry.record { all throws(StoreError) in
            _ = try all.change.record(figure(.deals, "1"), known: nil, from: .hand)
        }
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-2", yuan: 2, on: "2022-06-22") }
        try registry.record { all throws(StoreError) in try all.addListing("SH", "L-1", on: "2022-01-01") }
        try registry.record { all throws(StoreError) in try all.void(.deal, 1) }
    }

    private func movers(_ metric: Metric, own: Bool, at change: Int64? = nil) throws -> [String] {
        let kept = try #require(try ledger.figures().first { $0.figure.metric == metric && $0.isOwn == own })
        let moment = try change.map { number throws(StoreError) in try ledger.moment(ofChange: number) }
        return try ledger.movers(of: kept, knownAt: moment).map { "\($0.change.number): \($0.moved)" }
    }

    @Test("since it was published from here, the newest first")
    func own() throws {
        #expect(try movers(.deals, own: true) == ["8: -1", "6: 1"])
        #expect(try movers(.dealAmount, own: true) == ["8: -100", "6: 200"])
        #expect(try movers(.listings, own: true) == ["7: 1"])
        #expect(try movers(.intentions, own: true) == [])
        #expect(try movers(.deals, own: true, at: 7) == ["6: 1"])
        #expect(try movers(.deals, own: true, at: 3) == [])
    }

    @Test("since it was recorded, where it is older than the registry, and only up to its day")
    func reported() throws {
        // Of 2022-06-21: the second deal is of the day after.
        #expect(try movers(.deals, own: false) == ["8: -1"])
    }
}
