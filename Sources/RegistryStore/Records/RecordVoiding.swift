import Registry
import SQLite

extension Ledger {
    /// Says that a record never was: it counts for nothing any more, and its code stays taken.
    ///
    /// - Throws: ``StoreError/unknownRecord(noun:name:)``; ``StoreError/stillNamed(noun:name:by:count:)`` where records
    ///   that are not void name it.
    package func void(_ name: RecordName, by author: Author) throws(StoreError) -> Receipt? {
        try write(by: author) { change throws(StoreError) in
            guard let found = try find(name), !found.isVoid else {
                throw .unknownRecord(noun: name.noun, name: "\(name)")
            }
            for (table, columns) in Self.namers(of: name.noun) {
                let condition = columns.map { "\($0) = ?1" }.joined(separator: " OR ")
                let count = try storing { () throws(SQLiteError) in
                    try connection.first(
                        "SELECT count(*) FROM \(table) WHERE (\(condition)) AND is_void = 0", .integer(found.id)
                    ) { row throws(SQLiteError) in try row.integer(at: 0) } ?? 0
                }
                if count > 0 {
                    throw .stillNamed(
                        noun: name.noun, name: "\(name)", by: Noun(rawValue: table) ?? .deal, count: count)
                }
            }
            try WriterDesk(change).writer(of: name.noun).void(found.id, name: "\(name)")
        }
    }

    private static func namers(of noun: Noun) -> [(table: String, columns: [String])] {
        switch noun {
        case .venue: [("intention", ["venue_id"]), ("listing", ["venue_id"]), ("deal", ["venue_id"])]
        case .party: [("intention", ["owner_id"]), ("listing", ["owner_id"]), ("deal", ["seller_id", "buyer_id"])]
        case .listing: [("deal", ["listing_id"])]
        case .intention, .deal: []
        }
    }
}
