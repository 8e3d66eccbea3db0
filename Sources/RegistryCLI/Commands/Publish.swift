import ArgumentParser
import RegistryStore

struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "publish",
        abstract: "Write a snapshot that everybody may read: for Datasette, DuckDB, spreadsheets.",
        discussion: """
            EXAMPLES
              registry publish /srv/public/exchange.sqlite

            One file of mode 444 without a log, which any login reads in a folder that it may not write. The snapshot that \
            was there is replaced at once; who reads it goes on reading it.
            """)

    @OptionGroup var place: RegistryPlace

    @Argument(help: ArgumentHelp("The snapshot.", valueName: "file"), completion: .file())
    var snapshot: String

    @Flag(help: "Only say what it would do.")
    var dryRun = false

    func run() throws {
        let ledger = try place.openForReading()
        guard !dryRun else {
            try Ledger.requireReplaceable(snapshot)
            return try Terminal.show(Words.wouldPublish(ledger.path, as: snapshot))
        }
        try Terminal.show(Words.published(try ledger.publish(as: snapshot)))
    }
}
