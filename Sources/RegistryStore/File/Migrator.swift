import Migrations
package import SQLite

/// Brings a registry's schema from any shipped version to this program's.
///
/// Each migration and its record (name, SHA-256, when) commit together; `user_version` counts them.
package struct Migrator {
    private let connection: Connection
    private let path: String

    package init(_ connection: Connection, path: String) {
        self.connection = connection
        self.path = path
    }

    package static var known: Int { Migration.shipped.count }

    /// What was applied and what is still to be.
    package struct Step: Sendable {
        package let name: String
        package let sha256: String
        /// nil while pending.
        package let appliedAt: String?
    }

    package func steps() throws(StoreError) -> [Step] {
        let applied = try applied()
        return Migration.shipped.enumerated().map { index, migration in
            let record = index < applied.count ? applied[index] : nil
            return Step(name: migration.name, sha256: migration.sha256, appliedAt: record?.appliedAt)
        }
    }

    /// - Throws: ``StoreError`` where the registry is newer, older, or a shipped migration is not what was applied.
    package func requireCurrent() throws(StoreError) {
        let version = try version()
        if version > Self.known { throw .newerRegistry(path: path, version: version, known: Self.known) }
        if version < Self.known { throw .olderRegistry(path: path, version: version, known: Self.known) }
        try requireUnaltered()
    }

    /// Applies what is not applied yet, in one transaction: nobody sees a registry of a version in between.
    ///
    /// - Parameter prepare: run under the write lock before anything is changed, with the version; not run where there is
    ///   nothing to do, even if another program migrated while the lock was waited for.
    /// - Returns: the number of migrations applied before this call.
    @discardableResult
    package func migrate(
        at stamp: String, _ prepare: (Int) throws(StoreError) -> Void = { _ in }
    ) throws(StoreError) -> Int {
        // Without the lock, which what is refused and what is done already need not wait for.
        if try version() == Self.known {
            try requireUnaltered()
            return Self.known
        }
        return try connection.transaction(.immediate) { () throws(StoreError) in
            let before = try version()
            if before > Self.known { throw .newerRegistry(path: path, version: before, known: Self.known) }
            try requireUnaltered()
            if before < Self.known { try prepare(before) }
            for migration in Migration.shipped.dropFirst(before) {
                try storing { () throws(SQLiteError) in
                    if migration.number == 1 { try connection.execute(Self.ownTable) }
                    try connection.execute(migration.script)
                    try connection.execute("DROP TRIGGER IF EXISTS migration_insert_gate")
                    try connection.run(
                        "INSERT INTO migration (id, name, sha256, applied_at) VALUES (?, ?, ?, ?)",
                        .integer(Int64(migration.number)), .text(migration.name), .text(migration.sha256), .text(stamp))
                    try connection.execute(Self.insertGate)
                    try connection.execute("PRAGMA user_version = \(migration.number)")
                }
            }
            return before
        }
    }

    package func version() throws(StoreError) -> Int {
        let version: Int
        do throws(SQLiteError) {
            version = Int(try connection.pragmaInteger("user_version"))
        } catch {
            if error.isCorrupt { throw .notARegistry(path: path, why: .sqlite(error.message)) }
            throw .sqlite(error)
        }
        guard version >= 0 else { throw .notARegistry(path: path, why: .version(Int64(version))) }
        return version
    }

    private struct Applied {
        let name: String
        let sha256: String
        let appliedAt: String
    }

    private func applied() throws(StoreError) -> [Applied] {
        guard try version() > 0 else { return [] }
        return try storing { () throws(SQLiteError) in
            return try connection.query("SELECT name, sha256, applied_at FROM migration ORDER BY id") {
                row throws(SQLiteError) in
                Applied(name: try row.text(at: 0), sha256: try row.text(at: 1), appliedAt: try row.text(at: 2))
            }
        }
    }

    /// A shipped migration is frozen: the one that was applied and the one in this program must be the same bytes.
    private func requireUnaltered() throws(StoreError) {
        let applied = try applied()
        for (record, migration) in zip(applied, Migration.shipped)
        where record.sha256 != migration.sha256 || record.name != migration.name {
            throw .alteredMigration(name: record.name, recorded: record.sha256, shipped: migration.sha256)
        }
    }

    private static let ownTable = """
        CREATE TABLE migration (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          sha256 TEXT NOT NULL,            -- of the script, frozen with it
          applied_at TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER migration_no_delete BEFORE DELETE ON migration
        BEGIN SELECT RAISE(ABORT, 'migration: nothing recorded is deleted'); END;
        CREATE TRIGGER migration_no_update BEFORE UPDATE ON migration
        BEGIN SELECT RAISE(ABORT, 'migration: stays as it was written'); END;
        """

    /// Away only while a migration is recorded: without it `INSERT OR REPLACE` slips past the trigger on DELETE.
    private static let insertGate = """
        CREATE TRIGGER migration_insert_gate BEFORE INSERT ON migration
        BEGIN SELECT RAISE(ABORT, 'migration: written only by registry migrate'); END;
        """
}
