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
                return try Terminal.show(Words.isOfVersion(Migrator.known))
            }
            return try Terminal.show(Words.migrated(from: done.before, to: Migrator.known, copy: done.copy))
        }
        var rows = SpokenRows(output.format)
        try rows.begin([Column("migration"), Column("applied_at"), Column("sha256")])
        for step in try Ledger.migrationSteps(at: place.resolved) {
            try rows.row([.text(step.name), step.appliedAt.map(Cell.text) ?? .null, .text(step.sha256)])
        }
        try rows.end()
    }
}
