package import Registry
import SQLite

/// What the imports of a night did, and what of them waits for a person.
extension Ledger {
    /// The changes that count no more.
    ///
    /// - Parameter last: the newest change that counts.
    package func takenBackChanges(asOf last: Int64 = .max) throws(StoreError) -> Set<Int64> {
        try storing { () throws(SQLiteError) in try connection.undoneChanges(asOf: last) }
    }

    /// What changes did to the deals of each venue, by its code, over all days.
    package func dealsMoved(by changes: Set<Int64>) throws(StoreError) -> [String: Total] {
        try storing { () throws(SQLiteError) in
            var moved: [String: Total] = [:]
            for change in changes {
                try connection.forEach(
                    """
                    SELECT dimension_key, sum(count), sum(fen) FROM daily_delta
                    WHERE change_id = ? AND measure = 'deal' AND dimension = 'venue' GROUP BY dimension_key
                    """, .integer(change)
                ) { row throws(SQLiteError) in
                    let total = Total(count: try row.integer(at: 1), fen: try row.integer(at: 2))
                    moved.merge([try row.text(at: 0): total], uniquingKeysWith: +)
                    return true
                }
            }
            return moved
        }
    }

    /// How many rejected rows whose import stands were not mended yet, by the change that kept them.
    package func openRejects() throws(StoreError) -> [Int64: Int64] {
        try storing { () throws(SQLiteError) in
            let undone = try connection.undoneChanges()
            let closed = try connection.closedRejects(without: undone)
            var open: [Int64: Int64] = [:]
            try connection.forEach("SELECT id, change_id FROM rejected_row") { row throws(SQLiteError) in
                let change = try row.integer(at: 1)
                if !undone.contains(change), closed[try row.integer(at: 0)] == nil { open[change, default: 0] += 1 }
                return true
            }
            return open
        }
    }
}
