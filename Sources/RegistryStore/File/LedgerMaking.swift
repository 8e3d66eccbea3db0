import Registry
import SQLite

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension Ledger {
    /// Makes a registry: the schema, and change 1, which tells its zone.
    ///
    /// It is built beside its place and given its name when it is whole; nothing is ever overwritten.
    package static func create(
        at path: String, zone name: String, group: String?, author: Author
    ) throws(StoreError) -> Receipt {
        guard Zone(named: name) != nil else { throw .unknownZone(name: name) }
        guard access(path, F_OK) != 0 else { throw .registryExists(path: path) }
        try FileSystem.requireLocal(FileSystem.folder(of: path))
        let temporary = "\(path).new-\(getpid())"
        do throws(StoreError) {
            try FileSystem.create(temporary, group: group)
        } catch {
            if case .cannotCreate(_, let code) = error { throw .cannotCreate(path: path, errno: code) }
            throw error
        }
        do throws(StoreError) {
            let receipt = try fill(temporary, zone: name, author: author)
            try FileSystem.publish(temporary, as: path)
            return receipt
        } catch {
            for suffix in ["", "-wal", "-shm"] { unlink(temporary + suffix) }
            throw error
        }
    }

    private static func fill(_ path: String, zone: String, author: Author) throws(StoreError) -> Receipt {
        let connection = try storing { () throws(SQLiteError) in
            let connection = try Connection(path: path, mode: .readWrite)
            // Twice SQLite's own page: an import makes half as many calls to the system, a single deal is no slower.
            try connection.execute("PRAGMA page_size = 8192; PRAGMA application_id = \(applicationID)")
            try connection.setJournalMode(.wal)
            try connection.execute("PRAGMA synchronous = FULL")
            return connection
        }
        try Migrator(connection, path: path).migrate(at: Stamp.next(after: nil).description)
        let receipt = try Change.write(on: connection, by: author) { change throws(StoreError) in
            try change.recordSetting(name: "zone", value: zone)
        }
        // The file is given its name without its log.
        try storing { () throws(SQLiteError) in try connection.walCheckpointTruncate() }
        return receipt
    }

    /// Brings an older registry up to this program's schema; a copy of it as it was is kept beside it first.
    ///
    /// - Returns: the version before and the copy's path; nil where there was nothing to do.
    package static func migrate(at path: String) throws(StoreError) -> (before: Int, copy: String)? {
        let connection = try connection(to: path, .readWrite)
        let migrator = Migrator(connection, path: path)
        var kept: (before: Int, copy: String)?
        try migrator.migrate(at: Stamp.next(after: nil).description) { before throws(StoreError) in
            // Under the lock, so that the copy is the registry as it was before, and of two that migrate one makes it.
            kept = (before, try keep(path, ofVersion: before))
        }
        return kept
    }
}

extension Ledger {
    /// Copies a registry that is to be migrated.
    private static func keep(_ path: String, ofVersion version: Int) throws(StoreError) -> String {
        var copy = "\(path).version-\(version)"
        var number = 1
        while access(copy, F_OK) == 0 {
            number += 1
            copy = "\(path).version-\(version)-\(number)"
        }
        // It gets its name when it is whole: a killed run leaves no half of one.
        let temporary = "\(copy).new-\(getpid())"
        // By a connection that reads: the one that holds the lock is to write.
        let reading = try connection(to: path, .readOnly)
        try storing { () throws(SQLiteError) in try reading.backup(to: temporary) }
        chmod(temporary, 0o600)
        try FileSystem.publish(temporary, as: copy)
        return copy
    }

    /// The migrations, with those applied to a registry of any version.
    package static func migrationSteps(at path: String) throws(StoreError) -> [Migrator.Step] {
        try Migrator(connection(to: path, .readOnly), path: path).steps()
    }
}
