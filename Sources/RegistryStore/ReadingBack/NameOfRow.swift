import Registry
import SQLite

extension Ledger {
    /// What a row of a table is called: `SH/D-2022-0001` for a deal, the name of a party; nil where it has no name of its
    /// own, or is not there.
    package func name(ofRow id: Int64, in table: String) throws(StoreError) -> String? {
        let sql: String
        switch table {
        case "venue": sql = "SELECT code FROM venue WHERE id = ?"
        case "party": sql = "SELECT name FROM party WHERE id = ?"
        case _ where Noun(rawValue: table) != nil:
            sql = "SELECT v.code || '/' || r.code FROM \(table) r LEFT JOIN venue v ON v.id = r.venue_id WHERE r.id = ?"
        case "deal_event":
            sql = """
                SELECT v.code || '/' || d.code FROM deal_event e LEFT JOIN deal d ON d.id = e.deal_id
                LEFT JOIN venue v ON v.id = d.venue_id WHERE e.id = ?
                """
        case "listing_event":
            sql = """
                SELECT v.code || '/' || l.code FROM listing_event e LEFT JOIN listing l ON l.id = e.listing_id
                LEFT JOIN venue v ON v.id = l.venue_id WHERE e.id = ?
                """
        case "party_merge":
            sql = "SELECT p.name FROM party_merge m LEFT JOIN party p ON p.id = m.party_id WHERE m.id = ?"
        case "former_code":
            sql =
                "SELECT v.code || '/' || f.code FROM former_code f LEFT JOIN venue v ON v.id = f.venue_id WHERE f.id = ?"
        case "figure": sql = "SELECT as_of || ' ' || metric || ' ' || comparison FROM figure WHERE id = ?"
        case "source_file": sql = "SELECT name FROM source_file WHERE id = ?"
        case "setting": sql = "SELECT name FROM setting WHERE id = ?"
        default: return nil
        }
        return try storing { () throws(SQLiteError) in
            try connection.first(sql, .integer(id)) { row throws(SQLiteError) in try row.optionalText(at: 0) } ?? nil
        }
    }

    /// The whole number in a column of one version of a row; nil for any other value, and where there is no such version.
    package func value(
        of column: String, ofRow id: Int64, in table: String, change: Int64
    ) throws(StoreError) -> Int64? {
        try storing { () throws(SQLiteError) in
            let value = try connection.first(
                "SELECT \(column) FROM \(table) WHERE id = ? AND change_id = ?", .integer(id), .integer(change)
            ) { row throws(SQLiteError) in StoredValue(row.rawValue(at: 0)).integer }
            return value ?? nil
        }
    }
}
