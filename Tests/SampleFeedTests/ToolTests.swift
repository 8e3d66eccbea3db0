import Testing

import struct Registry.Day

@testable import SampleFeed

@Suite("Days, quoting, order, shares")
struct ToolTests {
    @Test("a day is read as it is written")
    func days() throws {
        let day = try #require(Day("2022-06-21"))
        #expect(day.parts == (2022, 6, 21))
        #expect("\(day + 10)" == "2022-07-01")
    }

    @Test(
        "what is no day is refused",
        arguments: ["2021-02-29", "2021-13-01", "2021-00-10", "2021-1-1", "20210101", "", "２021-01-01"])
    func noDay(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(
        "weekends are known",
        arguments: [("2022-06-18", true), ("2022-06-19", true), ("2022-06-20", false), ("2022-06-24", false)])
    func weekends(text: String, isWeekend: Bool) {
        #expect(Day(text)?.isWeekend == isWeekend)
    }

    @Test(
        "a cell is quoted where it must be",
        arguments: [
            ("a", "a"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("一，二", "一，二"),
        ])
    func quoting(cell: String, written: String) {
        #expect(CSVText.line(["x", cell]) == "x,\(written)")
        #expect(CSVText.rows(Array("x,\(written)\n".utf8)) == [["x", cell]])
    }

    @Test("an order holds every number once", arguments: [1, 2, 3, 5, 64, 1000, 4097])
    func order(count: Int) {
        let order = KeyedOrder(count: count, seed: 3)
        #expect(Set((0..<count).map { order[$0] }) == Set(0..<count))
    }

    @Test("an order is not the order of counting, and another seed gives another")
    func orderIsMixed() {
        let first = (0..<1000).map { KeyedOrder(count: 1000, seed: 1)[$0] }
        let second = (0..<1000).map { KeyedOrder(count: 1000, seed: 2)[$0] }
        #expect(zip(first, 0...).filter { $0 == $1 }.count < 10)
        #expect(zip(first, second).filter { $0 == $1 }.count < 10)
    }

    @Test(
        "amounts sum to the fen and are positive",
        arguments: [(1204, 393_100_000_000), (1204, 393_100_000_001), (700, 250_000_000_077)])
    func amounts(count: Int, totalFen: Int64) {
        for seed in 0..<20 as Range<UInt64> {
            var dice = SplitMix64(seed: seed)
            let amounts = AmountShape.deals.amounts(count: count, totalFen: totalFen, dice: &dice)
            #expect(amounts.count == count)
            #expect(amounts.reduce(0, +) == totalFen)
            #expect(amounts.allSatisfy { $0 > 0 })
        }
    }

    @Test(
        "an amount is an exact decimal of its unit",
        arguments: [
            (100, "1", "0.0001"), (1, "0.01", "0.000001"), (123_456_789, "1234567.89", "123.456789"),
            (1_500_000, "15000", "1.5"),
        ])
    func decimals(fen: Int64, yuan: String, tenThousandYuan: String) {
        #expect(Dialect.decimal(fen, .yuan) == yuan)
        #expect(Dialect.decimal(fen, .tenThousandYuan) == tenThousandYuan)
    }

    @Test("published amounts are read to the fen, and what cannot be read names its line")
    func figures() throws {
        let heading = "as_of,metric,comparison,value,unit,published_on,source\n"
        let day = try #require(Day("2022-06-21"))
        let good = try PublishedFigures(
            bytes: Array((heading + "2022-06-21,deal_amount,equal,39.31,亿元,,\"a, b\"\n").utf8))
        #expect(try good.value(of: "deal_amount", asOf: day) == 393_100_000_000)
        #expect(throws: Problem.figureMissing(metric: "listings equal on 2022-06-21")) {
            try good.value(of: "listings", asOf: day)
        }
        #expect(throws: Problem.figureUnreadable(line: 2)) {
            try PublishedFigures(bytes: Array((heading + "2022-06-21,deal_amount,equal,39.3x,亿元,,s\n").utf8))
        }
        #expect(throws: Problem.figureUnreadable(line: 3)) {
            try PublishedFigures(
                bytes: Array((heading + "2022-06-21,listings,equal,1,项,,s\n2022-06-31,listings,equal,1,项,,s\n").utf8))
        }
    }
}
