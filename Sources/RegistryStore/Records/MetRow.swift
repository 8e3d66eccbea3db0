import Registry
import SQLite
import Spreadsheets

/// A file whose rows are held against the records of their names.
struct MetFile {
    /// For each field, whether the file speaks of it.
    let given: [Bool]
    let columns: [RecordTable.Column]
    let stored: RecordsByName
}

/// A row of a file while it is held against the record of its name.
struct MetRow {
    let slots: UnsafeBufferPointer<Slot>
    /// The columns of which the file speaks, without what makes the record's name.
    let columns: [RecordTable.Column]
    let effectiveOn: Day?
    /// What became of the record, where the file tells it; the amount is then the one that was signed.
    let events: EventList?
}

/// What a row turned out to be to its record, and what is to be written for it.
struct Verdict {
    let record: Int64
    let meeting: Meeting
    let doubt: Doubt?
    let before: Contribution?
    let columns: [RecordTable.Column]
    let event: (made: DealEvent, replacing: Deed?)?
    /// What became of the record where the row tells otherwise; nil where it does not.
    let otherEvents: EventList?

    init(
        _ record: Int64, _ meeting: Meeting, _ doubt: Doubt? = nil, before: Contribution? = nil,
        columns: [RecordTable.Column] = [], event: (DealEvent, replacing: Deed?)? = nil, otherEvents: EventList? = nil
    ) {
        (self.record, self.meeting, self.doubt, self.before) = (record, meeting, doubt, before)
        (self.columns, self.event, self.otherEvents) = (columns, event, otherEvents)
    }
}

/// An event of a deal that counts, and whether the venue's file told it.
struct Deed {
    let row: Int64
    let event: DealEvent
    let isFromFile: Bool
}

extension [Deed] {
    /// The amount to which the venue's files amended the deal last; nil where they never did.
    var lastWord: Amount? { last { $0.isFromFile && $0.event.kind == .amended }?.event.amount }
}

extension Connection {
    /// The events of a deal that count, in the order in which they were recorded.
    func deedsOf(_ deal: Int64) throws(SQLiteError) -> [Deed] {
        let events = try dealEvents(of: deal)
        guard !events.isEmpty else { return [] }
        let byHand = Set(
            try query("SELECT id FROM deal_event WHERE deal_id = ? AND file_id IS NULL", .integer(deal)) {
                row throws(SQLiteError) in try row.integer(at: 0)
            })
        return events.map { Deed(row: $0.row, event: $0.event, isFromFile: !byHand.contains($0.row)) }
    }
}

extension RecordWriter {
    /// The row differs from what a hand did, or cannot follow on what became of the record.
    func conflict(
        _ row: MetRow, _ record: borrowing Statement, isVoid: Bool = false, _ events: [Deed],
        against: Doubt.Against = .hand
    ) throws(SQLiteError) -> Verdict {
        let id = try record.integer(at: 0)
        return Verdict(
            id, .conflict,
            Doubt(.conflict, noun, record: id, try said(row, record, isVoid: isVoid, events), against: against))
    }

    /// What the row says where it differs. Of an amended deal the amount in force is the record's.
    func said(
        _ row: MetRow, _ record: borrowing Statement, isVoid: Bool, _ events: [Deed]
    ) throws(SQLiteError) -> Said {
        var fields: [Said.Field] = []
        if isVoid { fields.append(Said.Field("is_void", theirs: .integer(0), ours: .integer(1))) }
        let inForce = DealEvent.inOrder(events.map(\.event)).last?.event
        for column in row.columns {
            guard case .field(let field) = column.source else { continue }
            let isMoney = column.name == "amount_fen" && inForce != nil
            if !isMoney, try agrees(with: record, in: column) { continue }
            let theirs = row.slots[field].cell(of: noun.fields[field])
            let ours: Cell =
                if isMoney, let inForce {
                    .integer(inForce.amount.fen)
                } else {
                    try change.connection.shown(record.value(at: Int32(column.place + 1)), of: noun.fields[field])
                }
            if theirs != ours { fields.append(Said.Field(noun.fields[field].saidAs, theirs: theirs, ours: ours)) }
        }
        if let inForce, inForce.kind == .terminated, !fields.isEmpty {
            fields.append(Said.Field("terminated_on", theirs: .null, ours: .text("\(inForce.effectiveOn)")))
        }
        return Said(fields)
    }

