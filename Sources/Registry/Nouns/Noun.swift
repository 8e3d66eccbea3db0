/// What the exchange keeps records of, in the order in which files are taken: each may name the ones before it.
package enum Noun: String, CaseIterable, Comparable, Sendable {
    case venue, party, intention, listing, demand, deal
    case registration = "contract_registration"
    case instalment, payment, certificate, service

    package static func < (left: Noun, right: Noun) -> Bool { left.order < right.order }
    private var order: Int { Noun.allCases.firstIndex(of: self) ?? 0 }

    /// As `list` and `import --kind` name it: `parties`.
    package var plural: String { self == .party ? "parties" : rawValue + "s" }

    /// As a command is named for it: `add-contract-registration`.
    package var dashed: String { rawValue.replacing("_", with: "-") }
    package var dashedPlural: String { plural.replacing("_", with: "-") }

    /// `deal` or `deals`.
    package init?(word: String) {
        let word = word.replacing("-", with: "_")
        guard let noun = Noun.allCases.first(where: { $0.rawValue == word || $0.plural == word }) else { return nil }
        self = noun
    }

    /// The fields of the noun, in the order of its table's columns.
    package var fields: [Field] {
        switch self {
        case .venue: Field.ofVenue
        case .party: Field.ofParty
        case .intention: Field.ofIntention
        case .listing: Field.ofListing
        case .demand: Field.ofDemand
        case .deal: Field.ofDeal
        case .registration: Field.ofRegistration
        case .instalment: Field.ofInstalment
        case .payment: Field.ofPayment
        case .certificate: Field.ofCertificate
        case .service: Field.ofService
        }
    }

    package func place(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

    /// The field that dates what the record adds to the totals.
    package var datedBy: String? {
        switch self {
        case .venue: "joined_on"
        case .party: nil
        case .intention: "received_on"
        case .listing: "listed_on"
        case .demand: "posted_on"
        case .deal: "signed_on"
        case .registration: "registered_on"
        case .instalment: "due_on"
        case .payment: "paid_on"
        case .certificate: "issued_on"
        case .service: "started_on"
        }
    }

    /// The days from which on a record is there, of which the first that it has does: a contract is there once it is submitted,
    /// and counts once it is registered.
    package var begunBy: [String] { (self == .registration ? ["submitted_on"] : []) + [datedBy].compactMap { $0 } }

    /// That day in SQL, which as-of asks for; nil where there is none.
    ///
    /// - Parameter record: what stands before a column: `r.`.
    package func beginning(_ record: String = "") -> String? {
        let columns = begunBy.map { record + $0 }
        return columns.count > 1 ? "coalesce(\(columns.joined(separator: ", ")))" : columns.first
    }

    /// The days on which something became of a record of which it itself tells: from before them, nothing did.
    package var laterDays: [String] {
        switch self {
        case .registration: ["accepted_on", "registered_on", "refused_on", "withdrawn_on", "cancelled_on"]
        case .certificate: ["revoked_on"]
        case .service: ["closed_on"]
        default: []
        }
    }

    /// The money that a total of the noun sums.
    package var valuedBy: String? {
        switch self {
        case .venue, .party: nil
        case .intention, .deal, .registration, .instalment, .payment, .certificate, .service: "amount"
        case .listing: "asking_price"
        case .demand: "budget"
        }
    }

    /// The columns that name another record, and what they name.
    package var references: [(column: String, target: Noun)] {
        fields.compactMap { field in
            switch field.kind {
            case .venue: (field.column, .venue)
            case .party: (field.column, .party)
            case .record(let noun): (field.column, noun)
            default: nil
            }
        }
    }

    /// The nouns whose records name one of this noun, each with the column.
    package var namers: [(noun: Noun, column: String)] {
        Noun.allCases.flatMap { noun in noun.references.filter { $0.target == self }.map { (noun, $0.column) } }
    }

    /// Whether a record belongs to a venue, so that its identity is (venue, code).
    package var belongsToVenue: Bool { self != .venue && self != .party }

    /// Whether the registry gives a code to a record that comes without one; the number of a registration is the office's.
    package var givesCodes: Bool { belongsToVenue && self != .registration }

    /// The part of that money that is summed apart.
    package var partlyValuedBy: String? { self == .registration ? "technical_amount" : nil }

    /// The day on which a record no longer counts, though it did.
    package var endedBy: String? {
        switch self {
        case .venue: "left_on"
        case .registration: "cancelled_on"
        case .certificate: "revoked_on"
        case .service: "closed_on"
        default: nil
        }
    }

    /// Whether a record that has ended is listed no more, as a venue that left. A certificate that was revoked is one that was
    /// issued, and a registration that was cancelled tells so.
    package var isListedToItsEnd: Bool { self == .venue || self == .service }

    /// The only kind whose records end so; nil where all do. A programme that is closed was announced for good.
    package var endingKind: String? { self == .service ? ServiceKind.servicePoint.rawValue : nil }

    /// The field that decides which of its measures a record enters: a venue's network, a payment's direction, a
    /// service's kind.
    package var measuredBy: String? {
        switch self {
        case .venue: "network"
        case .payment: "direction"
        case .service: "kind"
        default: nil
        }
    }

    /// Whether its rules ask which other records and parties one names.
    package var asksForNamed: Bool { self == .service }

    /// Whether its records are parts of a deal's settlement, whose codes follow from the deal's: `D-2022-0001-P1`.
    package var isOfSettlement: Bool { self == .instalment || self == .payment }

    /// The letter of the codes that the registry gives: `D-2022-0001`.
    package var codeLetter: String {
        // Not the letter of a deal.
        self == .demand ? "N" : rawValue.prefix(1).uppercased()
    }

    /// Whose code a code seems to be, by the letters of those that the registry gives; a deal's where they tell nothing, nil
    /// for none at all.
    package static func likeliest(ofCode code: Substring) -> Noun? {
        guard let part = code.split(separator: "-").last else { return nil }
        let isPart = { (noun: Noun) in part.hasPrefix(noun.codeLetter) && Int(part.dropFirst()) != nil }
        return allCases.first { $0.isOfSettlement && code != part && isPart($0) }
            ?? allCases.first { !$0.isOfSettlement && $0.givesCodes && code.hasPrefix("\($0.codeLetter)-") } ?? .deal
    }
}
