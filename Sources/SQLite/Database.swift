import CSQLite

/// The one owner of the raw connection. The connection and each statement in use hold it, so that it is closed
/// only after the last of them.
final class Database {
    let pointer: OpaquePointer
    let interrupter: Interrupter
    var cache: StatementCache
    /// Held here because SQLite keeps only their addresses.
    var waiting: Waiting?
    var authorizer: Authorizer?
    var progress: Progress?

    init(pointer: OpaquePointer, cachedStatements: Int) {
        self.pointer = pointer
        interrupter = Interrupter(pointer)
        cache = StatementCache(limit: cachedStatements)
    }

    deinit {
        interrupter.release()
        cache.empty()
        sqlite3_close_v2(pointer)
    }

    func error(_ code: Int32, sql: String? = nil) -> SQLiteError {
        SQLiteError(code: code, on: pointer, sql: sql)
    }

    func require(_ code: Int32, sql: String? = nil) throws(SQLiteError) {
        guard code == SQLITE_OK else { throw error(code, sql: sql) }
    }

    /// `option` is one of the SQLITE_DBCONFIG_… switches that take a boolean.
    func set(_ option: Int32, _ isOn: Bool) throws(SQLiteError) {
        try require(registry_db_config_set(pointer, option, isOn ? 1 : 0))
    }

    /// From the cache, or newly compiled. Throws where the text holds no statement, or more than one.
    func prepare(_ sql: String) throws(SQLiteError) -> Prepared {
        if let prepared = cache.take(sql) { return prepared }
        var script = try Script(sql)
        guard let prepared = try script.next(on: self, isLasting: true, named: sql) else {
            throw .misuse("the text holds no statement", sql: sql)
        }
        let second = script.nextWordPosition
        guard try script.next(on: self) == nil else {
            throw .misuse("the text holds more than one statement", sql: sql, byteOffset: second)
        }
        return prepared
    }
}