    /// Whether an amendment by the venue can follow on what became of the deal before.
    func canStand(
        _ made: DealEvent, replacing replaced: Deed?, _ events: [Deed], _ record: borrowing Statement
    ) throws(SQLiteError) -> Bool {
        let rest = events.filter { $0.row != replaced?.row }.map(\.event)
        let signed = try change.connection.start("signed_on", of: .deal, try record.integer(at: 0))
        do throws(CorrectionRefusal) {
            try DealEvent.check(rest + [made], signedOn: signed, new: rest.count)
            return true
        } catch {
            return false
        }
    }

    /// Whether the technical part of a deal's price stays within the price and all that it was amended to, once the record
    /// takes some columns of the row: what the row does not say stays as it is.
    func isPartWithinPrice(
        taking columns: [RecordTable.Column], _ events: [DealEvent], _ record: borrowing Statement
    ) throws(SQLiteError) -> Bool {
        guard noun == .deal else { return true }
        func later(_ column: String) throws(SQLiteError) -> Int64? {
            guard columns.contains(where: { $0.name == column }) else {
                return try amountOf(record, column: column)?.fen
            }
            return if case .integer(let fen) = cell(ofColumn: column) { fen } else { nil }
        }
        guard let part = try later("technical_amount_fen") else { return true }
        let prices = [try later("amount_fen") ?? 0] + events.filter { $0.kind == .amended }.map(\.amount.fen)
        return prices.allSatisfy { part <= $0 }
    }

    /// Whether a record that is no deal keeps the rules of its noun once it takes some columns of the row: a part stays within
    /// its whole, an end behind its beginning.
    func staysWhole(
        taking columns: [RecordTable.Column], of row: MetRow, _ record: borrowing Statement
    ) throws(SQLiteError) -> Bool {
        guard noun != .deal else { return true }
        let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: row.slots.count)
        defer { slots.deallocate() }
        _ = slots.initialize(from: row.slots)
        let given = noun.fields.indices.map { field in columns.contains { $0.name == noun.fields[field].column } }
        try fillIn(slots, given: given, from: record)
        return noun.refusal(of: UnsafeBufferPointer(slots)) == nil
    }

    /// Writes an amendment that a file told, in place of one of the same day that it told otherwise before.
    func record(
        _ event: (made: DealEvent, replacing: Deed?), of id: Int64, from origin: Origin
    ) throws(StoreError) {
        try counting(id) { () throws(SQLiteError) in
            if let wrong = event.replacing {
                try change.replaceRow(
                    wrong.row, of: "deal_event", wrong.event.values(of: id), isVoid: true, from: origin)
            }
            try change.addRow(to: "deal_event", event.made.values(of: id), from: origin)
        }
    }
}

extension Field {
    /// The name under which a value of it stands in what a row said: as in the views.
    var saidAs: String { kind == .amount ? "\(name)_fen" : name }
}

extension Connection {
    /// A stored value as the views show it: the name of a party, the code of a listing or a venue.
    func shown(_ value: Value, of field: Field) throws(SQLiteError) -> Cell {
        switch value {
        case .null, .real, .blob: return .null
        case .text(let text): return .text(text)
        case .integer(let number):
            let source: String? =
                switch field.kind {
                case .party: "SELECT name FROM party WHERE id = ?"
                case .record(let noun): "SELECT code FROM \(noun.rawValue) WHERE id = ?"
                case .venue: "SELECT code FROM venue WHERE id = ?"
                default: nil
                }
            guard let source else { return .integer(number) }
            return try first(source, .integer(number)) { row throws(SQLiteError) in .text(try row.text(at: 0)) }
                ?? .null
        }
    }
}

extension Slot {
    /// As the ledger has a value of the field, in its own terms; money in fen.
    func cell(of field: Field) -> Cell {
        switch self {
        case .null: .null
        case .amount(let amount): .integer(amount.fen)
        case .day(let day): .text("\(day)")
        case .text(let bytes): .text(bytes.text)
        case .term(let place):
            if case .term(let vocabulary) = field.kind { .text(vocabulary.terms[Int(place)].code) } else { .null }
        }
    }
}
