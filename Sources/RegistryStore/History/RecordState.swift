import Registry
import SQLite

/// Of a record's row what its flows are computed from.
struct RecordTerms {
    let isVoid: Bool
    private var from: Day?
    private var until: Day?
    private var network = ""
    private var amount: Amount?

    /// The columns in the order in which a row of them is read.
    static func columns(of noun: Noun) -> [String] {
        switch noun {
        case .venue: ["is_void", "joined_on", "left_on", "network"]
        case .party: ["is_void"]
        case .intention, .listing, .deal: ["is_void", noun.datedBy ?? "", "\(noun.valuedBy ?? "")_fen"]
        }
    }

    init(_ row: borrowing Statement, from first: Int32, of noun: Noun) throws(SQLiteError) {
        isVoid = try row.integer(at: first) == 1
        guard noun != .party else { return }
        from = try row.optionalDay(at: first + 1)
        if noun == .venue {
            until = try row.optionalDay(at: first + 2)
            network = try row.text(at: first + 3)
        } else {
            amount = try row.optionalInteger(at: first + 2).map(Amount.init(fen:))
        }
    }

    fileprivate func flows(of noun: Noun, _ events: [StatedEvent]) -> [Flow] {
        guard let from else { return [] }
        switch noun {
        case .party: return []
        case .venue: return Flow.ofVenue(network: network, joinedOn: from, leftOn: until, isVoid: isVoid)
        case .intention: return Flow.ofIntention(receivedOn: from, amount: amount, isVoid: isVoid)
        case .listing: return Flow.ofListing(listedOn: from, askingPrice: amount, isVoid: isVoid)
        case .deal:
            return Flow.ofDeal(
                signedOn: from, amount: amount ?? Amount(fen: 0), isVoid: isVoid, events: events.map(\.ofDeal))
        }
    }
}

/// A record as it was once a change was made, with what had become of it.
struct RecordState {
    private let terms: RecordTerms
    /// In the order in which they were recorded.
    let events: [StatedEvent]

    init(_ terms: RecordTerms, _ versions: ArraySlice<EventVersion>, at change: Int64) {
        self.terms = terms
        events = versions.isEmpty ? [] : versions.filter { $0.holds(at: change) }.map(\.event)
    }

    var isVoid: Bool { terms.isVoid }
    var isTerminated: Bool { events.contains { $0.deed == .terminated } }
    func flows(of noun: Noun) -> [Flow] { terms.flows(of: noun, events) }
}

extension StatedEvent {
    fileprivate var ofDeal: DealEvent {
        DealEvent(
            kind: deed == .terminated ? .terminated : .amended, effectiveOn: day, amount: Amount(fen: number))
    }
}
