import CSQLite
import Synchronization

/// The SQLite this program runs with.
package struct Library: Sendable, Equatable {
    /// Millions for the major, thousands for the minor version: 3.40.1 is 3040001.
    package let number: Int32
    /// As SQLite writes it: `3.40.1`.
    package let name: String

    package static var loaded: Library {
        Library(number: sqlite3_libversion_number(), name: String(cString: sqlite3_libversion()))
    }

    /// Told once, before the first connection: memory is not counted, but for a process that limits it. False where another
    /// part of the process began to use SQLite first.
    static let isPrepared: Bool =
        registry_config_counted_memory(countsMemory ? 1 : 0) == SQLITE_OK
        && (!takesSmallPieces || registry_config_small_pieces() == SQLITE_OK)
    /// Not where memory is limited, since pieces that are kept are of no use to large ones; and not in a debug build, so that
    /// what looks for faults in the use of memory sees each piece.
    private static var takesSmallPieces: Bool {
        #if DEBUG
            false
        #else
            !countsMemory
        #endif
    }
    private static let countsMemory = isMemoryLimited.load(ordering: .relaxed)
    private static let isMemoryLimited = Atomic(false)

    /// Has SQLite refuse a statement that would take its memory, of all connections together, above `bytes`: it throws an
    /// error that `isOutOfMemory`. To be called before the first connection is opened; throws where it comes too late.
    package static func limitMemory(bytes: Int64) throws(SQLiteError) {
        isMemoryLimited.store(true, ordering: .relaxed)
        guard isPrepared, countsMemory else {
            throw .misuse("memory is limited before the first connection, or not at all")
        }
        _ = sqlite3_hard_heap_limit64(bytes)
        guard sqlite3_hard_heap_limit64(-1) == bytes else { throw .misuse("this SQLite does not limit its memory") }
    }

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
