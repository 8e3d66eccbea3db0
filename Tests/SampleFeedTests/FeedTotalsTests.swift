import Testing

import struct Registry.Day

@testable import SampleFeed

@Suite("The totals of the written files")
struct FeedTotalsTests {
    let feed: WrittenFeed

    init() throws { feed = try WrittenFeed.shared.get() }

    @Test("every published line holds in the written files")
    func everyFigure() throws {
        let lines = WrittenFeed.keyed(feed.rows("figures.csv"))
        #expect(lines.count == 9)
        for line in lines {
            let day = try #require(Day(line["as_of"] ?? ""))
            let unit: Int64 = line["unit"] == "亿元" ? 100_000_000 : 1
            let published = try #require(WrittenFeed.fen(["amount_yuan": line["value"] ?? ""], ["amount_yuan"])) * unit
            // Both sides in hundredths of an item or of a yuan.
            let found = try #require(total(line["metric"] ?? "", on: day))
            switch line["comparison"] {
            case "equal": #expect(found == published, "\(line)")
            case "at_least": #expect(found >= published && found < published / 100 * 105, "\(line)")
            case "nearly": #expect(found < published && found >= published / 100 * 95, "\(line)")
            default: Issue.record("an unknown comparison in \(line)")
            }
        }
    }

    private func total(_ metric: String, on day: Day) -> Int64? {
        switch metric {
        case "intentions", "listings": return Int64(feed.records(metric, through: day).count) * 100
        case "intention_amount", "deal_amount":
            let kind = metric == "deal_amount" ? "deals" : "intentions"
            let amounts = feed.records(kind, through: day).map(\.fen)
            return amounts.contains(nil) ? nil : amounts.compactMap(\.self).reduce(0, +)
        case "venues", "service_members":
            let network = metric == "venues" ? "core" : "service"
            return Int64(feed.venues.filter { $0["network"] == network && joined($0, by: day) }.count) * 100
        default: return nil
        }
    }

    private func joined(_ venue: [String: String], by day: Day) -> Bool {
        Day(venue["joined_on"] ?? "").map { $0 <= day } ?? false
    }

    @Test("the figures are handed on as they were published")
    func figuresUnchanged() throws {
        #expect(feed.bytes("figures.csv") == Array(try PublishedFigures().text.utf8))
    }

    @Test(
        "the service network begins on 2021-04-28",
        arguments: [("2021-04-27", 0), ("2021-04-28", 1), ("2022-06-21", 18)])
    func serviceNetwork(day: String, members: Int) throws {
        let day = try #require(Day(day))
        #expect(feed.venues.filter { $0["network"] == "service" && joined($0, by: day) }.count == members)
    }

    @Test("core venues join over time, the first of them on the opening day")
    func coreJoins() throws {
        let core = feed.venues.filter { $0["network"] == "core" }.compactMap { $0["joined_on"] }
        #expect(core.min() == "2020-10-28")
        #expect(core.filter { $0 == "2020-10-28" }.count < 6)
        #expect(Set(core).count > 12)
        #expect(feed.venues.allSatisfy { $0["left_on"] == "" })
    }

    @Test("the number of deals is the invented one")
    func dealCount() {
        #expect(feed.records["deals"]?.count == Feed.inventedDealCount)
    }
}
