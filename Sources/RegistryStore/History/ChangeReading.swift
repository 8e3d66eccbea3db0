import Registry
import SQLite

/// Reads the records of one noun at both ends of a span.
final class ChangeReading {
    let noun: Noun
    private let span: Span
    private let connection: Connection
    private let table: RecordTable
    /// Whether the span is a large part of what there is: then tables are read whole, in the order in which they lie.
    private let isWide: Bool
    private let events: EventReading?
    /// The present version of a record, and the one that a change had left.
    private let present: Statement
    private let then: Statement

    init(_ noun: Noun, _ span: Span, on connection: Connection) throws(SQLiteError) {
        self.noun = noun
        self.span = span
        self.connection = connection
        table = RecordTable(noun)
        let event = Ledger.events(of: noun).first
        let isWide = try Self.isWide(span, [table.name] + (event.map { [$0.name] } ?? []), on: connection)
        self.isWide = isWide
        events = try event.map { event throws(SQLiteError) in
            try EventReading(event, isWhole: isWide, on: connection)
        }
        let columns = FlowTerms.columns(of: noun).joined(separator: ", ")
        present = try connection.prepare("SELECT change_id, \(columns) FROM \(table.name) WHERE id = ?")
        then = try connection.prepare(
            """
            SELECT \(columns) FROM \(table.name) WHERE id = ?1 AND change_id <= ?2 UNION ALL
            SELECT \(columns) FROM \(table.name)_history WHERE id = ?1 AND change_id <= ?2 AND replaced_by > ?2
            """)
    }

