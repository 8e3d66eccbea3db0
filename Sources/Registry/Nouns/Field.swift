/// One thing that is recorded of a noun: what users call it, where the ledger keeps it, what it may hold.
package final class Field: Sendable {
    package enum Kind: Hashable, Sendable {
        /// Free text of at most so many bytes.
        case text(most: Int)
        /// What tells a record apart within its venue.
        case code
        /// The code of a venue.
        case venue
        /// The code of a listing of the same venue.
        case listing
        /// The name of a party.
        case party
        /// A unified social credit code.
        case creditCode
        case amount
        /// A day; only the planned end of a period may lie ahead.
        case day(mayLieAhead: Bool)
        case term(Vocabulary)
    }

    /// The heading in English and, with dashes, the option: `signed_on`. A money field has no unit in its name.
    package let name: String
    /// The column that keeps it: `seller_id` for the party `seller`.
    package let column: String
    package let kind: Kind
    package let isRequired: Bool
    /// One line for people.
    package let meaning: String

    init(_ name: String, column: String? = nil, _ kind: Kind, required: Bool = false, _ meaning: String) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        isRequired = required
        self.column =
            column
            ?? {
                switch kind {
                case .venue, .listing, .party: "\(name)_id"
                case .amount: "\(name)_fen"
                default: name
                }
            }()
    }

    /// The heading of a file that registry itself would write: money carries its unit.
    package var heading: String { kind == .amount ? "\(name)_yuan" : name }

    /// The option on the command line.
    package var option: String { "--" + String(name.map { $0 == "_" ? "-" : $0 }) }
}
