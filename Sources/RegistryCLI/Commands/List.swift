import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List records, newest first: \(Listed.words.joined(separator: ", ")).",
        discussion: """
            EXAMPLES
              registry list deals --venue SH --from 2022-01-01 --min 1000万元
              registry list listings --text 灭菌 --format csv
              registry list deals --as-of 2021-12-31 --known-at 4
              registry list changes --limit 20
              registry list corrections --unreviewed
              registry list reviews --venue SH --kind conflict
              registry list rejects --venue SH
              registry list calendar --from 2022-01-01 --to 2022-12-31
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var times: TimesOptions
    @OptionGroup var output: FormatOption

    @Argument(
        help: "What to list: \(Listed.words.joined(separator: ", ")).", completion: .list(Listed.words),
        transform: Self.listed)
    var noun: Listed

    @Option(help: "Only of this venue, by its code.", completion: .venueCode)
    var venue: String?
    @Option(help: "Only with a seller, buyer or owner whose name holds this.")
    var party: String?
    @Option(help: "Only with this in the code or the title.")
    var text: String?
    @Option(help: "Only from this day on.", transform: Day.told)
    var from: Day?
    @Option(help: "Only up to this day, which is included.", transform: Day.told)
    var to: Day?
    @Option(help: "Only of this amount or more; a bare number is yuan.", transform: AmountArgument.told)
    var min: AmountArgument?
    @Option(help: "Only of this amount or less.", transform: AmountArgument.told)
    var max: AmountArgument?
    @Flag(help: "Only corrections by hand that nobody reviewed.")
    var unreviewed = false
    @Option(help: "Only review items of this kind: conflict, duplicate or power_of_ten.")
    var kind: Doubt.Kind?
    @Flag(help: "Review items that were answered, superseded or settled, and rejects that wait no more, too.")
    var all = false
    @Option(
        parsing: .unconditional, help: "At most so many rows; 0 for all (default: 100 in a table, else all).",
        transform: WholeNumber.told(0...1_000_000_000))
    var limit: Int?

    private static func listed(_ word: String) throws -> Listed {
        try chosen(word, among: Listed.words, Listed.init(word:))
    }

    func run() throws {
        let ledger = try place.openForReading()
        var filter = Filter()
        (filter.venue, filter.party, filter.text) = (venue, party, text)
        (filter.from, filter.to) = (from, to)
        (filter.least, filter.most) = (min?.amount, max?.amount)
        filter.isUnreviewed = unreviewed
        let viewpoint = try times.viewpoint(of: ledger)
        if let useless = ledger.uselessFilter(filter, of: noun, asOf: viewpoint.asOf) {
            throw Failure(.misuse, Words.useless(useless))
        }
        if let venue, let refusal = try VenueDirectory(ledger).refusal(of: venue) {
            throw Failure(.dataRefused, Words.of(refusal))
        }
        let most = limit ?? (output.format == .table ? 100 : 0)
        if [.reviews, .rejects, .calendar].contains(noun), times.isGiven {
            throw Failure(.misuse, Words.uselessTimes)
        }
        if noun == .reviews {
            let items = try ledger.reviewItems().filter {
                (venue == nil || $0.venue == venue) && (kind == nil || $0.doubt.kind == kind)
            }
            return try ReviewList.show(items, all: all, most: most, as: output.format)
        }
        if noun == .rejects, kind == nil {
            return try RejectListing.show(of: ledger, venue: venue, all: all, most: most, as: output.format)
        }
        if kind != nil || all { throw Failure(.misuse, Words.useless("--\(all ? "all" : "kind")")) }
        if noun == .calendar {
            let days = try ledger.calendarDays().filter { kept in
                (from.map { $0 <= kept.day.day } ?? true) && (to.map { kept.day.day <= $0 } ?? true)
                    && (text.map { kept.day.name?.contains($0) ?? false } ?? true)
            }
            return try CalendarList.show(days, most: most, as: output.format)
        }
        // One more than asked for tells whether there are more.
        filter.limit = most == 0 ? nil : most + 1
        let shown = output.format.isForPeople ? noun.columnsForPeople : []
        let page = Page(output.format, of: noun.records)
        try ledger.list(noun, filter, from: viewpoint, columns: shown) { columns throws(StoreError) in
            page.columns = shown.isEmpty ? columns : shown
        } row: { cells throws(StoreError) in
            page.take(shown.isEmpty ? cells : Array(cells.prefix(shown.count)), most: most)
        }
        try page.finish()
        if page.hasMore { Terminal.say(Words.first(most)) }
    }
}

extension Doubt.Kind: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension Listed {
    /// The noun whose records are listed, where it is one.
    fileprivate var records: Noun? { if case .noun(let noun) = self { noun } else { nil } }
}

extension Column {
    /// A view's column: numbers to the right.
    static func ofView(_ name: String) -> Column {
        let isMoney = name.hasSuffix("_fen") || name.hasSuffix("_yuan")
        let isNumber =
            isMoney || name.hasPrefix("rows_")
            || [
                "file_row", "change_id", "close_change_id", "reverts", "reverted_by", "count", "size_bytes",
                "conflicts",
                "review_change_id",
            ].contains(name)
        return Column(name, alignment: isNumber ? .right : .left, groupsThousands: isMoney)
    }
}
