import Registry
import SQLite

/// The rejects of a noun that wait for a mended row as an import finds them, in a temporary table by their keys.
final class WaitingRejects {
    private let connection: Connection
    private let inOrder: Statement
    private var ahead: (key: [UInt8], id: Int64)?
    private let belongsToVenue: Bool

    /// Nil where none waits.
    init?(_ connection: Connection, _ states: RejectStates, of file: ArrivedFile) throws(SQLiteError) {
        guard let noun = file.noun else { return nil }
        let isAny = try connection.first("SELECT 1 FROM rejected_row LIMIT 1") { _ throws(SQLiteError) in true }
        guard isAny != nil else { return nil }
        self.connection = connection
        belongsToVenue = noun.belongsToVenue
        try connection.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS waiting_reject (id INTEGER PRIMARY KEY, venue TEXT, code TEXT);
            DELETE FROM temp.waiting_reject;
            """)
        guard try Self.fill(connection, noun, states) > 0 else { return nil }
        inOrder = try connection.prepare(
            """
            SELECT id, coalesce(venue, ''), code FROM temp.waiting_reject WHERE code IS NOT NULL
            ORDER BY coalesce(venue, ''), code, id
            """)
        try step()
    }

    /// All rejects that there ever were. An index has it, so that no row is read for it.
    static let everyQuery = "SELECT id, change_id FROM rejected_row"

    private static func fill(
        _ connection: Connection, _ noun: Noun, _ states: RejectStates
    ) throws(SQLiteError) -> Int {
        let insert = try connection.prepare(
            """
            INSERT INTO temp.waiting_reject
            SELECT r.id, v.code, r.code FROM rejected_row r JOIN source_file f ON f.id = r.file_id
            LEFT JOIN venue v ON v.id = coalesce(r.venue_id, f.venue_id) WHERE r.id = ? AND f.noun = ?
            """)
        var count = 0
        try connection.forEach(everyQuery) { row throws(SQLiteError) in
            let id = try row.integer(at: 0)
            guard try states.isOpen(id, keptBy: try row.integer(at: 1)) else { return true }
            try insert.bind([.integer(id), .text(noun.rawValue)])
            try insert.run()
            count += connection.changes
            return true
        }
        return count
    }

    /// Begins with the first key again.
    func restart() throws(SQLiteError) {
        inOrder.reset()
        try step()
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
            "SELECT 1 FROM temp.waiting_reject WHERE id = ? AND (venue IS NULL OR venue IS ?)",
            .integer(id),
            Value(venue)
        ) { _ throws(SQLiteError) in true } ?? false
    }

    /// Gives the table up.
    func end() {
        inOrder.reset()
        ahead = nil
    }
}
