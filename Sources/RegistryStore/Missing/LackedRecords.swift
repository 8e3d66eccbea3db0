package import Registry
import SQLite

/// What complete files said to lack, as it is kept with their arrivals.
extension Ledger {
    /// The records that a file lacked and that are lacking still: not void, not ended, and in no file since that counts.
    ///
    /// - Parameter undone: the changes that count no more.
    /// - Returns: nil where it is not known which they were, of files that arrived before that was kept.
    package func stillLacked(by arrival: Int64, without undone: Set<Int64>) throws(StoreError) -> Set<Int64>? {
        try storing { () throws(SQLiteError) in
            let word = try connection.first(
                "SELECT noun FROM lacked_record WHERE arrival_id = ? AND is_there = 0 LIMIT 1", .integer(arrival)
            ) { row throws(SQLiteError) in try row.text(at: 0) }
            guard let noun = word.flatMap(Noun.init(rawValue:)) else { return nil }
            var lacked: Set<Int64> = []
            try connection.forEach(
                """
                SELECT l.record_id FROM lacked_record l JOIN \(noun.rawValue) r ON r.id = l.record_id
                WHERE l.arrival_id = ? AND l.is_there = 0 AND \(MissingRecords.canLack(noun))
                """, .integer(arrival)
            ) { row throws(SQLiteError) in
                let record = try row.integer(at: 0)
                if try !isBack(record, noun, since: arrival, undone) { lacked.insert(record) }
                return true
            }
            return lacked
        }
    }

    /// Whether a file that came later, and counts, has a record.
    func isBack(
        _ record: Int64, _ noun: Noun, since arrival: Int64, _ undone: Set<Int64>
    ) throws(SQLiteError) -> Bool {
        var isBack = false
        try connection.forEach(
            """
            SELECT a.change_id FROM lacked_record l JOIN arrival a ON a.id = l.arrival_id
            WHERE l.noun = ? AND l.record_id = ? AND l.is_there = 1 AND l.arrival_id > ?
            """, .text(noun.rawValue), .integer(record), .integer(arrival)
        ) { row throws(SQLiteError) in
            isBack = try row.optionalInteger(at: 0).map { !undone.contains($0) } ?? true
            return !isBack
        }
        return isBack
    }

    /// Whether any file ever lacked a record of a noun.
    package func hasLacked(_ noun: Noun) throws(StoreError) -> Bool {
        try storing { () throws(SQLiteError) in
            try connection.first(
                "SELECT 1 FROM lacked_record WHERE noun = ? LIMIT 1", .text(noun.rawValue)
            ) { _ throws(SQLiteError) in true } ?? false
        }
    }

    /// Keeps what an arrival lacks, and which of the records that an earlier one lacked it has.
    func recordLacking(_ findings: ArrivalFindings, of arrival: Int64) throws(StoreError) {
        let insert = "INSERT INTO lacked_record (arrival_id, noun, record_id, is_there) VALUES (?, ?, ?, ?)"
        if let (noun, met) = findings.met {
            let undone = try takenBackChanges()
            try storing { () throws(SQLiteError) in
                try connection.forEach(
                    """
                    SELECT record_id, max(arrival_id) FROM lacked_record WHERE noun = ? AND is_there = 0
                    GROUP BY record_id
                    """, .text(noun.rawValue)
                ) { row throws(SQLiteError) in
                    let record = try row.integer(at: 0)
                    guard met.has(record), try !isBack(record, noun, since: try row.integer(at: 1), undone) else {
                        return true
                    }
                    try connection.run(insert, .integer(arrival), .text(noun.rawValue), .integer(record), .integer(1))
                    return true
                }
            }
        }
        guard let lacking = findings.lacking else { return }
        try lacking.forEach(in: self) { record throws(StoreError) in
            try storing { () throws(SQLiteError) in
                _ = try connection.run(
                    insert, .integer(arrival), .text(lacking.noun.rawValue), .integer(record.id), .integer(0))
            }
        }
    }
}
