import Registry
import SQLite

/// A record with what had become of it at both ends of the span.
private struct EventfulRecord {
    var id: Int64 = 0
    /// The change of the row as it is now, and what that says.
    var change: Int64 = 0
    var terms = ChangeReading.Terms()
    var before: [ChangeReading.Event] = []
    var after: [ChangeReading.Event] = []
}

extension ChangeReading {
    /// Records whose own row the span left alone, and of which it said that something became.
    func eachWithNewEvents(_ body: (ChangedRecord) throws(StoreError) -> Bool) throws(StoreError) {
        for event in events {
            let rows = try storing { () throws(SQLiteError) in try versions(of: event) }
            var reading = EventfulRecord()
            while try storing({ () throws(SQLiteError) in try rows.step() }) {
                let record = try storing { () throws(SQLiteError) -> ChangedRecord? in
                    let id = try rows.integer(at: 0)
                    let done = id == reading.id ? nil : try changed(reading)
                    if id != reading.id {
                        reading = EventfulRecord(
                            id: id, change: try rows.integer(at: 1), terms: try terms(rows, from: 2))
                    }
                    try take(rows, from: 3 + Int32(flowing.count), event, into: &reading)
                    return done
                }
                if let record, try !body(record) { return }
            }
            if let record = try storing({ () throws(SQLiteError) in try changed(reading) }), try !body(record) {
                return
            }
        }
    }

    /// Every version of every event of the records that ``eachWithNewEvents(_:)`` shows, record by record: all in one
    /// statement, since a change may amend a hundred thousand.
    private func versions(of event: Ledger.EventTable) throws(SQLiteError) -> Statement {
        let own = (["change_id AS own_change", "is_void"] + flowing).map { "r.\($0)" }.joined(separator: ", ")
        func list(_ row: String) -> String { event.columns.map { "\(row).\($0)" }.joined(separator: ", ") }
        let rows = try connection.prepare(
            """
            WITH touched AS (
              SELECT e.\(event.parent) AS parent, \(own) FROM (
                SELECT \(event.parent) FROM \(event.name) WHERE id >= ?1 AND id < ?2 UNION
                SELECT \(event.parent) FROM \(event.name)_history WHERE replaced_by > ?3 AND replaced_by <= ?4) e
              CROSS JOIN \(table.name) r ON r.id = e.\(event.parent)
              WHERE e.\(event.parent) < ?5 AND (r.change_id <= ?3 OR NOT EXISTS (SELECT 1 FROM \(table.name)_history h
                WHERE h.id = r.id AND h.replaced_by > ?3 AND h.replaced_by <= ?4 AND h.change_id <= ?3)))
            SELECT t.*, e.id AS event_id, e.change_id, NULL, e.is_void, \(list("e"))
            FROM touched t CROSS JOIN \(event.name) e ON e.\(event.parent) = t.parent
            UNION ALL
            SELECT t.*, e.id, h.change_id, h.replaced_by, h.is_void, \(list("h"))
            FROM touched t CROSS JOIN \(event.name) e ON e.\(event.parent) = t.parent
            CROSS JOIN \(event.name)_history h ON h.id = e.id
            ORDER BY parent, event_id
            """)
        try rows.bind([
            .integer(try connection.firstID(in: event.name, after: span.after)),
            .integer(try connection.firstID(in: event.name, after: span.through)), .integer(span.after),
            .integer(span.through), .integer(try connection.firstID(in: table.name, after: span.after)),
        ])
        return rows
    }

    /// Takes in one version of an event, where it was the one in force at an end of the span: id, change, the change that
    /// replaced it, whether it is void, and its columns.
    private func take(
        _ rows: borrowing Statement, from first: Int32, _ table: Ledger.EventTable, into reading: inout EventfulRecord
    ) throws(SQLiteError) {
        guard try rows.integer(at: first + 3) == 0 else { return }
        let (change, replacedBy) = (try rows.integer(at: first + 1), try rows.optionalInteger(at: first + 2) ?? .max)
        let isBefore = change <= span.after && replacedBy > span.after
        let isAfter = change <= span.through && replacedBy > span.through
        guard isBefore || isAfter else { return }
        let event = try event(rows, from: first + 4, of: table)
        if isBefore { reading.before.append(event) }
        if isAfter { reading.after.append(event) }
    }

    private func changed(_ reading: EventfulRecord) throws(SQLiteError) -> ChangedRecord? {
        guard reading.id > 0 else { return nil }
        if reading.change <= span.after {
            let (before, after) = (state(reading.terms, reading.before), state(reading.terms, reading.after))
            return record(reading.id, before, after, isSame: true)
        }
        // Corrected after the span, or back to what it was: its row is another one now.
        guard let before = try state(reading.id, at: span.after), let after = try state(reading.id, at: span.through)
        else { return nil }
        return record(reading.id, before, after, isSame: true)
    }
}
