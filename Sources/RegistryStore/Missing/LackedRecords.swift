package import Registry
import SQLite

/// What complete files said to lack, as it is kept with their arrivals.
extension Ledger {
    /// The records that a file lacked and that are lacking still: not void, not ended, and in no file since that counts.
    ///
    /// - Parameter undone: the changes that count no more.
    /// - Returns: nil where it is not known which they were, of files that arrived before that was kept.
    package func stillLacked(by arrival: Int64, without undone: Set<Int64>) throws(StoreError) -> Set<Int64>? {
        let word = try storing { () throws(SQLiteError) in
            try connection.first(
                "SELECT noun FROM lacked_record WHERE arrival_id = ? AND is_there = 0 LIMIT 1", .integer(arrival)
            ) { row throws(SQLiteError) in try row.text(at: 0) }
        }
        guard let noun = word.flatMap(Noun.init(rawValue:)) else { return nil }
        var lacked: Set<Int64> = []
        try MissingRecords.forEach(of: noun, lackedBy: arrival, without: undone, in: self) { lacked.insert($0.id) }
        return lacked
    }

    /// The names, former ones too, of the records of a noun that files lack still and should have, each with the record's id.
    package func namesOfLacked(_ noun: Noun) throws(StoreError) -> [(record: Int64, venue: String, code: String)] {
        let undone = try takenBackChanges()
        return try storing { () throws(SQLiteError) in
            var names: [(record: Int64, venue: String, code: String)] = []
            for record in try stillLacked(noun, without: undone) {
                names += try connection.query(
                    """
                    WITH
                    lacking (id, venue_id, code) AS (
                      SELECT r.id, r.venue_id, r.code FROM \(noun.rawValue) r
                      WHERE r.id = ?1 AND \(MissingRecords.canLack(noun))),
                    named (venue_id, code) AS (
                      SELECT venue_id, code FROM lacking UNION ALL
                      SELECT f.venue_id, f.code FROM former_code f JOIN lacking ON lacking.id = f.record_id
                      WHERE f.noun = ?2 AND f.is_void = 0)
                    SELECT v.code, named.code FROM named JOIN venue v ON v.id = named.venue_id
                    """, .integer(record), .text(noun.rawValue)
                ) { row throws(SQLiteError) in (record, try row.text(at: 0), try row.text(at: 1)) }
            }
            return names
        }
    }

    /// The records of a noun that files lack still, in the order of their ids.
    private func stillLacked(_ noun: Noun, without undone: Set<Int64>) throws(SQLiteError) -> [Int64] {
        var lacked: [Int64] = []
        var (record, lastLacking, isBack) = (0 as Int64, 0 as Int64, true)
        func finish() { if !isBack { lacked.append(record) } }
        try connection.forEach(
            """
            SELECT l.record_id, l.is_there, l.arrival_id, a.change_id
            FROM lacked_record l LEFT JOIN arrival a ON a.id = l.arrival_id AND l.is_there = 1
            WHERE l.noun = ? ORDER BY l.record_id, l.is_there, l.arrival_id
            """, .text(noun.rawValue)
        ) { row throws(SQLiteError) in
            let (id, arrival) = (try row.integer(at: 0), try row.integer(at: 2))
            if id != record {
                finish()
                (record, isBack) = (id, true)
            }
            if try row.integer(at: 1) == 0 {
                (lastLacking, isBack) = (arrival, false)
            } else if arrival > lastLacking, try row.optionalInteger(at: 3).map({ !undone.contains($0) }) ?? true {
                isBack = true
            }
            return true
        }
        finish()
        return lacked
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
                for record in try stillLacked(noun, without: undone) where met.has(record) {
                    try connection.run(insert, .integer(arrival), .text(noun.rawValue), .integer(record), .integer(1))
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
