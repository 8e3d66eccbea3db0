import ArgumentParser
import Registry
import RegistryStore
import Spreadsheets

/// What the `amend-…` commands share beside their fields.
struct AmendOptions: ParsableArguments {
    @OptionGroup var correcting: CorrectingOptions

    @Option(help: ArgumentHelp("A field that is to say nothing; may be given more than once.", valueName: "field"))
    var clear: [String] = []

    /// Corrects the fields whose options were given.
    ///
    /// - Parameter values: by field; nil where the option was not given.
    func run(_ noun: Noun, _ text: String, _ values: [String: String?]) throws {
        let name = try RecordName(text, of: noun)
        let texts = values.compactMapValues { $0 }
        guard !texts.isEmpty || !clear.isEmpty else {
            let example = noun.fields.first { !$0.isRequired }?.option ?? ""
            throw Failure(.misuse, Words.nothingToAmend(example: example))
        }
        if let both = clear.first(where: { texts[$0.replacing("-", with: "_")] != nil }) {
            throw Failure(.misuse, Words.clearedAndGiven(both))
        }
        try correcting.run { _ in
            Words.corrected()
        } back: { correction in
            ["amend-\(noun.dashed)", "\(correction.name)"] + Self.options(of: correction)
        } making: { ledger, author throws(StoreError) in
            try ledger.amend(name, texts, clearing: clear, by: author)
        }
    }

    /// The options that give a record's fields what they said before.
    private static func options(of correction: Correction) -> [String] {
        let noun = correction.name.noun
        return noun.fields.flatMap { field -> [String] in
            let column =
                switch field.kind {
                case .amount: noun == .deal && field.name == "amount" ? "original_amount_fen" : "\(field.name)_fen"
                case .record: "\(field.name)_code"
                default: field.name
                }
            guard field.kind != .venue, !(noun.belongsToVenue && field.name == "code"),
                let before = correction.fields.first(where: { $0.column == column })?.before
            else { return [] }
            // What follows from the venue is no field of the record's own.
            switch before {
            case .null: return ["--clear", String(field.option.dropFirst(2))]
            case .integer(let fen) where field.kind == .amount: return [field.option, Amount(fen: fen).yuan]
            default: return [field.option, before.plainText]
            }
        }
    }
}
