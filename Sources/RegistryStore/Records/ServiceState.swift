import Registry
import SQLite

/// What of a service must agree with what it names, and with what names it.
struct ServiceState: Equatable {
    var kind: ServiceKind
    /// -1 for a party that is not there yet.
    var provider: Int64
    var parent: Int64?
    var listing: Int64?
    var deal: Int64?
    var startedOn: Day
    var closedOn: Day?
    var fen: Int64

    static let columns = "kind, provider_id, service_id, listing_id, deal_id, started_on, closed_on, amount_fen"

    /// One that says nothing else yet.
    init?(kind: ServiceKind?, startedOn: Day?) {
        guard let kind, let startedOn else { return nil }
        (self.kind, self.startedOn, provider, fen) = (kind, startedOn, -1, 0)
    }

    /// - Parameter row: ``columns`` first.
    init?(_ row: borrowing Row) throws(SQLiteError) {
        guard let kind = ServiceKind(rawValue: try row.text(at: 0)), let startedOn = try row.optionalDay(at: 5) else {
            return nil
        }
        self.kind = kind
        provider = try row.integer(at: 1)
        parent = try row.optionalInteger(at: 2)
        listing = try row.optionalInteger(at: 3)
        deal = try row.optionalInteger(at: 4)
        self.startedOn = startedOn
        closedOn = try row.optionalDay(at: 6)
        fen = try row.optionalInteger(at: 7) ?? 0
    }

    /// What it draws of the programme that it names.
    var drawn: (programme: Int64, fen: Int64)? {
        guard kind == .loan, let parent else { return nil }
        return (parent, fen)
    }
}
