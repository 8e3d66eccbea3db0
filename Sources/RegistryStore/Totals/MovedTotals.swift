package import Registry
import SQLite

extension Ledger {
    /// What a change did to each measure, over all days.
    package func moved(by change: Int64) throws(StoreError) -> [Measure: Total] {
        try storing { () throws(SQLiteError) in
            var moved: [Measure: Total] = [:]
            try connection.forEach(
                """
                SELECT measure, sum(count), sum(fen) FROM daily_delta
                WHERE change_id = ? AND dimension = 'all' GROUP BY measure
                """, .integer(change)
            ) { row throws(SQLiteError) in
                if let measure = Measure(rawValue: try row.text(at: 0)) {
                    moved[measure] = Total(count: try row.integer(at: 1), fen: try row.integer(at: 2))
                }
                return true
            }
            return moved
        }
    }
}
