import ArgumentParser
import RegistryReports
import RegistryStore
import SQLite
import Spreadsheets

struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring an older registry up to this program's schema; a copy is kept first.",
        discussion: """
            EXAMPLES
              registry migrate --status
              registry migrate
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Flag(help: "Only list the migrations: which were applied, and when.")
    var status = false

    func run() throws {
        guard status else {
            guard let done = try Ledger.migrate(at: place.resolved) else {
                return try Terminal.show("nothing to do: version \(Migrator.known)")
            }
            return try Terminal.show(
                "migrated from version \(done.before) to \(Migrator.known); the registry as it was is kept as \(done.copy)"
            )
        }
        var rows = rowWriter(for: output.format, to: Terminal.standardOutput(), width: Terminal.width)
        try rows.begin([Column("migration"), Column("applied_at"), Column("sha256")])
        for step in try Ledger.migrationSteps(at: place.resolved) {
            try rows.row([.text(step.name), step.appliedAt.map(Cell.text) ?? .null, .text(step.sha256)])
        }
        try rows.end()
    }
}
