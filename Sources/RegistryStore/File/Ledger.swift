package import Registry
package import SQLite

/// A registry that is open: its connection, its zone and where it lies. Used by one thread at a time.
package final class Ledger {
    package let path: String
    package private(set) var zone: Zone
    package let connection: Connection
    /// Whether what is written from here on is taken back at the end (`--dry-run`).
    package internal(set) var isRehearsing = false
    /// Whether triggers and foreign keys are off on this connection.
    var isBulk = false

    /// "REGI" in ASCII: what the file says it is, in its header.
    package static let applicationID: Int64 = 0x5245_4749

    /// Opens a registry that is there and of this program's version.
    ///
    /// - Throws: ``StoreError`` for a missing file, one of another application, of another version or with an altered
    ///   migration, and for a zone that this machine does not know.
    package init(at path: String, for mode: Connection.Mode) throws(StoreError) {
        let connection = try Self.connection(to: path, mode)
        try Migrator(connection, path: path).requireCurrent()
        let name = try storing { () throws(SQLiteError) in
            try connection.first("SELECT value FROM setting WHERE name = 'zone'") {
                row throws(SQLiteError) in try row.text(at: 0)
            }
        }
        guard let name else { throw .notARegistry(path: path, why: .noZone) }
        guard let zone = Zone(named: name) else { throw .unknownZone(name: name) }
        self.path = path
        self.zone = zone
        self.connection = connection
    }

    /// Opens a registry to look for damage: a zone that this machine does not know or an altered migration is left to be
    /// reported. All that is read is of one state.
    ///
    /// - Throws: ``StoreError`` for a missing file, one of another application or of another version.
    package init(forProofAt path: String, waitingWith patience: Patience) throws(StoreError) {
        let connection = try Self.connection(to: path, .readOnly)
        let version = try Migrator(connection, path: path).version()
        if version > Migrator.known { throw .newerRegistry(path: path, version: version, known: Migrator.known) }
        if version < Migrator.known { throw .olderRegistry(path: path, version: version, known: Migrator.known) }
        guard let standard = Zone(named: Zone.standard) else { throw .unknownZone(name: Zone.standard) }
        self.path = path
        self.connection = connection
        zone = standard
        try wait(with: patience)
        try storing { () throws(SQLiteError) in try connection.begin(.deferred) }
        let name: String??
        do throws(SQLiteError) {
            name = try connection.first("SELECT value FROM setting WHERE name = 'zone'") {
                row throws(SQLiteError) in try row.optionalText(at: 0)
            }
        } catch {
            // A schema that was altered is for verify to tell.
            guard error.isOfStatement else { throw .sqlite(error) }
            name = nil
        }
        if let name, let name, let known = Zone(named: name) { zone = known }
    }

    /// A connection to a file that calls itself a registry, of whatever version.
    static func connection(to path: String, _ mode: Connection.Mode) throws(StoreError) -> Connection {
        try FileSystem.requireRegistryFile(at: path)
        // What nobody writes needs no locks.
        if mode != .immutable { try FileSystem.requireLocal(path) }
        let connection: Connection
        let id: Int64
        do throws(SQLiteError) {
            // Whoever is the last to leave a file locks it for a moment, from readers too.
            connection = try Connection(path: path, mode: mode, busyTimeoutMilliseconds: 10_000)
            id = try connection.pragmaInteger("application_id")
            if mode == .readWrite {
                try connection.execute("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864")
                connection.keepLogFiles()
            }
        } catch {
            if error.isCorrupt { throw .notARegistry(path: path, why: .sqlite(error.message)) }
            throw .sqlite(error)
        }
        guard id == applicationID else { throw .notARegistry(path: path, why: .otherApplication(Int64(id))) }
        return connection
    }

    /// Today, here.
    package var today: Day { zone.today() }
}
