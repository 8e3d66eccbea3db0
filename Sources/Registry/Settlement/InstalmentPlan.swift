/// What was agreed to be paid for a deal, and by which days.
package struct InstalmentPlan: Sendable {
    package struct Instalment: Hashable, Sendable {
        package let code: String
        /// The price or a royalty.
        package let kind: Purpose
        package let amount: Amount
        package let dueOn: Day

        package init(_ code: String, kind: Purpose, amount: Amount, dueOn: Day) {
            (self.code, self.kind, self.amount, self.dueOn) = (code, kind, amount, dueOn)
        }
    }

    /// In the order in which they are due.
    package let instalments: [Instalment]

    package init(_ instalments: [Instalment]) { self.instalments = instalments }

    /// What instalments of the price come to, in fen; it may differ from the price, whose amendment a new plan follows.
    package var planned: Int64 { instalments.reduce(0) { $1.kind == .price ? $0 &+ $1.amount.fen : $0 } }

    /// What of each has not come in by the end of a day, in fen: what came in is of those that are due first. Of the price no
    /// more is to come in than the price in force.
    package func lacking(_ account: DealAccount, asOf day: Day) -> [Int64] {
        let balance = account.balance(asOf: day)
        let price = account.price(on: day)
        var (ofPrice, ofRoyalty): (Int64, Int64) = (0, 0)
        return instalments.map { instalment in
            if instalment.kind == .royalty {
                let before = ofRoyalty
                ofRoyalty &+= instalment.amount.fen
                return max(0, ofRoyalty &- max(before, balance.came(.royalty)))
            }
            let before = ofPrice
            ofPrice = min(ofPrice &+ instalment.amount.fen, price)
            return max(0, ofPrice &- max(before, balance.received))
        }
    }

    /// What was due before a day and has not come in by its end, in fen.
    package func overdue(_ account: DealAccount, asOf day: Day) -> Int64 {
        zip(instalments, lacking(account, asOf: day)).reduce(0) { $1.0.dueOn < day ? $0 &+ $1.1 : $0 }
    }
}
