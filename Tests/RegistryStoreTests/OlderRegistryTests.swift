import Glibc
import Migrations
import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

/// A registry as an earlier version of this program would have left it: with its first scripts only.
@Suite("A registry of an earlier version")
struct OlderRegistryTests {
    private let stamp = "2026-01-01T00:00:00.000000Z"

    /// Applies the first scripts by hand, and records the zone and, where its table is there, a venue.
    private func makeOlder(at path: String, version: Int) throws {
        let model = try TestRegistry()
        let own = try model.ledger.connection.rows(
            "SELECT sql FROM sqlite_schema WHERE tbl_name = 'migration' ORDER BY type = 'trigger'")
        let raw = try Connection(path: path, mode: .create)
        try raw.execute("PRAGMA application_id = \(Ledger.applicationID)")
        try raw.setJournalMode(.wal)
        for (number, migration) in Migration.shipped.prefix(version).enumerated() {
            if number == 0, case .text(let table) = own[0][0] { try raw.execute(table) }
            try raw.execute(migration.script)
            try raw.run(
                "INSERT INTO migration VALUES (?, ?, ?, ?)", .integer(Int64(number + 1)), .text(migration.name),
                .text(migration.sha256), .text(stamp))
        }
        for row in own.dropFirst() {
            if case .text(let trigger) = row[0] { try raw.execute(trigger) }
        }
        try raw.execute("PRAGMA user_version = \(version)")
        try raw.setForeignKeys(enabled: false)
        try raw.execute(
            """
            INSERT INTO change (id, command, actor, login, uid, host) VALUES (1, 'registry init', 'a', 'a', 1, 'h');
            INSERT INTO setting (name, value, change_id) VALUES ('zone', 'Asia/Shanghai', 1);
            """)
        if version > 1 {
            try raw.execute(
                """
                INSERT INTO venue (id, code, name, network, region, joined_on, change_id)
                VALUES (1, 'SH', '上海', 'core', '上海', '2020-01-02', 1);
                """)
        }
        try raw.execute("UPDATE change SET recorded_at = '\(stamp)', seal_format = 1, seal = 'aa' WHERE id = 1")
    }

    @Test("it is refused until it is migrated, and then holds what it held", arguments: 1..<Migrator.known)
    func older(version: Int) throws {
        let folder = try TestFolder()
        let path = folder.file("old.registry")
        try makeOlder(at: path, version: version)
        let refused = try refusal { () throws(StoreError) in _ = try Ledger(at: path, for: .readWrite) }
        guard case .olderRegistry(path, version, Migrator.known) = refused else { return wrong(refused) }
        let tables = version > 1 ? ["change", "setting", "venue"] : ["change", "setting"]
        let before = try dump(path, tables)

        let migrated = try #require(try Ledger.migrate(at: path))
        #expect(migrated.before == version)
        #expect(migrated.copy == "\(path).version-\(version)")
        #expect(folder.mode("old.registry.version-\(version)") == 0o600)
        #expect(try dump(path, tables) == before)
        #expect(try dump(migrated.copy, tables) == before)
        let copy = try Connection(path: migrated.copy, mode: .readOnly)
        #expect(try copy.pragmaInteger("user_version") == Int64(version))

        let ledger = try Ledger(at: path, for: .readWrite)
        let steps = try Migrator(ledger.connection, path: path).steps()
        #expect(steps.filter { $0.appliedAt == stamp }.count == version)
        #expect(steps.allSatisfy { $0.appliedAt != nil })
        let made = try TestRegistry()
        let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
        #expect(try ledger.connection.rows(schema) == made.ledger.connection.rows(schema))
    }

    @Test("of several programs that migrate it at once one does, and keeps the copy; the others find nothing to do")
    func atOnce() async throws {
        let folder = try TestFolder()
        let path = folder.file("old.registry")
        try makeOlder(at: path, version: 8)
        let copies = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 1...4 { group.addTask { try Ledger.migrate(at: path)?.copy } }
            return try await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(copies.count == 4)
        #expect(copies.compactMap { $0 } == ["\(path).version-8"])
        #expect(folder.names.filter { $0.contains(".version-") } == ["old.registry.version-8"])
        #expect(try Connection(path: "\(path).version-8", mode: .readOnly).pragmaInteger("user_version") == 8)
        _ = try Ledger(at: path, for: .readWrite)
    }

    @Test("it is recorded into after it is migrated")
    func goesOn() throws {
        let folder = try TestFolder()
        let path = folder.file("old.registry")
        try makeOlder(at: path, version: 4)
        _ = try Ledger.migrate(at: path)
        let ledger = try Ledger(at: path, for: .readWrite)
        let receipt = try ledger.write(by: .tester) { change throws(StoreError) in
            let recorder = try Recorder(change, file: nil)
            try recorder.addDeal("SH", "D-1", yuan: 5, on: "2022-01-01")
            try recorder.finish()
        }
        #expect(receipt?.change == 2)
        #expect(try ledger.connection.number("SELECT count(*) FROM deals") == 1)
    }

    private func dump(_ path: String, _ tables: [String]) throws -> [[[Value]]] {
        let connection = try Connection(path: path, mode: .readOnly)
        return try tables.map { table in try connection.rows("SELECT * FROM \(table) ORDER BY 1") }
    }
}
