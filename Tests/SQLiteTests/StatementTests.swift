import Testing

@testable import SQLite

@Suite("Statements")
struct StatementTests {
    @Test("two users of one text never share a statement")
    func nested() throws {
        let connection = try Connection.inMemory()
        let sql = "SELECT value FROM json_each('[1,2,3]')"
        var pairs: [[Int64]] = []
        try connection.forEach(sql) { (outer) throws(SQLiteError) in
            let left = try outer.integer(at: 0)
            try connection.forEach(sql) { (inner) throws(SQLiteError) in
                pairs.append([left, try inner.integer(at: 0)])
                return true
            }
            return true
        }
        #expect(pairs == [[1, 1], [1, 2], [1, 3], [2, 1], [2, 2], [2, 3], [3, 1], [3, 2], [3, 3]])
        #expect(connection.database.cache.count == 1)
    }

    @Test("a dropped statement returns without its row and its values")
    func returnsClean() throws {
        let connection = try Connection.inMemory()
        let first = try connection.prepare("SELECT ?")
        let address = first.pointer
        try first.bind("left behind", at: 1)
        let isRow = try first.step()
        #expect(isRow && connection.database.cache.count == 0)
        _ = consume first
        #expect(connection.database.cache.count == 1)
        let second = try connection.prepare("SELECT ?")
        let isSame = second.pointer == address
        let isRowAgain = try second.step()
        let value = try second.value(at: 0)
        #expect(isSame && isRowAgain && value == .null)
    }

    @Test("the cache keeps no more than its limit", arguments: [0, 2])
    func limit(limit: Int) throws {
        let connection = try Connection(path: ":memory:", mode: .create, cachedStatements: limit)
        for number in 0..<5 { try connection.run("SELECT \(number)") }
        #expect(connection.database.cache.count == limit)
        #expect(try connection.value("SELECT 4") == 4)
    }

    @Test("a statement works on after its connection is gone, and closes the database when dropped")
    func outlives() throws {
        weak var database: Database?
        func orphan() throws(SQLiteError) -> Statement {
            let connection = try Connection.inMemory()
            database = connection.database
            try connection.execute("CREATE TABLE venue(code TEXT) STRICT; INSERT INTO venue VALUES ('SH')")
            return try connection.prepare("SELECT code FROM venue")
        }
        let statement = try orphan()
        let isRow = try statement.step()
        let code = try statement.text(at: 0)
        #expect(isRow && code == "SH" && database != nil)
        _ = consume statement
        #expect(database == nil)
    }

    @Test("a statement that has failed can be bound and run again")
    func runsAgain() throws {
        let connection = try Connection.inMemory()
        try connection.execute("CREATE TABLE venue(id INTEGER PRIMARY KEY) STRICT; INSERT INTO venue VALUES (1)")
        let insert = try connection.prepare("INSERT INTO venue VALUES (?)")
        var refusals = 0
        for id in Int64(1)...3 {
            try insert.bind(id, at: 1)
            do { try insert.run() } catch { refusals += 1 }
        }
        #expect(refusals == 1)
        #expect(try connection.value("SELECT count(*) FROM venue") == 3)
    }

    @Test("binding to a statement that stands on a row is refused, and the row stays")
    func bindOnRow() throws {
        let connection = try Connection.inMemory()
        let statement = try connection.prepare("SELECT 'kept', ?")
        _ = try statement.step()
        var code: Int32?
        do { try statement.bind(1, at: 1) } catch { code = error.primaryCode }
        let text = try statement.text(at: 0)
        #expect(code == 21 && text == "kept")
    }

    @Test(
        "only a single statement is prepared",
        arguments: [
            ("", "the text holds no statement"), (" -- a note", "the text holds no statement"),
            (";", "the text holds no statement"), ("SELECT 1; SELECT 2", "the text holds more than one statement"),
            ("SELECT 1;\0SELECT 2", "the text of a statement holds a NUL"),
        ])
    func single(sql: String, message: String) throws {
        let connection = try Connection.inMemory()
        let error = try refusal { () throws(SQLiteError) in try connection.run(sql) }
        #expect(error.message == message)
        #expect(error.sql == sql)
    }

    @Test("space, comments and semicolons after a statement are nothing", arguments: ["", ";", "; -- end\n", ";;\n"])
    func tail(tail: String) throws {
        let connection = try Connection.inMemory()
        #expect(try connection.value("SELECT 1" + tail) == 1)
    }

    @Test("a count of changed rows is that of the statement, not of the one before")
    func changes() throws {
        let connection = try Connection.inMemory()
        #expect(try connection.run("CREATE TABLE venue(id INTEGER PRIMARY KEY) STRICT") == 0)
        #expect(try connection.run("INSERT INTO venue VALUES (4), (5), (6)") == 3)
        #expect(connection.lastInsertedID == 6)
        #expect(try connection.run("CREATE INDEX venue_id ON venue(id)") == 0)
        #expect(try connection.run("UPDATE venue SET id = id WHERE id > ?", 100) == 0)
        #expect(try connection.run("DELETE FROM venue WHERE id > ?", 4) == 2)
        #expect(connection.changes == 2 && connection.totalChanges == 5)
    }

    @Test("rows are read all, first, or until enough")
    func reading() throws {
        let connection = try Connection.inMemory()
        let sql = "SELECT value FROM json_each(?)"
        let all = try connection.query(sql, "[1,2,3]") { (row) throws(SQLiteError) in try row.integer(at: 0) }
        let first = try connection.first(sql, "[1,2,3]") { (row) throws(SQLiteError) in try row.integer(at: 0) }
        let none = try connection.first(sql, "[]") { (row) throws(SQLiteError) in try row.integer(at: 0) }
        var seen = 0
        try connection.forEach(sql, "[1,2,3]") { _ in
            seen += 1
            return seen < 2
        }
        #expect(all == [1, 2, 3] && first == 1 && none == nil && seen == 2)
    }
}
