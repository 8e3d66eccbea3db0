import SQLite

/// Which of the kept rejects count, and what closed them: each is looked up, so that memory does not grow with their number.
final class RejectStates {
    private let connection: Connection
    private let undone: Set<Int64>
    /// Those whose own import was taken back, and which a file repeated whose import stands.
    private let repeated: Set<Int64>

    init(_ connection: Connection) throws(SQLiteError) {
        self.connection = connection
        let undone = try connection.undoneChanges()
        var repeated: Set<Int64> = []
        if !undone.isEmpty {
            try connection.forEach(
                """
                SELECT r.id, r.change_id, a.change_id FROM repeated_reject p JOIN rejected_row r ON r.id = p.reject_id
                JOIN arrival a ON a.id = p.arrival_id
                """
            ) { row throws(SQLiteError) in
                guard undone.contains(try row.integer(at: 1)) else { return true }
                let isStanding = try row.optionalInteger(at: 2).map { !undone.contains($0) } ?? true
                if isStanding { repeated.insert(try row.integer(at: 0)) }
                return true
            }
        }
        (self.undone, self.repeated) = (undone, repeated)
    }

    /// Whether a reject that a change kept counts.
    func counts(_ id: Int64, keptBy change: Int64) -> Bool { !undone.contains(change) || repeated.contains(id) }

    static let closingsQuery = "SELECT change_id FROM closed_reject WHERE reject_id = ? ORDER BY id DESC"

    /// The newest change that closed a reject and stands; nil where it waits.
    func closing(of id: Int64) throws(SQLiteError) -> Int64? {
        var found: Int64?
        try connection.forEach(Self.closingsQuery, .integer(id)) { row throws(SQLiteError) in
            let change = try row.integer(at: 0)
            if !undone.contains(change) { found = change }
            return found == nil
        }
        return found
    }

    /// Whether it counts and nothing closed it.
    func isOpen(_ id: Int64, keptBy change: Int64) throws(SQLiteError) -> Bool {
        counts(id, keptBy: change) ? try closing(of: id) == nil : false
    }
}
