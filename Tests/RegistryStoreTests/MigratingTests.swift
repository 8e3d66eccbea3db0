import Digests
import Glibc
import Migrations
import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("Opening and migrating")
struct MigratingTests {
    @Test("every script of the folder is shipped, in order")
    func folder() throws {
        let names = TestFolder.names(in: PackageFolder.file("Migrations")).filter { $0.hasSuffix(".sql") }
        #expect(Migration.shipped.map(\.name) == names)
        #expect(Migration.shipped.map(\.number) == Array(1...names.count))
        #expect(Migrator.known == names.count)
    }

    @Test("a script that shipped is frozen: it keeps the checksum that was written down", arguments: Migration.shipped)
    func frozen(migration: Migration) {
        #expect(SHA256.hash(migration.script) == migration.sha256, "\(migration.name)")
    }

    @Test("a registry that is made has every migration with its checksum")
    func steps() throws {
        let registry = try TestRegistry()
        let steps = try Migrator(registry.ledger.connection, path: registry.path).steps()
        #expect(steps.map(\.name) == Migration.shipped.map(\.name))
        #expect(steps.map(\.sha256) == Migration.shipped.map(\.sha256))
        #expect(steps.allSatisfy { $0.appliedAt != nil })
    }

    @Test("migrating again does nothing")
    func again() throws {
        let registry = try TestRegistry()
        let connection = try registry.stranger()
        let before = try connection.dump()
        let schema = try connection.rows("SELECT * FROM sqlite_schema")
        #expect(
            try Migrator(connection, path: registry.path).migrate(at: "2026-01-01T00:00:00.000000Z") == Migrator.known)
        #expect(try Ledger.migrate(at: registry.path) == nil)
        #expect(try connection.dump() == before)
        #expect(try connection.rows("SELECT * FROM sqlite_schema") == schema)
    }

    /// What makes a file no registry of this program's, and the refusal that it then meets.
    enum Fault: CaseIterable {
        case missing, folder, empty, text, otherApplication, newer, older, negative, altered, renamed, noZone
    }

    @Test("what is no registry of this version is refused", arguments: Fault.allCases)
    func refused(fault: Fault) throws {
        let registry = try TestRegistry()
        var path = registry.path
        let raw = try registry.stranger()
        try raw.setTriggers(enabled: false)
        switch fault {
        case .missing: path = registry.folder.file("nowhere")
        case .folder: path = registry.folder.path
        case .empty:
            path = registry.folder.file("other")
            try registry.folder.write([], to: "other")
        case .text:
            path = registry.folder.file("other")
            try registry.folder.write(Array(String(repeating: "code,name\n", count: 200).utf8), to: "other")
        case .otherApplication: try raw.execute("PRAGMA application_id = 7")
        case .newer: try raw.execute("PRAGMA user_version = 99")
        case .older: try raw.execute("PRAGMA user_version = 3")
        case .negative: try raw.execute("PRAGMA user_version = -1")
        case .altered: try raw.execute("UPDATE migration SET sha256 = 'beef' WHERE id = 4")
        case .renamed: try raw.execute("UPDATE migration SET name = 'x' WHERE id = 1")
        case .noZone: try raw.execute("DELETE FROM setting")
        }
        let refused = try refusal { () throws(StoreError) in _ = try Ledger(at: path, for: .readWrite) }
        let isRight =
            switch (fault, refused) {
            case (.missing, .noRegistry(path)), (.folder, .notARegistry(path, _)), (.empty, .notARegistry(path, _)),
                (.text, .notARegistry(path, _)), (.otherApplication, .notARegistry(path, _)),
                (.negative, .notARegistry(path, _)), (.noZone, .notARegistry(path, _)),
                (.newer, .newerRegistry(path, 99, Migrator.known)),
                (.older, .olderRegistry(path, 3, Migrator.known)),
                (.altered, .alteredMigration("0004_listings.sql", "beef", _)),
                (.renamed, .alteredMigration("x", _, _)):
                true
            default: false
            }
        #expect(isRight, "\(refused)")
    }

    @Test(
        "what cannot be migrated is refused and no copy is left", arguments: [Fault.newer, .negative, .text, .missing])
    func migrationRefused(fault: Fault) throws {
        let registry = try TestRegistry()
        try registry.folder.write(Array(String(repeating: "x", count: 2000).utf8), to: "text")
        switch fault {
        case .newer: try registry.stranger().execute("PRAGMA user_version = 99")
        case .negative: try registry.stranger().execute("PRAGMA user_version = -1")
        default: break
        }
        let path = fault == .text ? registry.folder.file("text") : fault == .missing ? "/nowhere/r" : registry.path
        let refused = try refusal { () throws(StoreError) in _ = try Ledger.migrate(at: path) }
        switch (fault, refused) {
        case (.newer, .newerRegistry), (.missing, .noRegistry), (_, .notARegistry): break
        default: Issue.record("\(refused)")
        }
        #expect(!registry.folder.names.contains { $0.contains(".version-") })
    }
}

extension Migration: CustomTestStringConvertible {
    /// Its name; the script itself would fill the log.
    package var testDescription: String { name }
}
