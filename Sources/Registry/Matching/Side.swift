/// One side of a match: what a listing offers, or what a demand asks for.
package struct Side: Sendable {
    package let noun: Noun
    /// Of the technology, as its code in the vocabulary.
    package let field: String?
    /// A listing's asking price, a demand's budget.
    package let price: Amount?
    /// Where its party is, else its venue.
    package let region: String?
    /// A listing's, as its code in the vocabulary.
    package let maturity: String?
    package let standing: Standing

    package init(
        noun: Noun, field: String?, price: Amount?, region: String?, maturity: String?, standing: Standing
    ) {
        self.noun = noun
        self.field = field
        self.price = price
        self.region = region
        self.maturity = maturity
        self.standing = standing
    }

    /// Whether it can still be answered.
    package enum Standing: String, Sendable {
        case open, expired, suspended, withdrawn
        /// A deal on it is in force: it is gone.
        case sold
        /// Nothing but licences on it are in force: it may be licensed again.
        case licensed

        /// Whether it counts in full.
        package var isOpen: Bool { self == .open || self == .licensed }
    }
}

/// What a listing and a demand have in common besides their words, and how much each of it counts.
///
/// The words decide: everything else only orders what they found, so that the best text is not lost behind a fitting
/// price, and something unknown is never held against a record.
package struct Accord: Hashable, Sendable {
    /// Whether the price lies within the budget; a quarter above it can still be spoken of.
    package enum Price: String, Sendable {
        case within, near, above
    }

    /// nil where either side does not say.
    package let hasSameField: Bool?
    package let price: Price?
    package let hasSameRegion: Bool?

    package init(of one: Side, with other: Side) {
        func same(_ left: String?, _ right: String?) -> Bool? {
            guard let left, let right else { return nil }
            return left == right
        }
        let (listing, demand) = one.noun == .listing ? (one, other) : (other, one)
        hasSameField = same(one.field, other.field)
        hasSameRegion = same(one.region, other.region)
        guard let asked = listing.price, let budget = demand.price else {
            price = nil
            return
        }
        // A quarter above, without a product that could be too large.
        price = asked <= budget ? .within : asked.fen - budget.fen <= budget.fen / 4 ? .near : .above
    }

    /// By how much the counterpart's text counts more or less.
    package func weight(of counterpart: Side) -> Double {
        var weight = 1.0
        if hasSameField == true { weight += 0.15 }
        if hasSameRegion == true { weight += 0.05 }
        switch price {
        case .within: weight += 0.10
        case .above: weight -= 0.10
        case .near, nil: break
        }
        switch counterpart.maturity {
        case "mass_producible": weight += 0.06
        case "pilot_tested": weight += 0.04
        case "lab_tested", "sample": weight += 0.02
        default: break
        }
        return counterpart.standing.isOpen ? weight : weight * 0.7
    }
}
