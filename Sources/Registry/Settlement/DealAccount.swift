/// The account of a deal: what its price is from which day on, and what was paid for it.
///
/// Each purpose is held apart: a fee is not paid out of the price, nor the price out of a deposit. A payment in of the price
/// stays within the price then in force, and so does what is paid on.
package struct DealAccount: Sendable {
    /// The price that is in force from a day on; the first one from the signature, and before it too.
    private let prices: [(from: Day, fen: Int64)]
    /// By day.
    package let payments: [Payment]
    package let signedOn: Day
    /// The day from which on the deal is terminated.
    package let terminatedOn: Day?

    /// - Parameter events: what became of the deal, without what was voided. Once it is terminated its price is 0.
    package init(signedOn: Day, amount: Amount, events: [DealEvent], payments: [Payment]) {
        var inForce: Int64 = 0
        let prices = Flow.ofDeal(signedOn: signedOn, amount: amount, isVoid: false, events: events).map { flow in
            inForce &+= flow.fen
            return (from: flow.day, fen: inForce)
        }
        self.init(signedOn, terminatedOn: events.first { $0.kind == .terminated }?.effectiveOn, prices, payments)
    }

    /// The same with other payments.
    package func with(_ payments: [Payment]) -> DealAccount {
        DealAccount(signedOn, terminatedOn: terminatedOn, prices, payments)
    }

    private init(
        _ signedOn: Day, terminatedOn: Day?, _ prices: [(from: Day, fen: Int64)], _ payments: [Payment]
    ) {
        self.signedOn = signedOn
        self.terminatedOn = terminatedOn
        self.prices = prices
        self.payments = payments.sorted { $0.order < $1.order }
    }

    /// In fen.
    package func price(on day: Day) -> Int64 {
        prices.last { $0.from <= day }?.fen ?? prices.first?.fen ?? 0
    }

    /// What had been paid by the end of a day.
    package func balance(asOf day: Day) -> AccountBalance {
        var balance = AccountBalance()
        for payment in payments where payment.paidOn <= day { balance.add(payment) }
        return balance
    }

    /// What is wrong with it on the first day on which anything is.
    ///
    /// - Parameters:
    ///   - before: what it was before; what was as wrong then is passed over, so that a deal whose price was lowered
    ///     below what had come in can still be put right.
    ///   - againstPrice: whether what comes in and is paid on is held against the price.
    package func fault(since before: DealAccount, againstPrice: Bool = true) -> AccountFault? {
        let days = Set((payments + before.payments).map(\.paidOn)).sorted()
        var (now, was) = (AccountBalance(), AccountBalance())
        var (next, nextBefore) = (0, 0)
        for day in days {
            var (comesIn, isPaidOn) = (false, false)
            while next < payments.count, payments[next].paidOn <= day {
                now.add(payments[next])
                if payments[next].kind == .price {
                    if payments[next].isOut { isPaidOn = true } else { comesIn = true }
                }
                next += 1
            }
            while nextBefore < before.payments.count, before.payments[nextBefore].paidOn <= day {
                was.add(before.payments[nextBefore])
                nextBefore += 1
            }
            for purpose in Purpose.allCases where now.held(purpose) < min(0, was.held(purpose)) {
                return .moreThanCameIn(purpose, on: day, out: now.out(purpose), came: now.came(purpose))
            }
            if now.paidOn < min(0, was.paidOn) { return .moreGivenBack(on: day, back: 0 &- now.paidOn) }
            let price = price(on: day)
            guard againstPrice else { continue }
            if comesIn, now.received > max(price, was.received) {
                return .beyondPrice(on: day, sum: now.received, price: price)
            }
            if isPaidOn, now.paidOn > max(price, was.paidOn) {
                return .paidOnBeyondPrice(on: day, sum: now.paidOn, price: price)
            }
        }
        return nil
    }

    /// Settled from the day on which the whole price in force, above zero, has been paid on to the seller; no more from the
    /// day on which that is not so: the price was raised, the deal terminated, or the seller gave back.
    package var flows: [Flow] {
        var flows: [Flow] = []
        var (balance, next, settled) = (AccountBalance(), 0, nil as Int64?)
        for day in Set(payments.map { max($0.paidOn, signedOn) } + prices.map(\.from)).sorted() {
            while next < payments.count, payments[next].paidOn <= day {
                balance.add(payments[next])
                next += 1
            }
            let price = price(on: day)
            let now = price > 0 && balance.paidOn >= price ? price : nil
            defer { settled = now }
            guard now != settled else { continue }
            flows.append(
                Flow(
                    day: day, measure: .settled, count: (now == nil ? 0 : 1) - (settled == nil ? 0 : 1),
                    fen: (now ?? 0) &- (settled ?? 0)))
        }
        return flows
    }

    /// The day since which it is settled, as of a day; nil where it is not.
    package func settledOn(asOf day: Day) -> Day? {
        var since: Day?
        for flow in flows where flow.day <= day && flow.count != 0 { since = flow.count > 0 ? flow.day : nil }
        return since
    }
}
