import Registry
import SQLite

/// What the rows of a reversal add to the totals, before and after they are turned.
struct TurnedFlows {
    private let change: Change
    private let rows: TurnedRows
    private let writer: RecordWriter?
    /// Whether a deal may have events: where there is none at all they need not be looked for one by one.
    private let hasEvents: Bool

    init(_ rows: TurnedRows, in change: Change) throws(StoreError) {
        self.change = change
        self.rows = rows
        // An event counts through its deal. A desk knows the venues that there are when it opens.
        let noun: Noun? = rows.table.name == "deal_event" ? .deal : rows.table.noun
        writer = if let noun, noun != .party { try WriterDesk(change).writer(of: noun) } else { nil }
        hasEvents = try storing { () throws(SQLiteError) in
            try change.connection.first("SELECT 1 FROM deal_event LIMIT 1") { _ throws(SQLiteError) in true } ?? false
        }
    }

    /// Adds what the rows contribute now to the change's totals, or takes it back.
    ///
    /// - Returns: the venues among them, by id.
    func take(sign: Int64) throws(StoreError) -> [Int64: Contribution] {
        guard let writer else { return [:] }
        let parent =
            rows.table.name == "deal_event" ? "SELECT deal_id FROM deal_event WHERE id IN (\(rows.ids))" : rows.ids
        return try storing { () throws(SQLiteError) in
            var found: [Int64: Contribution] = [:]
            let versions = try change.connection.prepare(
                "\(writer.table.selectSQL) WHERE id IN (\(parent)) ORDER BY id")
            while try versions.step() {
                let id = try versions.integer(at: 0)
                let events = hasEvents && writer.noun == .deal ? try writer.events(of: id) : []
                guard
                    let contribution = try writer.reading.contribution(
                        of: versions, venues: writer.venues, events: events)
                else { continue }
                writer.add(contribution, sign: sign)
                if writer.noun == .venue { found[id] = contribution }
            }
            return found
        }
    }

    /// Takes what the records of a venue add to the totals along to its other network or region.
    func moveRecords(from before: [Int64: Contribution], to after: [Int64: Contribution]) throws(StoreError) {
        guard let writer else { return }
        try storing { () throws(SQLiteError) in
            for (id, old) in before.sorted(by: { $0.key < $1.key }) {
                if let new = after[id] { try writer.moveRecords(from: old.venue, to: new.venue) }
            }
        }
    }
}
