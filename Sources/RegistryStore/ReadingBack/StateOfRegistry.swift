package import Registry
import SQLite

/// A file whose rows were recorded.
package struct ImportedFile: Sendable {
    package let id: Int64
    package let name: String
    package let sha256: String
    package let change: Int64
}

extension Ledger {
    /// How many versions of rows all changes up to one recorded, by what is kept of their parts.
    package func rowVersions(upTo change: Int64) throws(StoreError) -> Int64 {
        try storing { () throws(SQLiteError) in
            try connection.first(
                "SELECT coalesce(sum(new_rows + changed_rows), 0) FROM change_part WHERE change_id <= ?",
                .integer(change)
            ) { row throws(SQLiteError) in try row.integer(at: 0) } ?? 0
        }
    }

    /// The totals of a day as they were known once a change was made, whether or not others came after it.
    package func totals(asOf day: Day, upTo change: Int64) throws(StoreError) -> [Measure: Total] {
        try storing { () throws(SQLiteError) in
            var totals: [Measure: Total] = [:]
            try connection.forEach(
                """
                SELECT measure, sum(count), sum(fen) FROM daily_delta
                WHERE change_id <= ? AND dimension = 'all' AND day <= ? GROUP BY measure
                """, .integer(change), .text("\(day)")
            ) { row throws(SQLiteError) in
                if let measure = Measure(rawValue: try row.text(at: 0)) {
                    totals[measure] = Total(count: try row.integer(at: 1), fen: try row.integer(at: 2))
                }
                return true
            }
            return totals
        }
    }

    /// Every file whose rows were recorded, in the order of their changes.
    package func importedFiles() throws(StoreError) -> [ImportedFile] {
        try storing { () throws(SQLiteError) in
            try connection.query("SELECT id, name, sha256, change_id FROM source_file ORDER BY id") {
                row throws(SQLiteError) in
                ImportedFile(
                    id: try row.integer(at: 0), name: try row.text(at: 1), sha256: try row.text(at: 2),
                    change: try row.integer(at: 3))
            }
        }
    }
}
