import ArgumentParser
import RegistryStore
import Spreadsheets

struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Record that you looked at a correction that another actor made (复核).",
        discussion: """
            EXAMPLES
              registry list corrections --unreviewed
              registry review 81 --actor 复核员
            """)

    @OptionGroup var writing: WritingOptions
    @OptionGroup var output: FormatOption

    @Option(help: "A remark; kept with the change.")
    var reason: String?

    @Argument(help: "Number of the change that corrected something.")
    var change: Int64

    func run() throws {
        let ledger = try writing.open()
        let author = try writing.author(reason: reason)
        let reviewed =
            writing.dryRun
            ? try ledger.rehearse { () throws(StoreError) in try ledger.review(change, by: author) }
            : try ledger.review(change, by: author)
        let receipt = writing.dryRun ? nil : reviewed
        switch output.format {
        case .table, .markdown, .csv:
            let done = receipt.map { "is reviewed by \(author.actor.visible), change \($0.change)" }
            try Terminal.show("change \(change) " + (done ?? "would be reviewed by \(author.actor.visible)"))
        case .json, .jsonl:
            var object = JSONObject()
            object.add("reviewed_change", .integer(change))
            object.add("reviewed_by", .text(author.actor))
            object.add("change", receipt.map { .integer($0.change) } ?? .null)
            object.add("recorded_at", receipt.map { .text($0.recordedAt) } ?? .null)
            object.add("seal", receipt.map { .text($0.seal) } ?? .null)
            object.add("dry_run", .boolean(writing.dryRun))
            try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
        }
    }
}
