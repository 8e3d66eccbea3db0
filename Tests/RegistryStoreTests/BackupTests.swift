import Digests
import Glibc
import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("Backup, restore and snapshot")
struct BackupTests {
    let registry: TestRegistry
    var folder: TestFolder { registry.folder }
    private let patience = Patience(seconds: 0) { _ in }

    init() throws {
        registry = try TestRegistry()
        try registry.recordVenues()
        mkdir(registry.folder.file("backups"), 0o700)
    }

    func sound(_ ledger: Ledger) throws(StoreError) -> Int {
        do throws(SQLiteError) {
            return try ledger.connection.rows("PRAGMA integrity_check").filter { $0 != ["ok"] }.count
        } catch {
            throw .sqlite(error)
        }
    }

    /// Imports a file in name: a row of it is in the registry, its copy in the store.
    func keep(_ text: String) throws -> String {
        let digest = SHA256.hash(text)
        try folder.write(Array(text.utf8), to: "deals.csv")
        let descriptor = open(folder.file("deals.csv"), O_RDONLY)
        defer { close(descriptor) }
        _ = try registry.ledger.write(by: .tester) { change throws(StoreError) in
            let file = ArrivedFile(
                name: "deals.csv", noun: .deal, venue: nil, sha256: digest, sizeBytes: Int64(text.utf8.count),
                options: "")
            try change.record(file, id: registry.ledger.nextFileID(), RowCounts())
            try registry.ledger.files.stage(descriptor, name: "deals.csv", sha256: digest)?.publish()
        }
        return digest
    }

    private func dump(_ path: String) throws -> [String: [[Value]]] {
        try Connection(path: path, mode: .readOnly).dump()
    }

    func backUp(_ name: String = "copy") throws(StoreError) -> BackupReceipt {
        try registry.ledger.backUp(to: .file(folder.file(name)), sound)
    }

    func backUp(keeping: Int?) throws(StoreError) -> BackupReceipt {
        try registry.ledger.backUp(to: .folder(folder.file("backups"), keeping: keeping), sound)
    }

