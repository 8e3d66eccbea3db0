import Digests
import Glibc
import RegistryStore
import TestSupport
import Testing

@Suite("The store of imported files")
struct FileStoreTests {
    let registry: TestRegistry
    let store: FileStore
    let text = Array(String(repeating: "SH,D-2022-0001,transfer,1200000,2022-06-21\n", count: 20_000).utf8)
    var digest: String { SHA256.hash(text) }

    init() throws {
        registry = try TestRegistry()
        store = registry.ledger.files
    }

    private func stage(
        _ bytes: [UInt8], as sha256: String, while isWanted: () -> Bool = { true }
    ) throws -> StagedFile? {
        try registry.folder.write(bytes, to: "deals.csv")
        let descriptor = open(registry.folder.file("deals.csv"), O_RDONLY)
        defer { close(descriptor) }
        return try registry.ledger.holdingLock { () throws(StoreError) in
            try store.stage(descriptor, name: "deals.csv", sha256: sha256, while: isWanted)
        }
    }

    @discardableResult
    private func keep() throws -> String {
        try stage(text, as: digest)?.publish()
        return try #require(store.path(of: digest))
    }

    private func everything(_ sha256: String) throws(KeptFileFault) -> [UInt8] {
        var all: [UInt8] = []
        try store.read(sha256) { all += $0 }
        return all
    }

    private func mode(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    @Test("a kept file comes back byte for byte, is small, and lies under its digest beside the registry")
    func roundTrip() throws {
        #expect(!store.holds(digest))
        let path = try keep()
        #expect(path == "\(registry.path).files/\(digest.prefix(2))/\(digest).gz")
        #expect(store.holds(digest))
        #expect(try everything(digest) == text)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_size < text.count / 20)
        #expect(try stage(text, as: digest) == nil)
    }

    @Test("it may be read by whom the registry may be read", arguments: [false, true])
    func modes(isForGroup: Bool) throws {
        if isForGroup { chmod(registry.path, 0o660) }
        let store = FileStore(of: registry.path)
        try registry.folder.write(text, to: "deals.csv")
        let descriptor = open(registry.folder.file("deals.csv"), O_RDONLY)
        defer { close(descriptor) }
        try store.stage(descriptor, name: "deals.csv", sha256: digest)?.publish()
        let path = try #require(store.path(of: digest))
        #expect(mode(path) == (isForGroup ? 0o660 : 0o600))
        #expect(mode("\(store.folder)/\(digest.prefix(2))") == (isForGroup ? 0o770 : 0o700))
        #expect(mode(store.folder) == (isForGroup ? 0o770 : 0o700))
    }

    @Test("a registry has one store, by whatever link it is reached")
    func link() throws {
        symlink(registry.path, registry.folder.file("link"))
        #expect(FileStore(of: registry.folder.file("link")).folder == store.folder)
    }

    @Test("ranges are read in one pass, in the order in which they were asked for")
    func ranges() throws {
        try keep()
        let size = Int64(text.count)
        let ranges: [Range<Int64>] = [
            size - 5..<size, 0..<3, 262_140..<262_150, 100_000..<700_000, 7..<7, size - 2..<size + 90, size..<size + 1,
        ]
        let found = try store.bytes(of: digest, in: ranges)
        #expect(found == ranges.map { Array(text[Int(min($0.lowerBound, size))..<Int(min($0.upperBound, size))]) })
    }

    @Test("a file that is gone, damaged, or another one is said to be so, and not shown")
    func faults() throws {
        let other = SHA256.hash("other")
        for name in [other, "", "../../etc/passwd", String(repeating: "G", count: 64)] {
            let fault = try refusal { () throws(KeptFileFault) in _ = try everything(name) }
            #expect(fault == .gone)
        }
        let path = try keep()
        let place = try #require(store.path(of: other))
        mkdir("\(store.folder)/\(other.prefix(2))", 0o700)
        #expect(Glibc.link(path, place) == 0)
        let fault = try refusal { () throws(KeptFileFault) in _ = try store.bytes(of: other, in: [0..<3]) }
        #expect(fault == .other(sha256: digest))
        let file = try #require(fopen(path, "r+"))
        fseek(file, 1000, SEEK_SET)
        fwrite("....", 1, 4, file)
        fclose(file)
        #expect(try refusal { () throws(KeptFileFault) in _ = try everything(digest) } == .damaged)
    }

    @Test("a file that is not what was read before is refused, and leaves nothing")
    func changed() throws {
        let sha256 = SHA256.hash("what was read before")
        do {
            _ = try stage(text, as: sha256)
            Issue.record("it was kept")
        } catch StoreError.changedWhileRead(let name) {
            #expect(name == "deals.csv")
        }
        #expect(TestFolder.names(in: "\(store.folder)/\(sha256.prefix(2))") == [])
    }

    @Test("one that is not wanted to its end, or not published, leaves nothing")
    func givenUp() throws {
        #expect(try stage(text, as: digest, while: { false }) == nil)
        let folder = "\(store.folder)/\(digest.prefix(2))"
        #expect(TestFolder.names(in: folder) == [])
        _ = try stage(text, as: digest)
        #expect(TestFolder.names(in: folder) == [])
        #expect(!store.holds(digest))
    }

    @Test("what a killed run left is no hindrance")
    func leftOver() throws {
        let path = try #require(store.path(of: digest))
        mkdir(store.folder, 0o700)
        mkdir("\(store.folder)/\(digest.prefix(2))", 0o700)
        for ending in [".new", ".new-1", ".new-\(getpid())"] {
            try registry.folder.write(Array("half".utf8), to: "half")
            rename(registry.folder.file("half"), path + ending)
        }
        try keep()
        #expect(try everything(digest) == text)
        #expect(TestFolder.names(in: "\(store.folder)/\(digest.prefix(2))") == ["\(digest).gz"])
    }

    @Test("a file is staged under a name of the process's own, since another may take its own away late")
    func stagedName() throws {
        let path = try #require(store.path(of: digest))
        let staged = try #require(try stage(text, as: digest))
        #expect(TestFolder.names(in: "\(store.folder)/\(digest.prefix(2))") == ["\(digest).gz.new-\(getpid())"])
        try staged.publish()
        #expect(access(path, F_OK) == 0)
    }

    /// What may become of a kept file.
    enum Damage: CaseIterable { case emptied, cut, flipped, another }

    @Test("a damaged kept file is whole again once the right file comes again", arguments: Damage.allCases)
    func damaged(damage: Damage) throws {
        let path = try keep()
        let other = Array("another file".utf8)
        try stage(other, as: SHA256.hash(other))?.publish()
        switch damage {
        case .emptied: truncate(path, 0)
        case .cut: truncate(path, 30)
        case .flipped:
            let file = open(path, O_WRONLY)
            defer { close(file) }
            pwrite(file, [0xff], 1, 20)
        case .another: rename("\(store.folder)/\(SHA256.hash(other).prefix(2))/\(SHA256.hash(other)).gz", path)
        }
        #expect(!store.isWhole(digest))
        try keep()
        #expect(store.isWhole(digest))
        #expect(try everything(digest) == text)
    }

    @Test("where no folder can be made the reason is told")
    func noFolder() throws {
        try registry.folder.write([1], to: "exchange.registry.files")
        do {
            _ = try stage(text, as: digest)
            Issue.record("it was kept")
        } catch StoreError.cannotKeep(let path, let code) {
            #expect(code == ENOTDIR)
            #expect(path.hasPrefix(store.folder))
        }
    }
}
