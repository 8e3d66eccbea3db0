import Testing

@testable import SQLite

@Suite("A question asked in SQL")
struct QuestionTests {
    @Test("is asked once about each row that fulfils the rest, with the values as they lie there")
    func rows() throws {
        let connection = try Connection.inMemory()
        try connection.execute(
            "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, '氢'), (2, NULL), ('x', x'00ff'), (3, '')")
        var seen: [(Int64?, [UInt8])] = []
        try connection.define("is_asked") { values in
            seen.append((values.integer(at: 0), Array(values.bytes(at: 1))))
            return values.bytes(at: 1).count == 3
        }
        let found = try connection.query("SELECT a FROM t WHERE a <> 2 AND is_asked(a, b)") {
            (row) throws(SQLiteError) in try row.integer(at: 0)
        }
        #expect(found == [1])
        #expect(seen.map(\.0) == [1, nil, 3])
        #expect(seen.map(\.1) == [Array("氢".utf8), [0x00, 0xFF], []])
    }

    @Test("finds nothing where nothing is given, and no value where there is none")
    func missing() throws {
        let connection = try Connection.inMemory()
        try connection.define("is_asked") { values in
            values.bytes(at: 1).isEmpty && values.integer(at: 1) == nil && values.count == 1
        }
        #expect(
            try connection.query("SELECT is_asked(7)") { (row) throws(SQLiteError) in try row.integer(at: 0) } == [1])
    }

    @Test("is answered anew by what was given last, also by a statement compiled before")
    func again() throws {
        let connection = try Connection.inMemory()
        for answer in [true, false, true] {
            try connection.define("is_asked") { _ in answer }
            let told = try connection.query("SELECT is_asked(1)") { (row) throws(SQLiteError) in try row.integer(at: 0)
            }
            #expect(told == [answer ? 1 : 0])
        }
    }

    @Test("is refused to a view, which any program may have written")
    func inView() throws {
        let connection = try Connection.inMemory()
        try connection.define("is_asked") { _ in true }
        try connection.execute("CREATE VIEW v AS SELECT is_asked(1) AS a")
        let error = try #require(throws: SQLiteError.self) {
            try connection.query("SELECT a FROM v") { (row) throws(SQLiteError) in try row.integer(at: 0) }
        }
        #expect(error.message == "unsafe use of is_asked()")
    }
}
