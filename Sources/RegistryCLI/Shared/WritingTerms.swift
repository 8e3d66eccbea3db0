import RegistryStore
import SQLite

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Where a command writes, for whom, and how long it waits: what ``WritingOptions`` were told.
struct WritingTerms {
    static let usualWait = 600
    static let waits = 0...86_400

    var path: String?
    var actor: String?
    var isDryRun = false
    /// In seconds.
    var wait = Self.usualWait

    func open(while goesOn: @escaping @Sendable () -> Bool = { true }) throws -> Ledger {
        let ledger = try Ledger(at: RegistryPlace.resolve(path), for: .readWrite)
        try ledger.wait(
            with: Patience(seconds: wait, while: goesOn) { holder in Terminal.say(Words.waiting(for: holder), .notice) }
        )
        return ledger
    }

    /// Does what was asked for, or rehearses it.
    func perform<Result>(
        on ledger: Ledger, _ act: () throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        isDryRun ? try ledger.rehearse(act) : try act()
    }

    func author(reason: String? = nil) throws -> Author {
        let words = Invocation.current.words
        // The command and its option names, without a value: who reads the changes need not see what was typed.
        var command = words.prefix { !$0.hasPrefix("-") }.prefix(words.first == "figures" ? 2 : 1).joined(
            separator: " ")
        for word in words where word.hasPrefix("--") && word.count > 2 {
            command += " \(word.prefix { $0 != "=" })"
        }
        let login = loginName()
        let claimed = actor ?? environment("REGISTRY_ACTOR") ?? login
        guard !claimed.isEmpty, !claimed.contains(where: \.isNewline) else {
            throw Failure(.misuse, Words.actorNeedsName)
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
