import Registry

/// The money of all deals, up to a day: nothing is paid out that had not come in, and nothing beyond a price.
///
/// The deals are places in the feed's list. It draws from a sequence of its own, so that the other records stay what they were.
struct Settlement {
    private(set) var instalments: [Instalment] = []
    private(set) var payments: [Payment] = []
    private let deals: [Deal]
    private let closing: Day
    private var dice = SplitMix64(seed: 20_220_621)
    private var codes = CodeBook()

    init(of deals: [Deal], through closing: Day) {
        (self.deals, self.closing) = (deals, closing)
        for place in deals.indices {
            settle(place)
            chargeFee(place)
            if dice.happens(perMille: 110) { holdDeposit(place) }
        }
    }

    /// Each part comes in about the day on which it is due, but for one in sixteen, and is paid on when a few days have passed.
    private mutating func settle(_ place: Int) {
        let deal = deals[place]
        for (amount, days) in deal.parts {
            let dueOn = deal.signedOn + days
            agree(place, .price, amount, dueOn)
            let paidOn = dueOn + -dice.number(in: 0...9)
            guard paidOn <= closing, !dice.happens(perMille: 60) else { continue }
            pay(place, .price, .in, amount, paidOn)
            let paidOnFurther = paidOn + dice.number(in: 3...12)
            guard paidOnFurther <= closing else { continue }
            // One in a hundred goes back to the buyer instead.
            pay(place, dice.happens(perMille: 10) ? .refund : .price, .out, amount, paidOnFurther)
        }
        if deal.paymentForm == .royalty || deal.paymentForm == .entryFeeAndRoyalty {
            let royalty = max(100, deal.amountFen / 100 * Int64(dice.number(in: 2...6)) / 100 * 100)
            agree(place, .royalty, royalty, deal.signedOn + 365)
            let paidOn = deal.signedOn + 365 + -dice.number(in: 0...20)
            guard paidOn <= closing else { return }
            pay(place, .royalty, .in, royalty, paidOn)
            if paidOn + 5 <= closing { pay(place, .royalty, .out, royalty, paidOn + 5) }
        }
    }

    /// Three thousandths of the price, in whole yuan, which the exchange takes out of the account when a month has passed.
    private mutating func chargeFee(_ place: Int) {
        let deal = deals[place]
        let fee = max(10_000, deal.amountFen / 1000 * 3 / 100 * 100)
        guard deal.signedOn + 5 <= closing, !dice.happens(perMille: 90) else { return }
        pay(place, .fee, .in, fee, deal.signedOn + 5)
        if deal.signedOn + 35 <= closing { pay(place, .fee, .out, fee, deal.signedOn + 35) }
    }

    /// A tenth of the price, before the signature, and back after it.
    private mutating func holdDeposit(_ place: Int) {
        let deal = deals[place]
        let deposit = max(100, deal.amountFen / 1000 * 100)
        pay(place, .deposit, .in, deposit, deal.signedOn + -dice.number(in: 3...12))
        if deal.signedOn + 20 <= closing { pay(place, .deposit, .out, deposit, deal.signedOn + 20) }
    }

    private mutating func agree(_ place: Int, _ purpose: PaymentPurpose, _ fen: Int64, _ day: Day) {
        let code = code("T", of: deals[place], on: day)
        instalments.append(Instalment(deal: place, code: code, purpose: purpose, amountFen: fen, dueOn: day))
    }

    private mutating func pay(
        _ place: Int, _ purpose: PaymentPurpose, _ direction: PaymentDirection, _ fen: Int64, _ day: Day
    ) {
        let code = code("P", of: deals[place], on: day)
        payments.append(
            Payment(deal: place, code: code, purpose: purpose, direction: direction, amountFen: fen, paidOn: day))
    }

    private mutating func code(_ letter: String, of deal: Deal, on day: Day) -> String {
        codes.next(letter, venue: deal.subject.venue, year: day.parts.year)
    }
}

extension Deal {
    /// Amounts and days from the signature, together the price.
    fileprivate var parts: [(amountFen: Int64, days: Int)] {
        let price = amountFen
        switch paymentForm {
        case .lumpSum: return [(price, 15)]
        case .royalty: return [(price, 30)]
        case .entryFeeAndRoyalty:
            let entry = price / 200 * 100
            return [(entry, 15), (price - entry, 180)]
        case .instalments:
            let first = price / 1000 * 300
            let second = price / 1000 * 400
            return [(first, 15), (second, 90), (price - first - second, 240)]
        }
    }
}
