import CSQLite

/// A row while its statement stands on it; read it, do not step it.
package typealias Row = Statement

/// One compiled statement with one owner. Dropped, it is reset, loses its values and returns to the cache.
///
/// It keeps its database open, even beyond the connection.
package struct Statement: ~Copyable {
    let pointer: OpaquePointer
    private let prepared: Prepared

    init(_ prepared: Prepared, of database: Database) {
        pointer = prepared.pointer
        self.prepared = prepared
        prepared.home = database
    }

    deinit {
        let database = prepared.home
        prepared.home = nil
        guard prepared.isLasting, let database else { return }
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
        database.cache.put(prepared)
    }

    package var sql: String { prepared.sql }

    /// Whether it writes nothing to any database by itself (sqlite.org/c3ref/stmt_readonly.html).
    package var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }

    /// The name of each place for a value, with its mark (`:from`, `?2`); nil for a bare `?`.
    package var parameterNames: [String?] {
        (0..<sqlite3_bind_parameter_count(pointer)).map { index in
            sqlite3_bind_parameter_name(pointer, index + 1).map { String(cString: $0) }
        }
    }

    /// Goes to the next row; false at the end. After an error the statement is reset, with its values kept.
    package func step() throws(SQLiteError) -> Bool {
        let code = sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        if code != SQLITE_DONE { try refuse(code, on: pointer) }
        return false
    }

    /// Back to before the first row, so that values can be bound again; those bound stay.
    package func reset() { sqlite3_reset(pointer) }

    /// Steps to the end and resets.
    package func run() throws(SQLiteError) {
        var code: Int32
        repeat { code = sqlite3_step(pointer) } while code == SQLITE_ROW
        if code != SQLITE_DONE { try refuse(code, on: pointer) }
        sqlite3_reset(pointer)
    }
}

/// Throws the error just met by a statement, and resets it if it ran. Out of line, and given the address alone,
/// so that the calls made a million times stay short.
@inline(never)
func refuse(_ code: Int32, on statement: OpaquePointer) throws(SQLiteError) {
    let sql = sqlite3_sql(statement).map { String(String(cString: $0).drop(while: \.isWhitespace)) }
    let error = SQLiteError(code: code, on: sqlite3_db_handle(statement), sql: sql)
    if code & 0xff != SQLITE_MISUSE { sqlite3_reset(statement) }
    throw error
}
