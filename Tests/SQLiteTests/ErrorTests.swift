import SQLite
import Testing

@Suite("Errors")
struct ErrorTests {
    private func deals() throws(SQLiteError) -> Connection {
        let connection = try Connection.inMemory()
        try connection.execute(
            """
            CREATE TABLE venue(id INTEGER PRIMARY KEY, code TEXT UNIQUE) STRICT;
            CREATE TABLE deal(id INTEGER PRIMARY KEY, venue_id INTEGER REFERENCES venue(id), fen INTEGER CHECK (fen >= 0))
                STRICT;
            CREATE TRIGGER deal_stays BEFORE DELETE ON deal BEGIN SELECT RAISE(ABORT, 'a deal is never deleted'); END;
            INSERT INTO venue VALUES (1, 'SH');
            INSERT INTO deal VALUES (1, 1, 5);
            """)
        return connection
    }

    @Test(
        "a refusal names its kind",
        arguments: [
            ("INSERT INTO venue(code) VALUES ('SH')", 2067, "UNIQUE constraint failed: venue.code"),
            ("INSERT INTO venue(id) VALUES (1)", 1555, "UNIQUE constraint failed: venue.id"),
            ("DELETE FROM deal", 1811, "a deal is never deleted"),
            ("INSERT INTO deal VALUES (2, 9, 5)", 787, "FOREIGN KEY constraint failed"),
            ("INSERT INTO deal VALUES (2, 1, -1)", 275, "CHECK constraint failed: fen >= 0"),
            ("INSERT INTO deal VALUES (2, 1, 'x')", 3091, "cannot store TEXT value in INTEGER column deal.fen"),
        ])
    func kinds(sql: String, code: Int32, message: String) throws {
        let connection = try deals()
        let error = try refusal { () throws(SQLiteError) in try connection.run(sql) }
        #expect(error == SQLiteError(extendedCode: code, message: message, sql: sql))
        #expect(error.isConstraint)
        #expect(error.primaryCode == 19)
        #expect(error.isUnique == [2067, 1555].contains(code))
        #expect(error.isTrigger == (code == 1811))
        #expect(error.isForeignKey == (code == 787))
    }

    @Test(
        "a code answers to its own name alone",
        arguments: [
            (5, "busy"), (517, "busy"), (6, "busy"), (13, "full"), (11, "corrupt"), (26, "corrupt"), (10, "io"),
            (266, "io"), (8, "read only"), (1032, "read only"), (14, "cannot open"), (9, "interrupted"), (1, ""),
        ])
    func names(code: Int32, name: String) {
        let error = SQLiteError(extendedCode: code, message: "")
        let answers = [
            "busy": error.isBusy, "full": error.isFull, "corrupt": error.isCorrupt, "io": error.isInputOutput,
            "read only": error.isReadOnly, "cannot open": error.isCannotOpen, "interrupted": error.isInterrupted,
        ]
        #expect(answers.filter(\.value).map(\.key) == (name.isEmpty ? [] : [name]))
    }

    @Test("an error carries the statement, never the values bound to it")
    func noValues() throws {
        let connection = try deals()
        let sql = "INSERT INTO venue(code, id) VALUES (?, ?)"
        try connection.run(sql, "secret-code", 777)
        let error = try refusal { () throws(SQLiteError) in try connection.run(sql, "secret-code", 778) }
        #expect(error.description == "UNIQUE constraint failed: venue.code (SQLite code 2067) in: \(sql)")
    }

    @Test("a misspelt statement is refused with its text")
    func misspelt() throws {
        let connection = try deals()
        let error = try refusal { () throws(SQLiteError) in try connection.run("SELEC 1") }
        #expect(
            error
                == SQLiteError(extendedCode: 1, message: "near \"SELEC\": syntax error", sql: "SELEC 1", byteOffset: 0))
    }

    @Test(
        "an error tells at which byte of the text it was met",
        arguments: [
            ("SELECT id, codes FROM venue", 11 as Int?), ("-- 上海\nSELECT '中' + x FROM venue", 25),
            ("SELECT 1; SELECT x", 17), ("SELECT 1; SELECT 2", 10), ("SELECT count(*) FROM nowhere", nil),
        ])
    func place(sql: String, offset: Int?) throws {
        let connection = try deals()
        #expect(try refusal { () throws(SQLiteError) in _ = try connection.prepare(sql) }.byteOffset == offset)
    }

    @Test("a script's error carries the statement that failed")
    func script() throws {
        let connection = try deals()
        let script = "INSERT INTO venue VALUES (2, 'BJ');\n  -- again\nINSERT INTO venue VALUES (2, 'GD'); SELECT 1;"
        let error = try refusal { () throws(SQLiteError) in try connection.execute(script) }
        #expect(error.sql == "-- again\nINSERT INTO venue VALUES (2, 'GD');")
        #expect(try connection.value("SELECT count(*) FROM venue") == 2)
    }
}
