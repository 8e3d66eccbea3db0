package import Registry

/// What `list` can list: the nouns, and what the registry keeps about itself.
package enum Listed: Hashable, Sendable {
    case noun(Noun)
    case changes, corrections, files, arrivals, figures
    /// What imports left to be decided; read by ``Ledger/reviewItems(only:)``.
    case reviews
    /// Rows that imports did not take; read by ``Ledger/forEachReject(_:)``.
    case rejects
    /// The days of which the calendar speaks; read by ``Ledger/calendarDays(asOf:)``.
    case calendar

    package init?(word: String) {
        if let noun = Noun(word: word) {
            self = .noun(noun)
            return
        }
        switch word {
        case "changes", "change": self = .changes
        case "corrections", "correction": self = .corrections
        case "reviews": self = .reviews
        case "rejects": self = .rejects
        case "calendar": self = .calendar
        case "files", "file": self = .files
        case "arrivals", "arrival": self = .arrivals
        case "figures", "figure": self = .figures
        default: return nil
        }
    }

    package static let words =
        Noun.allCases.map(\.plural) + [
            "changes", "corrections", "reviews", "rejects", "files", "arrivals", "figures", "calendar",
        ]

    var view: String {
        switch self {
        case .noun(let noun): noun.plural
        case .changes: "changes"
        case .corrections: "corrections"
        case .reviews: "review_item"
        case .rejects: "rejected_row"
        case .calendar: "calendar_day"
        case .files: "files"
        case .arrivals: "arrivals"
        case .figures: "figures"
        }
    }

    /// The columns by which the filters look; nil where a filter says nothing of these rows.
    var dayColumn: String? {
        switch self {
        case .noun(let noun): noun.beginning()
        case .changes, .corrections: "recorded_at"
        case .files, .reviews, .rejects: nil
        case .arrivals: "arrived_at"
        case .figures: "as_of"
        case .calendar: "day"
        }
    }
    /// The day of business from which on a record is there.
    var asOfColumn: String? { if case .noun(let noun) = self { noun.beginning() } else { nil } }
    var moneyColumn: String? {
        if case .noun(let noun) = self { noun.valuedBy.map { "\($0)_fen" } } else { nil }
    }
    /// What a record may be by its kind, where it has one.
    package var kinds: Vocabulary? {
        guard case .noun(let noun) = self, let place = noun.place(of: "kind"),
            case .term(let kinds) = noun.fields[place].kind
        else { return nil }
        return kinds
    }
    var partyColumns: [String] {
        switch self {
        case .noun(.party): ["name"]
        case .noun(.intention), .noun(.listing): ["owner"]
        case .noun(.deal), .noun(.registration): ["seller", "buyer"]
        case .noun(.certificate): ["seller", "seller_agent", "buyer", "buyer_agent"]
        case .noun(.demand): ["demander"]
        case .noun(.payment): ["payer", "payee"]
        case .noun(.service): ["provider", "customer"]
        default: []
        }
    }
    /// The columns that a person sees in a table; programs get all of them.
    package var columnsForPeople: [String] {
        switch self {
        case .noun(.venue): ["code", "name", "network", "region", "joined_on", "left_on"]
        case .noun(.party): ["name", "credit_code", "region"]
        case .noun(.intention): ["venue_code", "code", "title", "owner", "amount_yuan", "received_on"]
        case .noun(.listing): ["venue_code", "code", "title", "kind", "owner", "asking_price_yuan", "listed_on"]
        case .noun(.deal): ["venue_code", "code", "title", "kind", "seller", "buyer", "amount_yuan", "signed_on"]
        case .noun(.demand):
            ["venue_code", "code", "title", "demander", "budget_yuan", "posted_on", "posted_until"]
        case .noun(.registration):
            [
                "venue_code", "code", "deal_code", "kind", "seller", "buyer", "amount_yuan", "status", "submitted_on",
                "registered_on",
            ]
        case .noun(.instalment): ["venue_code", "code", "deal_code", "kind", "amount_yuan", "due_on", "note"]
        case .noun(.payment):
            ["venue_code", "code", "deal_code", "kind", "direction", "amount_yuan", "paid_on", "payer", "payee"]
        case .noun(.certificate):
            ["venue_code", "code", "deal_code", "title", "seller", "buyer", "amount_yuan", "issued_on", "revoked_on"]
        case .noun(.service):
            ["venue_code", "code", "kind", "title", "provider", "customer", "amount_yuan", "started_on", "outcome"]
        case .changes:
            [
                "change_id", "recorded_at", "actor", "command", "rows_new", "rows_changed", "file_name", "reverted_by",
                "reason",
            ]
        case .corrections:
            ["change_id", "recorded_at", "noun", "name", "kind", "effective_on", "reason", "actor", "reviewed_by"]
        case .reviews: ["item", "kind", "name", "what", "file_name", "file_row"]
        case .rejects: ["reject", "venue_code", "code", "file_name", "file_row", "reason", "change_id"]
        case .calendar: ["day", "is_working", "name", "change_id"]
        case .files: ["file_name", "noun", "rows_read", "rows_new", "rows_changed", "rows_unchanged", "change_id"]
        case .arrivals: ["arrived_at", "file_name", "outcome", "rows_read", "rows_rejected", "change_id"]
        case .figures: ["as_of", "metric", "comparison", "value", "unit", "published_on", "source"]
        }
    }
    var textColumns: [String] {
        switch self {
        case .noun(.venue): ["code", "name"]
        case .noun(.party): ["name", "credit_code"]
        case .noun(.instalment), .noun(.payment): ["code", "deal_code", "note"]
        case .noun: ["code", "title"]
        case .changes: ["command", "reason", "actor", "file_name"]
        case .corrections: ["name", "reason", "actor"]
        case .files, .arrivals: ["file_name"]
        case .reviews, .rejects: []
        case .calendar: ["name"]
        case .figures: ["metric", "source"]
        }
    }
    var venueColumn: String? {
        switch self {
        case .noun(.venue): "code"
        case .noun(.party), .changes, .figures, .calendar: nil
        case .noun, .corrections, .reviews, .rejects, .files, .arrivals: "venue_code"
        }
    }
    var order: String {
        let newest = dayColumn.map { "\($0) DESC, " } ?? ""
        switch self {
        case .noun(.party): return "name"
        case .noun(.venue): return "code"
        case .noun: return newest + "venue_code, code"
        case .changes: return "change_id DESC"
        case .corrections: return "change_id DESC, noun, name"
        case .reviews, .rejects: return "id DESC"
        case .calendar: return "day"
        case .files: return "change_id DESC, file_name"
        case .arrivals: return "arrived_at DESC"
        case .figures: return "as_of, metric, comparison, origin"
        }
    }
}
