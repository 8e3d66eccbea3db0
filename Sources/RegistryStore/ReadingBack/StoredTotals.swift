package import Registry
import SQLite

/// A line of the derived totals as it is stored; its texts are lent for the time of a call.
package struct StoredTotal {
    /// nil in the sum over all changes.
    package let change: Int64?
    package let measure: Bytes
    package let dimension: Bytes
    package let key: Bytes
    package let day: Bytes
    package let total: Total
}

extension Ledger {
    /// What each change did to the totals.
    package func forEachDelta(_ body: (StoredTotal) -> Void) throws(StoreError) {
        try forEachTotal(
            "SELECT change_id, measure, dimension, dimension_key, day, count, fen FROM daily_delta", body)
    }

    /// The sums over all changes.
    package func forEachTotal(_ body: (StoredTotal) -> Void) throws(StoreError) {
        try forEachTotal("SELECT NULL, measure, dimension, dimension_key, day, count, fen FROM daily_total", body)
    }

    private func forEachTotal(_ sql: String, _ body: (StoredTotal) -> Void) throws(StoreError) {
        try storing { () throws(SQLiteError) in
            let rows = try connection.prepare(sql)
            while try rows.step() {
                let texts = (1...4).map { StoredValue(rows.rawValue(at: $0)).text ?? Bytes(start: nil, count: 0) }
                body(
                    StoredTotal(
                        change: try rows.optionalInteger(at: 0), measure: texts[0], dimension: texts[1], key: texts[2],
                        day: texts[3], total: Total(count: try rows.integer(at: 5), fen: try rows.integer(at: 6))))
            }
        }
    }

    /// Whether a change did something to a line that the totals do not have: it may come to nothing, so that no sum tells.
    package func lacksTotal() throws(StoreError) -> Bool {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT 1 FROM daily_delta d WHERE NOT EXISTS (SELECT 1 FROM daily_total t WHERE t.measure = d.measure
                  AND t.dimension = d.dimension AND t.dimension_key = d.dimension_key AND t.day = d.day) LIMIT 1
                """
            ) { _ throws(SQLiteError) in true } ?? false
        }
    }

    /// A line of the totals in which the sum over all changes is not the sum of what they did.
    package struct UnevenTotal: Sendable {
        package let measure: String
        package let dimension: String
        package let key: String
        package let day: String
        /// nil where there is no such line.
        package let found: Total?
        package let expected: Total?
    }

    /// Compares the totals with their parts, line by line: slow, for when they are known to differ.
    package func unevenTotals() throws(StoreError) -> [UnevenTotal] {
        try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT measure, dimension, dimension_key, day, sum(has_total), sum(total_count), sum(total_fen),
                  sum(has_delta), sum(delta_count), sum(delta_fen)
                FROM (
                  SELECT measure, dimension, dimension_key, day, 1 AS has_total, count AS total_count, fen AS total_fen,
                    0 AS has_delta, 0 AS delta_count, 0 AS delta_fen FROM daily_total
                  UNION ALL
                  SELECT measure, dimension, dimension_key, day, 0, 0, 0, 1, count, fen FROM daily_delta
                )
                GROUP BY measure, dimension, dimension_key, day
                HAVING min(sum(has_total), 1) <> min(sum(has_delta), 1) OR sum(total_count) <> sum(delta_count)
                  OR sum(total_fen) <> sum(delta_fen)
                """
            ) { row throws(SQLiteError) in
                UnevenTotal(
                    measure: try row.text(at: 0), dimension: try row.text(at: 1), key: try row.text(at: 2),
                    day: try row.text(at: 3), found: try Self.total(row, 4), expected: try Self.total(row, 7))
            }
        }
    }

    /// A flag whether there is a total, then its count and fen.
    private static func total(_ row: borrowing Row, _ first: Int32) throws(SQLiteError) -> Total? {
        guard try row.integer(at: first) != 0 else { return nil }
        return Total(count: try row.integer(at: first + 1), fen: try row.integer(at: first + 2))
    }
}
