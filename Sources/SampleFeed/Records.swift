import Registry

/// What every record of a venue's files has. Parties and venues are places in the feed's lists.
struct Subject {
    let venue: Int
    /// `D-2021-0042`: the kind of record, the year, the venue's number in that year.
    let code: String
    let title: String
    let field: TechnologyField
    let owner: Int
}

struct Intention {
    let subject: Subject
    let amountFen: Int64
    let receivedOn: Day
}

struct Listing {
    let subject: Subject
    let kind: AchievementKind
    let mode: TradingMode
    /// Nil where the price is left open.
    var askingPriceFen: Int64?
    let listedOn: Day
    let listedUntil: Day
    let maturity: Maturity
}

struct Deal {
    let subject: Subject
    let kind: DealKind
    let mode: TradingMode
    /// The listing's code; nil for a deal that was never listed.
    let listing: String?
    let buyer: Int
    let amountFen: Int64
    let technicalAmountFen: Int64
    let paymentForm: PaymentForm
    let signedOn: Day
}

/// What somebody wants a technology for.
struct Demand {
    let venue: Int
    let title: String
    let abstract: String
    let field: TechnologyField
    let demander: Int
    /// Nil where it is left open.
    let budgetFen: Int64?
    let postedOn: Day
    let postedUntil: Day
    /// The place, in the feed's list, of the matchmaking that was to answer it.
    let service: Int?
    var code = ""
}

/// A part of what was agreed to be paid for a deal.
struct Instalment {
    /// The place of the deal in the feed's list.
    let deal: Int
    let code: String
    let purpose: PaymentPurpose
    let amountFen: Int64
    let dueOn: Day
}

/// Money into the exchange's account, or out of it.
struct Payment {
    let deal: Int
    let code: String
    let purpose: PaymentPurpose
    let direction: PaymentDirection
    let amountFen: Int64
    let paidOn: Day
}

/// What the exchange certified of a deal that is settled.
struct Certificate {
    let deal: Int
    let code: String
    /// What was due, and had come in.
    let feeFen: Int64
    let issuedOn: Day
    /// The first day on which it holds no more; nil for one that does.
    let revokedOn: Day?
    let particulars: Particulars

    /// What it states beyond the deal and its listing, where there is such a thing.
    struct Particulars {
        let valuationFen: Int64?
        let sellerAgent: String?
        let buyerAgent: String?
    }
}

/// What a provider did beside the trade.
struct Service {
    let venue: Int
    let form: ServiceForm
    let startedOn: Day
    var code = ""
    var provider = ""
    var title: String?
    var customer: Int?
    /// The place, in the feed's list, of the programme or the loan that it belongs to.
    var parent: Int?
    var listing: String?
    var demand: String?
    var deal: String?
    var amountFen: Int64?
    var attendees: String?
    var site: String?
    /// Or is to end.
    var endedOn: Day?
    /// The first day on which it stands open no more.
    var closedOn: Day?
    var outcome: ServiceOutcome?

    func isOpen(on day: Day) -> Bool { startedOn <= day && closedOn.map { day < $0 } ?? true }
}

/// The contract of a deal that an office was asked to register.
struct Registration {
    let deal: Int
    let code: String
    /// Nil for one that was submitted online.
    let servicePoint: String?
    let isByCommitment: Bool
    let submittedOn: Day
    var acceptedOn: Day?
    var registeredOn: Day?
    var refusedOn: Day?
    var withdrawnOn: Day?
    var cancelledOn: Day?
}