    @Test("a backup holds every row, lies in one file that nobody may write, and names its newest change")
    func whole() throws {
        let receipt = try backUp()
        #expect(try dump(folder.file("copy")) == registry.ledger.connection.dump())
        #expect(receipt.copy.moment.seal == (try registry.ledger.newestMoment()?.seal))
        #expect(folder.mode("copy") == 0o400)
        #expect(folder.names.filter { $0.hasPrefix("copy") } == ["copy"])
        #expect(
            try Ledger(at: folder.file("copy"), for: .immutable).connection.rows("PRAGMA journal_mode") == [["delete"]])
    }

    @Test("a backup that does not stand inspection, or finds its name taken, leaves nothing")
    func refused() throws {
        var refused = try refusal { () throws(StoreError) in
            _ = try registry.ledger.backUp(to: .file(folder.file("copy"))) { _ in 3 }
        }
        guard case .unsound(_, 3) = refused else { return wrong(refused) }
        #expect(!folder.names.contains { $0.hasPrefix("copy") })
        try folder.write([1], to: "copy")
        refused = try refusal { () throws(StoreError) in _ = try backUp() }
        guard case .registryExists = refused else { return wrong(refused) }
        refused = try refusal { () throws(StoreError) in _ = try backUp("exchange.registry") }
        guard case .registryExists = refused else { return wrong(refused) }
        refused = try refusal { () throws(StoreError) in _ = try backUp("nowhere/copy") }
        guard case .cannotCreate(_, ENOENT) = refused else { return wrong(refused) }
        refused = try refusal { () throws(StoreError) in
            _ = try registry.ledger.backUp(to: .folder(folder.file("nowhere"), keeping: nil), sound)
        }
        guard case .cannotCreate(_, ENOENT) = refused else { return wrong(refused) }
        #expect(!folder.names.contains { $0.contains(".backup-") })
    }

    @Test("a folder keeps as many backups of this registry as were asked for, and nothing else is touched")
    func keeping() throws {
        let backups = folder.file("backups")
        let others = [
            "exchange-notes.registry", "exchange-20200101T000000Z-x.registry", "other-20200101T000000Z-1.registry",
            "exchange-20200101T000000-1.registry", "exchange-20200101T000000Z-1.sqlite", "exchange.registry",
        ]
        let own = ["exchange-20190101T000000Z-1.registry", "exchange-20200101T000000Z-2.registry"]
        for name in others + own { try folder.write([1], to: "backups/\(name)") }
        let first = try backUp(keeping: nil)
        #expect(first.removed == [])
        let second = try backUp(keeping: 2)
        #expect(Set(second.removed) == Set(own.map { "\(backups)/\($0)" }))
        let left = Set(TestFolder.names(in: backups))
        let paths = [first.copy.path, second.copy.path].map { String($0.dropFirst(backups.count + 1)) }
        #expect(left == Set(others + paths))
    }

    @Test("a backup that fails removes none of the older ones")
    func failing() throws {
        let first = try backUp(keeping: 1)
        let refused = try refusal { () throws(StoreError) in
            _ = try registry.ledger.backUp(to: .folder(folder.file("backups"), keeping: 1)) { _ in 1 }
        }
        guard case .unsound = refused else { return wrong(refused) }
        #expect(
            TestFolder.names(in: folder.file("backups")) == [String(first.copy.path.split(separator: "/").last ?? "")])
    }

    @Test("kept files go into a folder's backup once, come back with it, and a lost one is named")
    func files() throws {
        let digests = [try keep("one"), try keep("two")].sorted()
        unlink(try #require(registry.ledger.files.path(of: digests[1])))
        let receipt = try backUp(keeping: nil)
        #expect(receipt.fileCount == 2)
        #expect(receipt.files?.copied == 1)
        #expect(receipt.files?.lost == [digests[1]])
        #expect(try backUp(keeping: nil).files?.there == 1)
        let restored = try Ledger.restore(
            receipt.copy.path, to: folder.file("new.registry"), isReplacing: false, patience: patience, sound)
        #expect(restored.files.copied == 1)
        #expect(restored.files.lost == [digests[1]])
        try FileStore(of: folder.file("new.registry")).read(digests[0])
    }

    @Test("a restored registry is what was backed up, and goes on")
    func restored() throws {
        let before = try registry.ledger.connection.dump()
        _ = try backUp()
        let path = folder.file("new.registry")
        let receipt = try Ledger.restore(folder.file("copy"), to: path, isReplacing: false, patience: patience, sound)
        #expect(receipt.replaced == nil)
        #expect(receipt.olderVersion == nil)
        #expect(folder.mode("new.registry") == 0o600)
        #expect(try dump(path) == before)
        let ledger = try Ledger(at: path, for: .readWrite)
        #expect(try ledger.connection.rows("PRAGMA journal_mode") == [["wal"]])
        _ = try ledger.add(.party, ["name": "甲"], by: .tester)
        #expect(try ledger.newestMoment()?.change == receipt.copy.moment.change + 1)
    }

    @Test("a registry that is there is kept, and only with force")
    func replacing() throws {
        _ = try backUp()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-9", yuan: 1, on: "2022-01-01") }
        let later = try registry.ledger.connection.dump()
        var refused = try refusal { () throws(StoreError) in
            _ = try Ledger.restore(
                folder.file("copy"), to: registry.path, isReplacing: false, patience: patience, sound)
        }
        guard case .wouldReplace = refused else { return wrong(refused) }
        // This very test has it open.
        refused = try refusal { () throws(StoreError) in
            _ = try Ledger.restore(folder.file("copy"), to: registry.path, isReplacing: true, patience: patience, sound)
        }
        guard case .inUse = refused else { return wrong(refused) }
        #expect(try dump(registry.path) == later)
        #expect(!folder.names.contains { $0.contains(".new-") || $0.contains(".backup-") || $0.contains(".replaced-") })
    }

    @Test("a damaged backup, or what is none, is refused and nothing is made")
    func damaged() throws {
        _ = try backUp()
        let path = folder.file("new.registry")
        let bytes = try #require(fopen(folder.file("copy"), "r"))
        var page = [UInt8](repeating: 0, count: 300_000)
        let size = fread(&page, 1, page.count, bytes)
        fclose(bytes)
        for place in stride(from: 8192, to: size, by: 512) { page[place] ^= 0xFF }
        try folder.write(Array(page.prefix(size)), to: "damaged")
        try folder.write(Array("words".utf8), to: "words")
        for name in ["damaged", "words"] {
            let refused = try refusal { () throws(StoreError) in
                _ = try Ledger.restore(folder.file(name), to: path, isReplacing: false, patience: patience, sound)
            }
            switch refused {
            case .unsound, .notARegistry, .sqlite: break
            default: wrong(refused)
            }
        }
        var refused = try refusal { () throws(StoreError) in
            _ = try Ledger.restore(folder.file("nowhere"), to: path, isReplacing: false, patience: patience, sound)
        }
        guard case .noRegistry = refused else { return wrong(refused) }
        refused = try refusal { () throws(StoreError) in
            _ = try Ledger.restore(registry.path, to: registry.path, isReplacing: true, patience: patience, sound)
        }
        guard case .restoresItself = refused else { return wrong(refused) }
        #expect(!folder.names.contains { $0.hasPrefix("new.registry") })
    }

    @Test("a registry that is damaged beyond reading is set aside all the same")
    func damagedTarget() throws {
        _ = try backUp()
        let words = Array(String(repeating: "no registry", count: 1000).utf8)
        try folder.write(words, to: "old")
        let receipt = try Ledger.restore(
            folder.file("copy"), to: folder.file("old"), isReplacing: true, patience: patience, sound)
        let aside = try #require(receipt.replaced)
        let kept = try #require(fopen(aside, "r"))
        defer { fclose(kept) }
        var bytes = [UInt8](repeating: 0, count: words.count + 1)
        #expect(fread(&bytes, 1, bytes.count, kept) == words.count)
        #expect(Array(bytes.dropLast()) == words)
        #expect(try dump(folder.file("old")) == registry.ledger.connection.dump())
    }

    @Test("the log of a registry that is gone is not taken for the restored one's")
    func strayLog() throws {
        _ = try backUp()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-9", yuan: 1, on: "2022-01-01") }
        Glibc.link(registry.path + "-wal", folder.file("new.registry-wal"))
        let before = try Connection(path: folder.file("copy"), mode: .immutable).dump()
        _ = try Ledger.restore(
            folder.file("copy"), to: folder.file("new.registry"), isReplacing: false, patience: patience, sound)
        #expect(try dump(folder.file("new.registry")) == before)
        #expect(folder.names.contains { $0.hasPrefix("new.registry.replaced-") && $0.hasSuffix("-wal") })
    }

    @Test("a group's registry has a group's backup, and is a group's again")
    func group() throws {
        chmod(registry.path, 0o660)
        _ = try backUp()
        #expect(folder.mode("copy") == 0o440)
        _ = try Ledger.restore(
            folder.file("copy"), to: folder.file("new.registry"), isReplacing: false, patience: patience, sound)
        #expect(folder.mode("new.registry") == 0o660)
    }

    @Test("a snapshot is for everybody to read, and replaces only a snapshot")
    func snapshot() throws {
        let place = folder.file("public.sqlite")
        for change in 2...3 as ClosedRange<Int64> {
            #expect(try registry.ledger.publish(as: place).moment.change == change)
            #expect(folder.mode("public.sqlite") == 0o444)
            #expect(try dump(place) == registry.ledger.connection.dump())
            try registry.record { all throws(StoreError) in
                try all.addDeal("SH", "D-\(change)", yuan: 1, on: "2022-01-01")
            }
        }
        #expect(folder.names.filter { $0.hasPrefix("public") } == ["public.sqlite"])
        try folder.write([1], to: "words")
        chmod(folder.file("words"), 0o444)
        _ = try backUp()
        for name in ["words", "copy", "exchange.registry", "backups"] {
            let refused = try refusal { () throws(StoreError) in
                _ = try registry.ledger.publish(as: folder.file(name))
            }
            guard case .notASnapshot = refused else { return wrong(refused) }
        }
        let refused = try refusal { () throws(StoreError) in
            _ = try registry.ledger.publish(as: folder.file("nowhere/public.sqlite"))
        }
        guard case .cannotCreate(_, ENOENT) = refused else { return wrong(refused) }
    }
}
