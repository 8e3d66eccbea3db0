package import Registry
import SQLite

extension Connection {
    /// The events of a deal that count, in the order in which they were recorded, each with the id of its row.
    ///
    /// - Parameter voidToo: whether those that count for nothing are among them.
    func dealEvents(of deal: Int64, voidToo: Bool = false) throws(SQLiteError) -> [(row: Int64, event: DealEvent)] {
        try query(
            "SELECT id, kind, effective_on, amount_fen FROM deal_event WHERE deal_id = ? AND is_void <= ? ORDER BY id",
            .integer(deal), .integer(voidToo ? 1 : 0)
        ) { row throws(SQLiteError) in
            let event = DealEvent(
                kind: try row.text(at: 1) == "terminated" ? .terminated : .amended,
                effectiveOn: try row.optionalDay(at: 2) ?? Day(number: 0), amount: Amount(fen: try row.integer(at: 3)))
            return (try row.integer(at: 0), event)
        }
    }

    /// The same of a listing.
    func listingEvents(of listing: Int64, voidToo: Bool = false) throws(SQLiteError) -> [(
        row: Int64, event: ListingEvent
    )] {
        try query(
            "SELECT id, kind, effective_on FROM listing_event WHERE listing_id = ? AND is_void <= ? ORDER BY id",
            .integer(listing), .integer(voidToo ? 1 : 0)
        ) { row throws(SQLiteError) in
            let event = ListingEvent(
                kind: ListingEvent.Kind(rawValue: try row.text(at: 1)) ?? .suspended,
                effectiveOn: try row.optionalDay(at: 2) ?? Day(number: 0))
            return (try row.integer(at: 0), event)
        }
    }

    /// The day on which a record began.
    func start(_ column: String, of noun: Noun, _ id: Int64) throws(SQLiteError) -> Day {
        try first("SELECT \(column) FROM \(noun.rawValue) WHERE id = ?", .integer(id)) { row throws(SQLiteError) in
            try row.optionalDay(at: 0) ?? Day(number: 0)
        } ?? Day(number: 0)
    }
}

extension DealEvent {
    /// Of a row whose columns from `first` on are kind, effective_on and amount_fen; nil where its day is none.
    init?(_ row: borrowing Row, from first: Int32) throws(SQLiteError) {
        guard let day = try row.optionalDay(at: first + 1) else { return nil }
        self.init(
            kind: try row.text(at: first) == "terminated" ? .terminated : .amended, effectiveOn: day,
            amount: Amount(fen: try row.integer(at: first + 2)))
    }

    /// Its own columns, as they are stored.
    func values(of deal: Int64) -> [Value] {
        [.integer(deal), .text(word), .text("\(effectiveOn)"), .integer(amount.fen)]
    }
}

extension ListingEvent {
    /// Its own columns, as they are stored.
    func values(of listing: Int64) -> [Value] { [.integer(listing), .text(word), .text("\(effectiveOn)")] }
}

extension RecordWriter {
    /// What became of a record, as a file may tell it.
    func eventList(of id: Int64) throws(SQLiteError) -> EventList {
        switch noun {
        case .deal: EventList(try change.connection.dealEvents(of: id).map(\.event))
        case .listing: EventList(try change.connection.listingEvents(of: id).map(\.event))
        case .venue, .party, .intention, .demand, .registration, .instalment, .payment, .certificate, .service:
            EventList([EventList.Entry]())
        }
    }

    /// Records what became of a record that was just recorded.
    package func add(_ events: EventList, of id: Int64, from origin: Origin) throws(StoreError) {
        guard !events.isEmpty else { return }
        try flush()
        try counting(id) { () throws(SQLiteError) in
            for event in events.ofDeal where noun == .deal {
                try change.addRow(to: "deal_event", event.values(of: id), from: origin)
            }
            for event in events.ofListing where noun == .listing {
                try change.addRow(to: "listing_event", event.values(of: id), from: origin)
            }
        }
    }
}
