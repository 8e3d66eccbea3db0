import Registry

/// What is certified of the deals that are settled, up to a day: each once its price was paid on and its fee is in, and once
/// more where the first certificate was revoked.
///
/// It draws from sequences of its own, so that the other records stay what they were.
struct Certification {
    private(set) var certificates: [Certificate] = []

    init(of deals: [Deal], _ settlement: Settlement, _ services: [Service], through closing: Day) {
        var dice = SplitMix64(seed: 20_201_201)
        var issued: [Issue] = []
        var particularDice = SplitMix64(seed: 20_210_818)
        let servicesOf = Dictionary(grouping: services) { $0.venue }
        let payments = Dictionary(grouping: settlement.payments, by: \.deal)
        for place in deals.indices {
            guard let settled = deals[place].settled(by: payments[place] ?? []) else { continue }
            let day = settled.on + dice.number(in: 1...3)
            guard day <= closing else { continue }
            // One in forty had a fault and was replaced.
            let revokedOn = dice.happens(perMille: 25) ? day + dice.number(in: 9...60) : closing + 1
            let particulars = Certificate.Particulars(
                of: deals[place], servicesOf[deals[place].subject.venue] ?? [], by: day, dice: &particularDice)
            issued.append(
                Issue(
                    deal: place, feeFen: settled.fee, on: day, revokedOn: revokedOn <= closing ? revokedOn : nil,
                    particulars: particulars))
            guard revokedOn <= closing else { continue }
            issued.append(
                Issue(deal: place, feeFen: settled.fee, on: revokedOn, revokedOn: nil, particulars: particulars))
        }
        var codes = CodeBook()
        certificates = issued.sorted { ($0.on, $0.deal) < ($1.on, $1.deal) }.map { issue in
            let code = codes.next("C", venue: deals[issue.deal].subject.venue, year: issue.on.parts.year)
            return Certificate(
                deal: issue.deal, code: code, feeFen: issue.feeFen, issuedOn: issue.on, revokedOn: issue.revokedOn,
                particulars: issue.particulars)
        }
    }

    /// A certificate before it has a number: those of a year are numbered by the day of issue.
    private struct Issue {
        let deal: Int
        let feeFen: Int64
        let on: Day
        let revokedOn: Day?
        let particulars: Certificate.Particulars
    }
}

extension Certificate.Particulars {
    /// The value that an appraiser at the venue had found of the listing, else one in six has one from elsewhere; who made the
    /// match acted for the buyer.
    fileprivate init(of deal: Deal, _ services: [Service], by day: Day, dice: inout SplitMix64) {
        let venue = deal.subject.venue
        let found = services.first { service in
            service.form == .valuation && deal.listing != nil && service.listing == deal.listing
                && service.endedOn.map { $0 <= day } ?? false
        }
        let isValued = dice.happens(perMille: 170)
        let near = deal.amountFen / 1_000_000 * Int64(dice.number(in: 920...1120)) * 1000
        valuationFen = found?.amountFen ?? (isValued && near > 0 ? near : nil)
        sellerAgent = dice.happens(perMille: 140) ? PartyName.provider(at: venue, "知识产权代理有限公司") : nil
        let match = services.first { $0.form == .matchmaking && $0.deal == deal.subject.code }
        let hasAgent = dice.happens(perMille: 120)
        buyerAgent = match?.provider ?? (hasAgent ? PartyName.provider(at: venue, "技术经纪有限公司") : nil)
    }
}

extension Deal {
    /// The day on which the whole price was paid on to the seller, and the fee that is in; nil where either is not so.
    fileprivate func settled(by payments: [Payment]) -> (on: Day, fee: Int64)? {
        let paidOn = payments.filter { $0.purpose == .price && $0.direction == .out }
        let fees = payments.filter { $0.purpose == .fee && $0.direction == .in }
        guard paidOn.map(\.amountFen).reduce(0, +) == amountFen, !fees.isEmpty,
            let last = (paidOn + fees).map(\.paidOn).max()
        else { return nil }
        return (last, fees.map(\.amountFen).reduce(0, +))
    }
}
