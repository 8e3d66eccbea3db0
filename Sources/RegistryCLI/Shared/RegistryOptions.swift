import ArgumentParser
import Registry
import RegistryStore
import SQLite
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Where the registry is.
struct RegistryPlace: ParsableArguments {
    static let help: ArgumentHelp =
        "The registry's file (default: $REGISTRY_DB, else $XDG_DATA_HOME/registry/registry.sqlite)."

    @Option(name: .customLong("db"), help: Self.help, completion: .file())
    var path: String?

    var resolved: String { Self.resolve(path) }

    static func resolve(_ path: String?) -> String {
        if let path { return path }
        if let named = environment("REGISTRY_DB") { return named }
        return
            "\(environment("XDG_DATA_HOME") ?? "\(environment("HOME") ?? ".")/.local/share")/registry/registry.sqlite"
    }

    /// For the default place, which is the program's own; any other folder is the user's to make.
    static func makeFolders(of path: String) {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/\(part)"
            mkdir(folder, 0o700)
        }
    }

    func openForReading() throws -> Ledger {
        let ledger = try Ledger(at: resolved, for: .readOnly)
        try ledger.wait(with: Patience(seconds: 10) { _ in })
        // All that is read is of one state, so that a total and the change it names belong together.
        do throws(SQLiteError) { try ledger.connection.begin(.deferred) } catch { throw StoreError.sqlite(error) }
        return ledger
    }
}

/// What every command that writes takes. It names `--db` itself: a group within a group would cost each start.
struct WritingOptions: ParsableArguments {
    @Option(name: .customLong("db"), help: RegistryPlace.help, completion: .file())
    var path: String?

    @Option(help: "Who makes the change (default: $REGISTRY_ACTOR, else the login name).")
    var actor: String?

    @Flag(help: "Do everything, show what it would do, and take it back.")
    var dryRun = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Seconds to wait for another writer (default: 600).", valueName: "seconds"),
        transform: WholeNumber.told(WritingTerms.waits))
    var wait = WritingTerms.usualWait

    var terms: WritingTerms { WritingTerms(path: path, actor: actor, isDryRun: dryRun, wait: wait) }

    func open(while goesOn: @escaping @Sendable () -> Bool = { true }) throws -> Ledger {
        try terms.open(while: goesOn)
    }
    func author(reason: String? = nil) throws -> Author { try terms.author(reason: reason) }
}

struct FormatOption: ParsableArguments {
    static let help: ArgumentHelp = "How rows are printed: table, json, jsonl, csv or markdown."

    @Option(help: Self.help)
    var format: RowFormat = .table
}

/// Spelled out, since what the parser would do by itself looks through all types of the program first.
extension RowFormat: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}
