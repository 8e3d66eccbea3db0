import ArgumentParser
import Registry
import RegistryProof
import RegistryReports
import RegistryStore
import Spreadsheets

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that the registry is what was recorded: seals, totals, references, rules, schema, file.",
        discussion: """
            EXAMPLES
              registry verify
              registry verify --against checkpoint.json
              registry verify --files --format json

            Everything is computed anew from what the file holds. Every failure is a row; the exit code is 1 where there
            is any. Its column is empty where nothing tells which of them was altered. A checkpoint that was kept
            elsewhere proves the history up to it, even against somebody who computed all seals anew. Only a checkpoint
            proves the end: changes taken off the end with all they recorded leave a sound older registry behind.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Option(
        help: ArgumentHelp(
            "A checkpoint of this registry that was kept elsewhere; - is standard input.", valueName: "file"),
        completion: .file())
    var against: String?

    @Flag(help: "Read and hash the kept files again too.")
    var files = false

    func run() throws {
        let checkpoint = try against.map { try CheckpointFile(path: $0).read() }
        let ledger = try Ledger(forProofAt: place.resolved, waitingWith: Patience(seconds: 10) { _ in })
        let verification = Verification(ledger)
        let findings = try verification.run(against: checkpoint, withFiles: files)
        if findings.isEmpty, output.format == .table {
            return try Terminal.show(Words.proven(verification.extent, withFiles: files, against: checkpoint))
        }
        var rows = SpokenRows(output.format)
        try rows.begin(Finding.columns)
        for finding in findings { try rows.row(finding.cells) }
        try rows.endAndTell()
        guard findings.isEmpty else { throw Failure(.unmet, Words.unproven(findings.count, verification.extent)) }
        Terminal.say(Words.proven(verification.extent, withFiles: files, against: checkpoint))
    }
}
