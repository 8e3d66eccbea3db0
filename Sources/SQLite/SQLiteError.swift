import CSQLite

/// What SQLite refused: its code, its words and the statement, never the values bound to it.
package struct SQLiteError: Error, Sendable, Equatable {
    /// The extended result code, for example 2067 for a unique constraint (sqlite.org/rescode.html).
    package let extendedCode: Int32
    package let message: String
    /// The statement as it was written, with its placeholders; nil where none was at work.
    package let sql: String?
    /// Set where a column held another type than the reader asked for.
    package let mismatch: ColumnMismatch?
    /// The byte of the text at which a statement could not be compiled, from 0; nil where SQLite does not tell.
    package internal(set) var byteOffset: Int?

    package init(
        extendedCode: Int32, message: String, sql: String? = nil, mismatch: ColumnMismatch? = nil,
        byteOffset: Int? = nil
    ) {
        self.extendedCode = extendedCode
        self.message = message
        self.sql = sql
        self.mismatch = mismatch
        self.byteOffset = byteOffset
    }

    /// The low byte of the extended code, which all its extended codes share.
    package var primaryCode: Int32 { extendedCode & 0xff }

    /// Another connection holds the lock (BUSY, LOCKED).
    package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
    package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }
    /// A key that is there already: of a unique index, a primary key or a row id.
    package var isUnique: Bool {
        [registry_constraint_unique, registry_constraint_primary_key, registry_constraint_row_id]
            .contains { $0 == Int(extendedCode) }
    }
    /// A trigger's RAISE.
    package var isTrigger: Bool { Int(extendedCode) == registry_constraint_trigger }
    package var isForeignKey: Bool { Int(extendedCode) == registry_constraint_foreign_key }
    /// The disk, or the size allowed to the file, is used up.
    /// The memory that writers share through a file may be the first to feel it (`SQLITE_IOERR_SHMSIZE`).
    package var isFull: Bool { primaryCode == SQLITE_FULL || extendedCode == SQLITE_IOERR | 19 << 8 }
    /// The file is damaged, or no database at all (CORRUPT, NOTADB).
    package var isCorrupt: Bool { primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB }
    /// A statement that could not be made sense of: it names, as a rule, a table or column that is not there.
    package var isOfStatement: Bool { primaryCode == SQLITE_ERROR }
    /// A value of another type than was asked for, or a text that is not UTF-8.
    package var isMismatch: Bool { primaryCode == SQLITE_MISMATCH }
    package var isInputOutput: Bool { primaryCode == SQLITE_IOERR }
    package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }
    /// The folder cannot be written, in which a file with a write-ahead log needs its sidecars, even to be read
    /// (`SQLITE_READONLY_CANTINIT`, `SQLITE_READONLY_DIRECTORY`).
    package var isOfReadOnlyFolder: Bool { [5, 6].contains { extendedCode == SQLITE_READONLY | $0 << 8 } }
    package var isCannotOpen: Bool { primaryCode == SQLITE_CANTOPEN }
    package var isInterrupted: Bool { primaryCode == SQLITE_INTERRUPT }
    /// The authorizer refused it.
    package var isNotAuthorized: Bool { primaryCode == SQLITE_AUTH }
    /// More memory than there is, or than SQLite may take.
    package var isOutOfMemory: Bool { primaryCode == SQLITE_NOMEM }
    /// A text, a blob or a row longer than the connection allows.
    package var isTooLong: Bool { primaryCode == SQLITE_TOOBIG }
    package var isMisuse: Bool { primaryCode == SQLITE_MISUSE }

    /// The table that a statement names and that is not there. SQLite has no code for that, and tells no place: its words
    /// are all there is, and what hangs on them is but where a caret stands.
    package var missingTable: String? {
        let words = "no such table: "
        return isOfStatement && message.hasPrefix(words) ? String(message.dropFirst(words.count)) : nil
    }
}

extension SQLiteError: CustomStringConvertible {
    package var description: String {
        let sentence = "\(message) (SQLite code \(extendedCode))"
        guard let sql else { return sentence }
        return "\(sentence) in: \(sql)"
    }
}

extension SQLiteError {
    /// The error a connection has just met; to be made before any other call on it.
    init(code: Int32, on connection: OpaquePointer?, sql: String?) {
        let isLatest = connection != nil && sqlite3_errcode(connection) & 0xff == code & 0xff
        let words = isLatest ? sqlite3_errmsg(connection) : sqlite3_errstr(code)
        self.init(extendedCode: code, message: words.map { String(cString: $0) } ?? "unknown error", sql: sql)
    }

    /// A call that is wrong whatever the data, told before SQLite is asked.
    static func misuse(_ message: String, sql: String? = nil, byteOffset: Int? = nil) -> SQLiteError {
        SQLiteError(extendedCode: SQLITE_MISUSE, message: message, sql: sql, byteOffset: byteOffset)
    }
}
