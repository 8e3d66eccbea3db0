package import Registry
import SQLite

/// How the rows of a file fell out. A count never lies: read = new + changed + unchanged + rejected.
package struct RowCounts: Hashable, Sendable {
    package var read: Int64 = 0
    package var new: Int64 = 0
    package var changed: Int64 = 0
    package var unchanged: Int64 = 0
    package var rejected: Int64 = 0
    /// Rows that are no data; not in `read`.
    package var setAside: Int64 = 0
    /// What a person has to decide: rows that differ from a correction by hand or look like a slip, which are unchanged,
    /// suspected duplicates, and a file that is off as a whole.
    package var conflicts: Int64 = 0

    /// Records that a complete file does not have; not in `read`.
    package var missing: Int64 = 0

    package init() {}
}

/// A file as it came.
package struct ArrivedFile: Sendable {
    package let name: String
    package let noun: Noun?
    /// What its rows are where they are no records: days of the calendar. Nil, too, for published figures.
    package var otherRows: String?
    package let venue: Int64?
    package let sha256: String
    package let sizeBytes: Int64
    /// How it was told to be read.
    package let options: String
    /// The day of the night that took it; nil by hand.
    package var night: Day?
    /// When it came to lie where it was found; nil for now.
    package var placedAt: Stamp?
    /// Why it is refused, in one line.
    package var refusal: String?

    package init(name: String, noun: Noun?, venue: Int64?, sha256: String, sizeBytes: Int64, options: String) {
        self.name = name
        self.noun = noun
        self.venue = venue
        self.sha256 = sha256
        self.sizeBytes = sizeBytes
        self.options = options
    }

    /// As the registry names what its rows are.
    var rowsAre: String? { noun?.rawValue ?? otherRows }
}

/// What became of a file that arrived.
package enum ArrivalOutcome: String, Sendable {
    case imported, unchanged, doubled, refused, empty
}

/// What a file says of rows and records that were there before it.
package struct ArrivalFindings: Sendable {
    /// Rejects that its rows repeat.
    package var repeatedRejects: [Int64] = []
    /// What it lacks, where it is complete.
    package var lacking: MissingRecords?
    /// What it has; nil where no file ever lacked any of it.
    package var met: (noun: Noun, records: MetRecords)?

    package init() {}

    var isEmpty: Bool { repeatedRejects.isEmpty && lacking == nil && met == nil }
}

/// An import that was made of a file.
package struct KnownImport: Sendable {
    package let change: Int64
    /// Rows of the file that were read, and beside them those that are no data.
    package let (read, setAside): (Int64, Int64)
}

extension Ledger {
    /// The change that imported this very file, read in this very way, and still stands; nil where
    /// none does. A file of which rows were rejected is read again: what was wrong with them may be right by now.
    package func importing(_ file: ArrivedFile) throws(StoreError) -> KnownImport? {
        let imports = try storing { () throws(SQLiteError) in
            try connection.query(
                Self.importsQuery, .integer(file.sizeBytes), .text(file.sha256), .text(file.rowsAre ?? ""),
                Value(file.venue), .text(file.options)
            ) { row throws(SQLiteError) in
                let known = KnownImport(
                    change: try row.integer(at: 0), read: try row.integer(at: 1), setAside: try row.integer(at: 3))
                return (known: known, rejected: try row.integer(at: 2))
            }
        }
        for found in imports where try stands(found.known.change) { return found.rejected == 0 ? found.known : nil }
        return nil
    }

    static let importsQuery = """
        SELECT change_id, rows_read, rows_rejected, rows_set_aside FROM source_file
        WHERE size_bytes = ? AND sha256 = ? AND noun = ? AND venue_id IS ? AND options = ? ORDER BY id DESC
        """

    /// The digests of the imported files that were as long and read in the same way, the newest first.
    package func digests(ofImportsOf sizeBytes: Int64, options: String) throws(StoreError) -> [String] {
        try storing { () throws(SQLiteError) in
            try connection.query(Self.digestsQuery, .integer(sizeBytes), .text(options)) {
                row throws(SQLiteError) in try row.text(at: 0)
            }
        }
    }

    static let digestsQuery = "SELECT sha256 FROM source_file WHERE size_bytes = ? AND options = ? ORDER BY id DESC"

    /// The newest change after one that gave records of a noun a new version.
    package func newestCorrection(of noun: Noun, after change: Int64) throws(StoreError) -> Int64? {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT max(change_id) FROM change_part WHERE change_id > ? AND table_name = ? AND changed_rows > 0
                """, .integer(change), .text(noun.rawValue)
            ) { row throws(SQLiteError) in try row.optionalInteger(at: 0) } ?? nil
        }
    }

    /// The id that the next file will have.
    package func nextFileID() throws(StoreError) -> Int64 {
        try storing { () throws(SQLiteError) in
            try connection.first("SELECT coalesce(max(id), 0) + 1 FROM source_file") {
                row throws(SQLiteError) in try row.integer(at: 0)
            } ?? 1
        }
    }

    /// Keeps that a file arrived, what became of it and what it says of what was there, in the transaction that is open or
    /// in one of its own.
    package func record(
        _ file: ArrivedFile, _ outcome: ArrivalOutcome, _ counts: RowCounts, change: Int64?, by author: Author,
        _ findings: ArrivalFindings = ArrivalFindings()
    ) throws(StoreError) {
        guard !connection.isInTransaction, !findings.isEmpty else {
            try insert(file, outcome, counts, change: change, by: author)
            return try insert(findings, of: connection.lastInsertedID)
        }
        try connection.transaction(.immediate) { () throws(StoreError) in
            var (counts, findings) = (counts, findings)
            try findings.lacking?.recount(in: self)
            counts.missing = findings.lacking?.count ?? 0
            try insert(file, outcome, counts, change: change, by: author)
            try insert(findings, of: connection.lastInsertedID)
        }
    }

    private func insert(_ findings: ArrivalFindings, of arrival: Int64) throws(StoreError) {
        try storing { () throws(SQLiteError) in
            for reject in findings.repeatedRejects {
                try connection.run(
                    "INSERT INTO repeated_reject (arrival_id, reject_id) VALUES (?, ?)", .integer(arrival),
                    .integer(reject))
            }
        }
        try recordLacking(findings, of: arrival)
    }

    private func insert(
        _ file: ArrivedFile, _ outcome: ArrivalOutcome, _ counts: RowCounts, change: Int64?, by author: Author
    ) throws(StoreError) {
        try storing { () throws(SQLiteError) in
            try connection.run(
                """
                INSERT INTO arrival (arrived_at, name, noun, venue_id, sha256, size_bytes, outcome, rows_read, rows_new,
                  rows_changed, rows_unchanged, rows_rejected, rows_set_aside, conflicts, rows_missing, change_id,
                  actor, login, uid, host, night, refusal)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, .text((file.placedAt ?? Stamp.next(after: nil)).description), .text(file.name),
                Value(file.rowsAre),
                Value(file.venue), .text(file.sha256), .integer(file.sizeBytes), .text(outcome.rawValue),
                .integer(counts.read), .integer(counts.new), .integer(counts.changed), .integer(counts.unchanged),
                .integer(counts.rejected), .integer(counts.setAside), .integer(counts.conflicts),
                .integer(counts.missing), Value(change),
                .text(author.actor), .text(author.login), .integer(author.uid), .text(author.host),
                Value(file.night.map { "\($0)" }), Value(file.refusal))
        }
    }
}
