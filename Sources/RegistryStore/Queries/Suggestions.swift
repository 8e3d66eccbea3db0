package import Registry
import SQLite

extension Ledger {
    /// Names of records that start with a text, as the command line takes them, for a shell to complete: each venue's
    /// highest codes. Found in the keys, never by a scan.
    ///
    /// - Parameter most: how many names at most.
    package func names(of noun: Noun, startingWith text: String, most: Int = 200) throws(StoreError) -> [String] {
        switch noun {
        case .venue:
            return try names(
                "SELECT code FROM venue WHERE is_void = 0 AND code >= ? AND code < ? ORDER BY code LIMIT ?", text, most)
        case .party:
            return try names(
                "SELECT name FROM party WHERE is_void = 0 AND match_name >= ? AND match_name < ? LIMIT ?",
                PartyName.matched(text), most)
        case .intention, .listing, .deal: break
        }
        if let slash = text.firstIndex(of: "/") {
            let code = String(text[text.index(after: slash)...])
            return try names(of: noun, ofVenue: String(text[..<slash]), startingWith: code, most: most)
        }
        let venues = try names(of: .venue, startingWith: text, most: most)
        var found: [String] = []
        for venue in venues {
            found += try names(of: noun, ofVenue: venue, startingWith: "", most: max(1, most / venues.count))
        }
        return found
    }

    private func names(
        of noun: Noun, ofVenue venue: String, startingWith code: String, most: Int
    ) throws(StoreError) -> [String] {
        guard let id = try VenueDirectory(self).find(venue)?.id else { return [] }
        return try names(
            """
            SELECT code FROM \(noun.rawValue) WHERE venue_id = \(id) AND is_void = 0 AND code >= ? AND code < ?
            ORDER BY code DESC LIMIT ?
            """, code, most
        ).map { "\(venue)/\($0)" }
    }

    /// - Parameter text: where the span of keys begins; it ends behind the last that starts with it.
    private func names(_ sql: String, _ text: String, _ most: Int) throws(StoreError) -> [String] {
        try storing { () throws(SQLiteError) in
            try connection.query(sql, .text(text), .text(text + "\u{10FFFF}"), .integer(Int64(most))) {
                row throws(SQLiteError) in try row.text(at: 0)
            }
        }
    }
}
