import Registry

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How the backups of a registry are called in a folder: `exchange-20261125T021503Z-79.sqlite`, with the kept files of all
/// of them in `exchange.sqlite.files`.
struct BackupNames {
    private let stem: Substring
    private let ending: Substring

    init(of registry: String) {
        let name = registry.split(separator: "/").last ?? "registry"
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        stem = name[..<dot]
        ending = name[dot...]
    }

    /// The registry's own name in a folder.
    func registry(in folder: String) -> String { "\(folder)/\(stem)\(ending)" }

    /// A name by the second that nothing has yet; waits for the next second where something has.
    func free(in folder: String, change: Int64) -> String {
        while true {
            let path = "\(folder)/\(stem)-\(Self.time())-\(change)\(ending)"
            if access(path, F_OK) != 0 { return path }
            usleep(50_000)
        }
    }

    /// Now, as it stands in a name: `20261125T021503Z`.
    static func time() -> String {
        Stamp.next(after: nil).description.filter { $0 != "-" && $0 != ":" }.prefix(15) + "Z"
    }

    /// A name beside a registry for the one that it replaces.
    static func aside(_ path: String) -> String {
        while true {
            let name = "\(path).replaced-\(time())"
            if access(name, F_OK) != 0 { return name }
            usleep(50_000)
        }
    }

    /// Takes away the older backups of this registry's name, beyond a number that stays.
    func removeOlder(in folder: String, keeping number: Int, newest: String) -> [String] {
        let others = FileSystem.names(in: folder).filter { "\(folder)/\($0)" != newest }
        let own = others.compactMap(BackupName.init).filter { $0.stem == stem && $0.ending == ending }
        let older = own.sorted { ($0.time, $0.change) > ($1.time, $1.change) }.dropFirst(number - 1)
        let paths: [String] = older.map { "\(folder)/\($0.name)" }
        let removed = paths.filter { path in unlink(path) == 0 }
        if !removed.isEmpty { FileSystem.sync(folder: folder) }
        return removed
    }
}

/// The name of a backup in a folder, taken apart; nil for any other file's.
struct BackupName {
    let name: String
    let stem: Substring
    let ending: Substring
    let time: Substring
    let change: Int64

    init?(_ name: String) {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let parts = name[..<dot].split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count > 2, let time = parts.dropLast().last, time.utf8.count == 16,
            time.utf8.enumerated().allSatisfy({ place, byte in
                byte == (place == 8 ? 0x54 : place == 15 ? 0x5A : byte)
                    && (place == 8 || place == 15 || 0x30...0x39 ~= byte)
            }), let number = parts.last, number.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let change = Int64(number)
        else { return nil }
        self.name = name
        stem = name[..<time.startIndex].dropLast()
        ending = name[dot...]
        self.time = time
        self.change = change
    }
}
