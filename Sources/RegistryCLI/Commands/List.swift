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
              registry list services --kind loan --party 银行
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
    @Option(
        help:
            "Only of this kind, in English or Chinese; of reviews conflict, duplicate or power_of_ten.",
        completion: .kindOfListed)
    var kind: String?
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
        let doubt = noun == .reviews ? try kind.map(Self.doubt) : nil
        var filter = Filter()
        filter.kind = noun == .reviews ? nil : try kind.map(kindOfRecords)
        let ledger = try place.openForReading()
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
                (venue == nil || $0.venue == venue) && (doubt == nil || $0.doubt.kind == doubt)
            }
            return try ReviewList.show(items, all: all, most: most, as: output.format)
        }
        if noun == .rejects {
            return try RejectListing.show(of: ledger, venue: venue, all: all, most: most, as: output.format)
        }
        if all { throw Failure(.misuse, Words.useless("--all")) }
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

extension List {
    private static func doubt(_ word: String) throws(Failure) -> Doubt.Kind {
        guard let kind = Doubt.Kind(rawValue: word) else {
            throw Failure(.misuse, Words.refused("--kind", word, among: Doubt.Kind.allCases.map(\.rawValue)))
        }
        return kind
    }

    /// The kind of records that a word in English or Chinese means, as the ledger stores it; the word where they have none.
    private func kindOfRecords(_ word: String) throws(Failure) -> String {
        guard let kinds = noun.kinds else { return word }
        guard let place = word.withBytes(kinds.place) else {
            throw Failure(.misuse, Words.refused("--kind", word, among: kinds))
        }
        return kinds.terms[Int(place)].code
    }
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
