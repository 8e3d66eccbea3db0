import ArgumentParser
import RegistryStore

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "backup", abstract: "Copy the registry, verified, while others go on writing.",
        discussion: """
            EXAMPLES
              registry backup /backup/exchange --keep 14
              registry backup exchange-before-the-move.sqlite

            In a folder the copy is named by time and change, and the imported files that the registry keeps are copied \
            beside it. A file is the registry alone. Nothing is ever overwritten.
            """)

    @OptionGroup var place: RegistryPlace

    @Argument(
        help: ArgumentHelp("A new file, or a folder that is there.", valueName: "file|folder"), completion: .file())
    var target: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Backups of this registry to keep in the folder; older ones go.", valueName: "count"),
        transform: WholeNumber.told(1...1_000_000))
    var keep: Int?

    @Flag(help: "Only say what it would do.")
    var dryRun = false

    func run() throws {
        let isFolder = Self.isFolder(target)
        if keep != nil, !isFolder { throw Failure(.misuse, Words.keepNeedsFolder(target)) }
        let folder = target.count > 1 && target.hasSuffix("/") ? String(target.dropLast()) : target
        let target: BackupTarget = isFolder ? .folder(folder, keeping: keep) : .file(target)
        let ledger = try place.openForReading()
        try target.requireFree()
        if dryRun { return try Terminal.show(Words.wouldBackUp(ledger.path, to: self.target)) }
        let receipt = try ledger.backUp(to: target, Inspecting.all)
        try Terminal.show(Words.backedUp(receipt.copy))
        if let files = receipt.files {
            Terminal.say(Words.keptFiles(copied: files.copied, there: files.there))
            Inspecting.say(lost: files.lost)
        } else if receipt.fileCount > 0 {
            Terminal.say(Words.notInBackup(receipt.fileCount, keptIn: ledger.files.folder))
        }
        for path in receipt.removed { Terminal.say(Words.removed(path)) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return path.hasSuffix("/") || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
