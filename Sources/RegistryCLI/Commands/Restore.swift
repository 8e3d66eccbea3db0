import ArgumentParser
import RegistryStore

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "restore", abstract: "Put a backup in the registry's place, verified before and after.",
        discussion: """
            EXAMPLES
              registry restore /backup/exchange/exchange-20261125T021503Z-79.sqlite
              registry restore before.sqlite --db exchange.sqlite --force

            A registry that is there is never overwritten: with --force it is set aside and kept. The imported files that \
            lie with the backup come along.
            """)

    @OptionGroup var place: RegistryPlace

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
    var backup: String

    @Flag(help: "Set a registry that is there aside, and keep it beside the restored one.")
    var force = false

    @Flag(help: "Verify the backup and say what would be done.")
    var dryRun = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Seconds to wait for those who use the registry that is there (default: 600).", valueName: "seconds"),
        transform: WholeNumber.told(WritingTerms.waits))
    var wait = WritingTerms.usualWait

    func run() throws {
        let path = place.resolved
        if dryRun {
            try Ledger.requireRestorable(backup, to: path, isReplacing: force, Inspecting.all)
            return try Terminal.show(Words.wouldRestore(path, from: backup))
        }
        if place.path == nil, environment("REGISTRY_DB") == nil { RegistryPlace.makeFolders(of: path) }
        let receipt = try Ledger.restore(
            backup, to: path, isReplacing: force,
            patience: Patience(seconds: wait) { holder in Terminal.say(Words.waiting(for: holder)) }, Inspecting.all)
        try Terminal.show(Words.restored(receipt.copy))
        if receipt.files.copied > 0 { Terminal.say(Words.keptFiles(copied: receipt.files.copied)) }
        Inspecting.say(lost: receipt.files.lost)
        if let version = receipt.olderVersion {
            Terminal.say(Words.olderVersion(version, shellQuoted(path)))
        }
        guard let replaced = receipt.replaced else { return }
        Terminal.say(Words.keptAside(replaced))
        Terminal.say(Words.takeBack("restore \(shellQuoted(replaced)) --db \(shellQuoted(path)) --force"))
    }
}
