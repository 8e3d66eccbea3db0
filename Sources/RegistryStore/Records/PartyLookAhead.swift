package import Registry
import SQLite

/// The ids of parties that an import has met, for the thread that prepares its next rows.
///
/// `@unchecked Sendable`: used by one thread at a time; who hands it over waits for the other first.
package final class PartyLookAhead: @unchecked Sendable {
    private var known = NameCache()

    package init() {}

    /// 0 for a party not met yet.
    package func find(_ name: Bytes) -> Int64 { known.find(name) ?? 0 }

    package func learn(_ name: Bytes, id: Int64) {
        if known.find(name) == nil { known.add(name, id: id) }
    }
}

extension RecordWriter {
    /// Makes all parties known that there are, where that is less than looking up those that so many rows name.
    package func tell(_ ahead: PartyLookAhead, rows: Int64) throws(StoreError) {
        guard lastOldID > 0, noun.belongsToVenue else { return }
        try storing { () throws(SQLiteError) in
            let newest = try change.connection.first("SELECT coalesce(max(id), 0) FROM party") {
                row throws(SQLiteError) in try row.integer(at: 0)
            }
            guard let newest, newest <= NameCache.mostNames, newest <= rows * Self.partiesPerRow else { return }
            try change.connection.forEach("SELECT id, match_name FROM party WHERE is_void = 0") {
                row throws(SQLiteError) in
                let id = try row.integer(at: 0)
                try row.withTextBytes(at: 1) { ahead.learn($0, id: id) }
                return true
            }
        }
    }

    /// To look one up takes as long as to read eight.
    private static var partiesPerRow: Int64 { 8 }
}
