import Glibc
import Registry
import RegistryStore
import TestSupport
import Testing

@testable import RegistryImport

@Suite("The files of a night")
struct InboxTests {
    private let night = Day(number: 19_787)
    private static let heading = "code,kind,amount_yuan,signed_on,listing"

    /// A file of a venue that was written an hour ago.
    private func put(_ lines: [String], _ desk: ImportDesk, venue: String, _ name: String) throws {
        for folder in ["inbox", "inbox/\(venue)"] { mkdir(desk.folder.file(folder), 0o755) }
        let path = "inbox/\(venue)/\(name)"
        try desk.folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
        let then = timespec(tv_sec: time(nil) - 3600, tv_nsec: 0)
        #expect(utimensat(AT_FDCWD, desk.folder.file(path), [then, then], 0) == 0)
    }

    /// What became of each file, in the order in which they were done.
    private func run(_ desk: ImportDesk, began: @escaping (InboxFile) -> Void = { _ in }) throws -> [String] {
        var told: [String] = []
        let work = Night(
            over: try Inbox(at: desk.folder.file("inbox")), of: night,
            with: Importer(desk.ledger, author: ImportDesk.author), isRehearsing: false)
        try work.run(
            Night.Telling(
                left: { told.append("\($0.name) left") }, began: began,
                done: { file, report, place in
                    told.append("\(file.shownName) \(report.outcome.rawValue) \(place ?? "")")
                },
                beside: { _, _, _ in [(".report.txt", Array("said\n".utf8))] },
                list: { missing, path throws(StoreError) in
                    try DurableFile.make(path, overwriting: false) { descriptor throws(StoreError) in
                        let isWritten = Array("\(missing.count) missing\n".utf8).withUnsafeBytes {
                            writeAll($0, to: descriptor)
                        }
                        guard isWritten else { throw .cannotWrite(path: path, errno: errno) }
                    }
                }))
        return told
    }

    @Test("a file that is called as a list of ours is while it is not whole is left, and stays")
    func calledAsOurs() throws {
        let desk = try ImportDesk()
        let rows = [Self.heading, "D-1,transfer,1,2022-06-21,"]
        try put(rows, desk, venue: "SH", "deals.csv.missing.new.new-12")
        try put(rows, desk, venue: "SH", "deals.csv.missing.new.new-")
        let left = "SH/deals.csv.missing.new.new-12 left"
        let taken = "SH/deals.csv.missing.new.new- imported archive/\(night)/SH/deals.csv.missing.new.new-"
        #expect(try run(desk) == [left, taken])
        #expect(try run(desk) == [left])
        #expect(FileLook(desk.folder.file("inbox/archive/\(night)/SH/deals.csv.missing.new.new-")) != nil)
    }

