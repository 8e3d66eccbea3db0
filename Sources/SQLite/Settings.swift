import CSQLite

/// How SQLite keeps a transaction apart from the file until it is committed (sqlite.org/pragma.html#pragma_journal_mode).
package enum JournalMode: String, Sendable {
    case wal, delete, truncate, persist, memory
}

extension Connection {
    func defend() throws(SQLiteError) {
        try database.set(SQLITE_DBCONFIG_DEFENSIVE, true)
        try database.set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
        try database.set(SQLITE_DBCONFIG_DQS_DML, false)
        try database.set(SQLITE_DBCONFIG_DQS_DDL, false)
        try database.set(SQLITE_DBCONFIG_ENABLE_FKEY, true)
        try execute("PRAGMA cell_size_check = ON")
    }

    /// Turns the triggers of this connection on or off; others keep theirs.
    package func setTriggers(enabled: Bool) throws(SQLiteError) {
        try database.set(SQLITE_DBCONFIG_ENABLE_TRIGGER, enabled)
    }

    /// Turns this connection's foreign keys on or off. Throws inside a transaction, where SQLite has begun to count
    /// violations.
    package func setForeignKeys(enabled: Bool) throws(SQLiteError) {
        if isInTransaction { throw .misuse("foreign keys cannot be switched inside a transaction") }
        try database.set(SQLITE_DBCONFIG_ENABLE_FKEY, enabled)
    }

    /// Throws where SQLite kept another mode, as it does for a database in memory.
    package func setJournalMode(_ mode: JournalMode) throws(SQLiteError) {
        let sql = "PRAGMA journal_mode = \(mode.rawValue)"
        let kept = try first(sql) { (row) throws(SQLiteError) in try row.text(at: 0) }
        guard kept == mode.rawValue else {
            throw SQLiteError(
                extendedCode: SQLITE_ERROR, message: "the journal mode stayed \(kept ?? "unknown")", sql: sql)
        }
    }

    /// Whether this connection refuses to write.
    package func setQueryOnly(_ isOn: Bool) throws(SQLiteError) {
        try execute("PRAGMA query_only = \(isOn ? "ON" : "OFF")")
    }

    /// How much of the file may be kept in memory.
    package func setCacheSize(kibibytes: Int32) throws(SQLiteError) {
        guard kibibytes > 0 else { throw .misuse("a cache size is above 0 kibibytes, not \(kibibytes)") }
        try execute("PRAGMA cache_size = -\(kibibytes)")
    }

    /// The setting as a whole number. Throws on a name SQLite does not know, or one that is no whole number.
    package func pragmaInteger(_ name: String) throws(SQLiteError) -> Int64 {
        let isWord = name.utf8.allSatisfy { byte in
            (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5f
        }
        guard isWord, !name.isEmpty else { throw .misuse("a pragma's name is a word of a-z, 0-9 and _") }
        let sql = "PRAGMA \(name)"
        guard let value = try first(sql, row: { (row) throws(SQLiteError) in try row.integer(at: 0) }) else {
            throw SQLiteError(extendedCode: SQLITE_NOTFOUND, message: "the pragma gave no value", sql: sql)
        }
        return value
    }

    /// Moves the whole write-ahead log into the file and empties it. Throws an error that `isBusy` where a reader still
    /// needs the log; without a log, does nothing.
    package func walCheckpointTruncate() throws(SQLiteError) {
        try database.require(
            sqlite3_wal_checkpoint_v2(database.pointer, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil))
    }
}

extension Connection {
    /// Lets the log and its index stay beside the file when the last connection closes, emptied into it as ever: making
    /// them anew and taking them away costs every short-lived writer more than its commit.
    package func keepLogFiles() {
        var isOn: Int32 = 1
        sqlite3_file_control(database.pointer, "main", SQLITE_FCNTL_PERSIST_WAL, &isOn)
    }
}
