import CSQLite
import Glibc

/// One open SQLite file, for one thread at a time; closed when it and its last statement are gone.
package final class Connection {
    package enum Mode: Sendable {
        case readOnly
        case readWrite
        /// Reads a file that nobody writes meanwhile: no lock is taken and no file made beside it, so that it may lie in a
        /// folder that cannot be written, or on another machine's disk.
        case immutable
        /// Makes the file, readable and writable by its owner alone; throws where one exists.
        case create
    }

    let database: Database

    /// Opens the file with foreign keys on, and with defences against a hostile file (sqlite.org/security.html):
    /// no writable schema, no trust in functions named by the schema, no double-quoted text, checked cells.
    ///
    /// The path `:memory:` keeps the database in memory. What is in the file is first read by the first statement, so
    /// a file that is no database is refused there. Throws an error that `isCannotOpen`, or `isReadOnly` where
    /// a file to be written cannot be.
    package init(
        path: String, mode: Mode, busyTimeoutMilliseconds: Int32 = 0, cachedStatements: Int = 64
    ) throws(SQLiteError) {
        try Library.loaded.requireSupported()
        // Refused where another part of the process began to use SQLite first; that one's settings hold then.
        _ = Library.isPrepared
        if path.isEmpty || path.utf8.contains(0) {
            throw SQLiteError(extendedCode: SQLITE_CANTOPEN, message: "a database needs a path without NUL")
        }
        let isNewFile = mode == .create && path != ":memory:"
        if isNewFile { try makeFile(path) }
        do {
            database = try openDatabase(path, mode: mode, cachedStatements: cachedStatements)
            try defend()
            try setBusyTimeout(milliseconds: busyTimeoutMilliseconds)
        } catch {
            if isNewFile { unlink(path) }
            throw error
        }
    }

    /// A database of its own in memory, gone with the connection.
    package static func inMemory() throws(SQLiteError) -> Connection {
        try Connection(path: ":memory:", mode: .create)
    }

    /// The row id of the last row this connection inserted; 0 before the first.
    package var lastInsertedID: Int64 { sqlite3_last_insert_rowid(database.pointer) }
    /// Rows changed by the last INSERT, UPDATE or DELETE itself, not by its triggers.
    package var changes: Int { Int(sqlite3_changes64(database.pointer)) }
    /// Rows changed since the connection was opened, those by triggers too.
    package var totalChanges: Int { Int(sqlite3_total_changes64(database.pointer)) }
    package var isInTransaction: Bool { sqlite3_get_autocommit(database.pointer) == 0 }
    /// May be handed to another thread.
    package var interrupter: Interrupter { database.interrupter }
}

private func openDatabase(
    _ path: String, mode: Connection.Mode, cachedStatements: Int
) throws(SQLiteError) -> Database {
    let isForWriting = mode == .readWrite || mode == .create
    let access =
        (isForWriting ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | (mode == .immutable ? SQLITE_OPEN_URI : 0)
    // A library built to read URIs would take the name of a file for one.
    let plainPath = path.hasPrefix("file:") ? "./\(path)" : path
    let name = mode == .immutable ? "file:\(percentEncoded(path))?immutable=1" : plainPath
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(name, &pointer, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard let pointer else { throw SQLiteError(code: code, on: nil, sql: nil) }
    let database = Database(pointer: pointer, cachedStatements: cachedStatements)
    try database.require(code)
    // SQLite falls back to reading without a word.
    if isForWriting, sqlite3_db_readonly(pointer, "main") == 1 {
        throw SQLiteError(extendedCode: SQLITE_READONLY, message: "the file cannot be written")
    }
    return database
}

/// A path as the name of a file in a URI (sqlite.org/uri.html).
private func percentEncoded(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
        let isPlain =
            byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber)
        if isPlain || [0x2F, 0x2E, 0x2D, 0x5F].contains(byte) {
            text.append(Character(UnicodeScalar(byte)))
        } else {
            text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}

/// SQLite opens an empty file as an empty database; only the system can make one without overwriting another.
private func makeFile(_ path: String) throws(SQLiteError) {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else {
        let reason = errno == EEXIST ? "the file exists already" : String(cString: strerror(errno))
        throw SQLiteError(extendedCode: SQLITE_CANTOPEN, message: reason)
    }
    close(file)
}
