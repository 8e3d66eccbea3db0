import Registry
import SQLite

/// Reads the records of one noun at both ends of a span.
struct ChangeReading {
    struct State {
        let isVoid: Bool
        let flows: [Flow]
        let events: [Event]
    }

    /// Of a row what flows are computed from.
    struct Terms {
        var isVoid = false
        var from: Day?
        var until: Day?
        var network = ""
        var amount: Amount?
    }

    let noun: Noun
    let span: Span
    let connection: Connection
    let table: RecordTable
    let events: [Ledger.EventTable]
    /// The records of which anything became: few, and the others need not be asked.
    private let eventful: Set<Int64>

    init(_ noun: Noun, _ span: Span, on connection: Connection) throws(SQLiteError) {
        self.noun = noun
        self.span = span
        self.connection = connection
        table = RecordTable(noun)
        events = Ledger.events(of: noun)
        var eventful: Set<Int64> = []
        for event in events {
            try connection.forEach("SELECT DISTINCT \(event.parent) FROM \(event.name)") { row throws(SQLiteError) in
                eventful.insert(try row.integer(at: 0))
                return true
            }
        }
        self.eventful = eventful
    }

    /// The columns that flows are computed from.
    var flowing: [String] {
        switch noun {
        case .venue: ["joined_on", "left_on", "network"]
        case .party: []
        case .intention, .listing, .deal:
            [noun.datedBy ?? "", "\(noun.valuedBy ?? "")_fen"]
        }
    }

    private var own: [String] { table.columnNames.filter { $0 != "salt" } }

    /// Rows that a change of the span replaced; nil for those that are at its end what they were before it.
    func eachReplaced(_ body: (ChangedRecord?) throws(StoreError) -> Bool) throws(StoreError) {
        let isSame = own.map { "h.\($0) IS r.\($0)" }.joined(separator: " AND ")
        let columns = (["is_void"] + flowing)
        let list = (columns.map { "h.\($0)" } + columns.map { "r.\($0)" }).joined(separator: ", ")
        // Of a large part of the history the whole is read in its order, instead of row by row through an index.
        let plus = try storing { () throws(SQLiteError) in try isWide() ? "+" : "" }
        let rows = try storing { () throws(SQLiteError) in
            let rows = try connection.prepare(
                """
                SELECT h.id, h.change_id, r.change_id, \(isSame), \(list)
                FROM \(table.name)_history h CROSS JOIN \(table.name) r ON r.id = h.id
                WHERE \(plus)h.replaced_by > ? AND \(plus)h.replaced_by <= ? AND h.change_id <= ?
                """)
            try rows.bind([.integer(span.after), .integer(span.through), .integer(span.after)])
            return rows
        }
        while try storing({ () throws(SQLiteError) in try rows.step() }) {
            let record = try storing { () throws(SQLiteError) in try changed(rows, width: Int32(columns.count)) }
            guard try body(record) else { return }
        }
    }

    private func changed(_ rows: borrowing Statement, width: Int32) throws(SQLiteError) -> ChangedRecord? {
        let id = try rows.integer(at: 0)
        let isEventful = eventful.contains(id)
        let before = try state(rows, from: 4, events: isEventful ? readEvents(id, at: span.after) : [])
        if try rows.integer(at: 2) <= span.through {
            let after = try state(rows, from: 4 + width, events: isEventful ? readEvents(id, at: span.through) : [])
            return record(id, before, after, isSame: try rows.integer(at: 3) == 1)
        }
        // Corrected once more after the span.
        guard let after = try state(id, at: span.through) else { return nil }
        let isSame = own.map { "b.\($0) IS a.\($0)" }.joined(separator: " AND ")
        let isUnchanged = try connection.first(
            """
            SELECT \(isSame) FROM \(table.name)_history b JOIN \(table.name)_history a ON a.id = b.id
            WHERE b.id = ?1 AND b.change_id = ?2 AND a.change_id <= ?3 AND a.replaced_by > ?3
            """, .integer(id), .integer(try rows.integer(at: 1)), .integer(span.through)
        ) { row throws(SQLiteError) in try row.integer(at: 0) == 1 }
        return record(id, before, after, isSame: isUnchanged ?? false)
    }

