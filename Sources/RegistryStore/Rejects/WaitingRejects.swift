import Registry
import SQLite

/// The rejects of a noun as an import finds them, in a temporary table: those that wait for a mended row, and those that
/// the very same file left before.
final class WaitingRejects {
    private let connection: Connection
    /// Those that wait, by key.
    private let inOrder: Statement
    private var ahead: (key: [UInt8], id: Int64)?
    private let belongsToVenue: Bool

    /// Nil where there is none of either kind.
    init?(_ connection: Connection, of file: ArrivedFile) throws(SQLiteError) {
        guard let noun = file.noun else { return nil }
        let isAny = try connection.first("SELECT 1 FROM rejected_row LIMIT 1") { _ throws(SQLiteError) in true }
        guard isAny != nil else { return nil }
        self.connection = connection
        belongsToVenue = noun.belongsToVenue
        try connection.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS waiting_reject (id INTEGER PRIMARY KEY, venue_id INTEGER, venue TEXT,
              code TEXT, print INTEGER NOT NULL, is_open INTEGER NOT NULL);
            DROP INDEX IF EXISTS temp.waiting_print;
            DELETE FROM temp.waiting_reject;
            """)
        guard try Self.fill(connection, noun, file) > 0 else { return nil }
        try connection.execute("CREATE INDEX temp.waiting_print ON waiting_reject (print)")
        inOrder = try connection.prepare(
            """
            SELECT id, coalesce(venue, ''), code FROM temp.waiting_reject WHERE is_open = 1 AND code IS NOT NULL
            ORDER BY coalesce(venue, ''), code, id
            """)
        try step()
    }

    private static func fill(_ connection: Connection, _ noun: Noun, _ file: ArrivedFile) throws(SQLiteError) -> Int {
        let undone = try connection.undoneChanges()
        let closed = Set(try connection.closedRejects(without: undone).keys)
        let insert = try connection.prepare("INSERT INTO temp.waiting_reject VALUES (?, ?, ?, ?, ?, ?)")
        var count = 0
        try connection.forEach(
            """
            SELECT r.id, coalesce(r.venue_id, f.venue_id), v.code, r.code, r.headings, r.cells, r.change_id, f.sha256 = ?2
            FROM rejected_row r JOIN source_file f ON f.id = r.file_id
            LEFT JOIN venue v ON v.id = coalesce(r.venue_id, f.venue_id)
            WHERE f.noun = ?1
            """, .text(noun.rawValue), .text(file.sha256)
        ) { row throws(SQLiteError) in
            let id = try row.integer(at: 0)
            let isOpen = !closed.contains(id)
            let isOfSameFile = try row.integer(at: 7) == 1
            guard !undone.contains(try row.integer(at: 6)), isOpen || isOfSameFile else { return true }
            let venue = try row.optionalInteger(at: 1)
            try insert.bind([
                .integer(id), Value(venue), Value(try row.optionalText(at: 2)), Value(try row.optionalText(at: 3)),
                .integer(Self.print(venue, try row.text(at: 4), try row.text(at: 5))), .integer(isOpen ? 1 : 0),
            ])
            try insert.run()
            count += 1
            return true
        }
        return count
    }

    /// Of no use beyond this process.
    private static func print(_ venue: Int64?, _ headings: String, _ cells: String) -> Int64 {
        var hasher = Hasher()
        hasher.combine(venue)
        headings.utf8.forEach { hasher.combine($0) }
        cells.utf8.forEach { hasher.combine($0) }
        return Int64(hasher.finalize())
    }

    private func step() throws(SQLiteError) {
        guard try inOrder.step() else {
            ahead = nil
            return
        }
        let code = Array(try inOrder.text(at: 2).utf8)
        let venue = Array(try inOrder.text(at: 1).utf8)
        ahead = (belongsToVenue ? venue + [0] + code : code, try inOrder.integer(at: 0))
    }

    /// Those of a key. Keys come in their order; those before it are passed over.
    func take(upTo key: UnsafeRawBufferPointer) throws(SQLiteError) -> [Int64] {
        var found: [Int64] = []
        while let next = ahead, !key.lexicographicallyPrecedes(next.key) {
            if next.key.elementsEqual(key) { found.append(next.id) }
            try step()
        }
        return found
    }

    /// Whether a reject waits that is of a venue, or of none that is known.
    func has(_ id: Int64, ofVenue venue: String?) throws(SQLiteError) -> Bool {
        try connection.first(
            "SELECT 1 FROM temp.waiting_reject WHERE id = ? AND is_open = 1 AND (venue IS NULL OR venue IS ?)",
            .integer(id),
            Value(venue)
        ) { _ throws(SQLiteError) in true } ?? false
    }

    /// The reject that is the very same row.
    func find(_ row: RejectedRow, venue: Int64?) throws(SQLiteError) -> Int64? {
        try connection.first(
            """
            SELECT w.id FROM temp.waiting_reject w JOIN rejected_row r ON r.id = w.id
            WHERE w.print = ? AND w.venue_id IS ? AND r.headings = ? AND r.cells = ? ORDER BY w.is_open DESC, w.id LIMIT 1
            """, .integer(Self.print(venue, row.headings, row.cells)), Value(venue), .text(row.headings),
            .text(row.cells)
        ) { found throws(SQLiteError) in try found.integer(at: 0) }
    }

    /// Gives the table up.
    func end() {
        inOrder.reset()
        ahead = nil
    }
}

extension Connection {
    /// The rejects that are closed, and by which change.
    func closedRejects(without undone: Set<Int64>) throws(SQLiteError) -> [Int64: Int64] {
        var closed: [Int64: Int64] = [:]
        try forEach("SELECT reject_id, change_id FROM closed_reject ORDER BY id") { row throws(SQLiteError) in
            let change = try row.integer(at: 1)
            if !undone.contains(change) { closed[try row.integer(at: 0)] = change }
            return true
        }
        return closed
    }
}
