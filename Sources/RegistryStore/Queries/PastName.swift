import Registry
import SQLite

/// What records were called then: a moved one by the code that it had, a merged party by the merges that stood.
extension Ledger {
    /// The id of a record by its name, or former code, as known from a viewpoint; a name that nothing had then is taken as
    /// today's, so that a record can be followed back by what it is called now.
    func id(of name: RecordName, from viewpoint: Viewpoint) throws(StoreError) -> Int64? {
        if name.noun.belongsToVenue, let last = viewpoint.lastChange, let id = try id(of: name, after: last.change) {
            return id
        }
        return try find(name)?.id
    }

    /// The party that one was merged into, as known from a viewpoint.
    func mergedInto(_ party: Int64, from viewpoint: Viewpoint) throws(StoreError) -> Int64? {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT into_id FROM party_merge WHERE party_id = ?1 AND is_void = 0 AND change_id <= ?2 UNION ALL
                SELECT h.into_id FROM party_merge m JOIN party_merge_history h ON h.id = m.id
                WHERE m.party_id = ?1 AND h.is_void = 0 AND h.change_id <= ?2 AND h.replaced_by > ?2
                """, .integer(party), .integer(viewpoint.lastChange?.change ?? .max)
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
        }
    }

    private func id(of name: RecordName, after change: Int64) throws(StoreError) -> Int64? {
        let table = name.noun.rawValue
        return try storing { () throws(SQLiteError) in
            // Asked in this order, each only where those before it found nothing: the last one reads the whole history.
            try connection.first(
                """
                WITH place (venue_id) AS (SELECT id FROM venue WHERE code = ?1)
                SELECT r.id FROM place JOIN \(table) r ON r.venue_id = place.venue_id AND r.code = ?2
                WHERE r.change_id <= ?3
                UNION ALL
                SELECT h.id FROM place JOIN \(table) r ON r.venue_id = place.venue_id AND r.code = ?2
                JOIN \(table)_history h ON h.id = r.id AND h.venue_id = r.venue_id AND h.code = r.code
                WHERE h.change_id <= ?3 AND h.replaced_by > ?3
                UNION ALL
                SELECT h.id FROM place JOIN \(table)_history h ON h.venue_id = place.venue_id AND h.code = ?2
                WHERE h.change_id <= ?3 AND h.replaced_by > ?3
                UNION ALL
                SELECT f.record_id FROM place JOIN former_code f ON f.venue_id = place.venue_id AND f.code = ?2
                WHERE f.noun = ?4 AND f.is_void = 0 AND f.change_id <= ?3
                UNION ALL
                SELECT h.record_id FROM place JOIN former_code_history h ON h.venue_id = place.venue_id AND h.code = ?2
                WHERE h.noun = ?4 AND h.is_void = 0 AND h.change_id <= ?3 AND h.replaced_by > ?3
                LIMIT 1
                """, .text(name.venue ?? ""), .text(name.code), .integer(change), .text(table)
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
        }
    }
}
