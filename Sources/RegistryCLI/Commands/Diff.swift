import ArgumentParser
import Registry
import RegistryProof
import RegistryStore
import Spreadsheets

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what changed between two states of the registry, and what each change did to each total.",
        discussion: """
            EXAMPLES
              registry diff --from 4
              registry diff --from 4 --to 8 --as-of 2022-06-21
              registry diff --from 1 --to 8 --added --limit 0 --format jsonl

            First how the records fared, summed by noun; then the changes that moved a total; then the records that were
            there before and differ, with their fields; at last the totals before and after. All that the records did, and
            all that the changes did, sums to the difference of the totals. Records that were added are summed with their
            noun and their change; --added lists each.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Option(
        help: ArgumentHelp(
            "The earlier state: a time, a change's number or a seal, as for --known-at.", valueName: "time"))
    var from: String
    @Option(help: ArgumentHelp("The later state (default: now).", valueName: "time"))
    var to: String?
    @Option(help: "What the changes did to the totals of this day (default: today).", transform: Day.told)
    var asOf: Day?
    @Flag(help: "List each record that was added, too.")
    var added = false
    @Option(
        parsing: .unconditional,
        help: "At most so many changes and so many records; 0 for all (default: 20 in a table, else all).",
        transform: WholeNumber.told(0...1_000_000_000))
    var limit: Int?

    func run() throws {
        let ledger = try place.openForReading()
        let day = try (asOf ?? ledger.today).checkedAsOf(today: ledger.today)
        let earlier = try ledger.moment(knownAt: from)
        guard let later = try ledger.moment(knownAt: to) ?? ledger.newestMoment() else { return }
        guard earlier.change <= later.change else {
            throw Failure(.misuse, Words.laterThan(earlier.change, later.change))
        }
        let told = limit ?? (output.format == .table ? 20 : 0)
        let most = told == 0 ? Int.max : told
        let difference = try Difference(ledger, from: earlier, to: later, asOf: day, most: most)
        let view = DifferenceView(difference: difference, ledger: ledger, most: most, withAdded: added)
        switch output.format {
        case .table, .markdown: try view.showTables(as: output.format)
        case .json: try view.showObject()
        case .jsonl, .csv: try view.showRows(as: output.format)
        }
    }
}
