import ArgumentParser
import Registry
import RegistryStore

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a registry.",
        discussion: """
            EXAMPLES
              registry init
              registry init --db exchange.sqlite --zone Asia/Shanghai
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: "The zone whose days the registry keeps.")
    var zone = Zone.standard

    @Option(help: "A group that may read and write it too (mode 0660 instead of 0600).")
    var group: String?

    func run() throws {
        let path = RegistryPlace.resolve(writing.path)
        if writing.dryRun {
            guard access(path, F_OK) != 0 else { throw StoreError.registryExists(path: path) }
            guard Zone(named: zone) != nil else { throw StoreError.unknownZone(name: zone) }
            return try Terminal.show(Words.wouldMake(path))
        }
        if writing.path == nil, environment("REGISTRY_DB") == nil { RegistryPlace.makeFolders(of: path) }
        let receipt = try Ledger.create(at: path, zone: zone, group: group, author: writing.author())
        try Terminal.show(Words.made(path, zone: zone, change: receipt.change))
    }
}
