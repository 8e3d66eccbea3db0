package import Registry
import SQLite

/// A file that arrived, as it is kept.
package struct Arrival: Sendable {
    package let id: Int64
    /// When it came to lie where it was found, in seconds since 1970-01-01T00:00:00Z.
    package let second: Int
    /// The night whose run took it; of a file imported by hand the day on which it was.
    package let night: Day
    package let isByHand: Bool
    /// With its folder's: `SH/deals.csv`.
    package let name: String
    package let venue: Int64?
    package let outcome: ArrivalOutcome
    package let counts: RowCounts
    /// Why it was refused.
    package let refusal: String?
    /// The change that imported it.
    package let change: Int64?
    /// The same; of a file that came again, the one that had imported it.
    package let standsOn: Int64?
}

extension Ledger {
    /// The files that were taken on a night or a later one, newest first, until `take` answers false.
    ///
    /// Numbers of arrivals and of changes grow together, so that no more is looked at than what was recorded since.
    ///
    /// - Parameters:
    ///   - last: the newest change that counts; what arrived after it was not known then.
    ///   - isWanted: whether the files of a venue, by its id, or of none that was told, are looked at.
    package func arrivals(
        from night: Day, asOf last: Int64 = .max, ofVenue isWanted: (Int64?) -> Bool = { _ in true },
        _ take: (Arrival) throws(StoreError) -> Bool
    ) throws(StoreError) {
        // A night's run begins on the day before at the earliest.
        let earliest = try newestChange(beforeDay: night.previous)
        let rows = try storing { () throws(SQLiteError) in
            try connection.prepare(
                """
                SELECT id, arrived_at, night, name, venue_id, outcome, rows_read, rows_new, rows_changed, rows_unchanged,
                  rows_rejected, rows_set_aside, conflicts, rows_missing, refusal, change_id,
                  sha256, noun
                FROM arrival ORDER BY id DESC
                """)
        }
        var isKnown = last == .max
        while try storing({ () throws(SQLiteError) in try rows.step() }) {
            let change = try storing { () throws(SQLiteError) in try rows.optionalInteger(at: 15) }
            if let change {
                if change <= earliest { return }
                isKnown = isKnown || change <= last
            }
            let venue = try storing { () throws(SQLiteError) in try rows.optionalInteger(at: 4) }
            guard isKnown, isWanted(venue), let arrival = try arrival(rows, change), arrival.night >= night else {
                continue
            }
            guard try take(arrival) else { return }
        }
    }

    /// Nil for one that another program wrote in no form of ours.
    private func arrival(_ row: borrowing Statement, _ change: Int64?) throws(StoreError) -> Arrival? {
        try storing { () throws(SQLiteError) in
            guard let stamp = Stamp(try row.text(at: 1)), let outcome = ArrivalOutcome(rawValue: try row.text(at: 5))
            else { return nil }
            let second = Int(stamp.microseconds / 1_000_000)
            let told = try row.optionalText(at: 2)?.withBytes { bytes in try? Day.read(bytes) }
            var counts = RowCounts()
            counts.read = try row.integer(at: 6)
            counts.new = try row.integer(at: 7)
            counts.changed = try row.integer(at: 8)
            counts.unchanged = try row.integer(at: 9)
            counts.rejected = try row.integer(at: 10)
            counts.setAside = try row.integer(at: 11)
            counts.conflicts = try row.integer(at: 12)
            counts.missing = try row.integer(at: 13)
            let venue = try row.optionalInteger(at: 4)
            var standsOn = change
            if outcome == .doubled {
                standsOn = try newestImport(
                    sha256: try row.text(at: 16), noun: try row.optionalText(at: 17), venue: venue)
            }
            return Arrival(
                id: try row.integer(at: 0), second: second, night: told ?? zone.day(ofSecond: second),
                isByHand: told == nil, name: try row.text(at: 3), venue: venue,
                outcome: outcome, counts: counts, refusal: try row.optionalText(at: 14), change: change,
                standsOn: standsOn)
        }
    }

    /// The change that last imported a file. No index leads there: the newest are looked at first, of which it mostly is.
    private func newestImport(sha256: String, noun: String?, venue: Int64?) throws(SQLiteError) -> Int64? {
        try connection.first(
            """
            SELECT change_id FROM source_file WHERE sha256 = ? AND noun = ? AND venue_id IS ? ORDER BY id DESC LIMIT 1
            """, .text(sha256), Value(noun), Value(venue)
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
    }

    /// The night of the newest run; nil where none ever took anything.
    package func newestNight() throws(StoreError) -> Day? {
        try storing { () throws(SQLiteError) in
            try connection.first("SELECT night FROM arrival WHERE night IS NOT NULL ORDER BY id DESC LIMIT 1") {
                row throws(SQLiteError) in try row.text(at: 0)
            }?.withBytes { bytes in try? Day.read(bytes) }
        }
    }

    /// The newest change recorded before a day began here; 0 where none was.
    private func newestChange(beforeDay day: Day) throws(StoreError) -> Int64 {
        let start = zone.end(of: day.previous)
        return try moment(notAfter: Stamp(microseconds: Int64(start) * 1_000_000))?.change ?? 0
    }
}
