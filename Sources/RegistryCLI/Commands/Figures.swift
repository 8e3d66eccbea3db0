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
    @Argument(help: "The file; - is standard input.", completion: .file()) var file: String

    func run() throws {
        let ledger = try writing.open()
        let importer = FigureImporter(ledger, author: try writing.author())
        let report = try writing.terms.perform(on: ledger) { () throws(StoreError) in try importer.run(file) }
        if let refusal = report.refusal {
            let code: Failure.Code = if case .missing = refusal { .inputMissing } else { .dataRefused }
            throw Failure(code, Words.file(file, Words.of(refusal)))
        }
        ImportTalk.say(report.rejections, path: file)
        guard report.rejections.isEmpty else { throw Failure(.dataRefused) }
        try Terminal.show(Words.figures(report.counts, change: report.receipt?.change))
    }
}

struct FiguresList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the published figures.")

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    func run() throws {
        let figures = try place.openForReading().figures()
        var rows = SpokenRows(output.format)
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
        try rows.endAndTell()
    }
}

struct FiguresPublish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Record the totals of a day as published from here, with the seal they stand on.")

    @OptionGroup var writing: WritingOptions

    @Option(help: "The day of the totals.", transform: Day.told) var asOf: Day
    @Option(help: "Where they are published.") var source: String

    func run() throws {
        let ledger = try writing.open()
        let day = try asOf.checkedAsOf(today: ledger.today)
        let author = try writing.author()
        let receipt = try writing.terms.perform(on: ledger) { () throws(StoreError) in
            try ledger.publish(asOf: day, source: source, by: author)
        }
        guard let receipt else { return try Terminal.show(Words.publishedAlready(day)) }
        try Terminal.show(Words.publishedTotals(day, change: writing.dryRun ? nil : receipt.change))
    }
}
