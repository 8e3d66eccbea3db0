import ArgumentParser
import Registry
import RegistryImport
import RegistryReports
import RegistryStore
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

struct Totals: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "totals", abstract: "Cumulative totals as of a day, as known at a time.",
        discussion: """
            EXAMPLES
              registry totals --as-of 2022-06-21
              registry totals --as-of 2022-06-21 --by month --format csv
              registry totals --period 2022Q1 --compare year-before
              registry totals --from 2022-01-01 --to 2022-06-21 --by venue,kind --unit 亿元
              registry totals --as-published 2022-06-21
              registry totals --as-of 2022-06-21 --known-at '2022-07-01 09:00'
              registry totals --as-of 2022-06-21 --known-at 4
              registry totals --as-of 2022-06-21 --with-seal --format json

            Venues of which a file was due by then, and neither it nor a later one came, are named (venues_behind): what is \
            theirs may not be counted yet. See registry status.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Option(help: "What had happened by the end of this day (default: today).", transform: Day.told)
    var asOf: Day?

    @Option(help: "What happened within 2022, 2022H1, 2022Q2, 2022-06 or FROM..TO.", transform: Self.period)
    var period: Period?

    @Option(help: "What happened from this day on …", transform: Day.told)
    var from: Day?

    @Option(help: "… up to this one (default: today).", transform: Day.told)
    var to: Day?

    @Option(help: "Beside another such period: 2021, FROM..TO, previous or year-before.", transform: Self.comparand)
    var compare: Comparand?

    @Option(help: TimesOptions.knownAtHelp)
    var knownAt: String?

    @Option(
        help: "Taken apart by one key, or two with a comma: \(Grouping.names).", completion: .groupings,
        transform: Self.groupings)
    var by: Groupings?

    @Option(help: "Money rounded in 元, 千元, 万元 or 亿元 (yuan, qian, wan, yi); halves away from zero.")
    var unit: MoneyUnit?

    @Option(
        parsing: .unconditional, help: "Decimals of --unit (default: 2).",
        transform: WholeNumber.told(0...MoneyUnit.yi.places))
    var decimals: Int?

    @Option(help: "As it was published of this day, and not as it is computed.", transform: Day.told)
    var asPublished: Day?

    @Flag(help: "With the seal that the totals stand on.")
    var withSeal = false

    func run() throws {
        let question = TotalsQuestion(asOf: asOf, period: period, from: from, to: to, compare: compare)
        try question.check()
        let money = try moneyShown()
        if let asPublished {
            guard question.isOfToday, by == nil, unit == nil else { throw Failure(.misuse, Words.publishedAlone) }
            let ledger = try place.openForReading()
            let moment = try ledger.moment(knownAt: knownAt)
            return try PublishedTotals(of: asPublished, from: ledger, knownAt: moment, withSeal: withSeal)
                .show(as: output.format)
        }
        if let by, let refusal = by.refusal { throw Failure(.misuse, refusal) }
        if compare != nil, let by, by.groupings.contains(where: \.isTime) {
            throw Failure(.misuse, Words.comparedInTime)
        }
        let ledger = try place.openForReading()
        let span = try question.span(today: ledger.today)
        let other = try question.other(than: span, today: ledger.today)
        let moment = try ledger.moment(knownAt: knownAt) ?? ledger.newestMoment()
        let seal = withSeal ? moment?.seal : nil
        let behind = try ledger.venuesBehind(asOf: span.asOf, knownAt: moment, now: Int(time(nil)))
        defer {
            for words in span.notes(beside: other) { Terminal.say(words) }
            if !behind.isEmpty { Terminal.say(Words.behind(behind)) }
        }
        guard let by else {
            let totals = try ledger.totals(of: span.days, knownAt: moment)
            let before = try other.map { ($0, try ledger.totals(of: $0.days, knownAt: moment)) }
            return try TotalsView(
                span: span, moment: moment, seal: seal, totals: totals, other: before, money: money,
                venuesBehind: behind
            ).show(as: output.format)
        }
        let groups = try ledger.totals(of: span.days, knownAt: moment, by: by.groupings)
        guard let other else {
            return try GroupedTotals(by: by, groups: groups, seal: seal, money: money).show(as: output.format)
        }
        let before = try ledger.totals(of: other.days, knownAt: moment, by: by.groupings)
        try ComparedGroups(by: by, now: (span, groups), before: (other, before), seal: seal, money: money)
            .show(as: output.format)
    }

    private func moneyShown() throws(Failure) -> MoneyShown {
        guard let unit else {
            if decimals != nil { throw Failure(.misuse, Words.decimalsWithoutUnit) }
            return MoneyShown()
        }
        guard output.format.isForPeople else {
            throw Failure(.misuse, Words.unitOfMachines)
        }
        guard let rounding = MoneyRounding(unit: unit, places: decimals ?? 2) else {
            throw Failure(.misuse, Words.tooManyDecimals(unit))
        }
        return MoneyShown(rounding: rounding)
    }

    private static func groupings(_ words: String) throws -> Groupings {
        guard let groupings = Groupings(words) else { throw ValidationError(Words.notGroupings(words)) }
        return groupings
    }

    private static func period(_ word: String) throws -> Period {
        guard let period = Period(word) else { throw ValidationError(Words.notAPeriod) }
        return period
    }

    private static func comparand(_ word: String) throws -> Comparand {
        guard let comparand = Comparand(word) else { throw ValidationError(Words.notAComparand(word)) }
        return comparand
    }
}
