package import Registry
import SQLite

/// One line of what makes up a total: what a record added on a day, and the version that says so.
package struct ExplainedFlow: Sendable {
    package let noun: Noun
    /// As on the command line: `SH/D-2022-0001`.
    package let name: String
    /// signed, listed, received, posted, registered, due, paid_in, paid_out, issued, started, joined; left, cancelled,
    /// revoked, closed, amended, terminated.
    package let deed: String
    package let flow: Flow
    /// The change that made the version.
    package let change: Int64
    package let source: Source?

    /// The row of a file from which the version came.
    package struct Source: Hashable, Sendable {
        package let file: String
        package let sha256: String
        package let row: Int64
        /// The byte at which the row begins; nil for a file whose form has none.
        package let offset: Int64?
    }
}

/// A part of a total: the records of one venue, of one month.
package struct TotalPart: Hashable, Sendable {
    package let grouping: Grouping
    package let key: String

    package init(_ grouping: Grouping, key: String) {
        self.grouping = grouping
        self.key = key
    }
}

extension Ledger {
    /// Shows, newest record first, all that makes up a noun's total from a viewpoint whose day is told, until `body`
    /// answers false.
    package func explain(
        _ noun: Noun, from viewpoint: Viewpoint, part: TotalPart? = nil,
        _ body: (ExplainedFlow) throws(StoreError) -> Bool
    ) throws(StoreError) {
        try explain(noun, only: nil, from: viewpoint, part: part, body)
    }

    /// What one record adds to the totals.
    ///
    /// - Throws: as ``show(_:from:)``, and ``StoreError/addsNothing(noun:name:asOf:)``.
    package func explain(_ name: RecordName, from viewpoint: Viewpoint) throws(StoreError) -> [ExplainedFlow] {
        guard let id = try id(of: name, from: viewpoint) else {
            throw .unknownRecord(noun: name.noun, name: "\(name)")
        }
        var flows: [ExplainedFlow] = []
        try explain(name.noun, only: id, from: viewpoint, part: nil) { flow throws(StoreError) in
            flows.append(flow)
            return true
        }
        if flows.isEmpty {
            // One that is there and adds nothing is not to be looked for.
            _ = try show(name, from: viewpoint)
            throw .addsNothing(noun: name.noun, name: "\(name)", asOf: viewpoint.asOf ?? today)
        }
        return flows
    }

    private func explain(
        _ noun: Noun, only id: Int64?, from viewpoint: Viewpoint, part: TotalPart?,
        _ body: (ExplainedFlow) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let reading = try storing { () throws(SQLiteError) in
            try ExplanationReading(noun, only: id, from: viewpoint, part: part, on: connection)
        }
        try reading.eachFlow(body)
    }
}

/// Reads the records of a noun as they were from a viewpoint, with what became of them and where each version came from.
private struct ExplanationReading {
    private let noun: Noun
    private let viewpoint: Viewpoint
    private let part: TotalPart?
    private let connection: Connection
    private let past: (sql: String, values: [Value])
    private let only: Int64?
    /// The deals that have events: few, and the others need not be asked.
    private let eventful: Set<Int64>

    init(
        _ noun: Noun, only id: Int64?, from viewpoint: Viewpoint, part: TotalPart?, on connection: Connection
    ) throws(SQLiteError) {
        self.noun = noun
        self.viewpoint = viewpoint
        self.part = part
        self.connection = connection
        only = id
        past = try PastView.prefix(
            of: [noun.rawValue, "venue", "party", "party_merge"], from: viewpoint,
            only: id.map { (noun.rawValue, $0) }, on: connection)
        var eventful: Set<Int64> = []
        if noun == .deal {
            try connection.forEach(
                "SELECT DISTINCT deal_id FROM deal_event WHERE ?1 IS NULL OR deal_id = ?1", Value(id)
            ) { row throws(SQLiteError) in
                eventful.insert(try row.integer(at: 0))
                return true
            }
        }
        self.eventful = eventful
    }

    func eachFlow(_ body: (ExplainedFlow) throws(StoreError) -> Bool) throws(StoreError) {
        let rows = try storing { () throws(SQLiteError) -> Statement in
            let (sql, values) = query
            let rows = try connection.prepare(sql)
            try rows.bind(values)
            return rows
        }
        while try storing({ () throws(SQLiteError) in try rows.step() }) {
            let found = try storing { () throws(SQLiteError) in try self.flows(of: rows) }
            for flow in found where isInPart(flow.flow.day) && flow.flow.day <= (viewpoint.asOf ?? flow.flow.day) {
                guard try body(flow) else { return }
            }
        }
    }

    /// A time's part holds what happened in it, whenever its record began.
    private func isInPart(_ day: Day) -> Bool {
        guard let part, part.grouping.isTime else { return true }
        return part.grouping.period(ofMonth: day.month) == part.key
    }

