import Registry
import RegistryStore
import SQLite
import Spreadsheets
import TestSupport
import Testing

@Suite("A statement that somebody typed")
struct InquiryTests {
    /// The rows of a statement, as known after a change or now.
    private static func rows(
        _ path: String, _ sql: String, _ parameters: [String: Value] = [:], after change: Int64? = nil
    ) throws -> [[Cell]] {
        try rows(inquiry(path, after: change), sql, parameters)
    }

    private static func inquiry(_ path: String, after change: Int64? = nil) throws -> Inquiry {
        try Inquiry(Ledger(at: path, for: .readOnly)) { ledger throws(StoreError) in
            guard let change else { return nil }
            return try ledger.moment(ofChange: change)
        } while: {
            true
        }
    }

    private static func rows(
        _ inquiry: Inquiry, _ sql: String, _ parameters: [String: Value] = [:]
    ) throws(InquiryFault) -> [[Cell]] {
        var rows: [[Cell]] = []
        try inquiry.ask(sql, parameters, begin: { _ in }) { rows.append($0.map(\.cell)) }
        return rows
    }

    private static let everything =
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name <> 'migration' ORDER BY name"

    @Test(
        "as known at a change, every table and view is what it was then", arguments: [21, 22] as [UInt64],
        [false, true])
    func asKnown(seed: UInt64, inBulk: Bool) throws {
        var seen: [(change: Int64, tables: [String: [[Cell]]])] = []
        let registry = try TestRegistry.atRandom(seed: seed, inBulk: inBulk) { registry in
            seen.append((try registry.ledger.newestMoment()?.change ?? 0, try Self.tables(of: registry.path)))
        }
        #expect(seen.count > 10)
        for (change, then) in seen {
            #expect(then.count > 60)
            let now = try Self.tables(of: registry.path, after: change)
            for (name, rows) in then { #expect(now[name] == rows, "\(name) after change \(change)") }
        }
    }

    /// The rows of every table and view.
    private static func tables(of path: String, after change: Int64? = nil) throws -> [String: [[Cell]]] {
        let inquiry = try inquiry(path, after: change)
        var tables: [String: [[Cell]]] = [:]
        for name in try rows(inquiry, everything).map({ $0[0].plainText }) {
            tables[name] = try sorted(rows(inquiry, "SELECT * FROM \(name)"))
        }
        return tables
    }

    private static func sorted(_ rows: [[Cell]]) -> [[Cell]] {
        rows.sorted { $0.map(\.plainText).lexicographicallyPrecedes($1.map(\.plainText)) }
    }

    @Test("as known at a change, sums are the totals of then, after every kind of correction")
    func totals() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.follow(
            """
            deal SH/D-1 2022-03-01
            deal-file SZ/D-2 2022-04-01
            amount SH/D-1 55.55
            amend SZ/D-2 80 2022-05-01
            move SH/D-1 SZ/D-9
            terminate SZ/D-2 2022-06-01
            void SZ/D-9
            revert 9
            """)
        let newest = try #require(try registry.ledger.newestMoment()?.change)
        #expect(newest == 10)
        for change in 2...newest {
            let moment = try registry.ledger.moment(ofChange: change)
            let total = try registry.ledger.totals(asOf: registry.ledger.today, knownAt: moment)[.deal] ?? Total()
            #expect(
                try Self.rows(
                    registry.path, "SELECT count(*), coalesce(sum(amount_fen), 0) FROM deals", after: change)
                    == [[.integer(total.count), .integer(total.fen)]], "after change \(change)")
        }
    }

    @Test("the present is not read where a state before was asked for")
    func present() throws {
        let registry = try TestRegistry.withEveryTable()
        for sql in ["SELECT code FROM main.deal", "WITH x AS (SELECT code FROM main.deal) SELECT * FROM x"] {
            let fault = #expect(throws: InquiryFault.self) { _ = try Self.rows(registry.path, sql, after: 2) }
            #expect(fault == .notReading(.present(table: "deal")))
            #expect(try Self.rows(registry.path, sql).count == 2)
        }
    }

    @Test("values are bound by name, and none is missing or over")
    func parameters() throws {
        let registry = try TestRegistry()
        let given: [String: Value] = ["a": "1", "b": 2, "c": 2.5]
        #expect(
            try Self.rows(registry.path, "SELECT :a, @b, $c, :a", given)
                == [[.text("1"), .integer(2), .decimal("2.5"), .text("1")]])
        for (sql, fault) in [
            ("SELECT :a, :b, :d", InquiryFault.ParameterFault.missing("d")), ("SELECT ?", .unnamed),
            ("SELECT ?7", .unnamed), ("SELECT :a, :b", .unknown("c", known: ["a", "b"])),
        ] {
            let refused = #expect(throws: InquiryFault.self) { _ = try Self.rows(registry.path, sql, given) }
            #expect(refused == .parameter(fault), "\(sql)")
        }
    }

    @Test(
        "what is refused is named",
        arguments: [
            ("DELETE FROM deal", InquiryFault.notReading(.statement(verb: "DELETE"))),
            ("/* quietly */ -- so\n uPdAtE deals SET code = 1", .notReading(.statement(verb: "UPDATE"))),
            ("EXPLAIN DELETE FROM deal", .notReading(.act(verb: "DELETE", object: "deal"))),
            (
                "WITH x AS (SELECT 1) INSERT INTO change DEFAULT VALUES",
                .notReading(.act(verb: "INSERT", object: "change"))
            ),
            ("SELECT fts3_tokenizer('simple')", .notReading(.function("fts3_tokenizer"))),
            ("PRAGMA user_version = 7", .notReading(.pragma("user_version"))),
            ("SELECT * FROM dbstat", .notReading(.table("dbstat"))),
            ("SELECT * FROM pragma_optimize", .notReading(.table("pragma_optimize"))),
            ("PRAGMA journal_mode('delete')", .notReading(.pragma("journal_mode"))),
            (
                "WITH x AS (SELECT 1) UPDATE sqlite_schema SET sql = ''",
                .notReading(.statement(verb: "UPDATE"))
            ),
            ("VACUUM", .notReading(.statement(verb: "VACUUM"))),
            ("explain query plan VACUUM", .notReading(.statement(verb: "VACUUM"))),
            ("EXPLAIN DELETE FROM deals", .notReading(.statement(verb: "DELETE"))),
            (
                "WITH x(a, b) AS MATERIALIZED (SELECT 1, ')'), y AS (SELECT 3) UPDATE deals SET code = 1",
                .notReading(.statement(verb: "UPDATE"))
            ),
            (
                "WITH \"update\" AS (SELECT 1), replace AS (SELECT 2) SELECT missing FROM replace",
                .wrong(message: "no such column: missing", byteOffset: 58)
            ),
            (
                "SELECT 'dela' AS dela, /* FROM dela */ 1 FROM Dela",
                .wrong(message: "no such table: Dela", byteOffset: 46)
            ),
            ("SELECT * FROM deals, main.[no such]", .wrong(message: "no such table: main.no such", byteOffset: 26)),
            ("SELEC 1", .wrong(message: "near \"SELEC\": syntax error", byteOffset: 0)),
            ("SELECT 1; DELETE FROM deal", .notReading(.act(verb: "DELETE", object: "deal"))),
            ("SELECT 1; SELECT 2", .wrong(message: "the text holds more than one statement", byteOffset: 10)),
            ("-- nothing", .wrong(message: "the text holds no statement", byteOffset: nil)),
            ("SELECT abs(-9223372036854775808)", .wrong(message: "integer overflow", byteOffset: nil)),
            ("SELECT zeroblob(20000000)", .tooLong(bytes: 16 << 20)),
        ])
    func refused(sql: String, fault: InquiryFault) throws {
        let registry = try TestRegistry.withEveryTable()
        let found = #expect(throws: InquiryFault.self) { _ = try Self.rows(registry.path, sql) }
        #expect(found == fault)
    }

    @Test(
        "what only tells is allowed",
        arguments: [
            "SELECT name FROM pragma_table_info('deal')", "PRAGMA table_list", "PRAGMA user_version",
            "SELECT value FROM json_each('[1, 2]')", "EXPLAIN QUERY PLAN SELECT * FROM deals", "VALUES (1), (2)",
            "SELECT sql FROM sqlite_schema", "WITH x AS (SELECT 1) SELECT count(*) FROM x",
            "SELECT rank() OVER (ORDER BY code), group_concat(code) OVER () FROM deal", "; ;SELECT 1; -- so",
        ])
    func allowed(sql: String) throws {
        let registry = try TestRegistry.withEveryTable()
        #expect(try !Self.rows(registry.path, sql).isEmpty)
        #expect(try !Self.rows(registry.path, sql, after: 2).isEmpty)
    }

    @Test("a statement ends when it is told that its time is over")
    func ended() throws {
        let registry = try TestRegistry()
        let inquiry = try Inquiry(Ledger(at: registry.path, for: .readOnly)) { _ in
            nil
        } while: {
            false
        }
        let endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"
        #expect(throws: InquiryFault.outOfTime) { _ = try Self.rows(inquiry, endless) }
    }

    @Test("rows end where the output does")
    func output() throws {
        let registry = try TestRegistry()
        let inquiry = try Inquiry(Ledger(at: registry.path, for: .readOnly)) { _ in
            nil
        } while: {
            true
        }
        var taken = 0
        #expect(throws: InquiryFault.output(.brokenPipe)) {
            try inquiry.ask("VALUES (1), (2), (3)", [:], begin: { _ in }) { _ throws(WriteError) in
                taken += 1
                throw .brokenPipe
            }
        }
        #expect(taken == 1)
    }
}
