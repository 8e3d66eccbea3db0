import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find a text, of one character too, in listings and demands, and in deals with --deals.",
        discussion: """
            EXAMPLES
              registry search 灭菌
              registry search 氢 --venue SH --limit 50
              registry search 澜砚 --deals --format csv
              registry search ＤＮＡ --any-form --as-of 2021-12-31

            Looked through are code, title, abstract and the names of owner, demander, seller and buyer, every row of them, so \
            nothing that holds the text is left out. It is found exactly as it is written, as instr finds it; with --any-form \
            neither case nor width counts: Ａ, ａ, A and a are the same. Newest first, listings before demands before deals. \
            Deals that were terminated are found; void records are not.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var times: TimesOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "What to look for.")
    var text: String
    @Flag(help: "Look through the deals too.")
    var deals = false
    @Option(help: "Only of this venue, by its code.", completion: .venueCode)
    var venue: String?
    @Flag(help: "Neither case nor width of letters, digits and signs counts.")
    var anyForm = false
    @Option(
        parsing: .unconditional, help: "At most so many rows; 0 for all (default: 20 in a table, else all).",
        transform: WholeNumber.told(0...1_000_000_000))
    var limit: Int?

    func validate() throws {
        if text.isEmpty { throw ValidationError(Words.emptySearch) }
    }

    func run() throws {
        let ledger = try place.openForReading()
        let viewpoint = try times.viewpoint(of: ledger)
        if let venue, let refusal = try VenueDirectory(ledger).refusal(of: venue) {
            throw Failure(.dataRefused, Words.of(refusal))
        }
        let most = limit ?? (output.format == .table ? 20 : 0)
        let needle = Needle(text, isLoose: anyForm)
        var rows = FoundRows(as: output.format)
        try rows.begin()
        var (shown, count) = (0, 0)
        for noun in [Noun.listing, .demand] + (deals ? [.deal] : []) {
            let found = try ledger.search(
                needle, in: noun, venue: venue, from: viewpoint, most: most == 0 ? nil : most - shown)
            count += found.count
            shown += found.records.count
            for record in found.records { try rows.show(record) }
        }
        try rows.end()
        if count == 0 { Terminal.say(Words.nothingHolds(text)) }
        if shown < count { Terminal.say(Words.found(shown, of: count)) }
    }
}

/// What a search found, on its way to standard output.
private struct FoundRows {
    private let isForPeople: Bool
    private var writer: SpokenRows

    init(as format: RowFormat) {
        isForPeople = format.isForPeople
        writer = SpokenRows(format)
    }

    mutating func begin() throws(WriteError) {
        let programs = ["noun", "venue_code", "code", "title", "day", "found_in", "excerpt"]
        try writer.begin(
            (isForPeople ? ["noun", "record", "title", "found_in", "excerpt"] : programs).map(Column.ofView))
    }

    mutating func show(_ found: FoundRecord) throws(WriteError) {
        let (noun, title) = (found.name.noun, found.title.map(Cell.text) ?? .null)
        guard isForPeople else {
            return try writer.row([
                .text(noun.rawValue), found.name.venue.map(Cell.text) ?? .null, .text(found.name.code), title,
                .text("\(found.day)"), .text(found.fields.joined(separator: ",")), .text(found.excerpt),
            ])
        }
        let fields = found.fields.map { Words.column($0, of: noun) }.listed()
        try writer.row([
            .text(noun.rawValue), .text("\(found.name)"), title, .text(fields[.current]), .text(found.excerpt),
        ])
    }

    mutating func end() throws(WriteError) { try writer.endAndTell() }
}
