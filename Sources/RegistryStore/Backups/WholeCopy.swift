import Registry
import SQLite

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Looks over a registry that was copied, and gives the number of things that do not hold.
package typealias Inspection = (Ledger) throws(StoreError) -> Int

/// A registry in one file, with neither log nor journal beside it.
package struct WholeCopy: Sendable {
    package let path: String
    /// The newest change that is in it.
    package let moment: Moment
    package let sizeBytes: Int64
}

extension Ledger {
    /// Copies a registry as it is now into one new file, on the disk when this returns, while others go on writing.
    ///
    /// In one step under one read transaction: a copy made in steps begins anew with every change by another program.
    static func copyWhole(_ connection: Connection, to path: String) throws(StoreError) {
        // Of a killed run of the same process number.
        unlink(path)
        do throws(StoreError) {
            try storing { () throws(SQLiteError) in
                try connection.backup(to: path)
                // So that no program makes a log beside it, and it can be read where nothing can be written.
                try Connection(path: path, mode: .readWrite).setJournalMode(.delete)
            }
            try FileSystem.sync(file: path)
        } catch {
            for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
            // A file that SQLite could not make is an output that cannot be created, not a registry that is missing.
            guard case .sqlite(let inner) = error, inner.isCannotOpen else { throw error }
            let code = access(FileSystem.folder(of: path), W_OK | X_OK) != 0 ? errno : EIO
            throw .cannotCreate(path: path, errno: code)
        }
    }

    /// A registry that lies somewhere: one that another program may be writing has its log beside it.
    static func connectionAtRest(to path: String) throws(StoreError) -> Connection {
        try connection(to: path, modeAtRest(of: path))
    }

    private static func modeAtRest(of path: String) -> Connection.Mode {
        ["-wal", "-journal"].allSatisfy { access(path + $0, F_OK) != 0 } ? .immutable : .readOnly
    }

    /// Has a registry that lies somewhere looked over; one of an earlier version is brought up to date in a copy first, which
    /// is taken away again.
    ///
    /// - Parameter scratch: where that copy may lie.
    static func requireSound(_ path: String, scratch: String, _ inspect: Inspection) throws(StoreError) {
        let connection = try connectionAtRest(to: path)
        guard try Migrator(connection, path: path).version() < Migrator.known else {
            return try require(inspect, of: try Ledger(at: path, for: modeAtRest(of: path)), path)
        }
        try copyWhole(connection, to: scratch)
        defer { unlink(scratch) }
        let copy = try storing { () throws(SQLiteError) in try Connection(path: scratch, mode: .readWrite) }
        try Migrator(copy, path: path).migrate(at: Stamp.next(after: nil).description)
        try require(inspect, of: try Ledger(at: scratch, for: .immutable), path)
    }

    private static func require(_ inspect: Inspection, of ledger: Ledger, _ path: String) throws(StoreError) {
        let findings: Int
        do throws(StoreError) {
            findings = try inspect(ledger)
        } catch {
            // A damaged page may be met before anything can be said of the records.
            guard case .sqlite(let inner) = error, inner.isCorrupt else { throw error }
            findings = 1
        }
        if findings > 0 { throw .unsound(path: path, findings: findings) }
    }
}

extension WholeCopy {
    /// What lies at a path, a registry of any version.
    init(at path: String, in connection: Connection) throws(StoreError) {
        let moment = try storing { () throws(SQLiteError) in
            try connection.first(
                "SELECT id, recorded_at, seal FROM change WHERE seal IS NOT NULL ORDER BY id DESC LIMIT 1"
            ) { row throws(SQLiteError) in
                Moment(
                    change: try row.integer(at: 0), recordedAt: try row.text(at: 1), seal: try row.text(at: 2),
                    isNewest: true)
            }
        }
        guard let moment else { throw .notARegistry(path: path, why: .noChange) }
        self.init(path: path, moment: moment, sizeBytes: FileSystem.size(of: path))
    }
}
