import Registry
import RegistryStore
import SQLite
import Spreadsheets
import Testing

@Suite("Taking back corrections of every kind")
struct ReversalTests {
    private static func totals(_ ledger: Ledger) throws -> [String] {
        try ledger.connection.query(
            """
            SELECT measure || ' ' || dimension || ' ' || dimension_key || ' ' || day || ' ' || count || ' ' || fen
            FROM daily_total WHERE count <> 0 OR fen <> 0 ORDER BY 1
            """
        ) { row throws(SQLiteError) in try row.text(at: 0) }
    }

    @Test("and taking that back leaves every total and every view as it was", arguments: [71, 72, 74, 75] as [UInt64])
    func backAndForth(seed: UInt64) throws {
        let ledger = try BusyRegistry(seed: seed, changes: 120).ledger
        let newest = try #require(try ledger.newestMoment()).change
        let events = try ledger.connection.first(
            """
            SELECT (SELECT count(*) FROM deal_event) + (SELECT count(*) FROM listing_event)
              + (SELECT count(*) FROM former_code) + (SELECT count(*) FROM party_merge)
            """
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
        #expect((events ?? 0) > 2)
        let before = try Self.totals(ledger)
        let records = try Self.records(ledger)
        var reverted = 0
        for number in 2...newest {
            let reversal: Reversal
            do throws(StoreError) {
                reversal = try ledger.revert(number, by: BusyRegistry.author)
            } catch {
                switch error {
                // What would leave more paid out than came in is refused.
                case .nothingTakenBack, .revertedAlready, .refused: break
                default: throw error
                }
                #expect(try Self.totals(ledger) == before, "change \(number)")
                continue
            }
            reverted += 1
            try expectSums(ledger)
            let receipt = try #require(reversal.receipt)
            let back = try ledger.revert(receipt.change, wholly: true, by: BusyRegistry.author)
            #expect(back.isWhole)
            #expect(try Self.totals(ledger) == before, "change \(number)")
            #expect(try Self.records(ledger) == records, "change \(number)")
        }
        #expect(reverted > 12)
    }

    /// What people read of every record.
    private static func records(_ ledger: Ledger) throws -> [String] {
        var rows: [String] = []
        for listed in Noun.allCases.map(Listed.noun) {
            try ledger.list(listed, Filter()) { _ throws(StoreError) in
            } row: { cells throws(StoreError) in
                // But for the change that made the version, and the file's last columns.
                rows.append(cells.map(\.plainText).dropLast(listed == .noun(.listing) ? 3 : 1).joined(separator: "|"))
                return true
            }
        }
        return rows
    }

    /// The totals are what the records, walked through one by one, add up to.
    private func expectSums(_ ledger: Ledger) throws {
        let day = Day(number: 18_925)
        let totals = try ledger.totals(asOf: day, knownAt: nil)
        for noun in [Noun.venue, .intention, .listing, .deal] {
            var sum: [Measure: Total] = [:]
            try ledger.explain(noun, from: Viewpoint(asOf: day)) { explained throws(StoreError) in
                let flow = explained.flow
                sum[flow.measure] = (sum[flow.measure] ?? Total()) + Total(count: flow.count, fen: flow.fen)
                return true
            }
            for (measure, total) in sum { #expect(totals[measure] ?? Total() == total) }
        }
    }
}
