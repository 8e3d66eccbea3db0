import Migrations
import SQLite

/// A table, index, trigger or view as the file's schema has it.
package struct SchemaObject: Hashable, Sendable {
    package let kind: String
    package let name: String
    /// nil for what SQLite makes by itself.
    package let sql: String?
}

/// One migration as it was applied, beside the one that this program has in its place.
package struct MigrationRecord: Sendable {
    package let applied: (id: Int64, name: String, sha256: String, appliedAt: String)?
    package let shipped: Migrator.Step?
}

extension Ledger {
    /// What the file's schema holds, without SQLite's own tables.
    package func schema() throws(StoreError) -> [SchemaObject] { try Self.schema(on: connection) }

    /// What a registry made by this program's migrations holds.
    package static func schemaOfMigrations() throws(StoreError) -> [SchemaObject] {
        let fresh = try storing { () throws(SQLiteError) in try Connection.inMemory() }
        try Migrator(fresh, path: ":memory:").migrate(at: "")
        return try schema(on: fresh)
    }

    /// The migrations as they were applied, and as this program has them, in their order.
    package func migrationRecords() throws(StoreError) -> [MigrationRecord] {
        let applied = try storing { () throws(SQLiteError) in
            try connection.query("SELECT id, name, sha256, applied_at FROM migration ORDER BY id") {
                row throws(SQLiteError) in
                (
                    id: try row.integer(at: 0), name: try row.text(at: 1), sha256: try row.text(at: 2),
                    appliedAt: try row.text(at: 3)
                )
            }
        }
        let shipped = Migration.shipped.map { Migrator.Step(name: $0.name, sha256: $0.sha256, appliedAt: nil) }
        return (0..<max(applied.count, shipped.count)).map { place in
            MigrationRecord(
                applied: place < applied.count ? applied[place] : nil,
                shipped: place < shipped.count ? shipped[place] : nil)
        }
    }

    /// The columns of a table that name rows of another, with that other.
    package func references(of table: String) throws(StoreError) -> [(column: String, target: String)] {
        try storing { () throws(SQLiteError) in
            try connection.query("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", .text(table)) {
                row throws(SQLiteError) in (try row.text(at: 0), try row.text(at: 1))
            }
        }
    }

    /// The greatest id in a table; 0 where it is empty.
    package func lastID(of table: String) throws(StoreError) -> Int64 {
        try storing { () throws(SQLiteError) in
            try connection.first("SELECT coalesce(max(id), 0) FROM \(table)") {
                row throws(SQLiteError) in try row.integer(at: 0)
            } ?? 0
        }
    }

    /// Rows that name another which is not there, of the tables that no seal covers.
    package func danglingReferences() throws(StoreError) -> [(table: String, row: Int64?, target: String)] {
        // Verify looks at these row by row.
        let looked = Set(
            SealFormat.current.tables.flatMap { [$0.name, "\($0.name)_history"] } + [
                "change_part", "daily_delta", "row_check",
            ])
        return try storing { () throws(SQLiteError) in
            let tables = try connection.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
                row throws(SQLiteError) in try row.text(at: 0)
            }
            var found: [(table: String, row: Int64?, target: String)] = []
            for table in tables where !looked.contains(table) {
                found += try connection.query("SELECT rowid, parent FROM pragma_foreign_key_check(?)", .text(table)) {
                    row throws(SQLiteError) in (table, try row.optionalInteger(at: 0), try row.text(at: 1))
                }
            }
            return found
        }
    }

    private static func schema(on connection: Connection) throws(StoreError) -> [SchemaObject] {
        try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT type, name, sql FROM sqlite_schema
                -- Only what SQLite makes by itself: who writes the schema directly may begin any name with sqlite_.
                WHERE NOT (type = 'index' AND sql IS NULL AND name LIKE 'sqlite|_autoindex|_%' ESCAPE '|')
                  AND NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4', 'sqlite_sequence'))
                ORDER BY name
                """
            ) { row throws(SQLiteError) in
                SchemaObject(kind: try row.text(at: 0), name: try row.text(at: 1), sql: try row.optionalText(at: 2))
            }
        }
    }
}
