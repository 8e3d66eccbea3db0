import ArgumentParser
import Registry
import RegistryProof
import RegistryStore

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "The auditor's pack: the sealed lines, to be checked with sha256sum and any SQLite tool.",
        discussion: """
            EXAMPLES
              registry pack --output exchange.tar
              registry pack --known-at 2026-06-30 --output exchange-2026-06-30.tar

            The registry is verified first. The archive holds for each change its seal and the rows that it recorded and \
            changed, as the very lines that were sealed, the checkpoint, and a README that tells how to check them.
            """)

    @OptionGroup var place: RegistryPlace

    @Option(help: TimesOptions.knownAtHelp)
    var knownAt: String?

    @Option(help: ArgumentHelp("The archive, a new file.", valueName: "file"), completion: .file())
    var output: String

    @Flag(help: "Verify the registry and say what would be written.")
    var dryRun = false

    func run() throws {
        let ledger = try Ledger(forProofAt: place.resolved, waitingWith: Patience(seconds: 10) { _ in })
        let moment = try ledger.moment(knownAt: knownAt) ?? ledger.newestMoment()
        guard let moment else { throw Failure(.inputOutput, Words.noChange) }
        try Pack.requireFree(output)
        let findings = try Inspecting.all(ledger)
        if findings > 0 { throw Failure(.unmet, Words.notPacked(findings)) }
        guard !dryRun else { return try Terminal.show(Words.wouldPack(ledger.path, change: moment.change)) }
        let extent = try Pack(of: ledger, knownAt: moment).write(to: output, asOf: ledger.today)
        try Terminal.show(Words.packed(extent, moment, as: output))
    }
}