    @Test("a file that names a listing which comes in while another venue's file is taken is taken at the end")
    func triedAgain() throws {
        let desk = try ImportDesk()
        try put([Self.heading, "D-1,transfer,1,2022-06-21,L-1"], desk, venue: "BJ", "deals.csv")
        try put([Self.heading, "D-1,transfer,1,2022-06-21,L-9"], desk, venue: "BJ", "lacking.csv")
        try put([Self.heading, "D-1,transfer,1,2022-06-21,"], desk, venue: "SH", "deals.csv")
        var tries: [String] = []
        let told = try run(desk) { file in
            tries.append(file.shownName)
            guard file.shownName == "SH/deals.csv" else { return }
            let listing = ["venue": "BJ", "code": "L-1", "title": "晚到", "listed_on": "2022-06-01"]
            #expect(throws: Never.self) { _ = try desk.ledger.add(.listing, listing, by: ImportDesk.author) }
        }
        #expect(tries == ["BJ/deals.csv", "BJ/lacking.csv", "SH/deals.csv", "BJ/deals.csv", "BJ/lacking.csv"])
        #expect(
            told == [
                "SH/deals.csv imported archive/\(night)/SH/deals.csv",
                "BJ/deals.csv imported archive/\(night)/BJ/deals.csv",
                "BJ/lacking.csv refused refused/\(night)/BJ/lacking.csv",
            ])
        #expect(try desk.deals.count == 2)
        // The first try of a file that is tried again leaves no trace.
        #expect(
            try desk.texts("SELECT outcome || ' ' || name FROM arrival ORDER BY id") == [
                "imported SH/deals.csv", "imported BJ/deals.csv", "refused BJ/lacking.csv",
            ])
    }

    @Test("a file goes to a folder on another file system as a copy that is whole before the file goes")
    func carried() throws {
        let desk = try ImportDesk()
        try put([Self.heading, "D-1,transfer,1,2022-06-21,"], desk, venue: "SH", "deals.csv")
        let target = desk.folder.file("target")
        mkdir(target, 0o755)
        let source = desk.folder.file("inbox/SH/deals.csv")
        var before = stat()
        #expect(stat(source, &before) == 0 && chmod(source, 0o640) == 0)
        let look = try #require(FileLook(source))
        #expect(FileCarrying(source, named: "deals.csv", as: look, to: target).carry(as: "deals-2.csv") == 0)
        #expect(TestFolder.names(in: target) == ["deals-2.csv"])
        #expect(TestFolder.names(in: desk.folder.file("inbox/SH")) == [])
        var after = stat()
        #expect(stat("\(target)/deals-2.csv", &after) == 0)
        #expect(after.st_size == before.st_size && after.st_mode & 0o777 == 0o640)
        #expect(after.st_mtim.tv_sec == before.st_mtim.tv_sec)
    }

    @Test("what cannot be copied lies where it lay, and nothing of it elsewhere")
    func notCarried() throws {
        let desk = try ImportDesk()
        try put(["x"], desk, venue: "SH", "deals.csv")
        let source = desk.folder.file("inbox/SH/deals.csv")
        let nowhere = desk.folder.file("nowhere")
        let look = try #require(FileLook(source))
        #expect(FileCarrying(source, named: "deals.csv", as: look, to: nowhere).carry(as: "deals.csv") == ENOENT)
        #expect(TestFolder.names(in: desk.folder.file("inbox/SH")) == ["deals.csv"])
    }

    @Test("another file that took the name meanwhile is not carried, and stays")
    func notTheSame() throws {
        let desk = try ImportDesk()
        try put(["x"], desk, venue: "SH", "deals.csv")
        let source = desk.folder.file("inbox/SH/deals.csv")
        let look = try #require(FileLook(source))
        try put(["another one"], desk, venue: "SH", "deals.csv")
        let target = desk.folder.file("target")
        mkdir(target, 0o755)
        #expect(FileCarrying(source, named: "deals.csv", as: look, to: target).carry(as: "deals.csv") == ESTALE)
        #expect(TestFolder.names(in: target) == [])
        #expect(TestFolder.names(in: desk.folder.file("inbox/SH")) == ["deals.csv"])
    }

    @Test(
        "what a killed run left of a copy is finished where the file is gone, and goes away where it is still there",
        arguments: [
            (".copying-deals.csv", "x", nil, [] as [String], [] as [String]),
            (".copying-deals.csv", "x", "xy", [], ["deals.csv"]),
            (".moving-deals.csv", "xy", nil, ["deals.csv"], []),
            (".moving-deals.csv", "xy", "xy", [], ["deals.csv"]),
            // Another file of that name came meanwhile.
            (".moving-deals.csv", "xy", "ab", ["deals.csv"], ["deals.csv"]),
        ])
    func finished(copy: String, holds: String, source: String?, there: [String], inInbox: [String]) throws {
        let desk = try ImportDesk()
        for folder in ["inbox", "inbox/SH", "target"] { mkdir(desk.folder.file(folder), 0o755) }
        try desk.folder.write(Array(holds.utf8), to: "target/\(copy)")
        if let source { try desk.folder.write(Array(source.utf8), to: "inbox/SH/deals.csv") }
        FileCarrying.finishEarlier(in: desk.folder.file("target"), from: [desk.folder.file("inbox/SH")])
        #expect(TestFolder.names(in: desk.folder.file("target")) == there)
        #expect(TestFolder.names(in: desk.folder.file("inbox/SH")) == inInbox)
    }
}
