import Registry
import RegistryStore
import Spreadsheets
import TestSupport
import Testing

@testable import RegistryImport

@Suite("What an import would not decide")
struct DoubtTests {
    private static let heading = "venue,code,kind,seller,buyer,amount_yuan,signed_on"

    private static func hand(_ reason: String = "看过") -> Author {
        Author(actor: "复核员", login: "tester", uid: 1000, host: "desk-1", command: "test", reason: reason)
    }

    @Test("deals of two venues with the same parties, amount and day are suspected, in one file or in two")
    func duplicates() throws {
        let desk = try ImportDesk()
        let rows = [
            "SH,D-1,transfer,甲,乙,100,2022-06-21", "BJ,D-1,transfer,甲,乙,100,2022-06-21",
            "SH,D-2,transfer,甲,乙,100,2022-06-22", "BJ,D-2,transfer,甲,乙,101,2022-06-22",
            "SH,D-3,transfer,甲,,100,2022-06-23", "BJ,D-3,transfer,甲,,100,2022-06-23",
            "SH,D-4,transfer,丙,丁,5,2022-06-24", "SH,D-5,transfer,丙,丁,5,2022-06-24",
        ]
        let together = try desk.take([Self.heading] + rows)
        // The rows of BJ come first in the order of codes.
        #expect(together.conflicts == ["2 SH/D-1"])
        #expect(together.doubts == [.duplicate: 1])
        let apart = try desk.take([Self.heading, "BJ,D-9,transfer,丙,丁,5,2022-06-24"], as: "apart.csv")
        #expect(apart.conflicts == ["2 BJ/D-9"])
        #expect(try desk.ledger.reviewItems().map(\.otherName) == ["SH/D-4", "BJ/D-1"])
        #expect(try desk.deals.count == 9)
    }

    @Test("a row that names a merged party, or the one that stays, says the same")
    func namedByEither() throws {
        let desk = try ImportDesk()
        let heading = "venue,code,kind,seller,amount_yuan,signed_on"
        func row(_ code: String, _ seller: String, _ yuan: Int = 1) -> String {
            "SH,\(code),transfer,\(seller),\(yuan),2022-06-21"
        }
        _ = try desk.take([heading, row("D-1", "甲公司"), row("D-2", "甲厂"), row("D-3", "甲公司")])
        _ = try desk.ledger.amend(RecordName("SH/D-3", of: .deal), ["title": "手写"], clearing: [], by: Self.hand())
        _ = try desk.ledger.merge(
            RecordName("甲公司", of: .party), into: RecordName("甲厂", of: .party), by: Self.hand())
        let either = [heading, row("D-1", "甲厂"), row("D-2", "甲公司"), row("D-3", "甲厂")]
        #expect(try desk.take(either, as: "either.csv").counts.unchanged == 3)
        // Of what differs besides, the party is no part.
        let other = try desk.take([heading, row("D-3", "甲厂", 3)], as: "other.csv")
        #expect(other.counts.conflicts == 1)
        #expect(try desk.ledger.reviewItems().map { $0.doubt.said.fields.map(\.name) } == [["amount_fen"]])
        #expect(try desk.take([heading, row("D-1", "乙厂")], as: "third.csv").counts.changed == 1)
        _ = try desk.ledger.unmerge(RecordName("甲公司", of: .party), by: Self.hand())
        #expect(try desk.take([heading, row("D-2", "甲公司")], as: "two.csv").counts.changed == 1)
    }

    @Test("a party under two names that are merged is one")
    func mergedParties() throws {
        let desk = try ImportDesk()
        _ = try desk.take([Self.heading, "SH,D-1,transfer,甲厂,乙,7,2022-06-21", "SH,D-2,transfer,甲公司,丙,1,2022-06-21"])
        func party(_ name: String) throws -> RecordName { try RecordName(name, of: .party) }
        _ = try desk.ledger.merge(party("甲公司"), into: party("甲厂"), by: Self.hand())
        let report = try desk.take([Self.heading, "BJ,D-1,transfer,甲公司,乙,7,2022-06-21"], as: "bj.csv")
        #expect(report.conflicts == ["2 BJ/D-1"])
    }

    @Test("a file whose amounts are off from the venue's own by a power of ten is one item", arguments: [1, 10_000])
    func wholeFile(factor: Int) throws {
        let desk = try ImportDesk()
        func rows(_ letter: String, times factor: Int) -> [String] {
            [Self.heading] + (1...60).map { "SH,\(letter)-\($0),transfer,甲\($0),乙,\($0 * $0 * 37 * factor),2022-06-21" }
        }
        _ = try desk.take(rows("A", times: 1), as: "a.csv")
        let report = try desk.take(rows("B", times: factor), as: "b.csv")
        #expect(report.counts.new == 60)
        #expect(report.doubts == (factor == 1 ? [:] : [.powerOfTen: 1]))
        guard factor > 1 else { return }
        let item = try #require(try desk.ledger.reviewItems().first)
        #expect(item.doubt.record == nil && item.venue == "SH" && item.doubt.said["power"]?.theirs == .integer(4))
    }

