import Registry
import SQLite

/// Two spellings of one party. Records keep the party that they were recorded with; what is read shows the one that stays.
extension Ledger {
    /// The party that one is merged into; nil for one that stands by itself.
    func mergedInto(_ party: Int64) throws(StoreError) -> (id: Int64, name: String)? {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT i.id, i.name FROM party_merge m JOIN party i ON i.id = m.into_id
                WHERE m.party_id = ? AND m.is_void = 0
                """, .integer(party)
            ) { row throws(SQLiteError) in (try row.integer(at: 0), try row.text(at: 1)) }
        }
    }

    /// Says that a party is the same as another, which stays.
    ///
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)``, and ``StoreError/voidRecord(noun:name:)`` for either.
    package func merge(_ asked: RecordName, into other: RecordName, by author: Author) throws(StoreError) -> Correction
    {
        try correct(asked, by: author) { id, name, desk throws(StoreError) in
            let into = try standing(other)
            guard into.id != id else { throw .cannotFollow(noun: .party, name: "\(name)", .sameParty) }
            let codes = try creditCodes(of: [id, into.id])
            if codes.count == 2, codes[0] != codes[1] {
                throw .cannotFollow(noun: .party, name: "\(name)", .differentCreditCodes(codes[0], codes[1]))
            }
            let change = desk.change
            try storing { () throws(SQLiteError) in
                // What was merged into the one that goes is led on to the one that stays, so that no merge leads to another.
                let led = try connection.query(
                    "SELECT id, party_id FROM party_merge WHERE into_id = ? AND is_void = 0 ORDER BY id", .integer(id)
                ) { row throws(SQLiteError) in (row: try row.integer(at: 0), party: try row.integer(at: 1)) }
                for merge in led {
                    try change.replaceRow(merge.row, of: "party_merge", [.integer(merge.party), .integer(into.id)])
                }
                let known = try connection.first("SELECT id FROM party_merge WHERE party_id = ?", .integer(id)) {
                    row throws(SQLiteError) in try row.integer(at: 0)
                }
                if let known {
                    try change.replaceRow(known, of: "party_merge", [.integer(id), .integer(into.id)])
                } else {
                    try change.addRow(to: "party_merge", [.integer(id), .integer(into.id)])
                }
            }
            return name
        }
    }

    /// Says that a party is not the one that it was merged into.
    ///
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)``.
    package func unmerge(_ asked: RecordName, by author: Author) throws(StoreError) -> Correction {
        try correct(asked, mayBeMerged: true, by: author) { id, name, desk throws(StoreError) in
            let change = desk.change
            let merge = try storing { () throws(SQLiteError) in
                try connection.first(
                    "SELECT id, into_id, change_id FROM party_merge WHERE party_id = ? AND is_void = 0",
                    .integer(id)
                ) { row throws(SQLiteError) in
                    (row: try row.integer(at: 0), into: try row.integer(at: 1), change: try row.integer(at: 2))
                }
            }
            guard let merge else { throw .cannotFollow(noun: .party, name: "\(name)", .notMerged) }
            try storing { () throws(SQLiteError) in
                try change.replaceRow(
                    merge.row, of: "party_merge", [.integer(id), .integer(merge.into)], isVoid: true)
                // What this very merge led on comes back.
                let led = try connection.query(
                    """
                    SELECT m.id, m.party_id FROM party_merge m JOIN party_merge_history h
                    ON h.id = m.id AND h.replaced_by = m.change_id
                    WHERE m.into_id = ? AND m.is_void = 0 AND m.change_id = ? AND h.into_id = ? AND h.is_void = 0 ORDER BY m.id
                    """, .integer(merge.into), .integer(merge.change), .integer(id)
                ) { row throws(SQLiteError) in (row: try row.integer(at: 0), party: try row.integer(at: 1)) }
                for other in led {
                    try change.replaceRow(other.row, of: "party_merge", [.integer(other.party), .integer(id)])
                }
            }
            return name
        }
    }

    private func creditCodes(of parties: [Int64]) throws(StoreError) -> [String] {
        var codes: [String] = []
        for party in parties {
            let code = try storing { () throws(SQLiteError) in
                try connection.first("SELECT credit_code FROM party WHERE id = ?", .integer(party)) {
                    row throws(SQLiteError) in try row.optionalText(at: 0)
                }
            }
            if let code, let code { codes.append(code) }
        }
        return codes
    }
}
