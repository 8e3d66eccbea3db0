import Glibc
import Registry
import RegistryStore
import TestSupport
import Testing

@testable import RegistryImport

/// A folder in memory, which is another file system than that of a test's folder.
private final class OtherFileSystem {
    let path: String
    static let isThere: Bool = {
        var (shared, own) = (stat(), stat())
        return stat("/dev/shm", &shared) == 0 && stat("/tmp", &own) == 0 && shared.st_dev != own.st_dev
            && access("/dev/shm", W_OK) == 0
    }()

    init() throws {
        var template = Array("/dev/shm/registry-test-XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit { Self.takeAway(path) }

    private static func takeAway(_ path: String) {
        if unlink(path) == 0 { return }
        for name in TestFolder.names(in: path) { takeAway("\(path)/\(name)") }
        rmdir(path)
    }
}

@Suite("Where the files of a night go")
struct CarriedNightTests {
    private let night = Day(number: 19_787)
    private static let rows = "code,kind,amount_yuan,signed_on\nD-1,transfer,1,2022-06-21\nD-2,transfer,x,2022-06-21\n"
    /// 243 bytes, of the 255 that a name may have.
    private static let longName = String(String(repeating: "技术合同成交登记", count: 10).dropLast()) + "06.csv"

    private func desk(_ names: String...) throws -> ImportDesk {
        let desk = try ImportDesk()
        _ = try desk.ledger.setProfile(
            "files:\n  - {match: '*', tolerated_rejects: 50%}\n", ofVenue: "SH", by: ImportDesk.author)
        for folder in ["inbox", "inbox/SH"] { mkdir(desk.folder.file(folder), 0o755) }
        for name in names {
            let path = "inbox/SH/\(name)"
            try desk.folder.write(Self.rows, to: path)
            let then = timespec(tv_sec: time(nil) - 3600, tv_nsec: 0)
            #expect(utimensat(AT_FDCWD, desk.folder.file(path), [then, then], 0) == 0)
        }
        return desk
    }

    private func run(_ desk: ImportDesk) throws {
        var importer = Importer(desk.ledger, author: ImportDesk.author)
        importer.wording = { _ in Bilingual("wrong", "错") }
        let work = Night(over: try Inbox(at: desk.folder.file("inbox")), of: night, with: importer, isRehearsing: false)
        try work.run(
            Night.Telling(
                left: { _ in }, began: { _ in }, done: { _, _, _ in },
                beside: { _, _, _ in [(".report.txt", Array("said\n".utf8))] }, list: { _, _ in }))
    }

    private func archived(_ desk: ImportDesk) -> [String] {
        TestFolder.names(in: desk.folder.file("inbox/archive/\(night)/SH"))
    }

    @Test(
        "another file system takes a file, its report and the sheets of its rejected rows whole",
        .enabled(if: OtherFileSystem.isThere))
    func otherFileSystem() throws {
        let desk = try desk("deals.csv")
        let other = try OtherFileSystem()
        #expect(symlink(other.path, desk.folder.file("inbox/archive")) == 0)
        try run(desk)
        #expect(
            archived(desk) == ["deals.csv", "deals.csv.rejects", "deals.csv.rejects.xlsx", "deals.csv.report.txt"])
        let folder = "\(other.path)/\(night)/SH"
        #expect(try TestFolder.bytes(of: "\(folder)/deals.csv") == Array(Self.rows.utf8))
        let sheet = String(decoding: try TestFolder.bytes(of: "\(folder)/deals.csv.rejects"), as: UTF8.self)
        #expect(sheet.hasSuffix("\nJ1,3,错,wrong,D-2,transfer,x,2022-06-21\n"))
        #expect(try TestFolder.bytes(of: "\(folder)/deals.csv.rejects.xlsx").starts(with: Array("PK".utf8)))
        #expect(TestFolder.names(in: desk.folder.file("inbox/SH")) == [])
        #expect(Set(TestFolder.names(in: desk.folder.file("inbox"))) == ["SH", "archive"])
    }

    @Test("a long name is cut where what goes beside it would have none, on this file system and on another")
    func longNames() throws {
        for isOther in OtherFileSystem.isThere ? [false, true] : [false] {
            let desk = try desk(Self.longName)
            let other = isOther ? try OtherFileSystem() : nil
            if let other { #expect(symlink(other.path, desk.folder.file("inbox/archive")) == 0) }
            try run(desk)
            let names = archived(desk)
            let file = try #require(names.first)
            #expect(file.utf8.count > 190 && file.hasSuffix(".csv") && file.hasPrefix("技术合同成交登记"))
            #expect(names == ["", ".rejects", ".rejects.xlsx", ".report.txt"].map { file + $0 })
            #expect(names.allSatisfy { $0.utf8.count + Inbox.unfinished.utf8.count <= 255 })
            #expect(TestFolder.names(in: desk.folder.file("inbox/SH")) == [])
            // A second of that name has a number, and a name still.
            try desk.folder.write(Self.rows + "D-3,transfer,3,2022-06-21\n", to: "inbox/SH/\(Self.longName)")
            let then = timespec(tv_sec: time(nil) - 3600, tv_nsec: 0)
            #expect(utimensat(AT_FDCWD, desk.folder.file("inbox/SH/\(Self.longName)"), [then, then], 0) == 0)
            try run(desk)
            #expect(archived(desk).contains("\(file.dropLast(4))-2.csv"))
        }
    }

    @Test("what a killed run wrote beside a file gets its name where the file has moved, and else goes away")
    func unfinished() throws {
        let desk = try desk("deals.csv")
        try run(desk)
        let folder = "inbox/archive/\(night)/SH"
        let before = archived(desk)
        for name in [
            "deals.csv.report.json.new", "deals.csv.missing.new", "gone.csv.report.txt.new", "gone.csv.rejects.new",
            "gone.csv.missing.new.new-77", "deals.csv.report.txt.new",
        ] { try desk.folder.write("half", to: "\(folder)/\(name)") }
        try run(desk)
        #expect(archived(desk) == (before + ["deals.csv.report.json", "deals.csv.missing"]).sorted())
        #expect(try desk.folder.read("\(folder)/deals.csv.report.txt") == Array("said\n".utf8))
    }
}
