import Testing

import struct Registry.Day

@testable import SampleFeed

@Suite("The certificates of the sample feed")
struct FeedCertificationTests {
    private let feed: Feed

    init() throws { feed = try Feed(figures: PublishedFigures()) }

    @Test("the price and the fee had come in when a certificate was issued, and the price was paid on")
    func conditions() throws {
        let closing = try feed.figures.closingDay()
        let payments = Dictionary(grouping: feed.settlement.payments, by: \.deal)
        for certificate in feed.certification.certificates {
            let deal = feed.deals[certificate.deal]
            let before = (payments[certificate.deal] ?? []).filter { $0.paidOn < certificate.issuedOn }
            func sum(_ purpose: PaymentPurpose, _ direction: PaymentDirection) -> Int64 {
                before.filter { $0.purpose == purpose && $0.direction == direction }.map(\.amountFen).reduce(0, +)
            }
            #expect(sum(.price, .in) == deal.amountFen && sum(.price, .out) == deal.amountFen)
            #expect(certificate.feeFen > 0 && sum(.fee, .in) == certificate.feeFen)
            #expect(certificate.issuedOn <= closing)
            if let revokedOn = certificate.revokedOn {
                #expect(revokedOn > certificate.issuedOn && revokedOn <= closing)
            }
        }
    }

    @Test("some are revoked, and such a deal's next one is issued on that day; one is valid at a time")
    func revoked() {
        let certificates = feed.certification.certificates
        let revoked = certificates.filter { $0.revokedOn != nil }
        #expect(certificates.count > feed.deals.count / 3)
        #expect(revoked.count > 3 && revoked.count < certificates.count / 20)
        for (_, ofDeal) in Dictionary(grouping: certificates, by: \.deal) {
            #expect(ofDeal.dropLast().map(\.revokedOn) == ofDeal.dropFirst().map(\.issuedOn))
            #expect(ofDeal.last?.revokedOn == nil)
        }
    }

    @Test("a venue hands in a file of them where it has any, each row as wide as its headings")
    func files() throws {
        let written = try WrittenFeed.shared.get()
        let certificates = Dictionary(grouping: feed.certification.certificates) { feed.deals[$0.deal].subject.venue }
        #expect(certificates.count < feed.venues.core.count)
        for (place, venue) in feed.venues.core.enumerated() {
            let rows = written.rows("\(venue.code)/certificates.csv")
            let expected = (certificates[place] ?? []).map { [venue.code, $0.code] }
            #expect(rows.dropFirst().map { Array($0.prefix(2)) } == expected)
            #expect(Set(rows.map(\.count)).count == (expected.isEmpty ? 0 : 1))
        }
    }

    @Test(
        "what it states beside the deal is the listing's days, the value that was found of it, and who acted for whom")
    func particulars() throws {
        let written = try WrittenFeed.shared.get()
        let services = feed.provision.services
        for certificate in feed.certification.certificates {
            let deal = feed.deals[certificate.deal]
            let own = services.filter { $0.venue == deal.subject.venue }
            let found = own.first { $0.form == .valuation && deal.listing != nil && $0.listing == deal.listing }
            if let found, let endedOn = found.endedOn, endedOn <= certificate.issuedOn, let fen = found.amountFen {
                #expect(certificate.particulars.valuationFen == fen)
            }
            if let match = own.first(where: { $0.form == .matchmaking && $0.deal == deal.subject.code }) {
                #expect(certificate.particulars.buyerAgent == match.provider)
            }
        }
        for (place, venue) in feed.venues.core.enumerated() {
            let dialect = Dialect.of(venueAt: place)
            let parties = Set(written.rows("\(venue.code)/parties.csv").map { $0[0] } + [dialect.missing])
            let certificates = feed.certification.certificates.filter { feed.deals[$0.deal].subject.venue == place }
            for (row, certificate) in zip(written.rows("\(venue.code)/certificates.csv").dropFirst(), certificates) {
                let listing = feed.listingBook.listing(of: feed.deals[certificate.deal])
                let days = [listing?.listedOn, listing?.listedUntil].map { $0.map { "\($0)" } ?? dialect.missing }
                #expect(Array(row[14...15]) == days)
                #expect(parties.isSuperset(of: row[17...18]))
                #expect(row[19].hasSuffix("予以鉴证。"))
            }
        }
        let stated = feed.certification.certificates.map(\.particulars)
        for count in [
            stated.compactMap(\.valuationFen).count, stated.compactMap(\.sellerAgent).count,
            stated.compactMap(\.buyerAgent).count,
        ] { #expect(count > stated.count / 20 && count < stated.count / 2) }
    }

    @Test("a venue numbers those of a year from 1 on, by the day of issue")
    func numbers() {
        let series = Dictionary(grouping: feed.certification.certificates) {
            "\(feed.deals[$0.deal].subject.venue)/\($0.issuedOn.parts.year)"
        }
        #expect(series.count > 20)
        for certificates in series.values {
            let days = certificates.map(\.issuedOn)
            #expect(days == days.sorted())
            #expect(
                certificates.map(\.code)
                    == certificates.enumerated().map { place, certificate in
                        "C-\(certificate.issuedOn.parts.year)-" + padded(place + 1, to: 4)
                    })
        }
    }
}
