import Testing

@testable import SampleFeed

@Suite("The money of the sample feed")
struct FeedSettlementTests {
    @Test("what goes out had come in for the same purpose, and neither passes the price")
    func accounts() throws {
        let feed = try Feed(figures: PublishedFigures())
        let closing = try feed.figures.closingDay()
        let byDeal = Dictionary(grouping: feed.settlement.payments, by: \.deal)
        #expect(byDeal.count > feed.deals.count * 3 / 4 && byDeal.count < feed.deals.count)
        for (place, payments) in byDeal {
            var held: [PaymentPurpose: Int64] = [:]
            let ordered = payments.sorted {
                ($0.paidOn, $0.direction == .out ? 1 : 0) < ($1.paidOn, $1.direction == .out ? 1 : 0)
            }
            for payment in ordered {
                #expect(payment.amountFen > 0 && payment.paidOn <= closing)
                let purpose = payment.purpose == .refund ? .price : payment.purpose
                held[purpose, default: 0] += payment.direction == .in ? payment.amountFen : -payment.amountFen
                #expect(held[purpose, default: 0] >= 0, "\(payment)")
            }
            let price = payments.filter { $0.purpose == .price && $0.direction == .in }.map(\.amountFen).reduce(0, +)
            #expect(price <= feed.deals[place].amountFen)
        }
    }

    @Test("the instalments of a price are together the price")
    func instalments() throws {
        let feed = try Feed(figures: PublishedFigures())
        let ofPrice = Dictionary(grouping: feed.settlement.instalments.filter { $0.purpose == .price }, by: \.deal)
        #expect(ofPrice.count == feed.deals.count)
        for (place, parts) in ofPrice {
            #expect(parts.map(\.amountFen).reduce(0, +) == feed.deals[place].amountFen)
        }
    }

    @Test("every purpose and direction occurs, and a code occurs once in its venue")
    func vocabularyAndCodes() throws {
        let feed = try Feed(figures: PublishedFigures())
        #expect(Set(feed.settlement.payments.map(\.purpose)) == Set(PaymentPurpose.allCases))
        #expect(Set(feed.settlement.payments.map(\.direction)) == Set(PaymentDirection.allCases))
        let codes = feed.settlement.payments.map { "\(feed.deals[$0.deal].subject.venue)/\($0.code)" }
        #expect(Set(codes).count == codes.count)
    }
}
