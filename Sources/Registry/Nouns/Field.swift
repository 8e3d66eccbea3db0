/// One thing that is recorded of a noun: what users call it, where the ledger keeps it, what it may hold.
package final class Field: Sendable {
    package enum Kind: Hashable, Sendable {
        /// Free text of at most so many bytes.
        case text(most: Int)
        /// What tells a record apart within its venue.
        case code
        /// The code of a venue.
        case venue
        /// The code of a record of that noun, of the same venue.
        case record(Noun)
        /// The name of a party.
        case party
        /// A unified social credit code.
        case creditCode
        case amount
        /// A day; only the planned end of a period may lie ahead.
        case day(mayLieAhead: Bool)
        case term(Vocabulary)

        package var isDay: Bool { if case .day = self { true } else { false } }
    }

    /// The heading in English and, with dashes, the option: `signed_on`. A money field has no unit in its name.
    package let name: String
    /// The column that keeps it: `seller_id` for the party `seller`.
    package let column: String
    package let kind: Kind
    package let isRequired: Bool
    /// What a sheet of the trade calls it: 成交金额, without a unit.
    package let chinese: String
    /// One line for people.
    package let meaning: Bilingual

    /// - Parameter meaning: in English and in Chinese.
    init(
        _ name: String, column: String? = nil, _ kind: Kind, required: Bool = false, _ chinese: String,
        _ meaning: (String, String)
    ) {
        self.name = name
        self.chinese = chinese
        self.kind = kind
        self.meaning = Bilingual(meaning.0, meaning.1)
        isRequired = required
        self.column =
            column
            ?? {
                switch kind {
                case .venue, .record, .party: "\(name)_id"
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
