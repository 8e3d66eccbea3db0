import Registry
import SQLite
package import Spreadsheets

/// One version of a row, as it was written by a change.
struct RecordVersion {
    let change: Int64
    let isVoid: Bool
    /// The row's own columns by name, in the table's order.
    let values: [(column: String, value: Value)]
    let file: Int64?
    let fileRow: Int64?

    func value(_ column: String) -> Value { values.first { $0.column == column }?.value ?? .null }
}

/// What tells two versions of a row apart.
package struct FieldDifference: Sendable, Equatable {
    /// The column as people and programs know it: `seller`, `amount_fen`.
    package let field: String
    package let old: Cell
    package let new: Cell

    package var isMoney: Bool { field.hasSuffix("_fen") }
}

extension Ledger {
    /// Every version of a row, in the order of their changes.
    func versions(of id: Int64, in table: String, _ columns: [String]) throws(StoreError) -> [RecordVersion] {
        let all = (columns + ["is_void", "change_id", "file_id", "file_row"]).joined(separator: ", ")
        return try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT \(all) FROM \(table) WHERE id = ?1 UNION ALL
                SELECT \(all) FROM \(table)_history WHERE id = ?1 ORDER BY change_id
                """, .integer(id)
            ) { row throws(SQLiteError) in
                var values: [(String, Value)] = []
                for (place, column) in columns.enumerated() {
                    values.append((column, try row.value(at: Int32(place))))
                }
                let next = Int32(columns.count)
                return RecordVersion(
                    change: try row.integer(at: next + 1), isVoid: try row.integer(at: next) == 1, values: values,
                    file: try row.optionalInteger(at: next + 2), fileRow: try row.optionalInteger(at: next + 3))
            }
        }
    }

    /// The fields in which two versions differ; those that say something where there is none before.
    func differences(from old: RecordVersion?, to new: RecordVersion) throws(StoreError) -> [FieldDifference] {
        var found: [FieldDifference] = []
        for (column, value) in new.values {
            let before = old?.value(column) ?? .null
            guard before != value else { continue }
            found.append(
                FieldDifference(
                    field: column.hasSuffix("_id") ? String(column.dropLast(3)) : column,
                    old: try shown(before, column), new: try shown(value, column)))
        }
        return found
    }

    /// A value as people know it: a code or a name for an id.
    private func shown(_ value: Value, _ column: String) throws(StoreError) -> Cell {
        guard case .integer(let id) = value, let named = Self.named[column] else {
            return switch value {
            case .null: .null
            case .integer(let number): .integer(number)
            case .text(let text): .text(text)
            case .real(let number): .decimal("\(number)")
            case .blob: .text("(bytes)")
            }
        }
        let text = try storing { () throws(SQLiteError) in
            try connection.first("SELECT \(named.column) FROM \(named.table) WHERE id = ?", .integer(id)) {
                row throws(SQLiteError) in try row.text(at: 0)
            }
        }
        return text.map(Cell.text) ?? .integer(id)
    }

    /// What a column that names another row shows of it.
    private static let named: [String: (table: String, column: String)] = {
        let references = Noun.allCases.flatMap(\.references) + [("into_id", .party)]
        return references.reduce(into: [:]) { named, reference in
            named[reference.column] = (reference.target.rawValue, reference.target == .party ? "name" : "code")
        }
    }()
}
