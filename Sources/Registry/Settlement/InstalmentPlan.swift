/// What was agreed to be paid for a deal, and by which days.
package struct InstalmentPlan: Sendable {
    package struct Instalment: Hashable, Sendable {
        package let isRoyalty: Bool
        package let amount: Amount
        package let dueOn: Day

        package init(isRoyalty: Bool, amount: Amount, dueOn: Day) {
            (self.isRoyalty, self.amount, self.dueOn) = (isRoyalty, amount, dueOn)
        }
    }

    package let instalments: [Instalment]

    package init(_ instalments: [Instalment]) { self.instalments = instalments }

    /// What instalments of the price come to, in fen; it may differ from the price, whose amendment a new plan follows.
    package var planned: Int64 { sum { !$0.isRoyalty } }

    /// What was due before a day and has not come in by its end, in fen. Of the price no more is due than the price in force.
    package func overdue(_ account: DealAccount, asOf day: Day) -> Int64 {
        let balance = account.balance(asOf: day)
        let price = min(sum { !$0.isRoyalty && $0.dueOn < day }, account.price(on: day))
        let royalty = sum { $0.isRoyalty && $0.dueOn < day }
        return max(0, price &- balance.received) &+ max(0, royalty &- balance.came(.royalty))
    }

    private func sum(_ isMeant: (Instalment) -> Bool) -> Int64 {
        instalments.reduce(0) { isMeant($1) ? $0 &+ $1.amount.fen : $0 }
    }
}
