import ArgumentParser
import Registry
import RegistryProof
import RegistryStore
import Spreadsheets

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract:
            "Walk from a total to its records, and from a record to the file, the row and the change it came from.",
        discussion: """
            EXAMPLES
              registry explain deals --as-of 2022-06-21 --by venue
              registry explain deals --as-of 2022-06-21 --by venue --key SH --limit 5
              registry explain deal SH/D-2022-0002
              registry explain listings --known-at 8

            Each row is what a record added to the total on a day: its signature, and later what became of it. All rows
            of a metric together are its total. The original text of a row is read from the file that was kept, once its digest is
            found to hold; else it is said why there is none.
            """)

    /// More rows of files are not looked up in one question.
    private static let mostOriginals = 1000

    @OptionGroup var place: RegistryPlace
    @OptionGroup var times: TimesOptions
    @OptionGroup var output: FormatOption

    @Argument(
        help:
            "deals, listings, intentions, demands, contract_registrations, instalments, payments, certificates, services or venues; or one of them, as deal, and a NAME."
    )
    var noun: Noun

    @Argument(help: "One record: SH/D-2022-0001, or a venue's code.", completion: .recordName)
    var name: String?

    @Option(help: "The total taken apart by \(Grouping.names).")
    var by: Grouping?

    @Option(help: "Of the parts, the records of this one; '' for those that say nothing.")
    var key: String?

    @Option(
        parsing: .unconditional,
        help: "At most so many rows, \(mostOriginals) at the most (default: 20 in a table, else 100).",
        transform: WholeNumber.told(1...mostOriginals))
    var limit: Int?

    func validate() throws {
        if noun == .party { throw ValidationError(Words.noTotalOfParties) }
        if key != nil, by == nil { throw ValidationError(Words.keyWithoutBy) }
        if let by, !by.divides(noun) {
            throw ValidationError(Words.cannotDivide(noun, by, Grouping.allCases.filter { $0.divides(noun) }))
        }
        if name != nil, by != nil { throw ValidationError(Words.byOfOneRecord) }
    }

    func run() throws {
        let ledger = try place.openForReading()
        var viewpoint = try times.viewpoint(of: ledger)
        viewpoint.asOf = viewpoint.asOf ?? ledger.today
        let moment = try viewpoint.knownAt ?? ledger.newestMoment()
        let view = ExplanationView(ledger: ledger, noun: noun, asOf: viewpoint.asOf ?? ledger.today, moment: moment)
        if let name {
            return try view.show(ledger.explain(RecordName(name, of: noun), from: viewpoint), as: output.format)
        }
        let totals = try ledger.totals(asOf: view.asOf, knownAt: moment)
        let groups = try by.map { by throws(StoreError) in try ledger.totals(asOf: view.asOf, knownAt: moment, by: by) }
        if let by, let groups, key == nil { return try view.show(groups, by: by, of: totals, as: output.format) }
        let part = by.flatMap { by in key.map { TotalPart(by, key: $0) } }
        let most = limit ?? (output.format == .table ? 20 : 100)
        var flows: [ExplainedFlow] = []
        var hasMore = false
        try ledger.explain(noun, from: viewpoint, part: part) { flow throws(StoreError) in
            hasMore = flows.count == most
            if !hasMore { flows.append(flow) }
            return !hasMore
        }
        let whole = part.map { part in groups?.first { $0.key == part.key }?.totals ?? [:] } ?? totals
        try view.show(flows, of: whole, as: output.format)
        if hasMore {
            Terminal.say(Words.firstRows(most, of: Self.mostOriginals))
        }
    }
}
