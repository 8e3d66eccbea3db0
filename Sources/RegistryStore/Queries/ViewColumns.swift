import SQLite

extension Ledger {
    /// The reading views of the file with their columns, by name.
    package func viewColumns() throws(StoreError) -> [(view: String, columns: [String])] {
        try storing { () throws(SQLiteError) in
            let rows = try connection.query(
                """
                SELECT m.name, p.name FROM sqlite_schema m, pragma_table_info(m.name) p
                WHERE m.type = 'view' ORDER BY m.name, p.cid
                """
            ) { row throws(SQLiteError) in (try row.text(at: 0), try row.text(at: 1)) }
            return rows.reduce(into: []) { views, row in
                if views.last?.view != row.0 { views.append((row.0, [])) }
                views[views.count - 1].columns.append(row.1)
            }
        }
    }
}
