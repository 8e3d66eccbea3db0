import SQLite
import Testing

@Suite("Columns")
struct ColumnTests {
    typealias Reader = @Sendable (borrowing Row) throws(SQLiteError) -> Void
    static let readers: [(ValueKind, Reader)] = [
        (.integer, { (row) throws(SQLiteError) in _ = try row.integer(at: 1) }),
        (.integer, { (row) throws(SQLiteError) in _ = try row.optionalInteger(at: 1) }),
        (.real, { (row) throws(SQLiteError) in _ = try row.real(at: 1) }),
        (.real, { (row) throws(SQLiteError) in _ = try row.optionalReal(at: 1) }),
        (.text, { (row) throws(SQLiteError) in _ = try row.text(at: 1) }),
        (.text, { (row) throws(SQLiteError) in _ = try row.optionalText(at: 1) }),
        (.text, { (row) throws(SQLiteError) in try row.withTextBytes(at: 1) { _ in } }),
        (.blob, { (row) throws(SQLiteError) in _ = try row.blob(at: 1) }),
        (.blob, { (row) throws(SQLiteError) in _ = try row.optionalBlob(at: 1) }),
    ]
    static let values: [Value] = [7, 0.5, "7", .blob([7])]

    @Test("a column of another type is refused, never converted", arguments: 0..<readers.count, values)
    func mismatch(reader: Int, value: Value) throws {
        let (expected, read) = Self.readers[reader]
        let connection = try Connection.inMemory()
        let sql = "SELECT 0 AS id, ? AS amount_fen"
        let body = { () throws(SQLiteError) in _ = try connection.first(sql, value, row: read) }
        if value.kind == expected {
            try body()
        } else {
            let error = try refusal(body)
            let mismatch = ColumnMismatch(column: 1, name: "amount_fen", expected: expected, found: value.kind)
            #expect(error.mismatch == mismatch)
            #expect(error.sql == sql)
            #expect(error.description.contains("column 1 (amount_fen) is expected to be \(expected.rawValue)"))
        }
    }

    @Test("null is nil to a reader of optionals, and refused by the others", arguments: 0..<readers.count)
    func null(reader: Int) throws {
        let (expected, read) = Self.readers[reader]
        let connection = try Connection.inMemory()
        let body = { () throws(SQLiteError) in _ = try connection.first("SELECT 0, NULL AS a", row: read) }
        if [1, 3, 5, 8].contains(reader) {
            try body()
        } else {
            let error = try refusal(body)
            #expect(error.mismatch == ColumnMismatch(column: 1, name: "a", expected: expected, found: .null))
        }
    }

    @Test("each reader gives what is stored")
    func reads() throws {
        let connection = try Connection.inMemory()
        let statement = try connection.prepare("SELECT 7 AS n, 0.5, 'a' || char(0), x'0001', NULL, ''")
        let isRow = try statement.step()
        #expect(isRow)
        let integer = try statement.integer(at: 0)
        let optionalInteger = try statement.optionalInteger(at: 0)
        let noInteger = try statement.optionalInteger(at: 4)
        let real = try statement.real(at: 1)
        let noReal = try statement.optionalReal(at: 4)
        let text = try statement.text(at: 2)
        let noText = try statement.optionalText(at: 4)
        let emptyText = try statement.optionalText(at: 5)
        let bytes = try statement.withTextBytes(at: 2) { Array($0) }
        let blob = try statement.blob(at: 3)
        let noBlob = try statement.optionalBlob(at: 4)
        #expect(integer == 7 && optionalInteger == 7 && noInteger == nil)
        #expect(real == 0.5 && noReal == nil)
        #expect(text == "a\0" && noText == nil && emptyText == "" && bytes == [0x61, 0])
        #expect(blob == [0, 1] && noBlob == nil)
        let name = try statement.columnName(at: 0)
        let count = statement.columnCount
        #expect(name == "n" && count == 6)
    }

    @Test("text that is not UTF-8 is refused, but its bytes can be had")
    func notUTF8() throws {
        let connection = try Connection.inMemory()
        let sql = "SELECT CAST(x'61ff' AS TEXT) AS title"
        let error = try refusal { () throws(SQLiteError) in _ = try connection.value(sql) }
        #expect(error.message == "column 0 (title) holds text that is not UTF-8")
        let bytes = try connection.first(sql) { (row) throws(SQLiteError) in
            try row.withTextBytes(at: 0) { Array($0) }
        }
        #expect(bytes == [0x61, 0xff])
    }

    @Test("a column that is not there is refused, even by a reader of optionals", arguments: [-1, 1, 9])
    func noColumn(column: Int32) throws {
        let connection = try Connection.inMemory()
        let error = try refusal { () throws(SQLiteError) in
            _ = try connection.first("SELECT 1") { (row) throws(SQLiteError) in try row.optionalInteger(at: column) }
        }
        #expect(error.message == "there is no row with a column \(column)")
        let statement = try connection.prepare("SELECT 1")
        var code: Int32?
        do { _ = try statement.columnName(at: column) } catch { code = error.primaryCode }
        #expect(code == 25)
    }

    @Test("nothing can be read before the first step and after the last")
    func noRow() throws {
        let connection = try Connection.inMemory()
        let statement = try connection.prepare("SELECT NULL")
        var refusals = 0
        do { _ = try statement.optionalText(at: 0) } catch { refusals += 1 }
        while try statement.step() {}
        do { _ = try statement.optionalText(at: 0) } catch { refusals += 1 }
        #expect(refusals == 2)
    }
}
