import ArgumentParser
import Registry
import RegistryImport
import RegistryStore
import Spreadsheets

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: """
            Import files of venues, parties, intentions, listings, demands, deals, contract registrations, instalments, payments, certificates and services, or a calendar, each whole or not at all.
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
            intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services. All that is wrong with a file is reported as FILE:ROW:COLUMN, and then none of it is recorded.

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

    @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "file"), completion: .file())
    var files: [String] = []

    @OptionGroup(title: "The night") var inbox: InboxOptions

    @OptionGroup var file: FileOptions

    func validate() throws {
        try inbox.validate(files: files, hasOptionsOfAFile: file.isGiven)
        try file.validate(fileCount: files.count)
    }

    func run() throws {
        if let folder = inbox.inbox { return try runNight(over: folder) }
        let tried = try file.profile.map { try ProfileFile.read($0, venue: file.venue) }
        let ledger = try writing.open()
        try file.checkOutputs(for: ledger, reading: files)
        var importer = Importer(ledger, author: try writing.author(), trying: tried)
        importer.acceptance = file.acceptValid ? .valid(file.maxRejects) : .whole
        importer.wording = { Words.inBoth($0) }
        importer.sheets = file.rejects
        let options = try file.importOptions(trying: tried, today: ledger.today)
        let calendar = file.kind == .calendar ? CalendarImporter(ledger, author: try writing.author()) : nil
        if calendar == nil { try ledger.prepareForManyRows() }
        var reports: [FileReport] = []
        var failure: StoreError?
        var isListLacking = false
        let importAll = { () throws(StoreError) in
            for path in calendar == nil ? importer.ordered(files, options) : files {
                do throws(StoreError) {
                    ImportProgress.begin(importer.watch, path: path)
                    defer { ImportProgress.end() }
                    let report =
                        if let calendar { try calendar.run(path, options) } else { try importer.run(path, options) }
                    ImportTalk.say(report, path: path, isDryRun: writing.dryRun)
                    reports.append(report)
                    try publish(report, path)
                    if !writeMissing(report, of: ledger, path) { isListLacking = true }
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
        if isListLacking { throw Failure(.unmet) }
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
    private func publish(_ report: FileReport, _ path: String) throws(StoreError) {
        guard let sheets = report.sheets, let rejects = file.rejects else { return }
        let (csv, workbook) = ("\(rejects).csv", "\(rejects).xlsx")
        try sheets.publish(csv: csv, workbook: workbook)
        Terminal.say(
            Words.file(path, Words.written(sheets, csv: csv, workbook: workbook, isWhole: report.outcome == .refused)))
    }

    /// Writes what a complete file lacks: where it was asked for, else beside the file.
    ///
    /// - Returns: false where it cannot be written.
    private func writeMissing(_ report: FileReport, of ledger: Ledger, _ path: String) -> Bool {
        guard let lacking = report.missing, lacking.count > 0, file.missing != nil || path != "-" && !writing.dryRun
        else { return true }
        let target = file.missing ?? MissingFile.name(beside: path)
        do throws(StoreError) {
            try MissingFile.list(lacking, of: ledger, lackedBy: path, in: target)
            return true
        } catch {
            // The import stands; what it lacks was told.
            Terminal.say(Words.file(path, Words.of(error)))
            return false
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