    private var query: (String, [Value]) {
        let day = noun.datedBy ?? ""
        var terms = ["r.is_void = 0"]
        var values = past.values
        func add(_ term: String, _ value: String) {
            terms.append(term)
            values.append(.text(value))
        }
        if let asOf = viewpoint.asOf { add("r.\(day) <= ?", "\(asOf)") }
        if let part, !part.grouping.isTime {
            add("\(part.grouping.expression(of: noun) ?? "") = ?", part.key)
        }
        let end = (noun.endedBy.map { "r.\($0)" } ?? "NULL") + (noun.measuredBy.map { ", r.\($0)" } ?? ", ''")
        let money = noun.valuedBy.map { "r.\($0)_fen" } ?? "NULL"
        let name = noun == .venue ? "r.code" : "v.code || '/' || r.code"
        let from =
            noun == .venue
            ? "venue r JOIN venue v ON v.id = r.id"
            : "\(noun.rawValue) r JOIN venue v ON v.id = r.venue_id"
                + Grouping.partyJoins(for: part.map { [$0.grouping] } ?? [])
        let sql = """
            \(past.sql)SELECT r.id, \(name), r.\(day), \(end), \(money), r.change_id, f.name, f.sha256, r.file_row, r.file_offset
            FROM \(from) LEFT JOIN source_file f ON f.id = r.file_id
            WHERE \(terms.joined(separator: " AND ")) ORDER BY r.\(day) DESC, v.code, r.code
            """
        return (sql, values)
    }

    private func flows(of row: borrowing Statement) throws(SQLiteError) -> [ExplainedFlow] {
        guard let day = try row.optionalDay(at: 2) else { return [] }
        let name = try row.text(at: 1)
        let amount = try row.optionalInteger(at: 5).map(Amount.init(fen:))
        let change = try row.integer(at: 6)
        let source = try Self.source(row, from: 7)
        func explained(_ deed: String, _ flow: Flow) -> ExplainedFlow {
            ExplainedFlow(noun: noun, name: name, deed: deed, flow: flow, change: change, source: source)
        }
        let id = try row.integer(at: 0)
        let events = eventful.contains(id) ? try events(of: id) : []
        // A part that is summed apart is no part of the total that is explained.
        let flows = noun.flows(
            FlowTerms(
                day: day, end: try row.optionalDay(at: 3), measuredBy: try row.text(at: 4), amount: amount,
                isVoid: false),
            events: events.map(\.event)
        ).filter(\.measure.explainsRecords)
        // The first is the beginning's; each other that of the event in its place, or the end's.
        return flows.enumerated().map { place, flow in
            guard place > 0 else { return explained(Self.beginning(of: noun, flow), flow) }
            guard noun == .deal else { return explained(Self.end(of: noun), flow) }
            let event = events[place - 1]
            return ExplainedFlow(
                noun: noun, name: name, deed: event.event.kind.rawValue, flow: flow, change: event.change,
                source: event.source)
        }
    }

    private static func beginning(of noun: Noun, _ flow: Flow) -> String {
        switch noun {
        case .venue: "joined"
        case .party: "added"
        case .intention: "received"
        case .listing: "listed"
        case .demand: "posted"
        case .deal: "signed"
        case .registration: "registered"
        case .instalment: "due"
        case .payment: flow.measure == .paymentOut ? "paid_out" : "paid_in"
        case .certificate: "issued"
        case .service: "started"
        }
    }

    private static func end(of noun: Noun) -> String {
        switch noun {
        case .venue: "left"
        case .certificate: "revoked"
        case .service: "closed"
        default: "cancelled"
        }
    }

    /// In the order in which they take effect.
    private func events(
        of deal: Int64
    ) throws(SQLiteError) -> [(event: DealEvent, change: Int64, source: ExplainedFlow.Source?)] {
        let past = try PastView.prefix(of: ["deal_event"], from: viewpoint, on: connection)
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT e.kind, e.effective_on, e.amount_fen, e.change_id, f.name, f.sha256, e.file_row, e.file_offset
            FROM deal_event e LEFT JOIN source_file f ON f.id = e.file_id
            WHERE e.deal_id = ? AND e.is_void = 0 ORDER BY e.effective_on, e.id
            """)
        try rows.bind(past.values + [.integer(deal)])
        var found: [(event: DealEvent, change: Int64, source: ExplainedFlow.Source?)] = []
        while try rows.step() {
            guard let event = try DealEvent(rows, from: 0) else { continue }
            found.append((event, try rows.integer(at: 3), try Self.source(rows, from: 4)))
        }
        return found
    }

    private static func source(
        _ row: borrowing Statement, from first: Int32
    ) throws(SQLiteError) -> ExplainedFlow.Source? {
        guard let file = try row.optionalText(at: first) else { return nil }
        return ExplainedFlow.Source(
            file: file, sha256: try row.text(at: first + 1), row: try row.optionalInteger(at: first + 2) ?? 0,
            offset: try row.optionalInteger(at: first + 3))
    }
}
