import ArgumentParser
import Registry
import RegistryProof
import RegistryStore
import Spreadsheets

struct CheckpointCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "The newest seal with the totals, as a small JSON document to keep elsewhere or to publish.",
        discussion: """
            EXAMPLES
              registry checkpoint
              registry checkpoint --output /media/usb/2026-11-23.json
              registry verify --against /media/usb/2026-11-23.json
            """)

    @OptionGroup var place: RegistryPlace

    @Option(help: "The day of the totals (default: today).", transform: Day.told)
    var asOf: Day?

    @Option(
        name: [.long, .customShort("o")],
        help: ArgumentHelp("Where it is written (default: standard output).", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Replace the checkpoint that has this name.")
    var force = false

    func run() throws {
        let ledger = try place.openForReading()
        let day = try (asOf ?? ledger.today).checkedAsOf(today: ledger.today)
        guard let checkpoint = try Checkpoint(of: ledger, asOf: day) else {
            throw Failure(.inputOutput, Words.noChange)
        }
        guard let output, output != "-" else {
            let sink = Terminal.standardOutput()
            try sink.write(String(decoding: checkpoint.document, as: UTF8.self))
            return try sink.flush()
        }
        let place = OutputPlace(path: output)
        if force { try place.check(for: ledger) { (try? Checkpoint($0)) != nil } }
        try place.write(checkpoint.document, replacing: force)
        try Terminal.show(Words.kept(checkpoint, at: output))
    }
}
