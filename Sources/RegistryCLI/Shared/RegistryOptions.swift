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

    @Option(name: .customLong("db"), help: Self.help)
    var path: String?

    var resolved: String { Self.resolve(path) }

    static func resolve(_ path: String?) -> String {
        if let path { return path }
        if let named = environment("REGISTRY_DB") { return named }
        return
            "\(environment("XDG_DATA_HOME") ?? "\(environment("HOME") ?? ".")/.local/share")/registry/registry.sqlite"
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
    @Option(name: .customLong("db"), help: RegistryPlace.help)
    var path: String?

    @Option(help: "Who makes the change (default: $REGISTRY_ACTOR, else the login name).")
    var actor: String?

    @Flag(help: "Do everything, show what it would do, and take it back.")
    var dryRun = false

    @Option(help: ArgumentHelp("Seconds to wait for another writer.", valueName: "seconds"))
    var wait = 600

    mutating func validate() throws {
        guard (0...86_400).contains(wait) else { throw ValidationError("--wait takes 0 to 86400 seconds.") }
    }

    func open() throws -> Ledger {
        let ledger = try Ledger(at: RegistryPlace.resolve(path), for: .readWrite)
        try ledger.wait(with: Patience(seconds: wait) { holder in Terminal.say(Words.waiting(for: holder)) })
        return ledger
    }

    func author(reason: String? = nil) throws -> Author {
        let words = CommandLine.arguments.dropFirst()
        // The command and its option names, without a value: who reads the changes need not see what was typed.
        var command = words.prefix { !$0.hasPrefix("-") }.prefix(words.first == "figures" ? 2 : 1).joined(
            separator: " ")
        for word in words where word.hasPrefix("--") && word.count > 2 {
            command += " \(word.prefix { $0 != "=" })"
        }
        let login = loginName()
        let claimed = actor ?? environment("REGISTRY_ACTOR") ?? login
        guard !claimed.isEmpty, !claimed.contains(where: \.isNewline) else {
            throw Failure(.misuse, "--actor needs a name on one line")
        }
        return Author(
            actor: claimed, login: login, uid: Int64(getuid()), host: hostName(), command: command, reason: reason)
    }

    private func loginName() -> String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid-\(getuid())" }
        return String(cString: name)
    }

    private func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
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

/// A variable that is set to something.
func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
}
