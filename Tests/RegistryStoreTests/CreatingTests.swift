import Glibc
import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("Making a registry")
struct CreatingTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func create(
        _ name: String = "a.registry", zone: String = Zone.standard, group: String? = nil
    ) throws(StoreError) -> Receipt {
        try Ledger.create(at: folder.file(name), zone: zone, group: group, author: .tester)
    }

    @Test("only its owner may read it, whatever the umask", .serialized, arguments: [0, 0o022, 0o077] as [mode_t])
    func mode(mask: mode_t) throws {
        let before = umask(mask)
        defer { umask(before) }
        _ = try create()
        #expect(folder.mode("a.registry") == 0o600)
    }

    @Test("its log and its shared memory have its mode while it is written")
    func modeOfLog() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        #expect(registry.folder.mode("exchange.registry-wal") == 0o600)
        #expect(registry.folder.mode("exchange.registry-shm") == 0o600)
    }

    @Test("a group may read and write it where one is named")
    func group() throws {
        let name = try #require(getgrgid(getgid()).map { String(cString: $0.pointee.gr_name) })
        _ = try create(group: name)
        #expect(folder.mode("a.registry") == 0o660)
    }

    @Test("nothing lies beside it once it is made")
    func tidy() throws {
        _ = try create()
        #expect(folder.names == ["a.registry"])
    }

    @Test("its first change is sealed, tells the zone and is its newest moment")
    func firstChange() throws {
        let receipt = try create()
        let ledger = try Ledger(at: folder.file("a.registry"), for: .readOnly)
        #expect(receipt.change == 1)
        #expect(
            try ledger.connection.rows("SELECT id, recorded_at, seal, seal_format FROM change") == [
                [
                    1, .text(receipt.recordedAt), .text(receipt.seal), .integer(SealFormat.current.number),
                ]
            ])
        #expect(
            try ledger.connection.rows("SELECT name, value, change_id FROM setting") == [["zone", "Asia/Shanghai", 1]])
        #expect(ledger.zone.name == "Asia/Shanghai")
        #expect(try ledger.newestMoment()?.seal == receipt.seal)
        #expect(try ledger.connection.pragmaInteger("application_id") == Ledger.applicationID)
        #expect(try ledger.connection.rows("PRAGMA journal_mode") == [["wal"]])
        #expect(try ledger.connection.rows("PRAGMA foreign_key_check") == [])
    }

    @Test("a file that is there is refused and stays as it is", arguments: ["", "words", "SQLite format 3\0"])
    func existing(text: String) throws {
        try folder.write(Array(text.utf8), to: "a.registry")
        let refused = try refusal { () throws(StoreError) in _ = try create() }
        guard case .registryExists(folder.file("a.registry")) = refused else { return wrong(refused) }
        #expect(folder.names == ["a.registry"])
        var status = stat()
        #expect(stat(folder.file("a.registry"), &status) == 0 && status.st_size == text.utf8.count)
    }

    @Test("a name that is a link to nothing is taken")
    func danglingLink() throws {
        symlink(folder.file("nowhere"), folder.file("a.registry"))
        let refused = try refusal { () throws(StoreError) in _ = try create() }
        guard case .registryExists = refused else { return wrong(refused) }
        #expect(folder.names == ["a.registry"])
    }

    @Test("an unknown zone is refused", arguments: ["Asia/Atlantis", "", "../passwd", "/etc/passwd", "Asia"])
    func zone(name: String) throws {
        let refused = try refusal { () throws(StoreError) in _ = try create(zone: name) }
        guard case .unknownZone(name) = refused else { return wrong(refused) }
        #expect(folder.names == [])
    }

    @Test("an unknown group is refused")
    func unknownGroup() throws {
        let refused = try refusal { () throws(StoreError) in _ = try create(group: "no-such-group-here") }
        guard case .unknownGroup("no-such-group-here") = refused else { return wrong(refused) }
        #expect(folder.names == [])
    }

    @Test("a folder that is not there is refused")
    func unknownFolder() throws {
        let refused = try refusal { () throws(StoreError) in _ = try create("nowhere/a.registry") }
        guard case .cannotCreate(_, ENOENT) = refused else { return wrong(refused) }
        #expect(folder.names == [])
    }
}