    private static func isWide(
        _ span: Span, _ tables: [String], on connection: Connection
    ) throws(SQLiteError) -> Bool {
        let last = try connection.first("SELECT coalesce(max(id), 0) FROM change") { row throws(SQLiteError) in
            try row.integer(at: 0)
        }
        if (span.through - span.after) * 4 > (last ?? 0) { return true }
        // A single change may be an import of many corrections.
        for (place, name) in tables.enumerated() {
            let rows = try connection.first(
                """
                SELECT coalesce(sum(\(place == 0 ? "changed_rows" : "new_rows + changed_rows")), 0) FROM change_part
                WHERE table_name = ? AND change_id > ? AND change_id <= ?
                """, .text(name), .integer(span.after), .integer(span.through)
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
            if rows ?? 0 > 10_000 { return true }
        }
        return false
    }

    /// Shows the records that were there before the span and that it changed, in the order of their ids, until `body`
    /// answers false. Those of which it replaced the row and those of which it only said that something became are met in
    /// one pass, so that no page of the table is read twice.
    func eachChanged(_ body: (ChangedRecord) throws(StoreError) -> Bool) throws(StoreError) {
        let rows = try storing { () throws(SQLiteError) in try replaced() }
        var touched = try storing { () throws(SQLiteError) in try events?.touched(in: span) }
        let firstAdded = try storing { () throws(SQLiteError) in
            try connection.firstID(in: table.name, after: span.after)
        }
        var (row, event) = try storing { () throws(SQLiteError) in
            (try rows.step() ? try rows.integer(at: 0) : nil, try touched?.next())
        }
        while row != nil || event != nil {
            let record = try storing { () throws(SQLiteError) -> ChangedRecord? in
                if let found = event, found.id < row ?? .max {
                    event = try touched?.next()
                    return found.id < firstAdded ? try changed(found.id, found.versions) : nil
                }
                if event?.id == row { event = try touched?.next() }
                let record = try changed(rows)
                row = try rows.step() ? try rows.integer(at: 0) : nil
                return record
            }
            guard try record.map(body) ?? true else { return }
        }
    }

    /// The rows that the span replaced, as they were before it and as they are now: id, the change of each of the two,
    /// whether they say the same, and their terms.
    private func replaced() throws(SQLiteError) -> Statement {
        let columns = FlowTerms.columns(of: noun)
        let list = (columns.map { "h.\($0)" } + columns.map { "r.\($0)" }).joined(separator: ", ")
        // Of a wide span the whole history is read in its order, instead of row by row through an index.
        let (index, order) = isWide ? ("+", "") : ("", "+")
        let rows = try connection.prepare(
            """
            SELECT h.id, h.change_id, r.change_id, CASE WHEN \(sameness("h", "r")) THEN 1 ELSE 0 END, \(list)
            FROM \(table.name)_history h CROSS JOIN \(table.name) r ON r.id = h.id
            WHERE \(index)h.replaced_by > ? AND \(index)h.replaced_by <= ? AND h.change_id <= ? ORDER BY \(order)h.id
            """)
        try rows.bind([.integer(span.after), .integer(span.through), .integer(span.after)])
        return rows
    }

    /// That two versions say the same. What is corrected most often is compared first.
    private func sameness(_ left: String, _ right: String) -> String {
        let often = FlowTerms.columns(of: noun).dropFirst().reversed() + ["title", "name"]
        let own = table.columnNames.filter { $0 != "salt" }
        let ordered = often.filter(own.contains) + own.filter { !often.contains($0) }
        return ordered.map { "\(left).\($0) IS \(right).\($0)" }.joined(separator: " AND ")
    }

    private func changed(_ rows: borrowing Statement) throws(SQLiteError) -> ChangedRecord? {
        let width = Int32(FlowTerms.columns(of: noun).count)
        let id = try rows.integer(at: 0)
        let versions = try events?.versions(of: id) ?? []
        let before = RecordState(try FlowTerms(rows, from: 4, of: noun), versions, at: span.after)
        if try rows.integer(at: 2) <= span.through {
            let after = RecordState(try FlowTerms(rows, from: 4 + width, of: noun), versions, at: span.through)
            return record(id, before, after, isSame: try rows.integer(at: 3) == 1)
        }
        // Corrected once more after the span.
        guard let after = try terms(id, at: span.through) else { return nil }
        let isSame = try connection.first(
            """
            SELECT \(sameness("b", "a")) FROM \(table.name)_history b JOIN \(table.name)_history a ON a.id = b.id
            WHERE b.id = ?1 AND b.change_id = ?2 AND a.change_id <= ?3 AND a.replaced_by > ?3
            """, .integer(id), .integer(try rows.integer(at: 1)), .integer(span.through)
        ) { row throws(SQLiteError) in try row.integer(at: 0) == 1 }
        return record(id, before, RecordState(after, versions, at: span.through), isSame: isSame ?? false)
    }

    /// A record whose own row the span left alone.
    private func changed(_ id: Int64, _ versions: ArraySlice<EventVersion>) throws(SQLiteError) -> ChangedRecord? {
        try present.bind(id, at: 1)
        defer { present.reset() }
        guard try present.step() else { return nil }
        var terms: FlowTerms? = try FlowTerms(present, from: 1, of: noun)
        // Corrected after the span.
        if try present.integer(at: 0) > span.after { terms = try self.terms(id, at: span.after) }
        guard let terms else { return nil }
        return record(
            id, RecordState(terms, versions, at: span.after), RecordState(terms, versions, at: span.through),
            isSame: true)
    }

    /// What the row of a record said once a change was made; nil where it was not there.
    private func terms(_ id: Int64, at change: Int64) throws(SQLiteError) -> FlowTerms? {
        try then.bind(id, at: 1)
        try then.bind(change, at: 2)
        defer { then.reset() }
        return try then.step() ? try FlowTerms(then, from: 0, of: noun) : nil
    }

    /// A record that the span added, as it was at its end.
    func added(_ id: Int64) throws(SQLiteError) -> ChangedRecord {
        let flows = try terms(id, at: span.through).map { terms throws(SQLiteError) in
            RecordState(terms, try events?.versions(of: id) ?? [], at: span.through).flows(of: noun)
        }
        return ChangedRecord(noun: noun, id: id, deed: .added, before: [], after: flows ?? [])
    }

    private func record(_ id: Int64, _ before: RecordState, _ after: RecordState, isSame: Bool) -> ChangedRecord? {
        guard let deed = noun.deed(from: before, to: after, isSame: isSame) else { return nil }
        return ChangedRecord(
            noun: noun, id: id, deed: deed, before: before.flows(of: noun), after: after.flows(of: noun))
    }
}

extension Noun {
    /// Nil for a record that is what it was.
    fileprivate func deed(from before: RecordState, to after: RecordState, isSame: Bool) -> ChangedRecord.Deed? {
        if before.isVoid != after.isVoid { return after.isVoid ? .voided : .restored }
        guard !before.isVoid else { return nil }
        guard before.events != after.events else { return isSame ? nil : .corrected }
        if before.isTerminated != after.isTerminated { return after.isTerminated ? .terminated : .restored }
        if self == .party { return after.events.isEmpty ? .restored : .merged }
        return after.events.last?.deed ?? .corrected
    }
}
