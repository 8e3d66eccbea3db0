import Registry
import SQLite

/// A venue's profile as it is kept.
package struct KeptProfile: Sendable {
    /// YAML, as it was given.
    package let text: String
    package let change: Int64
    package let recordedAt: String
}

/// How venues write their files, in their own words. A profile holds until a newer one of the venue is kept, or its change
/// is taken back: then the one before holds again.
extension Ledger {
    /// The profile of a venue that holds, now or as the registry knew it then; nil where none does.
    package func profile(ofVenue id: Int64, knownAt moment: Moment? = nil) throws(StoreError) -> KeptProfile? {
        let last = moment?.change ?? Int64.max
        let kept = try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT p.profile, p.change_id, c.recorded_at FROM venue_profile p JOIN change c ON c.id = p.change_id
                WHERE p.venue_id = ? AND p.change_id <= ? ORDER BY p.id DESC
                """, .integer(id), .integer(last)
            ) { row throws(SQLiteError) in
                KeptProfile(
                    text: try row.text(at: 0), change: try row.integer(at: 1),
                    recordedAt: try row.optionalText(at: 2) ?? "")
            }
        }
        for profile in kept where try stands(profile.change, asOf: last) { return profile }
        return nil
    }

    /// The profiles that hold, by the ids of their venues.
    ///
    /// - Parameter last: the newest change that counts.
    package func profiles(asOf last: Int64 = .max) throws(StoreError) -> [Int64: String] {
        try storing { () throws(SQLiteError) in
            let undone = try connection.undoneChanges(asOf: last)
            var held: [Int64: String] = [:]
            try connection.forEach(
                "SELECT venue_id, change_id, profile FROM venue_profile WHERE change_id <= ? ORDER BY id DESC",
                .integer(last)
            ) { row throws(SQLiteError) in
                let venue = try row.integer(at: 0)
                if held[venue] == nil, !undone.contains(try row.integer(at: 1)) { held[venue] = try row.text(at: 2) }
                return true
            }
            return held
        }
    }

    /// Keeps a profile, which the caller found to be one.
    ///
    /// - Returns: nil where this very text holds already: then nothing was recorded.
    package func setProfile(_ text: String, ofVenue code: String, by author: Author) throws(StoreError) -> Receipt? {
        try write(by: author) { change throws(StoreError) in
            let venue = try VenueDirectory(self).venue(code)
            if let kept = try profile(ofVenue: venue.id), kept.text.utf8.elementsEqual(text.utf8) { return }
            try storing { () throws(SQLiteError) in
                try change.addRow(to: "venue_profile", [.integer(venue.id), .text(text)])
            }
        }
    }
}