    @Test(
        "ten times the amount is suspect, ten times nothing is not",
        arguments: [(100, 1000), (70, 7), (0, 10), (100, 300)])
    func slip(before: Int, after: Int) throws {
        let desk = try ImportDesk()
        _ = try desk.take(ImportDesk.deals(["D-1": "\(before)"]))
        let report = try desk.take(ImportDesk.deals(["D-1": "\(after)"]), as: "later.csv")
        let isSuspect = before == 100 && after == 1000 || before == 70
        #expect(report.doubts == (isSuspect ? [.powerOfTen: 1] : [:]))
        #expect(report.counts.changed == (isSuspect ? 0 : 1))
        #expect(try desk.deals.fen == Int64(isSuspect ? before : after) * 100)
        guard isSuspect else { return }
        _ = try desk.ledger.answer([1], .accept, by: Self.hand())
        #expect(try desk.deals.fen == Int64(after) * 100)
        #expect(try desk.take(ImportDesk.deals(["D-1": "\(after)", "D-2": "1"]), as: "last.csv").counts.unchanged == 1)
    }

    @Test("accepting a conflict takes back what was amended by hand, and makes a void record count again")
    func accepting() throws {
        let desk = try ImportDesk()
        let (first, second) = (try RecordName("SH/D-1", of: .deal), try RecordName("SH/D-2", of: .deal))
        _ = try desk.take(ImportDesk.deals(["D-1": "100", "D-2": "200"]))
        let day = try #require(Day(year: 2022, month: 7, day: 1))
        _ = try desk.ledger.amend(first, to: Amount(fen: 5000), effectiveOn: day, by: Self.hand())
        _ = try desk.ledger.void(second, by: Self.hand())
        #expect(try desk.take(ImportDesk.deals(["D-1": "90", "D-2": "210"]), as: "b.csv").counts.conflicts == 2)
        #expect(try desk.deals == Total(count: 1, fen: 5000))
        _ = try desk.ledger.answer([1, 2], .accept, by: Self.hand())
        #expect(try desk.deals == Total(count: 2, fen: 30_000))
        #expect(try desk.ledger.reviewItems().count { $0.state == .open } == 0)
        // The record says by now what the venue does.
        #expect(
            try desk.take(ImportDesk.deals(["D-1": "90", "D-2": "210", "D-3": "1"]), as: "c.csv").counts.unchanged == 2)
        _ = try desk.ledger.revert(desk.newestChange - 1, by: Self.hand())
        #expect(try desk.ledger.reviewItems().count { $0.state == .open } == 2)
        #expect(try desk.deals == Total(count: 2, fen: 5100))
    }

    /// Hands and files in a random order: no hand's correction is lost but by an answer, and no doubt stands twice.
    @Test("no correction by hand is lost, and each doubt is listed once", arguments: UInt64(1)...12)
    func chance(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let desk = try ImportDesk()
        let codes = (1...6).map { "D-\($0)" }
        /// What the venue says, what it said when it was last taken, and what a hand has said since.
        var venue = codes.map { _ in 3 }
        var byHand = codes.map { _ in Int?.none }
        _ = try desk.take([Self.heading] + zip(codes, venue).map { Self.row($0, $1) }, as: "0.csv")
        var taken = venue
        for night in 1...15 {
            let place = Int.random(in: codes.indices, using: &dice)
            if Bool.random(using: &dice) {
                let amount = Int.random(in: 11...19, using: &dice)
                let name = try RecordName("SH/\(codes[place])", of: .deal)
                if byHand[place] != amount, byHand[place] != nil || taken[place] != amount {
                    _ = try desk.ledger.amend(name, ["amount": "\(amount)"], clearing: [], by: Self.hand())
                    byHand[place] = amount
                }
            } else {
                venue[place] = Int.random(in: 2...9, using: &dice)
            }
            let rows = zip(codes, venue).map { Self.row($0, $1) } + [Self.row("N-\(night)", 1)]
            let report = try desk.take([Self.heading] + rows.shuffled(using: &dice), as: "\(night).csv")
            let inDoubt = codes.indices.filter { byHand[$0] != nil && venue[$0] != taken[$0] }
            #expect(report.counts.conflicts == inDoubt.count, "night \(night)")
            for place in codes.indices where byHand[place] == nil { taken[place] = venue[place] }
            let stored = try desk.texts("SELECT amount_fen || '' FROM deal WHERE code LIKE 'D-%' ORDER BY code")
            #expect(stored == codes.indices.map { "\((byHand[$0] ?? taken[$0]) * 100)" }, "night \(night)")
            let open = try desk.ledger.reviewItems().filter { $0.state == .open }.map(\.name)
            #expect(Set(open).count == open.count && Set(open).isSuperset(of: inDoubt.map { "SH/\(codes[$0])" }))
        }
    }

    private static func row(_ code: String, _ amount: Int) -> String {
        "SH,\(code),transfer,甲,乙,\(amount),2022-06-21"
    }
}
