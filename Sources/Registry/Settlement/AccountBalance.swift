/// What a payment is for. A refund is of the price.
package enum Purpose: String, CaseIterable, Sendable {
    case price, royalty, fee, deposit
}

/// What was paid into the account of a deal and out of it, in fen. What another program wrote into the file wraps around.
package struct AccountBalance: Hashable, Sendable {
    /// By ``Purpose``, in its order.
    private var cameFen = SIMD4<Int64>.zero
    private var outFen = SIMD4<Int64>.zero
    /// Of the price, what was given back to the buyer and by the seller.
    package private(set) var refundedToBuyer: Int64 = 0
    package private(set) var refundedBySeller: Int64 = 0

    package init() {}

    mutating func add(_ payment: Payment) {
        let fen = payment.amount.fen
        if payment.isOut { outFen[payment.purpose.place] &+= fen } else { cameFen[payment.purpose.place] &+= fen }
        guard payment.kind == .refund else { return }
        if payment.isOut { refundedToBuyer &+= fen } else { refundedBySeller &+= fen }
    }

    package func came(_ purpose: Purpose) -> Int64 { cameFen[purpose.place] }
    package func out(_ purpose: Purpose) -> Int64 { outFen[purpose.place] }
    package func held(_ purpose: Purpose) -> Int64 { came(purpose) &- out(purpose) }

    package var cameIn: Int64 { cameFen.wrappedSum() }
    package var wentOut: Int64 { outFen.wrappedSum() }
    package var held: Int64 { cameIn &- wentOut }

    /// Of the price, less what the buyer got back.
    package var received: Int64 { came(.price) &- refundedBySeller &- refundedToBuyer }
    /// Of the price to the seller, less what the seller gave back.
    package var paidOn: Int64 { out(.price) &- refundedToBuyer &- refundedBySeller }
}

extension Purpose {
    fileprivate var place: Int {
        switch self {
        case .price: 0
        case .royalty: 1
        case .fee: 2
        case .deposit: 3
        }
    }
}

extension Payment {
    fileprivate var purpose: Purpose {
        switch kind {
        case .price, .refund: .price
        case .royalty: .royalty
        case .fee: .fee
        case .deposit: .deposit
        }
    }
}

/// What the account of a deal cannot be. All sums are in fen, by the end of the day.
package enum AccountFault: Error, Hashable, Sendable {
    /// More went out for a purpose than had come in for it.
    case moreThanCameIn(Purpose, on: Day, out: Int64, came: Int64)
    /// The seller gave more back than was paid on.
    case moreGivenBack(on: Day, back: Int64)
    /// More of the price came in than the price then in force.
    case beyondPrice(on: Day, sum: Int64, price: Int64)
    case paidOnBeyondPrice(on: Day, sum: Int64, price: Int64)
}
