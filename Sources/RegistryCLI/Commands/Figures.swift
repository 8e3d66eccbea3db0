import ArgumentParser
import Registry
import RegistryImport
import RegistryReports
import RegistryStore
import Spreadsheets

struct Figures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "Published figures, and whether the registry's totals hold them.",
        discussion: """
            EXAMPLES
              registry figures import published-figures.csv
              registry figures check
              registry figures publish --as-of 2022-06-21 --source 'annual report 2022'
            """,
        subcommands: [FiguresImport.self, FiguresList.self, FiguresCheck.self, FiguresPublish.self])
}

struct FiguresImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import published figures; a corrected one keeps its old version.",
        discussion: "The headings are as_of, metric, comparison, value, unit, published_on, source.")

    @OptionGroup var writing: WritingOptions
    @Argument(help: "The file; - is standard input.") var file: String

    func run() throws {
        let ledger = try writing.open()
        let importer = FigureImporter(ledger, author: try writing.author())
        let report =
            writing.dryRun
            ? try ledger.rehearse { () throws(StoreError) in try importer.run(file) } : try importer.run(file)
        if let refusal = report.refusal {
            let code: Failure.Code = if case .missing = refusal { .inputMissing } else { .dataRefused }
            throw Failure(code, "\(file.visible): \(Words.of(refusal))")
        }
        ImportTalk.say(report.rejections, path: file)
        guard report.rejections.isEmpty else { throw Failure(.dataRefused) }
        let counts = report.counts
        let change = report.receipt.map { ", change \($0.change)" } ?? ""
        try Terminal.show(
            "figures: \(counts.read) read = \(counts.new) new + \(counts.changed) changed + \(counts.unchanged) unchanged"
                + change)
    }
}

struct FiguresList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the published figures.")

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    func run() throws {
        let figures = try place.openForReading().figures()
        var rows = rowWriter(for: output.format, to: Terminal.standardOutput(), width: Terminal.width)
        try rows.begin(
            [
                "as_of", "metric", "comparison", "value", "unit", "published_on", "origin", "earlier_versions",
                "change", "source",
            ]
            .map { Column($0, alignment: ["value", "earlier_versions", "change"].contains($0) ? .right : .left) })
        for kept in figures {
            let figure = kept.figure
            try rows.row([
                .text("\(figure.asOf)"), .text(figure.metric.rawValue), .text(figure.comparison.rawValue),
                .decimal(figure.value.description.replacing(",", with: "")), .text("\(figure.unit)"),
                .text("\(figure.publishedOn)"), .text(kept.isOwn ? "own" : "reported"), .integer(kept.earlierVersions),
                .integer(kept.change), .text(figure.source),
            ])
        }
        for notice in try rows.end() { Terminal.say(Words.of(notice)) }
    }
}

struct FiguresCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Set each published figure beside the computed one; exit 1 when one is off.")

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Option(help: "As the registry knew it then.")
    var knownAt: String?

    func run() throws {
        let ledger = try place.openForReading()
        let moment = try knownAt.map { text throws(StoreError) in try ledger.moment(knownAt: text) }
        let checks = try ledger.figures().map { kept throws(StoreError) in
            let totals = try ledger.totals(asOf: kept.figure.asOf, knownAt: moment)
            let total = totals[kept.figure.metric.measure] ?? Total()
            return FigureView(kept.figure, computed: kept.figure.metric.value(of: total))
        }
        do throws(WriteError) {
            if output.format == .json || output.format == .jsonl {
                try showObjects(checks)
            } else {
                try showRows(checks)
            }
        } catch {
            // Nobody reads any more; the verdict is still told by the exit code.
            guard error == .brokenPipe else { throw error }
        }
        if checks.isEmpty { Terminal.say("no figures; import some with registry figures import FILE") }
        let off = checks.filter { !$0.verdict.holds }.count
        guard off == 0 else { throw Failure(.unmet, "\(off) of \(checks.count) figures are off") }
    }

    private func showObjects(_ checks: [FigureView]) throws(WriteError) {
        let sink = Terminal.standardOutput()
        let isArray = output.format == .json
        if isArray { try sink.write("[\n") }
        for (place, check) in checks.enumerated() {
            try sink.write(check.object().bytes)
            try sink.write(isArray && place + 1 < checks.count ? ",\n" : "\n")
        }
        if isArray { try sink.write("]\n") }
        try sink.flush()
    }

    private func showRows(_ checks: [FigureView]) throws(WriteError) {
        var rows = rowWriter(for: output.format, to: Terminal.standardOutput(), width: Terminal.width)
        try rows.begin(
            ["as_of", "metric", "comparison", "published", "computed", "unit", "verdict"]
                .map { Column($0, alignment: ["published", "computed"].contains($0) ? .right : .left) })
        for check in checks {
            let figure = check.figure
            try rows.row([
                .text("\(figure.asOf)"), .text(figure.metric.rawValue), .text(figure.comparison.rawValue),
                .decimal(figure.value.description), .decimal(check.computed), .text("\(figure.unit)"),
                .text(check.verdict.rawValue),
            ])
        }
        for notice in try rows.end() { Terminal.say(Words.of(notice)) }
    }
}

struct FiguresPublish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Record the totals of a day as published from here, with the seal they stand on.")

    @OptionGroup var writing: WritingOptions

    @Option(help: "The day of the totals.") var asOf: Day
    @Option(help: "Where they are published.") var source: String

    func run() throws {
        let ledger = try writing.open()
        let day = try asOf.checkedAsOf(today: ledger.today)
        let author = try writing.author()
        let receipt =
            writing.dryRun
            ? try ledger.rehearse { () throws(StoreError) in try ledger.publish(asOf: day, source: source, by: author) }
            : try ledger.publish(asOf: day, source: source, by: author)
        guard let receipt else { return try Terminal.show("nothing new: the figures of \(day) stand as published") }
        let change = writing.dryRun ? "would be published" : "are published, change \(receipt.change)"
        try Terminal.show("the totals as of \(day) \(change)")
    }
}
