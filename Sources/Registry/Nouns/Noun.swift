/// What the exchange keeps records of, in the order in which files are taken: each may name the ones before it.
package enum Noun: String, CaseIterable, Comparable, Sendable {
    case venue, party, intention, listing, deal

    package static func < (left: Noun, right: Noun) -> Bool { left.order < right.order }
    private var order: Int { Noun.allCases.firstIndex(of: self) ?? 0 }

    /// As `list` and `import --kind` name it: `parties`.
    package var plural: String { self == .party ? "parties" : rawValue + "s" }

    /// `deal` or `deals`.
    package init?(word: String) {
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
        case .deal: Field.ofDeal
        }
    }

    package func place(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

    /// The field that dates the record: what as-of asks for.
    package var datedBy: String? {
        switch self {
        case .venue: "joined_on"
        case .party: nil
        case .intention: "received_on"
        case .listing: "listed_on"
        case .deal: "signed_on"
        }
    }

    /// The money that a total of the noun sums.
    package var valuedBy: String? {
        switch self {
        case .venue, .party: nil
        case .intention, .deal: "amount"
        case .listing: "asking_price"
        }
    }

    /// Whether a record belongs to a venue, so that its identity is (venue, code).
    package var belongsToVenue: Bool { self == .intention || self == .listing || self == .deal }

    /// The letter of the codes that the registry gives: `D-2022-0001`.
    package var codeLetter: String { rawValue.prefix(1).uppercased() }
}
