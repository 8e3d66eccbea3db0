package import Registry
import SQLite

/// Records that a complete file does not have, though they are of its venue and of the span that it covers. They stay:
/// nothing is removed by itself.
///
/// None is missing that was ended by hand (a terminated deal, a withdrawn listing), nor one that was moved to the venue from
/// another one, whose files have it.
package struct MissingRecords: Sendable {
    package struct Record: Sendable {
        let id: Int64
        package let name: RecordName
        package let title: String?
        package let amount: Amount?
        package let day: Day
    }

    /// From what they are told.
    private enum Source {
        /// From the rows of the file.
        case rows(MetRecords)
        /// From what an arrival was found to lack; what came back since lacks no more.
        case arrival(Int64)
    }

    package let noun: Noun
    package private(set) var count: Int64 = 0
    /// The first few.
    package private(set) var names: [String] = []
    private let source: Source

    package init?(_ met: MetRecords, of noun: Noun, in ledger: Ledger) throws(StoreError) {
        guard noun.belongsToVenue, met.isComplete else { return nil }
        (self.noun, source) = (noun, .rows(met))
        try recount(in: ledger)
    }

    /// Those that the file of an import lacks still, nil where it was not found to lack any.
    package init?(keptOf change: Int64, in ledger: Ledger) throws(StoreError) {
        let found = try storing { () throws(SQLiteError) in
            try ledger.connection.first(
                """
                SELECT a.id, l.noun FROM arrival a JOIN lacked_record l ON l.arrival_id = a.id AND l.is_there = 0
                WHERE a.change_id = ? LIMIT 1
                """, .integer(change)
            ) { row throws(SQLiteError) in (try row.integer(at: 0), Noun(rawValue: try row.text(at: 1))) }
        }
        guard let (arrival, word) = found, let noun = word else { return nil }
        (self.noun, source) = (noun, .arrival(arrival))
        try recount(in: ledger)
        if count == 0 { return nil }
    }

    /// Counts anew what may have been voided or have come back meanwhile.
    mutating func recount(in ledger: Ledger) throws(StoreError) {
        var (count, names) = (0 as Int64, [String]())
        try forEach(in: ledger) { record throws(StoreError) in
            count += 1
            if names.count < 5 { names.append("\(record.name)") }
        }
        (self.count, self.names) = (count, names)
    }

    /// Shows them one after the other, by venue and code; those that were voided meanwhile no more.
    package func forEach(in ledger: Ledger, _ take: (Record) throws(StoreError) -> Void) throws(StoreError) {
        switch source {
        case .rows(let met):
            let query = """
                SELECT \(Self.columns(of: noun)) FROM venue v JOIN \(noun.rawValue) r ON r.venue_id = v.id
                WHERE v.code = ? AND \(Self.canLack(noun)) ORDER BY r.code
                """
            for venue in met.venues {
                try ledger.forEachRow(query, .text(venue)) { row throws(StoreError) in
                    guard let record = try Record(row, noun), met.lacks(record.id, of: venue, on: record.day) else {
                        return
                    }
                    try take(record)
                }
            }
        case .arrival(let arrival):
            let undone = try ledger.takenBackChanges()
            try Self.forEach(of: noun, lackedBy: arrival, without: undone, in: ledger, take)
        }
    }

    /// Shows what an arrival was found to lack, but for what has come back since in a file that counts.
    ///
    /// - Parameter undone: the changes that count no more.
    static func forEach(
        of noun: Noun, lackedBy arrival: Int64, without undone: Set<Int64>, in ledger: Ledger,
        _ take: (Record) throws(StoreError) -> Void
    ) throws(StoreError) {
        let query = """
            SELECT \(columns(of: noun)), a.id, a.change_id FROM lacked_record l
            JOIN \(noun.rawValue) r ON r.id = l.record_id JOIN venue v ON v.id = r.venue_id
            LEFT JOIN lacked_record b
              ON b.noun = l.noun AND b.record_id = l.record_id AND b.is_there = 1 AND b.arrival_id > l.arrival_id
            LEFT JOIN arrival a ON a.id = b.arrival_id
            WHERE l.arrival_id = ? AND l.is_there = 0 AND \(canLack(noun)) ORDER BY v.code, r.code
            """
        var last: (record: Record, isBack: Bool)?
        func finish() throws(StoreError) { if let last, !last.isBack { try take(last.record) } }
        try ledger.forEachRow(query, .integer(arrival)) { row throws(StoreError) in
            guard let record = try Record(row, noun) else { return }
            let isBack = try storing { () throws(SQLiteError) in
                guard try row.optionalInteger(at: 6) != nil else { return false }
                return try row.optionalInteger(at: 7).map { !undone.contains($0) } ?? true
            }
            if let told = last, told.record.id == record.id {
                last = (record, told.isBack || isBack)
            } else {
                try finish()
                last = (record, isBack)
            }
        }
        try finish()
    }

    /// Of a record `r` of a venue `v`, as ``Record`` reads them.
    private static func columns(of noun: Noun) -> String {
        "r.id, v.code, r.code, r.title, \(noun.valuedBy.map { "\($0)_fen" } ?? "NULL"), \(noun.beginning("r.") ?? "NULL")"
    }

    /// Whether a file of its venue should have a record `r`, in SQL.
    static func canLack(_ noun: Noun) -> String {
        func event(_ kind: String) -> String {
            """
            EXISTS (SELECT 1 FROM \(noun.rawValue)_event e
              WHERE e.\(noun.rawValue)_id = r.id AND e.kind = '\(kind)' AND e.is_void = 0)
            """
        }
        // An end that the venue itself has told of is no reason either to still have it.
        let isEnded =
            switch noun {
            case .deal: event("terminated")
            case .listing: event("withdrawn")
            case .registration: "coalesce(r.refused_on, r.withdrawn_on, r.cancelled_on) IS NOT NULL"
            default: noun.endedBy.map { "r.\($0) IS NOT NULL" } ?? "0"
            }
        return """
            r.is_void = 0 AND NOT \(isEnded)
              AND NOT EXISTS (SELECT 1 FROM former_code o WHERE o.noun = '\(noun.rawValue)' AND o.record_id = r.id
                AND o.is_void = 0 AND o.venue_id <> r.venue_id)
            """
    }
}

extension MissingRecords.Record {
    /// Nil where its day is none.
    fileprivate init?(_ row: borrowing Statement, _ noun: Noun) throws(StoreError) {
        let found = try storing { () throws(SQLiteError) -> Self? in
            guard let day = try row.optionalDay(at: 5) else { return nil }
            return Self(
                id: try row.integer(at: 0),
                name: RecordName(noun: noun, venue: try row.text(at: 1), code: try row.text(at: 2)),
                title: try row.optionalText(at: 3), amount: try row.optionalInteger(at: 4).map(Amount.init(fen:)),
                day: day)
        }
        guard let found else { return nil }
        self = found
    }
}

extension Ledger {
    fileprivate func forEachRow(
        _ query: String, _ value: Value, _ take: (borrowing Statement) throws(StoreError) -> Void
    ) throws(StoreError) {
        let rows = try storing { () throws(SQLiteError) in
            let rows = try connection.prepare(query)
            try rows.bind([value])
            return rows
        }
        while try storing({ () throws(SQLiteError) in try rows.step() }) { try take(rows) }
    }
}
