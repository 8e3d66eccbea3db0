import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Rank the listings that answer a demand, or the demands that a listing answers, and say why.",
        discussion: """
            EXAMPLES
              registry match SH/N-2022-0001
              registry match listing SH/L-2021-0001 --limit 20 --format csv
              registry match SH/N-2022-0001 --as-of 2022-06-30 --known-at 8

            What both texts say decides: the pairs of neighbouring letters that title and abstract have in common, each the \
            more the rarer it is. Then the same field counts for 15 %, a price within the budget for 10 % (more than a quarter \
            above it against), the same region of the parties, else of the venues, for 5 %, and a listing's maturity for up to \
            6 %; what either does not say counts for nothing. Counterparts that expired, or were sold, suspended or withdrawn, \
            count seven tenths, and are told as such; a listing of which a licence was sold counts in full, since another may \
            be, and is told too. The score is 1 for a text that says all of the other, times that. Every record is looked at; \
            nothing is kept for it.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var times: TimesOptions
    @OptionGroup var output: FormatOption

    @Argument(
        help: ArgumentHelp(
            "demand or listing, where the name alone does not tell; then its name.", valueName: "demand|listing"),
        completion: .recordName(ofOneOf: [.demand, .listing]))
    var words: [String]
    @Option(
        parsing: .unconditional, help: "At most so many counterparts.", transform: WholeNumber.told(1...10_000))
    var limit = 10

    func validate() throws {
        if let word = words.first, words.count == 2, Self.noun(word) == nil {
            throw ValidationError(Words.matchedNoun(word))
        }
        if words.count > 2 { throw ValidationError(Words.oneMatched) }
    }

    private static func noun(_ word: String) -> Noun? {
        let noun = Noun(word: word)
        return noun == .demand || noun == .listing ? noun : nil
    }

    func run() throws {
        let ledger = try place.openForReading()
        let viewpoint = try times.viewpoint(of: ledger)
        let asked = try asked(in: ledger)
        let matches = try ledger.matches(of: asked, from: viewpoint, most: limit)
        var rows = MatchRows(as: output.format)
        try rows.begin()
        for (place, match) in matches.enumerated() { try rows.show(match, rank: place + 1) }
        try rows.end()
        if matches.isEmpty { Terminal.say(Words.noCounterpart(asked)) }
    }

    private func asked(in ledger: Ledger) throws -> RecordName {
        let name = words[words.count - 1]
        if words.count == 2, let noun = Self.noun(words[0]) { return try RecordName(name, of: noun) }
        let both = try [Noun.demand, .listing].map { try RecordName(name, of: $0) }
        let found = try both.filter { try ledger.find($0) != nil }
        guard let first = found.first else { throw Failure(.dataRefused, Words.neitherNoun(name)) }
        if found.count > 1 { throw Failure(.misuse, Words.bothNouns(name)) }
        return first
    }
}

/// Counterparts on their way to standard output.
private struct MatchRows {
    private let isForPeople: Bool
    private var writer: SpokenRows

    init(as format: RowFormat) {
        isForPeople = format.isForPeople
        writer = SpokenRows(format)
    }

    mutating func begin() throws(WriteError) {
        let people = [Column("score", alignment: .right)] + ["record", "title", "why"].map { Column($0) }
        let programs =
            [Column("rank", alignment: .right), Column("score", alignment: .right)]
            + [
                "noun", "venue_code", "code", "title", "terms", "same_field", "price_fit", "same_region", "maturity",
                "status",
            ].map { Column($0) }
        try writer.begin(isForPeople ? people : programs)
    }

    mutating func show(_ match: Match, rank: Int) throws(WriteError) {
        // Two digits tell counterparts apart; more would promise what words cannot hold.
        let hundredths = Int64((match.score * 100).rounded())
        let score = Cell.decimal(Amount.decimal(fen: hundredths, places: 2))
        guard isForPeople else {
            return try writer.row([
                .integer(Int64(rank)), score, .text(match.name.noun.rawValue),
                match.name.venue.map(Cell.text) ?? .null, .text(match.name.code), .text(match.title),
                .text(match.terms.joined(separator: ",")), match.accord.hasSameField.map(Cell.boolean) ?? .null,
                match.accord.price.map { .text($0.rawValue) } ?? .null,
                match.accord.hasSameRegion.map(Cell.boolean) ?? .null, match.side.maturity.map(Cell.text) ?? .null,
                .text(match.side.standing.rawValue),
            ])
        }
        try writer.row([score, .text("\(match.name)"), .text(match.title), .text(Words.why(match)[.current])])
    }

    mutating func end() throws(WriteError) { try writer.endAndTell() }
}
