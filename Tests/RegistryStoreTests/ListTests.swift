import Registry
import RegistryStore
import SQLite
import Spreadsheets
import Testing

@Suite("Listing records")
struct ListTests {
    private let registry: TestRegistry

    init() throws {
        registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.addDeal("SH", "D-1", yuan: 10, on: "2022-01-01", title: "石墨烯", seller: "甲大学")
            try all.addDeal("SH", "D-2", yuan: 20, on: "2022-01-02", seller: "乙")
            try all.addDeal("SZ", "D-1", yuan: 30, on: "2022-01-02", title: "电池")
            try all.addDeal("SZ", "V-1", yuan: 40, on: "2022-01-03")
            try all.addListing("SH", "L-1", on: "2022-03-01", owner: "甲大学")
            try all.addListing("SZ", "L-2", yuan: 8, on: "2022-03-02")
            _ = try all.change.record(figure(.deals, "2"), known: nil, from: all.nextOrigin())
        }
        try registry.record { all throws(StoreError) in try all.void(.deal, 4) }
        try registry.ledger.record(registry.arrived("晨.csv"), .imported, RowCounts(), change: 3, by: .tester)
    }

    /// The values of a column, and what was told before the first row.
    private func list(_ word: String, _ column: String, _ filter: Filter = Filter()) throws -> [String] {
        let listed = try #require(Listed(word: word))
        var columns: [String] = []
        var values: [String] = []
        try registry.ledger.list(listed, filter) { names throws(StoreError) in
            columns = names
        } row: { cells throws(StoreError) in
            for (name, cell) in zip(columns, cells) where name == column { values.append(cell.plainText) }
            return true
        }
        return values
    }

    private static func day(_ text: String) -> Day? { text.withBytes { bytes in try? Day.read(bytes) } }

    private static func filter(_ set: (inout Filter) -> Void) -> Filter {
        var filter = Filter()
        set(&filter)
        return filter
    }

    @Test(
        "each filter keeps what it says, newest first",
        arguments: [
            (filter { _ in }, ["20", "30", "10"]),
            (filter { $0.venue = "SH" }, ["20", "10"]), (filter { $0.venue = "S" }, []),
            (filter { $0.party = "甲" }, ["10"]), (filter { $0.party = "丙" }, []),
            (filter { $0.text = "墨" }, ["10"]), (filter { $0.text = "D-1" }, ["30", "10"]),
            (filter { $0.text = "%" }, []),
            (filter { $0.from = day("2022-01-02") }, ["20", "30"]), (filter { $0.to = day("2022-01-01") }, ["10"]),
            (
                filter {
                    $0.from = day("2022-01-01"); $0.to = day("2022-01-01")
                }, ["10"]
            ),
            (filter { $0.least = Amount(fen: 2000) }, ["20", "30"]),
            (filter { $0.most = Amount(fen: 2000) }, ["20", "10"]),
            (filter { $0.kind = "transfer" }, ["20", "30", "10"]), (filter { $0.kind = "licence" }, []),
            (filter { $0.limit = 1 }, ["20"]), (filter { $0.limit = 0 }, []),
            (
                filter {
                    $0.venue = "SH"; $0.most = Amount(fen: 1999)
                }, ["10"]
            ),
        ] as [(Filter, [String])])
    func filters(filter: Filter, yuan: [String]) throws {
        #expect(try list("deals", "amount_yuan", filter) == yuan.map { "\($0).00" })
    }

    @Test(
        "everything that can be listed is",
        arguments: [
            ("venues", "code", ["KY", "SH", "SZ"]), ("party", "name", ["乙", "甲大学"]), ("intentions", "code", []),
            ("listing", "asking_price_yuan", ["8.00", ""]), ("deals", "seller", ["乙", "", "甲大学"]),
            ("changes", "change_id", ["4", "3", "2", "1"]), ("files", "file_name", ["1.csv"]),
            ("arrivals", "outcome", ["imported"]), ("figures", "value", ["2"]),
        ] as [(String, String, [String])])
    func everything(word: String, column: String, values: [String]) throws {
        #expect(try list(word, column) == values)
    }

    @Test("what can be listed is listed, what not is no word for it")
    func words() {
        for word in Listed.words { #expect(Listed(word: word) != nil) }
        for word in ["", "dealss", "Deals", "change_part", "daily_total"] { #expect(Listed(word: word) == nil) }
    }

    @Test(
        "a filter that says nothing of such rows is named",
        arguments: [
            ("party", filter { $0.venue = "SH" }, "--venue"), ("changes", filter { $0.venue = "SH" }, "--venue"),
            ("figures", filter { $0.party = "甲" }, "--party"), ("venues", filter { $0.party = "甲" }, "--party"),
            ("files", filter { $0.from = day("2022-01-01") }, "--from"),
            ("party", filter { $0.to = day("2022-01-01") }, "--to"),
            ("venues", filter { $0.kind = "transfer" }, "--kind"), ("payments", filter { $0.kind = "fee" }, nil),
            ("venues", filter { $0.least = Amount(fen: 1) }, "--min"),
            ("changes", filter { $0.most = Amount(fen: 1) }, "--max"),
            (
                "files",
                filter {
                    $0.venue = "SH"; $0.text = "a"; $0.limit = 1
                }, nil
            ),
            (
                "listings",
                filter {
                    $0.venue = "SH"; $0.party = "a"; $0.from = day("2022-01-01"); $0.least = Amount(fen: 1)
                }, nil
            ),
            (
                "arrivals",
                filter {
                    $0.from = day("2022-01-01"); $0.to = day("2022-01-01")
                }, nil
            ),
        ] as [(String, Filter, String?)])
    func useless(word: String, filter: Filter, option: String?) throws {
        #expect(registry.ledger.uselessFilter(filter, of: try #require(Listed(word: word))) == option)
    }

    @Test("a day of changes and arrivals is one of the registry's zone", arguments: ["changes", "arrivals"])
    func days(word: String) throws {
        let raw = try registry.stranger()
        try raw.setTriggers(enabled: false)
        // One o'clock on the 21st in Shanghai.
        let stamp = "2022-06-20T17:00:00.000000Z"
        try raw.run("UPDATE change SET recorded_at = ? WHERE id = 2", .text(stamp))
        try raw.run("UPDATE arrival SET arrived_at = ?", .text(stamp))
        for (day, count) in [("2022-06-20", 0), ("2022-06-21", 1), ("2022-06-22", 0)] {
            let filter = Self.filter {
                $0.from = Self.day(day); $0.to = Self.day(day)
            }
            #expect(try list(word, "change_id", filter).count == count, "\(day)")
        }
    }

    @Test("listing ends where nobody wants more")
    func stops() throws {
        var rows = 0
        try registry.ledger.list(.noun(.deal), Filter()) { _ throws(StoreError) in
        } row: { _ throws(StoreError) in
            rows += 1
            return rows < 2
        }
        #expect(rows == 2)
    }
}
