import SQLite
import Testing

/// The error with which `body` is refused; records an issue where it is not.
func refusal(
    _ body: () throws(SQLiteError) -> Void, sourceLocation: SourceLocation = #_sourceLocation
) throws -> SQLiteError {
    do { try body() } catch { return error }
    return try #require(nil as SQLiteError?, "nothing was refused", sourceLocation: sourceLocation)
}

extension Connection {
    /// The only column of the only row.
    func value(_ sql: String) throws(SQLiteError) -> Value? {
        try first(sql) { (row) throws(SQLiteError) in try row.value(at: 0) }
    }
}
