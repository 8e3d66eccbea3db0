import SQLite

extension Ledger {
    /// Different values that a column holds, as text: the first of them that are found.
    package func texts(of column: String, in table: String, most: Int64) throws(StoreError) -> [String] {
        try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT DISTINCT CAST(CAST(\(column) AS TEXT) AS BLOB) FROM \(table) WHERE \(column) IS NOT NULL LIMIT ?
                """, .integer(most)
            ) { row throws(SQLiteError) in String(decoding: try row.blob(at: 0), as: UTF8.self) }
        }
    }
}
