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
              registry totals --as-of 2022-06-21 --known-at '2022-07-01 09:00'
              registry totals --as-of 2022-06-21 --known-at 4
              registry totals --as-of 2022-06-21 --with-seal --format json

            Venues of which a file was due by then, and neither it nor a later one came, are named (venues_behind): what is \
            theirs may not be counted yet. See registry status.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Option(help: "What had happened by the end of this day (default: today).")
    var asOf: Day?

    @Option(help: TimesOptions.knownAtHelp)
    var knownAt: String?

    @Option(help: "Taken apart by venue, network, region, month, quarter, year, kind or field.")
    var by: Grouping?

    @Flag(help: "With the seal that the totals stand on.")
    var withSeal = false

    func run() throws {
        let ledger = try place.openForReading()
        let day = try (asOf ?? ledger.today).checkedAsOf(today: ledger.today)
        let moment =
            try knownAt.map { text throws(StoreError) in try ledger.moment(knownAt: text) } ?? ledger.newestMoment()
        let behind = try ledger.venuesBehind(asOf: day, knownAt: moment, now: Int(time(nil)))
        defer { if !behind.isEmpty { Terminal.say(Words.behind(behind)) } }
        if let by {
            let groups = try ledger.totals(asOf: day, knownAt: moment, by: by)
            return try GroupedTotals(by: by, groups: groups, seal: withSeal ? moment?.seal : nil).show(
                as: output.format)
        }
        let totals = TotalsView(
            asOf: day, moment: moment, seal: withSeal ? moment?.seal : nil,
            totals: try ledger.totals(asOf: day, knownAt: moment), venuesBehind: behind)
        try totals.show(as: output.format)
    }
}

extension Grouping: ExpressibleByArgument {}
