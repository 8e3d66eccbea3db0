package import Registry
import SQLite

/// What the imports of a night did, and what of them waits for a person.
extension Ledger {
    /// The changes that count no more.
    ///
    /// - Parameter last: the newest change that counts.
    package func takenBackChanges(asOf last: Int64 = .max) throws(StoreError) -> Set<Int64> {
        try storing { () throws(SQLiteError) in try connection.undoneChanges(asOf: last) }
    }

    /// What changes did to the deals of each venue, by its code, over all days.
    package func dealsMoved(by changes: Set<Int64>) throws(StoreError) -> [String: Total] {
        try storing { () throws(SQLiteError) in
            var moved: [String: Total] = [:]
            for change in changes {
                try connection.forEach(
                    """
                    SELECT dimension_key, sum(count), sum(fen) FROM daily_delta
                    WHERE change_id = ? AND measure = 'deal' AND dimension = 'venue' GROUP BY dimension_key
                    """, .integer(change)
                ) { row throws(SQLiteError) in
                    let total = Total(count: try row.integer(at: 1), fen: try row.integer(at: 2))
                    moved.merge([try row.text(at: 0): total], uniquingKeysWith: +)
                    return true
                }
            }
            return moved
        }
    }

    /// How many rejects wait.
    package func openRejects() throws(StoreError) -> Int64 {
        try storing { () throws(SQLiteError) in
            let states = try RejectStates(connection)
            var open: Int64 = 0
            try connection.forEach(WaitingRejects.everyQuery) { row throws(SQLiteError) in
                if try states.isOpen(try row.integer(at: 0), keptBy: try row.integer(at: 1)) { open += 1 }
                return true
            }
            return open
        }
    }

    /// What became of the rejects that files left, or repeated, by arrival: how many wait, and how many another of the files
    /// tells of, which they left or which took their mended rows.
    ///
    /// - Parameter undone: the changes that count no more.
    package func rejects(
        of arrivals: [Arrival], without undone: Set<Int64>
    ) throws(StoreError) -> [Int64: (open: Int64, toldElsewhere: Int64)] {
        let standing = Set(arrivals.compactMap(\.change)).subtracting(undone)
        return try storing { () throws(SQLiteError) in
            let states = try RejectStates(connection)
            var found: [Int64: (open: Int64, toldElsewhere: Int64)] = [:]
            for arrival in arrivals where arrival.counts.rejected > 0 && arrival.outcome != .refused {
                try connection.forEach(
                    """
                    SELECT id, change_id FROM rejected_row WHERE change_id = ?1 UNION
                    SELECT r.id, r.change_id FROM repeated_reject p JOIN rejected_row r ON r.id = p.reject_id
                    WHERE p.arrival_id = ?2
                    """, Value(arrival.change), .integer(arrival.id)
                ) { row throws(SQLiteError) in
                    let (id, keptBy) = (try row.integer(at: 0), try row.integer(at: 1))
                    let closing = try states.closing(of: id)
                    let isRepeated = keptBy != arrival.change && standing.contains(keptBy)
                    if isRepeated || closing.map(standing.contains) == true {
                        found[arrival.id, default: (0, 0)].toldElsewhere += 1
                    } else if closing == nil, states.counts(id, keptBy: keptBy) {
                        found[arrival.id, default: (0, 0)].open += 1
                    }
                    return true
                }
            }
            return found
        }
    }
}
