import SQLite
import Testing

@Suite("Values")
struct ValueTests {
    @Test(
        "a value is read back as it was bound",
        arguments: [
            Value.null, 0, -1, .integer(.max), .integer(.min), 0.5, .real(-.infinity), "", "a\0b", "\0", "交易所",
            .blob([]), .blob([0, 1, 0]), .blob([0xff, 0xfe]),
        ])
    func comesBack(value: Value) throws {
        let connection = try Connection.inMemory()
        try connection.execute("CREATE TABLE kept(value ANY) STRICT")
        try connection.run("INSERT INTO kept VALUES (?)", value)
        #expect(try connection.value("SELECT value FROM kept") == value)
    }

    @Test("text is bound by its byte count, with the NUL in it")
    func nulIsCounted() throws {
        let connection = try Connection.inMemory()
        let length = try connection.first("SELECT octets FROM (SELECT length(CAST(? AS BLOB)) AS octets)", "a\0b") {
            (row) throws(SQLiteError) in try row.integer(at: 0)
        }
        #expect(length == 3)
    }

    @Test("empty text and an empty blob are not null", arguments: [Value.text(""), .blob([])])
    func emptyIsNotNull(value: Value) throws {
        let connection = try Connection.inMemory()
        let isNull = try connection.first("SELECT ? IS NULL", value) { (row) throws(SQLiteError) in
            try row.integer(at: 0)
        }
        #expect(isNull == 0)
    }

    @Test("text bound in place is read back, empty text too", arguments: ["", "a\0b", "名称"])
    func boundInPlace(text: String) throws {
        let connection = try Connection.inMemory()
        let statement = try connection.prepare("SELECT ?")
        let bytes = Array(text.utf8)
        var found: Value?
        try bytes.withUnsafeBufferPointer { buffer in
            try statement.bindText(buffer, at: 1)
            if try statement.step() { found = try statement.value(at: 0) }
            statement.reset()
        }
        #expect(found == .text(text))
    }

    @Test("a buffer without an address is empty text, not null")
    func nilBuffer() throws {
        let connection = try Connection.inMemory()
        let statement = try connection.prepare("SELECT ?")
        try statement.bindText(UnsafeBufferPointer(start: nil, count: 0), at: 1)
        let isRow = try statement.step()
        let kind = try statement.kind(at: 0)
        #expect(isRow && kind == .text)
    }

    @Test("nil binds null, whatever its type")
    func optionalsBind() throws {
        let connection = try Connection.inMemory()
        let statement = try connection.prepare("SELECT ?, ?, ?, ?, ?")
        try statement.bind(nil as Int64?, at: 1)
        try statement.bind(nil as String?, at: 2)
        try statement.bind(7 as Int64?, at: 3)
        try statement.bind("seven" as String?, at: 4)
        try statement.bind(7, at: 5)
        let isRow = try statement.step()
        #expect(isRow)
        let values = try (0..<5).map { try statement.value(at: $0) }
        #expect(values == [.null, .null, 7, "seven", 7])
        #expect(Value(nil as Int64?) == .null && Value("a" as String?) == "a")
    }

    @Test("a NaN is refused, since SQLite would keep a null")
    func nanIsRefused() throws {
        let connection = try Connection.inMemory()
        let error = try refusal { () throws(SQLiteError) in try connection.run("SELECT ?", .real(.nan)) }
        #expect(error.message == "a NaN cannot be stored")
    }

    @Test("more or fewer values than places are refused", arguments: [[Value](), [1], [1, 2, 3]])
    func wrongCount(values: [Value]) throws {
        let connection = try Connection.inMemory()
        let statement = try connection.prepare("SELECT ?, ?")
        var message: String?
        do { try statement.bind(values) } catch { message = error.message }
        #expect(message == "\(values.count) values for 2 places")
    }

    @Test("a place that is not there is refused", arguments: [0, 2, -1])
    func wrongPlace(index: Int32) throws {
        let connection = try Connection.inMemory()
        let statement = try connection.prepare("SELECT ?")
        var code: Int32?
        do { try statement.bind(1, at: index) } catch { code = error.primaryCode }
        #expect(code == 25)
    }
}
