import Registry
import SQLite

extension Ledger {
    /// Says that a record never was: it counts for nothing any more, and its code stays taken.
    ///
    /// - Throws: ``StoreError/unknownRecord(noun:name:)``; ``StoreError/voidRecord(noun:name:)``;
    ///   ``StoreError/stillNamed(noun:name:by:count:)`` where records that are not void name it.
    package func void(_ asked: RecordName, by author: Author) throws(StoreError) -> Correction {
        try correct(asked, by: author) { id, name, desk throws(StoreError) in
            try void(id, name, desk)
            return name
        }
    }

    /// Voids a record that stands, within a change.
    func void(_ id: Int64, _ name: RecordName, _ desk: WriterDesk) throws(StoreError) {
        if name.noun == .party, let other = try anyMerged(into: id) {
            throw .cannotFollow(noun: .party, name: "\(name)", .holdsMerged(other))
        }
        if name.noun == .certificate { try requireVoidable(id, "\(name)") }
        for namer in Namer.of(name.noun.rawValue) {
            // What became of the record is void along with it.
            guard let by = Noun(rawValue: namer.table) else { continue }
            let condition = namer.columns.map { "\($0) = ?1" }.joined(separator: " OR ")
            let count = try storing { () throws(SQLiteError) in
                try connection.first(
                    "SELECT count(*) FROM \(by.rawValue) WHERE (\(condition)) AND is_void = 0", .integer(id)
                ) { row throws(SQLiteError) in try row.integer(at: 0) } ?? 0
            }
            if count > 0 {
                throw .stillNamed(noun: name.noun, name: "\(name)", by: by, count: count)
            }
        }
        try desk.writer(of: name.noun).void(id, name: "\(name)")
    }

    /// A party that is merged into another one.
    private func anyMerged(into party: Int64) throws(StoreError) -> String? {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT p.name FROM party_merge m JOIN party p ON p.id = m.party_id
                WHERE m.into_id = ? AND m.is_void = 0 LIMIT 1
                """, .integer(party)
            ) { row throws(SQLiteError) in try row.text(at: 0) }
        }
    }
}
