import CSQLite

/// The SQLite this program runs with.
package struct Library: Sendable, Equatable {
    /// Millions for the major, thousands for the minor version: 3.40.1 is 3040001.
    package let number: Int32
    /// As SQLite writes it: `3.40.1`.
    package let name: String

    package static var loaded: Library {
        Library(number: sqlite3_libversion_number(), name: String(cString: sqlite3_libversion()))
    }

    /// Told once, before the first connection: memory is not counted. A process that wants a limit on SQLite's memory must
    /// not open a connection before it says so.
    static let isPrepared: Bool = registry_config_uncounted_memory() == SQLITE_OK

    /// Has the process give large blocks of memory back at once, so that the passes of a long work do not add up.
    package static func keepNoLargeBlocks() { registry_keep_no_large_blocks() }

    /// The first with STRICT tables and 64-bit change counts.
    static let oldestNumber: Int32 = 3_037_000

    /// Throws where the library is older than 3.37.
    func requireSupported() throws(SQLiteError) {
        guard number < Self.oldestNumber else { return }
        throw SQLiteError(
            extendedCode: SQLITE_ERROR, message: "SQLite 3.37 or newer is needed, but this is SQLite \(name)")
    }
}
