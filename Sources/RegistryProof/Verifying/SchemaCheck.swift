import Registry
import RegistryStore

/// The file's schema and the records of its migrations against the migrations of this program.
struct SchemaCheck {
    let report: (Finding) -> Void

    func run(_ ledger: Ledger) throws(StoreError) {
        let expected = try Ledger.schemaOfMigrations()
        let found = try ledger.schema()
        var told: Set<SchemaObject> = []
        for object in expected where !found.contains(object) {
            // An index, a trigger and a table may have one name.
            let there = found.first { $0.kind == object.kind && $0.name == object.name }
            if let there { told.insert(there) }
            report(
                Finding(
                    .schemaDiffers, table: object.name, column: object.kind, found: there?.sql, expected: object.sql))
        }
        for object in found where !expected.contains(object) && !told.contains(object) {
            report(Finding(.schemaDiffers, table: object.name, column: object.kind, found: object.sql))
        }
        for (place, record) in try ledger.migrationRecords().enumerated() {
            let id = Int64(place + 1)
            func differs(_ column: String, _ found: String?, _ expected: String?) {
                guard found != expected else { return }
                report(
                    Finding(
                        .migrationDiffers, table: "migration", id: id, record: record.shipped?.name, column: column,
                        found: found, expected: expected))
            }
            differs("id", record.applied.map { "\($0.id)" }, record.shipped == nil ? nil : "\(id)")
            guard let applied = record.applied, let shipped = record.shipped else { continue }
            differs("name", applied.name, shipped.name)
            differs("sha256", applied.sha256, shipped.sha256)
            // When it was applied nothing else tells; that it is a time can be seen.
            if Stamp(applied.appliedAt) == nil {
                differs("applied_at", applied.appliedAt, "YYYY-MM-DDTHH:MM:SS.ffffffZ")
            }
        }
    }
}
