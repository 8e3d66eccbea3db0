import Testing

import struct Registry.Day

@testable import SampleFeed

@Suite("The demands and the abstracts of the sample feed")
struct FeedDemandTests {
    private let feed: Feed

    init() throws { feed = try Feed(figures: PublishedFigures()) }

    @Test("every topic, quality and field of a title has words of its own, which are not the title's")
    func words() throws {
        for field in TechnologyField.allCases {
            #expect(Set(Scene.of(field)).count >= 4)
            for topic in Title.subjects(of: field) {
                let purpose = try #require(Purpose.of(topic), "\(topic)")
                #expect(!purpose.contains(topic))
            }
        }
        for quality in Title.qualities {
            let merit = try #require(Merit.of(quality), "\(quality)")
            #expect(!merit.front.contains(quality))
        }
    }

    @Test("a listing's abstract tells of its own title's technology, and hardly two are alike")
    func abstracts() {
        var seen: Set<String> = []
        for (listing, description) in zip(feed.listings, feed.descriptions) {
            let topic = Title.subjects(of: listing.subject.field).first { listing.subject.title.contains($0) }
            #expect(topic.flatMap { Purpose.of($0) } == description.purpose)
            seen.insert(description.abstract(listing.maturity))
        }
        #expect(feed.descriptions.count == feed.listings.count)
        #expect(seen.count > feed.listings.count * 99 / 100)
    }

    @Test(
        "a demand says what no listing's title says, is posted by a firm while its venue is a member, and is numbered by its day"
    )
    func demands() throws {
        let demands = feed.demanding.demands
        let closing = try feed.figures.closingDay()
        #expect(demands.count == Demanding.inventedCount)
        #expect(Set(demands.map(\.venue)).count == feed.venues.core.count)
        #expect(demands.map(\.postedOn) == demands.map(\.postedOn).sorted())
        let titles = Set(feed.listings.map(\.subject.title))
        for demand in demands {
            #expect(demand.postedOn >= feed.venues.core[demand.venue].joinedOn && demand.postedOn <= closing)
            #expect(demand.postedUntil > demand.postedOn)
            #expect(
                !titles.contains(demand.title)
                    && !Title.subjects(of: demand.field).contains { demand.abstract.contains($0) })
            #expect(feed.book.parties[demand.demander].isFirm)
            if let budget = demand.budgetFen { #expect(budget > 0 && budget % 1_000_000 == 0) }
        }
        let open = demands.filter { $0.budgetFen == nil }.count
        #expect(open > 5 && open < demands.count / 5)
        for (_, ofVenue) in Dictionary(grouping: demands, by: \.venue) {
            #expect(Set(ofVenue.map(\.code)).count == ofVenue.count)
        }
    }

    @Test(
        "a matchmaking names the demand and the listing that it brought together, and its deal is of that listing, in the order of days"
    )
    func matches() throws {
        let services = feed.provision.services
        let matches = services.filter { $0.form == .matchmaking }
        let demands = Dictionary(
            uniqueKeysWithValues: feed.demanding.demands.map { ("\($0.venue)/\($0.code)", $0) })
        let deals = Dictionary(uniqueKeysWithValues: feed.deals.map { ("\($0.subject.venue)/\($0.subject.code)", $0) })
        for match in matches {
            let demand = try #require(demands["\(match.venue)/\(match.demand ?? "")"], "\(match.code)")
            let place = try #require(feed.listingBook.place(of: match.listing, at: match.venue))
            let listing = feed.listings[place]
            #expect(listing.listedOn <= match.startedOn && demand.field == listing.subject.field)
            #expect(demand.postedOn <= match.startedOn)
            #expect(match.endedOn.map { $0 <= demand.postedUntil } == true)
            #expect(demand.abstract.contains(feed.descriptions[place].purpose))
            guard let code = match.deal else { continue }
            let deal = try #require(deals["\(match.venue)/\(code)"])
            #expect(match.outcome == .succeeded && deal.listing == match.listing)
            #expect(match.startedOn <= deal.signedOn && demand.demander == deal.buyer)
            #expect(demand.budgetFen.map { $0 >= deal.amountFen } ?? true)
        }
        #expect(matches.filter { $0.deal != nil }.count > 30 && matches.contains { $0.outcome == .failed })
        #expect(services.allSatisfy { $0.form == .matchmaking || $0.demand == nil })
    }

    @Test(
        "a venue hands in a file of demands, each row as wide as its headings, and a listing's abstract with its listing"
    )
    func files() throws {
        let written = try WrittenFeed.shared.get()
        for (place, venue) in feed.venues.core.enumerated() {
            let rows = written.rows("\(venue.code)/demands.csv")
            let own = feed.demanding.demands.filter { $0.venue == place }
            #expect(rows.dropFirst().map { Array($0[1...3]) } == own.map { [$0.code, $0.title, $0.abstract] })
            #expect(Set(rows.map(\.count)) == [9])
            let parties = Set(written.rows("\(venue.code)/parties.csv").map { $0[0] })
            #expect(own.allSatisfy { parties.contains(feed.book.parties[$0.demander].name) })
            let abstracts = zip(feed.listings, feed.descriptions).filter { $0.0.subject.venue == place }
                .map { $1.abstract($0.maturity) }
            #expect(written.rows("\(venue.code)/listings.csv").dropFirst().map { $0.last } == abstracts)
        }
    }
}
