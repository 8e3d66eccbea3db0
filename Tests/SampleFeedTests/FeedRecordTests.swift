import Testing

import struct Registry.Day

@testable import SampleFeed

@Suite("The records of the written files")
struct FeedRecordTests {
    let feed: WrittenFeed

    init() throws { feed = try WrittenFeed.shared.get() }

    @Test(
        "no row is lost by reading: each has the width of its headings",
        arguments: ["parties", "intentions", "listings", "demands", "deals", "instalments", "payments"])
    func widths(kind: String) throws {
        let core = feed.venues.filter { $0["network"] == "core" }
        #expect(core.count == 19)
        for venue in core {
            let rows = feed.rows("\(try #require(venue["code"]))/\(kind).csv")
            #expect(rows.count > 1)
            #expect(Set(rows.map(\.count)).count == 1)
        }
    }

    @Test(
        "a record belongs to a venue that had joined, and none is later than the closing day",
        arguments: ["intentions", "listings", "deals"])
    func membership(kind: String) throws {
        let joined = try Dictionary(
            uniqueKeysWithValues: feed.venues.map { venue in
                (try #require(venue["code"]), try #require(Day(venue["joined_on"] ?? "")))
            })
        let closing = try #require(Day("2022-06-21"))
        for record in try #require(feed.records[kind]) {
            #expect(record.day >= (try #require(joined[record.venue])), "\(record.code)")
            #expect(record.day <= closing)
        }
    }

    @Test("a code occurs once in its venue and carries the year", arguments: ["intentions", "listings", "deals"])
    func codes(kind: String) throws {
        let records = try #require(feed.records[kind])
        #expect(Set(records.map { "\($0.venue)/\($0.code)" }).count == records.count)
        #expect(records.allSatisfy { $0.code.dropFirst(2).hasPrefix(String($0.day.parts.year)) })
    }

    @Test("4.4 % of the deals make four fifths of the value, all of them above ten million yuan")
    func dealShape() throws {
        let amounts = try #require(feed.records["deals"]).compactMap(\.fen).sorted(by: >)
        let large = amounts.prefix((amounts.count * 44 + 500) / 1000).reduce(0, +)
        let share = large * 1000 / amounts.reduce(0, +)
        #expect((780...820).contains(share))
        #expect(amounts.filter { $0 > 1_000_000_000 }.count == (amounts.count * 44 + 500) / 1000)
        #expect(try #require(amounts.last) > 0)
    }

    @Test("most deals are in whole yuan, some are not")
    func wholeYuan() throws {
        let amounts = try #require(feed.records["deals"]).compactMap(\.fen)
        let broken = amounts.filter { $0 % 100 != 0 }.count
        #expect(broken > 10 && broken < amounts.count / 10)
    }

    @Test("a deal's technical amount is at most its amount, and most often the same")
    func technicalAmounts() throws {
        let deals = try #require(feed.records["deals"])
        var equal = 0
        for deal in deals {
            let fen = try #require(deal.fen)
            let technical = try #require(
                WrittenFeed.fen(deal.cells, ["technical_amount_yuan", "技术交易额", "技术交易金额"]))
            #expect(technical > 0 && technical <= fen, "\(deal.code)")
            if technical == fen { equal += 1 }
        }
        #expect(equal > deals.count * 7 / 10 && equal < deals.count)
    }

    @Test("a deal's listing is of the same venue and title, was listed before, and is sold once")
    func listingsOfDeals() throws {
        let listings = Dictionary(
            uniqueKeysWithValues: try #require(feed.records["listings"]).map { ("\($0.venue)/\($0.code)", $0) })
        var sold: Set<String> = []
        for deal in try #require(feed.records["deals"]) {
            let code = try #require(deal.cells["listing"] ?? deal.cells["挂牌项目编号"])
            guard !["", "--", "无"].contains(code) else { continue }
            let listing = try #require(listings["\(deal.venue)/\(code)"])
            #expect(listing.day < deal.day)
            #expect(title(listing) == title(deal))
            #expect(sold.insert("\(deal.venue)/\(code)").inserted)
        }
        #expect(sold.count > Feed.inventedDealCount * 4 / 5)
    }

    private func title(_ record: WrittenFeed.Record) -> String? {
        ["title", "科技成果名称", "成果名称", "项目名称", "标的名称", "技术合同名称", "转让标的名称"].compactMap { record.cells[$0] }.first
    }

    @Test("trade grows, and months differ", arguments: [("listings", 3), ("deals", 3)])
    func growth(kind: String, factor: Int) throws {
        let records = try #require(feed.records[kind])
        let months = Dictionary(grouping: records) { "\($0.day)".prefix(7) }.mapValues(\.count)
        #expect(months.count >= 20)
        let first = months.filter { $0.key < "2021-06" }.values.reduce(0, +)
        let last = months.filter { $0.key >= "2021-11" }.values.reduce(0, +)
        #expect(last > first * factor / 2)
        #expect(try #require(months["2022-02"]) * 3 < (try #require(months["2022-03"])) * 2)
    }

    @Test("all values of each vocabulary occur, in English and in Chinese")
    func vocabularies() throws {
        let cells = Set(["listings", "deals"].flatMap { feed.records[$0] ?? [] }.flatMap(\.cells.values))
        func expectAll<Value: Word>(_ type: Value.Type) {
            for word in type.allCases {
                #expect(cells.contains(word.rawValue))
                #expect(cells.contains(word.chinese))
            }
        }
        expectAll(DealKind.self)
        expectAll(TradingMode.self)
        expectAll(TechnologyField.self)
        expectAll(AchievementKind.self)
        expectAll(Maturity.self)
        expectAll(PaymentForm.self)
    }

    @Test("titles with commas and quotes occur and are read back whole")
    func quoting() throws {
        let titles = try #require(feed.records["intentions"]).compactMap(title)
        #expect(titles.contains { $0.contains(",") })
        #expect(titles.contains { $0.hasPrefix("\"") })
        #expect(titles.count == feed.records["intentions"]?.count)
    }

    @Test("one venue writes a byte-order mark and CRLF, the others neither")
    func byteOrderMark() throws {
        var marked: [String] = []
        for venue in feed.venues where venue["network"] == "core" {
            let code = try #require(venue["code"])
            let bytes = try #require(feed.bytes("\(code)/deals.csv"))
            let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            #expect(bytes.contains(13) == isMarked)
            if isMarked { marked.append(code) }
        }
        #expect(marked == ["HZ"])
    }
}
