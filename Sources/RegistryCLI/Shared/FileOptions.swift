import ArgumentParser
import Registry
import RegistryImport
import RegistryStore
import Spreadsheets

/// What `import` is told of the files that it is given: how they are read, and what is done with their rows.
struct FileOptions: ParsableArguments {
    @Option(
        help:
            "What the rows are: venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates or services (default: as the headings tell); or calendar."
    )
    var kind: ImportKind?

    @Option(help: "The venue whose files they are, and of rows that name none.", completion: .venueCode)
    var venue: String?

    @Option(
        help: ArgumentHelp("A profile to read them by, in the place of the one kept of the venue.", valueName: "file"),
        completion: .file())
    var profile: String?

    @Option(
        help: ArgumentHelp("The field that a heading of the file means (repeatable).", valueName: "heading=field"),
        transform: Assignment.told)
    var column: [Assignment] = []

    @Option(
        help: ArgumentHelp("A field that all rows have alike (repeatable).", valueName: "field=value"),
        transform: Assignment.told)
    var set: [Assignment] = []

    @Option(help: "What a number without a unit means: yuan, qian, wan or yi.")
    var unit: MoneyUnit?

    @Option(
        help: ArgumentHelp(
            "How days are written where the year is not first: dmy, mdy, or as dd-MMM-yy.", valueName: "pattern"),
        transform: DayFormat.told)
    var dateFormat: DayFormat?

    @Option(
        help: ArgumentHelp(
            "The day from which amounts of deals hold that the files change: an amendment, so that the totals of earlier days stand.",
            valueName: "day"), transform: Day.told)
    var effectiveOn: Day?

    @Option(
        help:
            "The files are complete for the months or years of their rows, or for all: month, year or all. What they lack is told, and stays."
    )
    var full: FullSpan?

    @Option(
        help: ArgumentHelp("Where to write the records that a complete file lacks, as CSV.", valueName: "file"),
        completion: .file())
    var missing: String?

    @Flag(help: "Take the valid rows of a file, keep the others as rejects, and end with 1.")
    var acceptValid = false

    @Option(
        help: ArgumentHelp(
            "With --accept-valid: how many rows may be rejected, as 20 or 1%; else none is taken (default: as the profile tolerates, else any number).",
            valueName: "ceiling"), transform: RejectCeiling.told)
    var maxRejects: RejectCeiling?

    @Option(
        help: ArgumentHelp(
            "Write the rejected rows into BASE.csv and BASE.xlsx, to be mended and imported as they are.",
            valueName: "base"), completion: .file())
    var rejects: String?

    @Option(help: ArgumentHelp("A heading whose cells make the code, with others (repeatable).", valueName: "heading"))
    var codeFrom: [String] = []

    @Option(help: "The encoding, where the file does not tell it: utf-8, utf-16, gb18030 (gbk), big5, shift-jis …")
    var encoding: TextEncoding?

    @Option(
        help: "What stands between cells: comma, semicolon, tab, bar or one character (default: as the headings tell).",
        transform: Delimiter.told)
    var delimiter: Delimiter?

    @Option(help: "The sheet of a workbook (default: the one whose headings are known).")
    var sheet: String?

    /// Told apart by the command that has these options, which the parser checks first.
    func validate(fileCount: Int) throws {
        if missing != nil, full == nil, venue == nil, profile == nil {
            throw ValidationError(Words.missingWithoutFull)
        }
        if missing != nil, fileCount > 1 { throw ValidationError(Words.oneFile("--missing")) }
        if rejects != nil, fileCount > 1 { throw ValidationError(Words.oneFile("--rejects")) }
        if maxRejects != nil, !acceptValid {
            throw ValidationError(Words.ceilingWithoutAcceptance)
        }
        if kind == .calendar { try validateCalendar() }
        for (name, assignments) in [("--column", column), ("--set", set)] {
            let keys = assignments.map(\.name)
            if let doubled = keys.first(where: { key in keys.filter { $0 == key }.count > 1 }) {
                throw ValidationError(Words.namedTwice(name, doubled))
            }
        }
    }

    private func validateCalendar() throws {
        guard venue == nil, profile == nil, set.isEmpty, unit == nil, codeFrom.isEmpty, effectiveOn == nil, full == nil,
            !acceptValid, rejects == nil
        else {
            throw ValidationError(Words.calendarOptions)
        }
        let fields = CalendarColumns.fields + [ImportOptions.noField]
        if let wrong = column.first(where: { !fields.contains($0.value) }) {
            throw ValidationError(Words.noCalendarField(wrong.value, fields))
        }
    }

    /// Whether anything was said that tells how one kind of file is read, which in an inbox its venue's profile does.
    var isGiven: Bool {
        kind != nil || venue != nil || !column.isEmpty || !set.isEmpty || unit != nil || dateFormat != nil
            || !codeFrom.isEmpty || encoding != nil || delimiter != nil || sheet != nil || profile != nil
            || effectiveOn != nil || full != nil || missing != nil || acceptValid || maxRejects != nil || rejects != nil
    }

    /// - Throws: where --missing or --rejects names what must not be written over.
    func checkOutputs(for ledger: Ledger, reading inputs: [String]) throws {
        if let missing {
            try OutputPlace(path: missing).check(for: ledger, reading: inputs, isEarlier: MissingFile.isEarlier)
        }
        guard let rejects else { return }
        // A workbook does not tell whose it is; one beside a CSV of ours is ours. What is read of that is read once.
        var isBesideOurs = false
        try OutputPlace(path: "\(rejects).csv").check(for: ledger, reading: inputs) { bytes in
            isBesideOurs = RejectSheets.isEarlierCSV(bytes)
            return isBesideOurs
        }
        try OutputPlace(path: "\(rejects).xlsx").check(for: ledger, reading: inputs) { _ in isBesideOurs }
    }

    /// - Parameter tried: the profile that the files are to be read by, where one was given.
    func importOptions(trying tried: VenueProfile?, today: Day) throws -> ImportOptions {
        if let effectiveOn, effectiveOn > today { throw Failure(.dataRefused, Words.future(effectiveOn, today: today)) }
        var options = ImportOptions()
        (options.noun, options.unit, options.dayFormat) = (kind?.noun, unit, dateFormat)
        options.venue = venue ?? tried?.venue
        options.columns = Dictionary(uniqueKeysWithValues: column.map { ($0.name, $0.value) })
        options.values = Dictionary(uniqueKeysWithValues: set.map { ($0.name, $0.value) })
        options.codeFrom = codeFrom
        (options.effectiveOn, options.full) = (effectiveOn, full)
        (options.form.encoding, options.form.delimiter, options.form.sheet) = (encoding, delimiter?.byte, sheet)
        return options
    }
}
