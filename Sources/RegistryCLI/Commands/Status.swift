import ArgumentParser
import RegistryReports
import RegistryStore
import Spreadsheets

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say how the registry stands: its changes, and what waits for a review.",
        discussion: """
            EXAMPLES
              registry status
              registry status --format json
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    func run() throws {
        let ledger = try place.openForReading()
        let counts = try ledger.correctionCounts()
        let newest = try ledger.newestMoment()
        let values: [(name: String, value: Cell)] = [
            ("changes", .integer(counts.changes)), ("change", newest.map { .integer($0.change) } ?? .null),
            ("known_at", newest.map { .text($0.recordedAt) } ?? .null),
            ("seal", newest.map { .text($0.seal) } ?? .null), ("corrections", .integer(counts.corrections)),
            ("unreviewed", .integer(counts.unreviewed)),
        ]
        let isForPeople = output.format == .table || output.format == .markdown
        var rows = rowWriter(
            for: output.format == .json ? .jsonl : output.format, to: Terminal.standardOutput(), width: Terminal.width)
        if isForPeople {
            try rows.begin([Column("status"), Column("value", heading: "")])
            for value in values { try rows.row([.text(value.name), .text(value.value.plainText)]) }
        } else {
            try rows.begin(values.map { Column($0.name) })
            try rows.row(values.map(\.value))
        }
        try rows.end()
        if counts.unreviewed > 0 { Terminal.say("see registry list corrections --unreviewed") }
    }
}
