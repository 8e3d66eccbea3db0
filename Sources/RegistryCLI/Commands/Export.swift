import ArgumentParser
import Registry
import RegistryReports
import RegistryStore

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the records of a noun as a file that import takes again: csv, jsonl or xlsx.",
        discussion: """
            EXAMPLES
              registry export deals --output deals.csv
              registry export listings --format xlsx --output listings.xlsx
              registry export deals --as-of 2021-12-31 --known-at 4 --format jsonl
              registry export deals --excel --output 成交.csv

            Amounts are yuan, a deal's the one that was signed; what became of a deal or a listing stands in a column events: \
            2022-12-01 amended 800000.00元; 2023-01-05 terminated. Imported into this registry the file changes nothing; imported \
            into an empty one (venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services), it gives the same totals, by every key.

            Not carried are void records; of a merged party its own name, credit code and region, since the one that stays stands \
            for it; codes from before a move; and the history, profiles, the calendar, published figures and what waits for a person.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var times: TimesOptions

    private static let nouns = Noun.allCases.map(\.plural)

    @Argument(
        help: "What to write: \(nouns.joined(separator: ", ")).", completion: .list(nouns), transform: Self.noun)
    var noun: Noun

    @Option(help: "The form of the file: csv, jsonl or xlsx (default: as the output's name ends, else csv).")
    var format: ExportFormat?

    @Option(
        name: [.long, .customShort("o")],
        help: ArgumentHelp("Where it is written, whole or not at all (default: standard output).", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(
        help:
            "As CSV for a spreadsheet program: with a byte-order mark, and no text taken for a formula. Not to be imported."
    )
    var excel = false

    @Flag(help: "Replace an earlier export that has this name.")
    var force = false

    private static func noun(_ word: String) throws -> Noun {
        try chosen(word, among: nouns, Noun.init(word:))
    }

    func run() throws {
        if excel, let format, format != .csv { throw Failure(.misuse, Words.excelIsCSV) }
        let form = try ExportFormat.chosen(format, for: output)
        if excel, form != .csv { throw Failure(.misuse, Words.excelEnding(output ?? "-")) }
        let ledger = try place.openForReading()
        let viewpoint = try times.viewpoint(of: ledger)
        if viewpoint.asOf != nil, noun.datedBy == nil {
            throw Failure(.misuse, Words.useless("--as-of"))
        }
        let file = ExportFile(
            ledger: ledger, noun: noun, viewpoint: viewpoint, format: form, isForEyes: excel)
        if let output, output != "-" {
            let rows = try file.write(to: output, replacing: force)
            Terminal.say(Words.exported(rows, noun, to: output))
        } else {
            try file.writeToStandardOutput()
        }
        if excel { Terminal.say(Words.meantForEyes) }
    }
}

extension ExportFormat: ExpressibleByArgument, OutputForm {
    static var endings: [(ending: String, form: ExportFormat)] {
        [("csv", .csv), ("jsonl", .jsonl), ("ndjson", .jsonl), ("xlsx", .xlsx)]
    }
    static var usual: ExportFormat { .csv }

    public init?(argument: String) { self.init(rawValue: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
