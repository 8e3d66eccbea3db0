import Registry

/// What is certified of the deals that are settled, up to a day: each once its price was paid on and its fee is in, and once
/// more where the first certificate was revoked.
///
/// It draws from a sequence of its own, so that the other records stay what they were.
struct Certification {
    private(set) var certificates: [Certificate] = []

    init(of deals: [Deal], _ settlement: Settlement, through closing: Day) {
        var dice = SplitMix64(seed: 20_201_201)
        var issued: [Issue] = []
        let payments = Dictionary(grouping: settlement.payments, by: \.deal)
        for place in deals.indices {
            guard let settled = deals[place].settled(by: payments[place] ?? []) else { continue }
            let day = settled.on + dice.number(in: 1...3)
            guard day <= closing else { continue }
            // One in forty had a fault and was replaced.
            let revokedOn = dice.happens(perMille: 25) ? day + dice.number(in: 9...60) : closing + 1
            issued.append(
                Issue(deal: place, feeFen: settled.fee, on: day, revokedOn: revokedOn <= closing ? revokedOn : nil))
            guard revokedOn <= closing else { continue }
            issued.append(Issue(deal: place, feeFen: settled.fee, on: revokedOn, revokedOn: nil))
        }
        var codes = CodeBook()
        certificates = issued.sorted { ($0.on, $0.deal) < ($1.on, $1.deal) }.map { issue in
            let code = codes.next("C", venue: deals[issue.deal].subject.venue, year: issue.on.parts.year)
            return Certificate(
                deal: issue.deal, code: code, feeFen: issue.feeFen, issuedOn: issue.on, revokedOn: issue.revokedOn)
        }
    }

    /// A certificate before it has a number: those of a year are numbered by the day of issue.
    private struct Issue {
        let deal: Int
        let feeFen: Int64
        let on: Day
        let revokedOn: Day?
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
