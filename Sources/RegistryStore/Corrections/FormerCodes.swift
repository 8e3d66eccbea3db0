import Registry
import SQLite

/// Codes under which records were known before they were moved: each points on to its record.
extension WriterDesk {
    /// The record that was moved away from a venue's code; nil where none was.
    func formerCode(_ noun: Noun, venue: Int64, code: Bytes) throws(SQLiteError) -> Int64? {
        // Nearly every registry has none, and an import asks for each new row.
        if hasFormerCodes == nil { hasFormerCodes = try anyFormerCode() }
        guard hasFormerCodes == true else { return nil }
        return try change.connection.first(
            "SELECT record_id FROM former_code WHERE noun = ? AND venue_id = ? AND code = ? AND is_void = 0",
            .text(noun.rawValue), .integer(venue), .text(code.text)
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
    }

    /// Whether records of a noun were moved away from a venue.
    func hasFormerCodes(_ noun: Noun, venue: Int64) throws(SQLiteError) -> Bool {
        try change.connection.first(
            "SELECT 1 FROM former_code WHERE noun = ? AND venue_id = ? AND is_void = 0 LIMIT 1", .text(noun.rawValue),
            .integer(venue)
        ) { _ throws(SQLiteError) in true } ?? false
    }

    private func anyFormerCode() throws(SQLiteError) -> Bool {
        try change.connection.first("SELECT 1 FROM former_code LIMIT 1") { _ throws(SQLiteError) in true } ?? false
    }
}

extension Change {
    /// Lets a code point on to the record that it named, or no longer.
    func pointOn(_ noun: Noun, venue: Int64, code: String, to record: Int64, isVoid: Bool) throws(SQLiteError) {
        let values: [Value] = [.text(noun.rawValue), .integer(venue), .text(code), .integer(record)]
        let known = try connection.first(
            "SELECT id FROM former_code WHERE noun = ? AND venue_id = ? AND code = ?", values[0], values[1], values[2]
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
        if let known {
            try replaceRow(known, of: "former_code", values, isVoid: isVoid)
        } else if !isVoid {
            try addRow(to: "former_code", values)
        }
    }
}