    private func isWide() throws(SQLiteError) -> Bool {
        let all = try connection.first("SELECT coalesce(max(id), 0) FROM change") { row throws(SQLiteError) in
            try row.integer(at: 0)
        }
        // A single change may be an import of many corrections.
        let replaced = try connection.first(
            "SELECT coalesce(sum(changed_rows), 0) FROM change_part WHERE table_name = ? AND change_id > ? AND change_id <= ?",
            .text(table.name), .integer(span.after), .integer(span.through)
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
        return (replaced ?? 0) > 10_000 || (span.through - span.after) * 4 > (all ?? 0)
    }

    /// A record as it was after a change; nil where it was not there.
    func state(_ id: Int64, at change: Int64) throws(SQLiteError) -> State? {
        let columns = (["is_void"] + flowing).joined(separator: ", ")
        let row = try connection.prepare(
            """
            SELECT \(columns), change_id FROM \(table.name) WHERE id = ?1 AND change_id <= ?2 UNION ALL
            SELECT \(columns), change_id FROM \(table.name)_history
            WHERE id = ?1 AND change_id <= ?2 AND replaced_by > ?2
            """)
        try row.bind([.integer(id), .integer(change)])
        guard try row.step() else { return nil }
        return try state(row, from: 0, events: eventful.contains(id) ? readEvents(id, at: change) : [])
    }

    private func state(
        _ row: borrowing Statement, from first: Int32, events: [Event]
    ) throws(SQLiteError) -> State {
        state(try terms(row, from: first), events)
    }

    func terms(_ row: borrowing Statement, from first: Int32) throws(SQLiteError) -> Terms {
        func day(_ column: Int32) throws(SQLiteError) -> Day? {
            guard try !row.isNull(at: column) else { return nil }
            return try row.withTextBytes(at: column) { bytes in try? Day.read(bytes) }
        }
        var terms = Terms(isVoid: try row.integer(at: first) == 1)
        guard noun != .party else { return terms }
        terms.from = try day(first + 1)
        if noun == .venue {
            terms.until = try day(first + 2)
            terms.network = try row.text(at: first + 3)
        } else {
            terms.amount = try row.optionalInteger(at: first + 2).map(Amount.init(fen:))
        }
        return terms
    }

    func state(_ terms: Terms, _ events: [Event]) -> State {
        var flows: [Flow] = []
        if let from = terms.from {
            switch noun {
            case .party: break
            case .venue:
                flows = Flow.ofVenue(
                    network: terms.network, joinedOn: from, leftOn: terms.until, isVoid: terms.isVoid)
            case .intention: flows = Flow.ofIntention(receivedOn: from, amount: terms.amount, isVoid: terms.isVoid)
            case .listing: flows = Flow.ofListing(listedOn: from, askingPrice: terms.amount, isVoid: terms.isVoid)
            case .deal:
                flows = Flow.ofDeal(
                    signedOn: from, amount: terms.amount ?? Amount(fen: 0), isVoid: terms.isVoid,
                    events: events.compactMap(\.ofDeal))
            }
        }
        return State(isVoid: terms.isVoid, flows: flows, events: events)
    }

    /// What became of a record, with all that the ledger says of it.
    struct Event: Equatable {
        let kind: String
        let values: [Value]
        let ofDeal: DealEvent?
    }

    /// What had become of a record after a change, in the order in which it was recorded.
    private func readEvents(_ id: Int64, at change: Int64) throws(SQLiteError) -> [Event] {
        var found: [Event] = []
        for event in events {
            let list = event.columns.joined(separator: ", ")
            let rows = try connection.prepare(
                """
                SELECT id, \(list) FROM \(event.name) WHERE \(event.parent) = ?1 AND change_id <= ?2 AND is_void = 0 UNION ALL
                SELECT id, \(list) FROM \(event.name)_history
                WHERE id IN (SELECT id FROM \(event.name) WHERE \(event.parent) = ?1)
                  AND change_id <= ?2 AND replaced_by > ?2 AND is_void = 0 ORDER BY 1
                """)
            try rows.bind([.integer(id), .integer(change)])
            while try rows.step() { found.append(try self.event(rows, from: 1, of: event)) }
        }
        return found
    }

    func event(
        _ rows: borrowing Statement, from first: Int32, of table: Ledger.EventTable
    ) throws(SQLiteError) -> Event {
        if noun == .deal {
            let kind = try rows.text(at: first)
            let day = try rows.withTextBytes(at: first + 1) { bytes in try? Day.read(bytes) }
            let ofDeal = DealEvent(
                kind: kind == "terminated" ? .terminated : .amended, effectiveOn: day ?? Day(number: 0),
                amount: Amount(fen: try rows.integer(at: first + 2)))
            return Event(kind: kind, values: [], ofDeal: ofDeal)
        }
        var values: [Value] = []
        for place in table.columns.indices { values.append(try rows.value(at: first + Int32(place))) }
        let kind = if let word = table.word { word } else { try rows.text(at: first) }
        return Event(kind: kind, values: values, ofDeal: nil)
    }

    func record(_ id: Int64, _ before: State, _ after: State, isSame: Bool) -> ChangedRecord? {
        guard let deed = deed(from: before, to: after, isSame: isSame) else { return nil }
        return ChangedRecord(noun: noun, id: id, deed: deed, before: before.flows, after: after.flows)
    }

    /// Nil for a record that is what it was.
    private func deed(from before: State, to after: State, isSame: Bool) -> ChangedRecord.Deed? {
        if before.isVoid != after.isVoid { return after.isVoid ? .voided : .restored }
        guard !before.isVoid else { return nil }
        guard before.events != after.events else { return isSame ? nil : .corrected }
        func isTerminated(_ state: State) -> Bool { state.events.contains { $0.kind == "terminated" } }
        if isTerminated(after) != isTerminated(before) { return isTerminated(after) ? .terminated : .restored }
        if noun == .party { return after.events.isEmpty ? .restored : .merged }
        return after.events.last.flatMap { ChangedRecord.Deed(rawValue: $0.kind) } ?? .corrected
    }
}
