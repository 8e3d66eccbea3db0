/// What was agreed to be paid for a deal, and by which days.
package struct InstalmentPlan: Sendable {
    package struct Instalment: Hashable, Sendable {
        package enum Kind: String, Sendable { case price, royalty }

        package let code: String
        package let kind: Kind
        package let amount: Amount
        package let dueOn: Day

        package init(_ code: String, kind: Kind, amount: Amount, dueOn: Day) {
            (self.code, self.kind, self.amount, self.dueOn) = (code, kind, amount, dueOn)
        }
    }

    /// In the order in which they are due; those of one day as they were given.
    package let instalments: [Instalment]

    package init(_ instalments: [Instalment]) {
        self.instalments = instalments.enumerated()
            .sorted { ($0.element.dueOn, $0.offset) < ($1.element.dueOn, $1.offset) }.map(\.element)
    }

    /// What instalments of the price come to, in fen; it may differ from the price, whose amendment a new plan follows.
    package var planned: Int64 { instalments.reduce(0) { $1.kind == .price ? $0 &+ $1.amount.fen : $0 } }

    /// What of each is still to come in at the end of a day, in fen. What came in is of those that are due first; of the price no
    /// more is to come in than the price in force, so that nothing of it is once the deal is terminated.
    package func stillDue(_ account: DealAccount, asOf day: Day) -> [Int64] {
        let balance = account.balance(asOf: day)
        let price = account.price(on: day)
        var (ofPrice, ofRoyalty): (Int64, Int64) = (0, 0)
        return instalments.map { instalment in
            switch instalment.kind {
            case .price:
                let before = ofPrice
                ofPrice = min(ofPrice &+ instalment.amount.fen, price)
                return max(0, ofPrice &- max(before, balance.received))
            case .royalty:
                let before = ofRoyalty
                ofRoyalty &+= instalment.amount.fen
                return max(0, ofRoyalty &- max(before, balance.came(.royalty)))
            }
        }
    }

    /// What was due before a day and is still to come in at its end, in fen.
    package func overdue(_ account: DealAccount, asOf day: Day) -> Int64 {
        zip(instalments, stillDue(account, asOf: day)).reduce(0) { $1.0.dueOn < day ? $0 &+ $1.1 : $0 }
    }
}
