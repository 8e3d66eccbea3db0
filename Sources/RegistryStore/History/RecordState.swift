import Registry
import SQLite

extension FlowTerms {
    /// The columns in the order in which a row of them is read.
    static func columns(of noun: Noun) -> [String] {
        switch noun {
        case .venue: ["is_void", "joined_on", "left_on", "network"]
        case .payment: ["is_void", "paid_on", "amount_fen", "direction"]
        case .service: ["is_void", "started_on", "amount_fen", "kind", "closed_on"]
        case .party: ["is_void"]
        case .intention, .listing, .demand, .deal, .registration, .instalment, .certificate:
            ["is_void", noun.datedBy ?? "", "\(noun.valuedBy ?? "")_fen"] + [noun.endedBy].compactMap { $0 }
                + [noun.partlyValuedBy].compactMap { $0.map { "\($0)_fen" } }
        }
    }

    init(_ row: borrowing Statement, from first: Int32, of noun: Noun) throws(SQLiteError) {
        let isVoid = try row.integer(at: first) == 1
        switch noun {
        case .party: self.init(day: nil, amount: nil, isVoid: isVoid)
        case .venue:
            self.init(
                day: try row.optionalDay(at: first + 1), end: try row.optionalDay(at: first + 2),
                measuredBy: try row.text(at: first + 3), amount: nil, isVoid: isVoid)
        case .payment:
            self.init(
                day: try row.optionalDay(at: first + 1), measuredBy: try row.text(at: first + 3),
                amount: try row.optionalInteger(at: first + 2).map(Amount.init(fen:)), isVoid: isVoid)
        case .service:
            self.init(
                day: try row.optionalDay(at: first + 1), end: try row.optionalDay(at: first + 4),
                measuredBy: try row.text(at: first + 3),
                amount: try row.optionalInteger(at: first + 2).map(Amount.init(fen:)), isVoid: isVoid)
        case .intention, .listing, .demand, .deal, .registration, .instalment, .certificate:
            let end = noun.endedBy == nil ? nil : try row.optionalDay(at: first + 3)
            let part = noun.partlyValuedBy == nil ? nil : try row.optionalInteger(at: first + 4)
            self.init(
                day: try row.optionalDay(at: first + 1), end: end,
                amount: try row.optionalInteger(at: first + 2).map(Amount.init(fen:)),
                part: part.map(Amount.init(fen:)), isVoid: isVoid)
        }
    }
}

/// A record as it was once a change was made, with what had become of it.
struct RecordState {
    private let terms: FlowTerms
    /// In the order in which they were recorded.
    let events: [StatedEvent]

    init(_ terms: FlowTerms, _ versions: ArraySlice<EventVersion>, at change: Int64) {
        self.terms = terms
        events = versions.isEmpty ? [] : versions.filter { $0.holds(at: change) }.map(\.event)
    }

    var isVoid: Bool { terms.isVoid }
    var isTerminated: Bool { events.contains { $0.deed == .terminated } }
    func flows(of noun: Noun) -> [Flow] { noun.flows(terms, events: noun == .deal ? events.map(\.ofDeal) : []) }
}

extension StatedEvent {
    fileprivate var ofDeal: DealEvent {
        DealEvent(
            kind: deed == .terminated ? .terminated : .amended, effectiveOn: day, amount: Amount(fen: number))
    }
}
