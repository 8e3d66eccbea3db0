import ArgumentParser
import Glibc
import TestSupport
import Testing

@testable import SampleFeed

@Suite("The commands")
struct CommandTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @discardableResult
    private func run(_ arguments: String...) -> Int32 {
        do {
            var command = try SampleFeed.parseAsRoot(arguments)
            try command.run()
            return 0
        } catch {
            return SampleFeed.exitCode(for: error).rawValue
        }
    }

    @Test("a second run writes the same bytes")
    func sameTwice() throws {
        #expect(run("feed", "--output", folder.file("one")) == 0)
        #expect(run("feed", "--output", folder.file("deep/er/two/")) == 0)
        var names = ["venues.csv", "figures.csv"]
        for venue in WrittenFeed.keyed(folder.rows("one/venues.csv")) where venue["network"] == "core" {
            let code = try #require(venue["code"])
            names += ["parties", "intentions", "listings", "deals"].map { "\(code)/\($0).csv" }
        }
        #expect(names.count == 2 + 19 * 4)
        for name in names {
            let bytes = try #require(folder.bytes("one/\(name)"))
            #expect(bytes == folder.bytes("deep/er/two/\(name)"), "\(name)")
        }
    }

    @Test("a folder that is not empty is refused, and what is in it is left alone")
    func notEmpty() throws {
        try OutputFolder(path: folder.path).write("kept", to: "note.txt")
        #expect(run("feed", "--output", folder.path) == 73)
        #expect(folder.bytes("note.txt") == Array("kept".utf8))
        #expect(folder.bytes("venues.csv") == nil)
        #expect(throws: Problem.folderNotEmpty(path: folder.path)) { try OutputFolder(path: folder.path) }
        #expect(
            Problem.folderNotEmpty(path: "d").description
                == "d: the folder is not empty; name a new one, or empty it first")
    }

    @Test("a file in the place of the folder, or above it, is refused", arguments: ["file", "file/below"])
    func notAFolder(name: String) throws {
        try OutputFolder(path: folder.path).write("kept", to: "file")
        #expect(run("feed", "--output", folder.file(name)) == 73)
        #expect(folder.bytes("file") == Array("kept".utf8))
    }

    @Test("a full disk is an error, not a short file")
    func fullDisk() {
        #expect(run("deals", "--rows", "10", "--output", "/dev/full") == 74)
    }

    @Test(
        "misuse is refused",
        arguments: [
            ["deals", "--rows", "0", "--output", "-"], ["deals", "--rows", "x", "--output", "-"],
            ["deals", "--output", "-"],
            ["feed"], ["feed", "--output", ""], ["venues", "--output", "-", "--joined-on", "2012-06-31"],
        ])
    func misuse(arguments: [String]) {
        #expect(throws: (any Error).self) { try SampleFeed.parseAsRoot(arguments) }
    }

    @Test("venues alone can be joined on a day of choice, which leaves service members where they were")
    func venuesAlone() throws {
        #expect(run("venues", "--output", folder.file("v.csv"), "--joined-on", "2012-06-22") == 0)
        let venues = WrittenFeed.keyed(folder.rows("v.csv"))
        let core = venues.filter { $0["network"] == "core" }
        #expect(core.count == 19 && core.allSatisfy { $0["joined_on"] == "2012-06-22" })
        #expect(venues.filter { $0["network"] == "service" }.compactMap { $0["joined_on"] }.min() == "2021-04-28")
    }

    @Test("a large file has unique codes in random order, a fifth as many parties as rows, and ten years of days")
    func largeFile() throws {
        #expect(run("deals", "--rows", "100000", "--output", folder.file("new/deals.csv")) == 0)
        let bytes = try #require(folder.bytes("new/deals.csv"))
        #expect((126...146).contains(bytes.count / 100_000))
        let rows = CSVText.rows(bytes)
        #expect(rows[0].joined(separator: ",") + "\n" == BenchmarkDeals.heading)
        let deals = rows.dropFirst()
        #expect(deals.count == 100_000)
        #expect(deals.allSatisfy { $0.count == 11 })
        #expect(Set(deals.map { $0[0] + "/" + $0[1] }).count == 100_000)
        #expect(Set(deals.map { $0[0] }).count == 19)
        #expect(Set(deals.flatMap { [$0[6], $0[7]] }).count == 20_000)
        #expect(deals.allSatisfy { $0[6] != $0[7] })
        let rising = zip(deals, deals.dropFirst()).filter { $0[1] < $1[1] }.count
        #expect((45_000...55_000).contains(rising))
        let days = deals.map { $0[10] }
        #expect(days.min() == "2012-06-22" && days.max() == "2022-06-21")
        #expect(deals.allSatisfy { $0[1].dropFirst(2).prefix(4) == $0[10].prefix(4) })
        let amounts = deals.compactMap { WrittenFeed.fen(["amount_yuan": $0[8]], ["amount_yuan"]) }.sorted(by: >)
        #expect(amounts.count == 100_000 && (amounts.last ?? 0) > 0)
        #expect((780...820).contains(amounts.prefix(4400).reduce(0, +) * 1000 / amounts.reduce(0, +)))
    }

    @Test("a seed gives the same file again, and another seed another")
    func seeds() throws {
        for (name, seed) in [("a", "5"), ("b", "5"), ("c", "6")] {
            #expect(run("deals", "--rows", "500", "--seed", seed, "--output", folder.file(name)) == 0)
        }
        let first = try #require(folder.bytes("a"))
        #expect(first == folder.bytes("b"))
        #expect(first != folder.bytes("c"))
    }
}
