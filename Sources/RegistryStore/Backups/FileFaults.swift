import SQLite

extension Ledger {
    /// What SQLite finds wrong with the file, at most ten things.
    package func faultsOfFile() throws(StoreError) -> [String] {
        try storing { () throws(SQLiteError) in
            try connection.query("PRAGMA integrity_check(10)") { row throws(SQLiteError) in try row.text(at: 0) }
                .filter { $0 != "ok" }
        }
    }
}
