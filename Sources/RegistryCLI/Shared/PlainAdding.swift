import Registry
import Spreadsheets

/// An `add-…` command whose words are nothing but pairs of option and value, each option once, as a script writes it.
///
/// The parser of the command line takes two fifths of the time that a deal takes to be recorded. So such words are taken as
/// they stand; whatever else there is (help, an abbreviation, `--name=value`, an option unknown, doubled or missing) is
/// left to the parser, which has the words for it.
struct PlainAdding {
    private static func noun(of command: String) -> Noun? {
        switch command {
        case "add-deal": .deal
        case "add-listing": .listing
        case "add-intention": .intention
        case "add-demand": .demand
        case "add-contract-registration": .registration
        case "add-instalment": .instalment
        case "add-payment": .payment
        case "add-service": .service
        default: nil
        }
    }

    let noun: Noun
    /// By field.
    private(set) var values: [String: String] = [:]
    private(set) var terms = WritingTerms()
    private(set) var format = RowFormat.table

    /// - Parameter words: what was typed after the program's name. Nil where they are to be parsed.
    init?(_ words: [String]) {
        guard let command = words.first, let noun = Self.noun(of: command) else { return nil }
        self.noun = noun
        var seen: [String] = []
        var rest = words.dropFirst()
        while let option = rest.popFirst() {
            guard option.hasPrefix("--"), !seen.contains(option) else { return nil }
            seen.append(option)
            if option == "--dry-run" {
                terms.isDryRun = true
                continue
            }
            guard let value = rest.popFirst(), !value.hasPrefix("-"), take(value, of: option) else { return nil }
        }
        let isWhole = noun.fields.allSatisfy {
            !$0.isRequired || ($0.name == "code" && noun.givesCodes) || ($0.name == "venue" && noun.isOfSettlement)
                || values[$0.name] != nil
        }
        guard isWhole else { return nil }
    }

    /// Whether the option is known and may have the value.
    private mutating func take(_ value: String, of option: String) -> Bool {
        switch option {
        case "--db": terms.path = value
        case "--actor": terms.actor = value
        case "--wait":
            guard let seconds = Int(value), WritingTerms.waits.contains(seconds) else { return false }
            terms.wait = seconds
        case "--format":
            guard let named = RowFormat(rawValue: value) else { return false }
            format = named
        default:
            guard let field = noun.fields.first(where: { $0.option == option }) else { return false }
            values[field.name] = value
        }
        return true
    }

    func run() throws { try Adding(noun: noun, values: values).run(terms, format) }
}
