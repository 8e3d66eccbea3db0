#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Where a backup is made before it has its name: `exchange.sqlite.backup-4711`, beside its place.
///
/// As long as it is at work it holds a shared lock on the folder, which the system gives up when the process ends, however
/// that comes. So who gets the folder for itself alone knows that nobody is at work there, and takes away what backups left
/// that were killed.
final class UnfinishedBackup {
    let path: String
    private let lock: Int32

    /// - Parameters:
    ///   - registry: the registry's own name in the folder.
    ///   - files: where kept files are put; nil where none are.
    /// - Throws: ``StoreError/cannotCreate(path:errno:)`` for a folder that cannot be read.
    init(of registry: String, files: FileStore?) throws(StoreError) {
        let folder = FileSystem.folder(of: registry)
        path = Self.name(beside: registry)
        lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw .cannotCreate(path: folder, errno: errno) }
        if flock(lock, LOCK_EX | LOCK_NB) == 0 {
            Self.sweep(folder) { "\(folder)/\($0)" == registry }
            for part in files.map({ FileSystem.names(in: $0.folder) }) ?? [] {
                if let files { Self.sweep("\(files.folder)/\(part)") { $0.hasSuffix(".gz") } }
            }
        }
        flock(lock, LOCK_SH)
    }

    deinit {
        flock(lock, LOCK_UN)
        close(lock)
    }

    /// What this process makes before it has its name.
    static func name(beside place: String) -> String { "\(place).backup-\(getpid())" }

    /// Takes away the files of a folder that were to get some name, with what SQLite puts beside them.
    private static func sweep(_ folder: String, _ isOwn: (Substring) -> Bool) {
        for name in FileSystem.names(in: folder) {
            guard let dot = name.lastIndex(of: "."), isOwn(name[..<dot]) else { continue }
            let ending = name[dot...]
            guard ending.hasPrefix(".backup-") else { continue }
            let number = ending.dropFirst(8)
            let rest = number.drop { ("0"..."9").contains($0) }
            if rest.startIndex > number.startIndex, rest.isEmpty || rest.first == "-" { unlink("\(folder)/\(name)") }
        }
    }
}
