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
    package let sha256: String
    package let venue: Int64?
    package let noun: Noun?
    package let outcome: ArrivalOutcome
    package let counts: RowCounts
    /// Why it was refused.
    package let refusal: String?
    /// The change that imported it.
    package let change: Int64?
    /// The same; of a file that came again, the one that had imported it.
    package let standsOn: Int64?

    /// Whether what it brought counts.
    ///
    /// - Parameter undone: the changes that count no more.
    package func stands(without undone: Set<Int64>) -> Bool { standsOn.map { !undone.contains($0) } ?? true }
}

/// Which arrivals are looked at.
package enum ArrivalOrigin: Hashable, Sendable {
    case any
    /// Those of a venue, by its id.
    case venue(Int64)
    case noVenue

    /// In SQL, of arrivals with ids above ?1 and up to ?2.
    var query: String {
        """
        SELECT id, arrived_at, night, name, venue_id, outcome, rows_read, rows_new, rows_changed, rows_unchanged,
          rows_rejected, rows_set_aside, conflicts, rows_missing, refusal, change_id, sha256, size_bytes, noun
        FROM arrival \(way) AND id > ?1 AND id <= ?2 ORDER BY id DESC
        """
    }

    /// Named, since SQLite holds the span of ids for the shorter way where a registry has few venues.
    private var way: String {
        switch self {
        case .any: "WHERE 1"
        case .venue: "INDEXED BY arrival_by_venue WHERE venue_id = ?3"
        case .noVenue: "INDEXED BY arrival_by_venue WHERE venue_id IS NULL"
        }
    }
}

extension Ledger {
    /// The files that were taken on a night or a later one, newest first, until `take` answers false.
    ///
    /// Numbers of arrivals and of changes grow together, so that no more is looked at than what was recorded since.
    ///
    /// - Parameter last: the newest change that counts; what arrived after it was not known then.
    package func arrivals(
        from night: Day, asOf last: Int64 = .max, of origin: ArrivalOrigin = .any,
        _ take: (Arrival) throws(StoreError) -> Bool
    ) throws(StoreError) {
        // A night's run begins on the day before at the earliest.
        let earliest = try newestChange(beforeDay: night.previous)
        let rows = try storing { () throws(SQLiteError) in
            let rows = try connection.prepare(origin.query)
            let end = last == .max ? last : try newestArrival(upToChange: last)
            var values: [Value] = [.integer(try newestArrival(upToChange: earliest)), .integer(end)]
            if case .venue(let id) = origin { values.append(.integer(id)) }
            try rows.bind(values)
            return rows
        }
        while try storing({ () throws(SQLiteError) in try rows.step() }) {
            guard let arrival = try arrival(rows), arrival.night >= night else { continue }
            guard try take(arrival) else { return }
        }
    }

    /// The id of the newest file that was imported by then; 0 where none was.
    private func newestArrival(upToChange change: Int64) throws(SQLiteError) -> Int64 {
        try connection.first(Self.newestArrivalQuery, .integer(change)) {
            row throws(SQLiteError) in try row.integer(at: 0)
        } ?? 0
    }

    static let newestArrivalQuery = """
        SELECT id FROM arrival WHERE change_id <= ? ORDER BY change_id DESC, id DESC LIMIT 1
        """

    /// Nil for one that another program wrote in no form of ours.
    private func arrival(_ row: borrowing Statement) throws(StoreError) -> Arrival? {
        try storing { () throws(SQLiteError) in
            guard let stamp = Stamp(try row.text(at: 1)), let outcome = ArrivalOutcome(rawValue: try row.text(at: 5))
            else { return nil }
            let second = Int(stamp.microseconds / 1_000_000)
            let told = try row.optionalDay(at: 2)
            var counts = RowCounts()
            counts.read = try row.integer(at: 6)
            counts.new = try row.integer(at: 7)
            counts.changed = try row.integer(at: 8)
            counts.unchanged = try row.integer(at: 9)
            counts.rejected = try row.integer(at: 10)
            counts.setAside = try row.integer(at: 11)
            counts.conflicts = try row.integer(at: 12)
            counts.missing = try row.integer(at: 13)
            let (venue, change) = (try row.optionalInteger(at: 4), try row.optionalInteger(at: 15))
            var standsOn = change
            if outcome == .doubled {
                standsOn = try newestImport(
                    sha256: try row.text(at: 16), sizeBytes: try row.integer(at: 17),
                    noun: try row.optionalText(at: 18), venue: venue)
            }
            return Arrival(
                id: try row.integer(at: 0), second: second, night: told ?? zone.day(ofSecond: second),
                isByHand: told == nil, name: try row.text(at: 3), sha256: try row.text(at: 16), venue: venue,
                noun: try row.optionalText(at: 18).flatMap(Noun.init(rawValue:)), outcome: outcome, counts: counts,
                refusal: try row.optionalText(at: 14), change: change,
                standsOn: standsOn)
        }
    }

    /// The change that last imported a file.
    private func newestImport(
        sha256: String, sizeBytes: Int64, noun: String?, venue: Int64?
    ) throws(SQLiteError) -> Int64? {
        try connection.first(
            Self.newestImportQuery, .integer(sizeBytes), .text(sha256), Value(noun), Value(venue)
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
    }

    static let newestImportQuery = """
        SELECT change_id FROM source_file WHERE size_bytes = ? AND sha256 = ? AND noun = ? AND venue_id IS ?
        ORDER BY id DESC LIMIT 1
        """

    /// The night of the newest run; nil where none ever took anything.
    package func newestNight() throws(StoreError) -> Day? {
        try storing { () throws(SQLiteError) in
            try connection.first("SELECT night FROM arrival WHERE night IS NOT NULL ORDER BY id DESC LIMIT 1") {
                row throws(SQLiteError) in try row.optionalDay(at: 0)
            } ?? nil
        }
    }

    /// The newest change recorded before a day began here; 0 where none was.
    private func newestChange(beforeDay day: Day) throws(StoreError) -> Int64 {
        let start = zone.end(of: day.previous)
        return try moment(notAfter: Stamp(microseconds: Int64(start) * 1_000_000))?.change ?? 0
    }
}
