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
        case .intention, .listing, .demand, .deal, .registration, .instalment, .payment, .certificate, .service: break
        }
        let directory = try VenueDirectory(self)
        if let slash = text.firstIndex(of: "/") {
            let code = String(text[text.index(after: slash)...])
            guard let venue = directory.find(String(text[..<slash])) else { return [] }
            return try names(of: noun, of: venue, startingWith: code, most: most)
        }
        let venues = directory.all.filter { $0.code.utf8.starts(with: text.utf8) }.prefix(most)
        var found: [String] = []
        for venue in venues {
            found += try names(of: noun, of: venue, startingWith: "", most: max(1, most / venues.count))
        }
        return found
    }

    private func names(
        of noun: Noun, of venue: VenueRecord, startingWith code: String, most: Int
    ) throws(StoreError) -> [String] {
        try names(
            """
            SELECT code FROM \(noun.rawValue) WHERE venue_id = \(venue.id) AND is_void = 0 AND code >= ? AND code < ?
            ORDER BY code DESC LIMIT ?
            """, code, most
        ).map { "\(venue.code)/\($0)" }
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
