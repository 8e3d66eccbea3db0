import ArgumentParser
import Registry
import RegistryImport
import RegistryStore
import Spreadsheets

struct SetProfile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-profile", abstract: "Keep how a venue writes its files, so that import reads them by it.",
        discussion: """
            EXAMPLES
              registry inspect SH/成交.xlsx --venue SH > SH.yaml
              registry set-profile SH SH.yaml
              registry show-profile SH > SH.yaml
              registry import SH/成交.xlsx --venue SH --profile SH.yaml --dry-run

            A profile is one YAML text. Import reads a file of the venue by the first entry whose match fits its name; \
            options on the command line go before it. All keys but match may be left out:

            venue: SH
            files:
              - match: 成交*.xlsx          # * any characters, ? one, [0-9] one of them
                kind: deals               # venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services
                encoding: gb18030         # of text; delimiter: semicolon
                sheet: 明细               # of a workbook
                heading_row: 3            # as a spreadsheet counts
                columns:                  # heading: field, with its unit; none: not read
                  项目号: code
                  价款: amount (万元)
                  备注: none
                set: {mode: 协议转让}      # what all rows have alike
                code_from: [批次, 序号]    # headings whose cells make the code
                unit: 万元                # of numbers without one
                dates: dmy                # or mdy, or a pattern as dd-MMM-yy
                values:                   # by field, the venue's words: ours
                  kind: {专利转让合同: transfer}
                full: month               # or year, all: for what a file is complete
                expected_rows: 100-500    # or the fewest: 100
                arrives_by: 18:00         # makes it expected, on working days
                tolerated_rejects: 1%     # or a number of rows
                blocks_on: [conflict]     # duplicate, power_of_ten: what holds a file up

            A file is expected of the nights for which something is due: with arrives_by: 18:00 of those whose own day is \
            worked, by 18:00 on it; with 18:00 the day before (前一日18:00) of those whose day before is worked, for a run after \
            midnight; hours from 24 on (26:00 the day before) are of the night's own morning. Times are in the registry's zone, \
            working days by list calendar. When it came to lie in its folder decides whether it is late. expected_rows \
            counts the rows of data of each file; from 0 on a file may be empty. Both act on status, on the end of import \
            --inbox and on totals, and refuse nothing.

            tolerated_rejects tells how many rows of a file may be rejected while the others are taken, by registry import \
            with --inbox, and with --accept-valid where --max-rejects is not given.

            registry inspect --headings lists the fields and the words they take.
            """)

    @OptionGroup var writing: WritingOptions
    @OptionGroup var output: FormatOption

    @Option(help: "Why; kept with the change.")
    var reason: String?

    @Argument(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    @Argument(help: "The profile, a YAML file; - is standard input.", completion: .file())
    var file: String

    func run() throws {
        let profile = try ProfileFile.read(file, venue: venue)
        let ledger = try writing.open()
        let author = try writing.author(reason: reason)
        let made = try writing.terms.perform(on: ledger) { () throws(StoreError) in
            try ledger.setProfile(profile.text, ofVenue: venue, by: author)
        }
        let receipt = writing.dryRun ? nil : made
        switch output.format {
        case .table, .markdown, .csv:
            try Terminal.show(
                Words.profile(
                    of: venue, entries: profile.files.count, isChanged: made != nil, isDryRun: writing.dryRun,
                    change: receipt?.change))
            if let receipt {
                receipt.sayHowToTakeBack()
            }
        case .json, .jsonl:
            var object = JSONObject()
            object.add("venue", .text(venue))
            object.add("entries", .integer(Int64(profile.files.count)))
            object.add("is_changed", .boolean(made != nil))
            object.add(receipt, isDryRun: writing.dryRun)
            try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
        }
    }
}
