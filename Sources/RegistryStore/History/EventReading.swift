import Registry
import SQLite

/// What became of a record, as an event says it.
struct StatedEvent: Hashable {
    let deed: ChangedRecord.Deed
    let day: Day
    /// The amount from then on in fen, or the party into which it was merged; 0 where it says neither.
    let number: Int64
}

/// One version of an event.
struct EventVersion {
    let record: Int64
    let id: Int64
    let change: Int64
    /// The change that replaced it; `.max` for the present version.
    let replacedBy: Int64
    let isVoid: Bool
    let event: StatedEvent

    /// Whether it was the one in force once a change was made.
    func holds(at change: Int64) -> Bool { !isVoid && self.change <= change && replacedBy > change }

    func isTouched(in span: Span) -> Bool {
        change > span.after && change <= span.through || replacedBy > span.after && replacedBy <= span.through
    }
}

/// Reads what became of the records of a noun: record by record, or of a wide span the whole table in the order in which
/// it lies, since a seek for each of a hundred thousand takes longer.
final class EventReading {
    private let table: Ledger.EventTable
    private let connection: Connection
    /// Of one record, in the order in which its events were recorded.
    private let ofRecord: Statement
    /// By record and id; nil where they are read record by record.
    private let all: [EventVersion]?

    init(_ table: Ledger.EventTable, isWhole: Bool, on connection: Connection) throws(SQLiteError) {
        self.table = table
        self.connection = connection
        func versions(_ name: String, _ replacedBy: String) -> String {
            let columns = [table.parent, "id", "change_id", replacedBy, "is_void"] + table.columns
            return "SELECT \(columns.joined(separator: ", ")) FROM \(name)"
        }
        let (present, past) = (versions(table.name, "NULL"), versions("\(table.name)_history", "replaced_by"))
        ofRecord = try connection.prepare(
            """
            \(present) WHERE \(table.parent) = ?1 UNION ALL
            \(past) WHERE id IN (SELECT id FROM \(table.name) WHERE \(table.parent) = ?1) ORDER BY 2, 3
            """)
        guard isWhole else {
            all = nil
            return
        }
        let rows = try connection.prepare("\(present) UNION ALL \(past)")
        var all: [EventVersion] = []
        while try rows.step() { all.append(try Self.version(rows, of: table)) }
        all.sort { ($0.record, $0.id, $0.change) < ($1.record, $1.id, $1.change) }
        self.all = all
    }

    func versions(of record: Int64) throws(SQLiteError) -> ArraySlice<EventVersion> {
        if let all {
            let first = all.firstPlace { $0.record >= record }
            var end = first
            while end < all.count, all[end].record == record { end += 1 }
            return all[first..<end]
        }
        try ofRecord.bind(record, at: 1)
        defer { ofRecord.reset() }
        var found: [EventVersion] = []
        while try ofRecord.step() { found.append(try Self.version(ofRecord, of: table)) }
        return found[...]
    }

    /// The records of which a span said that something became, or took that back, in the order of their ids.
    func touched(in span: Span) throws(SQLiteError) -> TouchedRecords {
        TouchedRecords(span: span, reading: self, ids: all == nil ? try touchedIDs(in: span) : [])
    }

    struct TouchedRecords {
        fileprivate let span: Span
        fileprivate let reading: EventReading
        /// Those that are read record by record.
        fileprivate let ids: [Int64]
        fileprivate var place = 0

        /// The next record, with all that was ever said of it.
        mutating func next() throws(SQLiteError) -> (id: Int64, versions: ArraySlice<EventVersion>)? {
            guard let all = reading.all else {
                guard place < ids.count else { return nil }
                place += 1
                return (ids[place - 1], try reading.versions(of: ids[place - 1]))
            }
            while place < all.count {
                let first = place
                var isTouched = false
                while place < all.count, all[place].record == all[first].record {
                    isTouched = isTouched || all[place].isTouched(in: span)
                    place += 1
                }
                if isTouched { return (all[first].record, all[first..<place]) }
            }
            return nil
        }
    }

    private func touchedIDs(in span: Span) throws(SQLiteError) -> [Int64] {
        // New events lie together: their ids follow the changes.
        try connection.query(
            """
            SELECT \(table.parent) FROM \(table.name) WHERE id >= ? AND id < ? UNION
            SELECT \(table.parent) FROM \(table.name)_history WHERE replaced_by > ? AND replaced_by <= ? ORDER BY 1
            """, .integer(try connection.firstID(in: table.name, after: span.after)),
            .integer(try connection.firstID(in: table.name, after: span.through)), .integer(span.after),
            .integer(span.through)
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
    }

    /// Record, id, change, what replaced it, whether it is void, and its columns.
    private static func version(
        _ row: borrowing Statement, of table: Ledger.EventTable
    ) throws(SQLiteError) -> EventVersion {
        var deed = ChangedRecord.Deed.merged
        var day = Day(number: 0)
        var number: Int64 = 0
        for (place, column) in table.columns.enumerated() {
            let place = Int32(place) + 5
            switch column {
            case "kind":
                deed = try row.withTextBytes(at: place) { bytes in
                    ChangedRecord.Deed.allCases.first { $0.rawValue.utf8.elementsEqual(bytes) } ?? .corrected
                }
            case "effective_on": day = try row.withTextBytes(at: place) { bytes in try? Day.read(bytes) } ?? day
            default: number = try row.integer(at: place)
            }
        }
        return EventVersion(
            record: try row.integer(at: 0), id: try row.integer(at: 1), change: try row.integer(at: 2),
            replacedBy: try row.optionalInteger(at: 3) ?? .max, isVoid: try row.integer(at: 4) != 0,
            event: StatedEvent(deed: deed, day: day, number: number))
    }
}
