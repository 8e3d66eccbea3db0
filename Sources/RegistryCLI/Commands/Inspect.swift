import ArgumentParser
import Registry
import RegistryImport
import RegistryReports
import RegistryStore
import Spreadsheets

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Look at a file that nobody knows: how it is read, and the profile by which to read it.",
        discussion: """
            EXAMPLES
              registry inspect SH/成交.xlsx
              registry inspect SH/成交.xlsx --venue SH > SH.yaml
              registry inspect ledger.csv --kind deals --format json
              registry inspect --headings --kind deals

            The profile is on standard output, to be edited and given to set-profile or import --profile; what is \
            known of the file, and what is not, on standard error. What only a person can decide stands behind # in the \
            profile. No registry is needed, and nothing is written to any.
            """)

    @Argument(help: "The file; - is standard input.", completion: .file())
    var file: String?

    @Flag(help: "List the fields instead: the headings under which each is recognised, and the words it takes.")
    var headings = false

    @Option(help: "The venue whose file it is.", completion: .venueCode)
    var venue: String?

    @Option(
        help:
            "What the rows are: venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates or services (default: as the headings tell)."
    )
    var kind: Noun?

    @Option(help: "The encoding, where the file does not tell it.")
    var encoding: TextEncoding?

    @Option(help: "What stands between cells: comma, semicolon, tab, bar or one character.", transform: Delimiter.told)
    var delimiter: Delimiter?

    @Option(help: "The sheet of a workbook.")
    var sheet: String?

    @Option(help: "What a number without a unit means.")
    var unit: MoneyUnit?

    @Option(help: "table is the profile; json (or jsonl) is all in one object. With --headings also csv and markdown.")
    var format: RowFormat = .table

    func validate() throws {
        if headings {
            guard file == nil else { throw ValidationError(Words.headingsWithoutFile) }
        } else {
            guard file != nil else { throw ValidationError(Words.fileOrHeadings) }
            guard format != .csv, format != .markdown else {
                throw ValidationError(Words.inspectedFormats)
            }
        }
    }

    func run() throws {
        guard let file else { return try showHeadings() }
        guard let zone = Zone(named: Zone.standard) else { throw StoreError.unknownZone(name: Zone.standard) }
        var options = ImportOptions()
        (options.noun, options.venue, options.unit) = (kind, venue, unit)
        (options.form.encoding, options.form.delimiter, options.form.sheet) = (encoding, delimiter?.byte, sheet)
        let found: FileInspection
        do throws(FileRefusal) {
            found = try FileInspector(options, today: zone.today()).run(file)
        } catch {
            throw Failure(Import.code(of: error), Words.file(file, Words.of(error)))
        }
        let draft = ProfileDraft(found, in: .current)
        let sink = Terminal.standardOutput()
        if format == .table {
            for line in InspectionWords.lines(found) { Terminal.say(line) }
            try sink.write(draft.text)
        } else {
            try sink.write(InspectionView.object(found, draft).bytes)
            try sink.write("\n")
        }
        try sink.flush()
    }

    private func showHeadings() throws {
        if format == .table { return try showHeadingsToPeople() }
        var rows = SpokenRows(format)
        try rows.begin(
            ["kind", "field", "required", "headings", "values", "meaning"].map {
                Column($0, heading: $0 == "headings" ? Words.knownHeadings[.current] : nil)
            })
        for noun in kind.map({ [$0] }) ?? Noun.allCases {
            for named in KnownHeadings(noun).fields {
                var words: Cell = .null
                if case .term(let vocabulary) = named.field.kind {
                    words = .text(vocabulary.terms.map { "\($0.code) \($0.chinese)" }.joined(separator: ", "))
                }
                try rows.row([
                    .text(noun.plural), .text(named.field.name), .text(named.field.isRequired ? "yes" : "no"),
                    .text(named.headings.joined(separator: ", ")), words,
                    .text(format == .markdown ? named.field.meaning[.current] : named.field.meaning.english),
                ])
            }
        }
        try rows.endAndTell()
    }

    private func showHeadingsToPeople() throws {
        for noun in kind.map({ [$0] }) ?? Noun.allCases {
            try Terminal.show(Bilingual(noun.plural, "\(Words.nouns(noun).chinese)（\(noun.plural)）"))
            for named in KnownHeadings(noun).fields {
                for line in InspectionWords.field(named.field, headings: named.headings) { try Terminal.show(line) }
            }
        }
        try Terminal.show(InspectionWords.aboutHeadings[.current])
    }
}
