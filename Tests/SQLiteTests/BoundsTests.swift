import SQLite
import Testing

@Suite("What a statement may do")
struct BoundsTests {
    private func venues() throws(SQLiteError) -> Connection {
        let connection = try Connection.inMemory()
        try connection.execute(
            "CREATE TABLE venue(id INTEGER PRIMARY KEY, code TEXT); CREATE VIEW v AS SELECT code FROM venue")
        return connection
    }

    /// What the authorizer was asked about, for statements that it allows.
    private func acts(of sql: String) throws -> [String] {
        let connection = try venues()
        var asked: [String] = []
        try connection.setAuthorizer { act, within in
            asked.append("\(act)\(within.map { " in \($0)" } ?? "")")
            return true
        }
        _ = try connection.prepare(sql)
        return asked
    }

    @Test("every act is told, with the view in which it stands")
    func told() throws {
        #expect(
            try acts(of: "SELECT upper(code) FROM venue") == [
                "select", #"call(function: "upper")"#, #"read(table: "venue", column: "code", schema: "main")"#,
            ])
        #expect(
            try acts(of: "SELECT code FROM v").contains(
                #"read(table: "venue", column: "code", schema: "main") in v"#))
        #expect(
            try acts(of: "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c")
                .contains("recurse in c"))
        #expect(
            try acts(of: "PRAGMA user_version = 3") == [#"pragma(name: "user_version", argument: Optional("3"))"#])
        #expect(try acts(of: "DELETE FROM venue").first == #"other(verb: "DELETE", object: Optional("venue"))"#)
        #expect(
            try acts(of: "ALTER TABLE venue ADD COLUMN x").first
                == #"other(verb: "ALTER TABLE", object: Optional("venue"))"#)
    }

    @Test(
        "what is not allowed is refused before it runs, what was compiled before it too",
        arguments: ["DELETE FROM venue", "ATTACH ':memory:' AS other", "CREATE TABLE a(b)", "BEGIN"])
    func refused(sql: String) throws {
        let connection = try venues()
        try connection.run("INSERT INTO venue (code) VALUES ('SH')")
        do { _ = try connection.prepare("DELETE FROM venue") }
        try connection.setAuthorizer { act, _ in
            switch act {
            case .select, .read, .call: true
            default: false
            }
        }
        #expect(try refusal { () throws(SQLiteError) in try connection.run(sql) }.isNotAuthorized)
        #expect(try connection.value("SELECT count(*) FROM venue") == 1)
    }

    @Test("a statement is asked whether it goes on, and ends where it may not")
    func progress() throws {
        let connection = try venues()
        var calls = 0
        connection.setProgressHandler(everySteps: 100) {
            calls += 1
            return calls < 5
        }
        let endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"
        #expect(try refusal { () throws(SQLiteError) in _ = try connection.value(endless) }.isInterrupted)
        #expect(calls == 5)
    }

    @Test(
        "a limit is kept",
        arguments: [
            (Limit.length, 1000, "SELECT zeroblob(1001)"), (.columns, 2, "SELECT 1, 2, 3"),
            (.expressionDepth, 3, "SELECT 1 + 1 + 1 + 1"), (.compoundSelects, 1, "SELECT 1 UNION ALL SELECT 2"),
            (.statementLength, 10, "SELECT 1234"), (.functionArguments, 2, "SELECT max(1, 2, 3)"),
            (.attachedDatabases, 0, "ATTACH ':memory:' AS other"), (.patternLength, 2, "SELECT 'a' LIKE '%%%'"),
            (.parameters, 1, "SELECT ?2"), (.instructions, 3, "SELECT 1 FROM venue, venue"),
        ])
    func limits(limit: Limit, value: Int32, sql: String) throws {
        let connection = try venues()
        _ = try connection.prepare(sql)
        let bounded = try venues()
        bounded.setLimit(limit, to: value)
        let error = try refusal { () throws(SQLiteError) in _ = try bounded.value(sql) }
        #expect(error.isTooLong || error.isOfStatement || error.isOutOfMemory, "\(error)")
    }

    @Test("a statement tells whether it writes, and the names of its places")
    func described() throws {
        let connection = try venues()
        #expect(try connection.prepare("SELECT 1").isReadOnly)
        #expect(try !connection.prepare("DELETE FROM venue").isReadOnly)
        #expect(try connection.prepare("SELECT :a, @b, $c, ?, :a").parameterNames == [":a", "@b", "$c", nil])
    }

    @Test("memory cannot be limited once it is in use")
    func late() throws {
        _ = try Connection.inMemory()
        let error = try refusal { () throws(SQLiteError) in try Library.limitMemory(bytes: 1 << 20) }
        #expect(error.isMisuse)
    }
}
