import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "One page to publish or to mail: figures, curves, parts, the last night, corrections, and the seal.",
        discussion: """
            EXAMPLES
              registry report --output today.html
              registry report --as-of 2022-06-21 --lang zh --output 2022-06-21.html
              registry report --as-of 2022-06-21 --format markdown

            The page holds all it needs and asks no network. Corrections are told since the state that --since names, else \
            since our newest publication (figures publish), else since the day on which others last published. With --as-published \
            the headline figures are those that were published of the day, as they were printed, each beside the computed one \
            where they differ; the rest is computed, from the very state that was published where it was published from here. \
            A report that has the name of the output is replaced, nothing else is.
            """)

    @OptionGroup var place: RegistryPlace

    @Option(help: "What had happened by the end of this day (default: today).", transform: Day.told)
    var asOf: Day?

    @Option(help: TimesOptions.knownAtHelp)
    var knownAt: String?

    @Option(help: "As it was published of this day.", transform: Day.told)
    var asPublished: Day?

    @Option(help: "Corrections after this state, told as --known-at is.")
    var since: String?

    @Option(
        name: [.long, .customShort("o")],
        help: ArgumentHelp("Where it is written (default: standard output).", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: "html or markdown (default: as the output's name ends, else html).")
    var format: PageForm?

    func validate() throws {
        if asOf != nil, asPublished != nil {
            throw ValidationError(ReportWords.publishedOfItsDay)
        }
    }

    func run() throws {
        let form = try PageForm.chosen(format, for: output)
        let ledger = try place.openForReading()
        let target = output.flatMap { $0 == "-" ? nil : $0 }
        if let target { try OutputPlace(path: target).check(for: ledger, isEarlier: Self.isReport) }
        let basis = try ReportBasis(
            of: ledger, asOf: asOf, asPublished: asPublished, knownAt: knownAt, since: since)
        let text = try form.text(of: Self.page(basis, as: form))
        guard let target else {
            let sink = Terminal.standardOutput()
            try sink.write(text)
            return try sink.flush()
        }
        try OutputPlace(path: target).write(Array(text.utf8), replacing: true)
        Terminal.say(ReportWords.written(target, basis.moment))
    }

    static func page(_ basis: ReportBasis, as form: PageForm) throws -> ReportPage {
        var page = ReportPage(
            language: Language.current == .chinese ? "zh-CN" : "en", title: basis.say(ReportWords.title(basis.asOf)),
            lead: basis.say(ReportWords.lead))
        let spread = try basis.ledger.dealSpread(asOf: basis.asOf, knownAt: basis.moment, largest: 10)
        page.sections = [
            try basis.headline(), try basis.curves(), try basis.parts(), basis.concentration(spread),
            basis.regions(spread), try basis.night(now: Int(time(nil))), try basis.corrections(),
            basis.computed(as: form),
        ].filter { !$0.isEmpty }
        return page
    }

    /// Whether a file begins as a report does.
    private static func isReport(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(600), as: UTF8.self)
        return text.contains("<meta name=\"generator\" content=\"\(PageForm.mark)\">")
            || text.hasPrefix("<!-- \(PageForm.mark) -->")
    }
}

extension PageForm: ExpressibleByArgument, OutputForm {
    static var endings: [(ending: String, form: PageForm)] {
        [("html", .html), ("htm", .html), ("md", .markdown), ("markdown", .markdown)]
    }
    static var usual: PageForm { .html }

    public init?(argument: String) { self.init(rawValue: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
