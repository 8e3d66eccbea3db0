package import Registry
import SQLite

extension RecordWriter {
    /// Whether there is a record of a venue, and no void one, to which a row adds what it says.
    package func isThere(_ slots: UnsafeBufferPointer<Slot>) throws(StoreError) -> Bool {
        guard let venue = slots[noun.knownPlace(of: "venue")].text, let code = slots[noun.knownPlace(of: "code")].text
        else { return false }
        return try storing { () throws(SQLiteError) in
            try change.connection.first(
                """
                SELECT r.is_void FROM \(noun.rawValue) r JOIN venue v ON v.id = r.venue_id WHERE v.code = ? AND r.code = ?
                """, .text(venue.text), .text(code.text)
            ) { row throws(SQLiteError) in try row.integer(at: 0) == 0 } ?? false
        }
    }
}
