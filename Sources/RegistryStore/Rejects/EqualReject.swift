import Registry
import SQLite

/// Looks for the reject that an earlier file left of a row that says the very same, of the same venue and kind.
struct EqualReject {
    private let connection: Connection
    private let states: RejectStates
    private let change: Int64
    private let noun: String
    /// What was found last: rows that say the same mostly stand together.
    private var last: (row: RejectedRow, venue: Int64?, found: Found?)?

    typealias Found = (id: Int64, isOpen: Bool)

    static let query = """
        SELECT r.id, r.change_id FROM rejected_row r JOIN source_file f ON f.id = r.file_id
        WHERE r.cells = ? AND r.headings = ? AND f.noun = ? AND coalesce(r.venue_id, f.venue_id) IS ? AND r.change_id < ?
        """

    /// - Parameter change: the one that is open, whose own rejects are none of an earlier file.
    init(_ connection: Connection, _ states: RejectStates, before change: Int64, of file: ArrivedFile) {
        (self.connection, self.states, self.change) = (connection, states, change)
        noun = file.rowsAre ?? ""
    }

    /// One that waits before one that does not.
    mutating func find(
        _ row: RejectedRow, venue: Int64?, _ isOpen: (Int64, _ keptBy: Int64) throws(SQLiteError) -> Bool
    ) throws(SQLiteError) -> Found? {
        if let last, last.venue == venue, last.row.cells == row.cells, last.row.headings == row.headings {
            return last.found
        }
        var best: Found?
        try connection.forEach(
            Self.query, .text(row.cells), .text(row.headings), .text(noun), Value(venue), .integer(change)
        ) { found throws(SQLiteError) in
            let (id, keptBy) = (try found.integer(at: 0), try found.integer(at: 1))
            guard states.counts(id, keptBy: keptBy) else { return true }
            best = (id, try isOpen(id, keptBy))
            return best?.isOpen == false
        }
        last = (row, venue, best)
        return best
    }
}
