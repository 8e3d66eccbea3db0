import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import SQLite
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

struct SQLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql", abstract: "Ask in SQL, which can only read; or ask a named report.",
        discussion: """
            EXAMPLES
              registry sql 'SELECT kind, count(*) AS deals FROM deals GROUP BY kind'
              registry sql 'SELECT code, title FROM deals WHERE signed_on >= :from' \\
                --param from=2022-06-01
              registry sql 'SELECT * FROM deals' --format csv --timeout 10m
              registry sql 'SELECT count(*) FROM listings' --known-at 4
              registry sql --list
              registry sql --named monthly --param from=2022-01

            One statement, over the views and tables of the registry. It reads, and nothing else: no write, no other file,
            no extension. It ends when its time is over, and takes at most 256 MiB; what it sorts or groups stays in memory, so that \
            a list without bounds is better taken as it comes. --known-at shows every view as the registry knew it then.

            A parameter is written :name. --param name=value gives it a text, --param name:=value a number. Each of a named \
            report has its own kind, which --list tells, and takes nothing else.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Argument(help: "A SELECT.")
    var statement: String?

    @Option(help: "Read the statement from this file; - is standard input.", completion: .file())
    var file: String?

    @Option(help: "Ask this report, one of registry sql --list.", completion: .namedReport)
    var named: String?

    @Flag(help: "List the named reports with their parameters.")
    var list = false

    @Option(
        help: ArgumentHelp("A value for a parameter; may be repeated.", valueName: "name=value"),
        transform: NamedValue.told)
    var param: [NamedValue] = []

    @Option(help: "How long it may take: 500ms, 30s, 10m, 1h (default: 30s).", transform: TimeSpan.told)
    var timeout = TimeSpan.usual

    @Option(help: TimesOptions.knownAtHelp)
    var knownAt: String?

    func validate() throws {
        let given = [statement != nil, file != nil, named != nil, list].count { $0 }
        if given != 1 { throw ValidationError(Words.oneQuestion) }
    }

    func run() throws {
        if list { return try ReportList.show(as: output.format) }
        let limit = TimeLimit(timeout)
        // Whatever runs then, in SQLite or elsewhere, runs no longer.
        limit.watch {
            Terminal.say("registry: " + Words.outOfTime(limit.span.milliseconds), .notice)
            _exit(Failure.Code.busy.rawValue)
        }
        let text = try chosenText()
        let values = try text.values(param)
        do throws(SQLiteError) { try Inquiry.limitMemory() } catch { throw StoreError.sqlite(error) }
        let ledger = try Ledger(at: place.resolved, for: .readOnly)
        try ledger.wait(with: Patience(seconds: 10) { _ in })
        let inquiry = try Inquiry(ledger) { [knownAt] ledger throws(StoreError) in
            try ledger.moment(knownAt: knownAt)
        } while: {
            !limit.isOver
        }
        var rows: AnswerRows?
        do throws(InquiryFault) {
            try inquiry.ask(text.sql, values) { names throws(InquiryFault) in
                rows = try AnswerRows(names, as: output.format)
            } row: { cells throws(WriteError) in
                try rows?.take(cells)
            }
            do throws(WriteError) { try rows?.finish() } catch { throw .output(error) }
        } catch {
            if case .output(let error) = error { throw error }
            throw Failure(error, of: text, limit: limit.span)
        }
        for given in param {
            if named == nil, let text = given.textOfNumber { Terminal.say(Words.textOfNumber(given.name, text)) }
        }
        for code in text.venues(in: param) {
            if let refusal = try VenueDirectory(ledger).refusal(of: code) {
                Terminal.say("registry: " + Words.of(refusal))
            }
        }
        Terminal.say(Words.answered(rows: rows?.count ?? 0, milliseconds: limit.elapsedMilliseconds))
    }

    private func chosenText() throws -> StatementText {
        if let file { return try StatementText(file: file) }
        guard let named else { return StatementText(typed: statement ?? "") }
        guard let report = NamedReport.named(named) else { throw Failure(.misuse, Words.noReport(named)) }
        return StatementText(report)
    }
}

extension SQLCommand {
    /// A statement may begin with a remark, which the parser would take for an option: it gets a blank before it.
    static func statementAsWord(in words: [String]) -> [String] {
        guard words.first == "sql" else { return words }
        return words.map { word in
            let name = word.prefix { $0 != "=" }
            return word.hasPrefix("--") && name.contains(where: \.isWhitespace) ? " \(word)" : word
        }
    }
}
