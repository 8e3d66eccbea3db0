import ArgumentParser
import Registry
import RegistryImport
import RegistryStore
import Spreadsheets

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: """
            Import files of venues, parties, intentions, listings and deals, or a calendar, each whole or not at all.
            """,
        discussion: """
            EXAMPLES
              registry import venues.csv SH/*.csv
              registry import deals.csv --venue SH --dry-run
              registry import deals.csv --accept-valid --max-rejects 1% --rejects to-mend
              registry import --inbox /srv/exchange/inbox --publish /srv/public
              registry import ledger.csv --kind deals --venue NHS --set kind=service \\
                --unit yuan --column 'Amount=amount' --column 'Date=signed_on' \\
                --date-format dd-MMM-yy --code-from 'Transaction No'
              registry import holidays-2022.csv --kind calendar

            Files are CSV, TSV and the like, JSON lines, compressed (.gz) or not, and workbooks (.xlsx), told by their \
            bytes. Headings are recognised in English and Chinese; registry inspect FILE shows how a file is read. A \
            file of a venue is read by the venue's profile, see set-profile. Files are taken in the order venues, parties, \
            intentions, listings, deals. All that is wrong with a file is reported as FILE:ROW:COLUMN, and then none of it is recorded.

            With --accept-valid the valid rows are recorded, and the others are kept as rejects, see registry list rejects. \
            --rejects writes the rows at fault into two sheets, with or without --accept-valid: the file's own headings and \
            cells, and before them what is wrong, in Chinese and in English. Such a sheet is imported as it is once it is \
            mended, by the same profile if it is called FILE.rejects.xlsx or FILE.rejects.csv, and closes the rejects.

            A calendar (--kind calendar) tells which days are worked where weekends do not: day (日期), is_working (是否工作日: \
            是, 否; or 类型: 班, 休) and, where there is one, name (名称). The newest row of a day holds; see list calendar.

            An inbox has a folder for each venue, named by its code (DIR/SH/deals.csv); the exchange's own files lie in DIR \
            itself or in DIR/exchange. Each file moves to DIR/archive/DAY/VENUE or DIR/refused/DAY/VENUE, with its report \
            and the sheets of its rejected rows beside it; valid rows are taken without the others as far as the venue's profile \
            says tolerated_rejects. A file that still grows, ends in .part or .tmp, or is no plain file, is left and named. One run takes \
            an inbox at a time; killed at any moment and run again, it loses nothing and takes nothing twice. It ends with \
            the night's scoreboard, as registry status shows it: with 1 when something needs a person, with 65 when all was \
            refused, with 75 when another run has the inbox or a signal ended it.
            """)

    @OptionGroup var writing: WritingOptions
    @OptionGroup var output: FormatOption

    @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "file"))
    var files: [String] = []

    @OptionGroup(title: "The night") var inbox: InboxOptions

    @Option(
        help:
            "What the rows are: venues, parties, intentions, listings or deals (default: as the headings tell); or calendar."
    )
    var kind: ImportKind?

    @Option(help: "The venue whose files they are, and of rows that name none.")
    var venue: String?

    @Option(
        help: ArgumentHelp("A profile to read them by, in the place of the one kept of the venue.", valueName: "file"))
    var profile: String?

    @Option(help: ArgumentHelp("The field that a heading of the file means (repeatable).", valueName: "heading=field"))
    var column: [Assignment] = []

    @Option(help: ArgumentHelp("A field that all rows have alike (repeatable).", valueName: "field=value"))
    var set: [Assignment] = []

    @Option(help: "What a number without a unit means: yuan, qian, wan or yi.")
    var unit: MoneyUnit?

    @Option(
        help: ArgumentHelp(
            "How days are written where the year is not first: dmy, mdy, or as dd-MMM-yy.", valueName: "pattern"))
    var dateFormat: DayFormat?

    @Option(
        help: ArgumentHelp(
            "The day from which amounts of deals hold that the files change: an amendment, so that the totals of earlier days stand.",
            valueName: "day"))
    var effectiveOn: Day?

    @Option(
        help:
            "The files are complete for the months or years of their rows, or for all: month, year or all. What they lack is told, and stays."
    )
    var full: FullSpan?

    @Option(help: ArgumentHelp("Where to write the records that a complete file lacks, as CSV.", valueName: "file"))
    var missing: String?

    @Flag(help: "Take the valid rows of a file, keep the others as rejects, and end with 1.")
    var acceptValid = false

    @Option(
        help: ArgumentHelp(
            "With --accept-valid: how many rows may be rejected, as 20 or 1%; else none is taken (default: as the profile tolerates, else any number).",
            valueName: "ceiling"))
    var maxRejects: RejectCeiling?

    @Option(
        help: ArgumentHelp(
            "Write the rejected rows into BASE.csv and BASE.xlsx, to be mended and imported as they are.",
            valueName: "base"))
    var rejects: String?

    @Option(help: ArgumentHelp("A heading whose cells make the code, with others (repeatable).", valueName: "heading"))
    var codeFrom: [String] = []

    @Option(help: "The encoding, where the file does not tell it: utf-8, utf-16, gb18030 (gbk), big5, shift-jis …")
    var encoding: TextEncoding?

    @Option(
        help: "What stands between cells: comma, semicolon, tab, bar or one character (default: as the headings tell).")
    var delimiter: Delimiter?

    @Option(help: "The sheet of a workbook (default: the one whose headings are known).")
    var sheet: String?

    func validate() throws {
        try inbox.validate(files: files, hasOptionsOfAFile: hasOptionsOfAFile)
        if missing != nil, full == nil {
            throw ValidationError("--missing tells what a complete file lacks; add --full.")
        }
        if missing != nil, files.count > 1 { throw ValidationError("--missing takes one file at a time.") }
        if rejects != nil, files.count > 1 { throw ValidationError("--rejects takes one file at a time.") }
        if maxRejects != nil, !acceptValid {
            throw ValidationError("--max-rejects tells how far --accept-valid goes; add --accept-valid.")
        }
        if kind == .calendar { try validateCalendar() }
        for (name, assignments) in [("--column", column), ("--set", set)] {
            let keys = assignments.map(\.name)
            if let doubled = keys.first(where: { key in keys.filter { $0 == key }.count > 1 }) {
                throw ValidationError("\(name) names '\(doubled)' twice.")
            }
        }
    }

    private func validateCalendar() throws {
        guard venue == nil, profile == nil, set.isEmpty, unit == nil, codeFrom.isEmpty, effectiveOn == nil, full == nil
        else {
            throw ValidationError(
                "--kind calendar goes with --column, --date-format, --encoding, --delimiter and --sheet alone.")
        }
        let fields = CalendarColumns.fields + [ImportOptions.noField]
        if let wrong = column.first(where: { !fields.contains($0.value) }) {
            throw ValidationError(
                "--column: '\(wrong.value)' is no field of a calendar; fields are \(fields.joined(separator: ", ")).")
        }
    }

    /// Whether anything was said that tells how one kind of file is read, which in an inbox its venue's profile does.
    private var hasOptionsOfAFile: Bool {
        kind != nil || venue != nil || !column.isEmpty || !set.isEmpty || unit != nil || dateFormat != nil
            || !codeFrom.isEmpty || encoding != nil || delimiter != nil || sheet != nil || profile != nil
            || effectiveOn != nil || full != nil || missing != nil || acceptValid || maxRejects != nil || rejects != nil
    }

    func run() throws {
        if let folder = inbox.inbox { return try runNight(over: folder) }
        let tried = try profile.map { try ProfileFile.read($0, venue: venue) }
        let ledger = try writing.open()
        var importer = Importer(ledger, author: try writing.author(), trying: tried)
        importer.acceptance = acceptValid ? .valid(maxRejects) : .whole
        importer.wording = { Words.inBoth($0) }
        importer.sheets = rejects
        var options = ImportOptions()
        (options.noun, options.unit, options.dayFormat) = (kind?.noun, unit, dateFormat)
        options.venue = venue ?? tried?.venue
        options.columns = Dictionary(uniqueKeysWithValues: column.map { ($0.name, $0.value) })
        options.values = Dictionary(uniqueKeysWithValues: set.map { ($0.name, $0.value) })
        options.codeFrom = codeFrom
        (options.effectiveOn, options.full) = (effectiveOn, full)
        if let effectiveOn, effectiveOn > ledger.today {
            throw Failure(.dataRefused, Words.future(effectiveOn, today: ledger.today))
        }
        (options.form.encoding, options.form.delimiter, options.form.sheet) = (encoding, delimiter?.byte, sheet)
        let calendar = kind == .calendar ? CalendarImporter(ledger, author: try writing.author()) : nil
        if calendar == nil { try ledger.prepareForManyRows() }
        var reports: [FileReport] = []
        var failure: StoreError?
        let importAll = { () throws(StoreError) in
            for path in calendar == nil ? importer.ordered(files, options) : files {
                do throws(StoreError) {
                    ImportProgress.begin(importer.watch, path: path)
                    defer { ImportProgress.end() }
                    let report =
                        if let calendar { try calendar.run(path, options) } else { try importer.run(path, options) }
                    ImportTalk.say(report, path: path, isDryRun: writing.dryRun)
                    reports.append(report)
                    try publish(report.sheets, path)
                    writeMissing(report, of: ledger, path)
                } catch {
                    // What is in already is in, and is told before the trouble is.
                    failure = error
                    break
                }
            }
        }
        if writing.dryRun { try ledger.rehearse(importAll) } else { try importAll() }
        do throws(WriteError) {
            try ImportTalk.show(reports, as: output.format, isDryRun: writing.dryRun)
        } catch {
            // Nobody reads any more; how it went is still told by the exit code.
            guard error == .brokenPipe else { throw error }
        }
        if !writing.dryRun { ledger.settle() }
        if let failure { throw failure }
        try Self.end(reports)
    }

    private func runNight(over folder: String) throws {
        StopSignals.listen()
        let ledger = try writing.open { !StopSignals.watch.isStopWanted }
        let night = try inbox.night(today: ledger.today)
        let run = NightRun(
            ledger: ledger, author: try writing.author(), folder: folder, publish: inbox.publish, night: night,
            isDryRun: writing.dryRun, format: output.format)
        try run.run()
    }

    /// Gives the sheets of the rejected rows their names.
    private func publish(_ sheets: RejectSheets?, _ path: String) throws(StoreError) {
        guard let sheets, let rejects else { return }
        let (csv, workbook) = ("\(rejects).csv", "\(rejects).xlsx")
        try sheets.publish(csv: csv, workbook: workbook)
        Terminal.say("\(path.visible): \(Words.written(sheets, csv: csv, workbook: workbook))")
    }

    /// Writes what a complete file lacks: where it was asked for, else beside the file.
    private func writeMissing(_ report: FileReport, of ledger: Ledger, _ path: String) {
        guard let lacking = report.missing, lacking.count > 0, missing != nil || path != "-" && !writing.dryRun else {
            return
        }
        let target = missing ?? MissingFile.name(beside: path)
        do throws(StoreError) {
            try MissingFile.write(lacking, of: ledger, to: target)
            Terminal.say(
                "\(path.visible): they are listed in \(target.visible); see registry void-\(lacking.noun.plural)")
        } catch {
            // The import stands; what it lacks was told.
            Terminal.say("\(path.visible): \(Words.of(error))")
        }
    }

    /// 0 when all is in; 1 when part was refused; else the code of what was wrong.
    private static func end(_ reports: [FileReport]) throws {
        let refused = reports.filter { $0.outcome == .refused }
        guard let first = refused.first else {
            if reports.contains(where: { $0.counts.rejected > 0 }) { throw Failure(.unmet) }
            return
        }
        guard refused.count == reports.count else { throw Failure(.unmet) }
        throw Failure(first.refusal.map(code) ?? .dataRefused)
    }

    static func code(of refusal: FileRefusal) -> Failure.Code {
        switch refusal {
        case .missing: .inputMissing
        case .unreadable, .noRoom, .noTemporaryFile: .inputOutput
        default: .dataRefused
        }
    }
}

/// `NAME=VALUE`.
struct Assignment: ExpressibleByArgument, Hashable {
    let name: String
    let value: String

    init?(argument: String) {
        guard let sign = argument.lastIndex(of: "="), sign != argument.startIndex else { return nil }
        name = String(argument[..<sign])
        value = String(argument[argument.index(after: sign)...])
    }
}

/// The character between two cells, by its name or itself.
struct Delimiter: ExpressibleByArgument, Hashable {
    let byte: UInt8

    init?(argument: String) {
        guard let byte = DelimiterName.byte(argument) else { return nil }
        self.byte = byte
    }
}

extension RejectCeiling: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { description }
}

extension FullSpan: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) + ["utf-16", "gbk", "gb2312"] }
}

extension MoneyUnit: ExpressibleByArgument {
    public init?(argument: String) { self.init(word: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension DayFormat: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { description }
}
