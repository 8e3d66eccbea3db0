/// A contract made on an achievement. Totals count its fixed price; a royalty is kept apart.
extension Field {
    static let ofDeal: [Field] = [
        Field("venue", .venue, required: true, "code of the venue"),
        Field("code", .code, required: true, "code within the venue"),
        Field("title", .text(most: 4000), "name of the contract or the achievement"),
        Field("kind", .term(.dealKind), required: true, "kind of technology contract"),
        Field("field", .term(.field), "technology field"),
        Field("mode", .term(.tradingMode), "trading mode"),
        Field("listing", .listing, "code of the listing, of the same venue"),
        Field("seller", .party, "who transfers"),
        Field("buyer", .party, "who receives"),
        Field("amount", .amount, required: true, "fixed price of the contract"),
        Field("technical_amount", .amount, "part of it that is for technology; never more than the amount"),
        Field("pricing", .text(most: 400), "how the price was found"),
        Field("payment_form", .term(.paymentForm), "form of payment"),
        Field("royalty", .text(most: 1000), "royalty terms, in words"),
        Field("signed_on", .day(mayLieAhead: false), required: true, "day of signature"),
        Field("registration_no", .text(most: 40), "number of the contract's registration"),
    ]

    /// What a file may say of a deal beside its fields: since when its present terms hold. It becomes an event.
    package static let effectiveOn = Field(
        "effective_on", .day(mayLieAhead: false), "day from which the amount of a row holds, where it was amended")
}

/// What happened to a deal after it was signed: absolute terms from a day on, never a difference.
package struct DealEvent: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// New terms from the day on.
        case amended
        /// The deal was true until the day; its amount and its count are taken back on it.
        case terminated
    }

    package let kind: Kind
    package let effectiveOn: Day
    /// The amount from the day on; of no meaning for a termination.
    package let amount: Amount

    package init(kind: Kind, effectiveOn: Day, amount: Amount) {
        self.kind = kind
        self.effectiveOn = effectiveOn
        self.amount = amount
    }
}

extension Flow {
    /// What a deal with its events contributes. A void one was never a deal; events that were wrong are left out by the
    /// caller. Events of one day stand in the order in which they were recorded; nothing follows a termination.
    ///
    /// Amounts that were recorded never overflow; those that another program wrote into the file wrap around.
    package static func ofDeal(signedOn: Day, amount: Amount, isVoid: Bool, events: [DealEvent] = []) -> [Flow] {
        guard !isVoid else { return [] }
        var flows = [Flow(day: signedOn, measure: .deal, count: 1, fen: amount.fen)]
        var inForce = amount.fen
        let ordered = events.enumerated().sorted {
            ($0.element.effectiveOn, $0.offset) < ($1.element.effectiveOn, $1.offset)
        }
        for (_, event) in ordered {
            switch event.kind {
            case .amended:
                flows.append(Flow(day: event.effectiveOn, measure: .deal, count: 0, fen: event.amount.fen &- inForce))
                inForce = event.amount.fen
            case .terminated:
                flows.append(Flow(day: event.effectiveOn, measure: .deal, count: -1, fen: 0 &- inForce))
                return flows
            }
        }
        return flows
    }
}
