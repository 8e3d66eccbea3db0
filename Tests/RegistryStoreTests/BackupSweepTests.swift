import Glibc
import TestSupport
import Testing

extension BackupTests {
    @Test("what a killed backup left is taken away by the next one, unless another is at work in the folder")
    func sweep() throws {
        let backups = folder.file("backups")
        let digest = try keep("rows")
        let part = "exchange.registry.files/\(digest.prefix(2))"
        _ = try backUp(keeping: nil)
        let left = [
            "exchange.registry.backup-4711", "exchange.registry.backup-4711-2", "exchange.registry.backup-4711-journal",
            "\(part)/\(digest).gz.backup-4711",
        ]
        let others = [
            "exchange.registry.backup-", "exchange.registry.backup-4711x", "exchange.registry.backup-x",
            "other.registry.backup-4711", "exchange.registry.new-4711", "\(part)/\(digest).gz.new-4711",
        ]
        for name in left + others { try folder.write([1], to: "backups/\(name)") }
        func areThere(_ names: [String]) -> Set<Bool> { Set(names.map { access("\(backups)/\($0)", F_OK) == 0 }) }

        let working = open(backups, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        #expect(flock(working, LOCK_SH) == 0)
        _ = try backUp(keeping: nil)
        #expect(areThere(left) == [true])
        // Not by closing it alone: a program that another test starts may have it too.
        flock(working, LOCK_UN)
        close(working)
        _ = try backUp(keeping: nil)
        #expect(areThere(left) == [false])
        #expect(areThere(others) == [true])
        // A backup holds the folder no longer than it works, and leaves nothing of its own.
        let after = open(backups, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(after) }
        #expect(flock(after, LOCK_EX | LOCK_NB) == 0)
        #expect(!TestFolder.names(in: backups).contains { $0.hasSuffix("backup-\(getpid())") })

        try folder.write([1], to: "exchange.registry.backup-1")
        _ = try backUp()
        #expect(!folder.names.contains { $0.contains(".backup-") })
    }
}
