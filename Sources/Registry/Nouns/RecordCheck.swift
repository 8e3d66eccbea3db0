extension Noun {
    /// What no field can tell alone: a part above its whole, an end before its beginning.
    package func refusal(of slots: UnsafeBufferPointer<Slot>) -> (field: Int, refusal: Refusal)? {
        switch self {
        case .deal:
            if let whole = slots[Self.dealAmount].amount, let part = slots[Self.dealPart].amount, part > whole {
                return (Self.dealPart, .technicalAmountAboveAmount(part.groupedYuan, amount: whole))
            }
        case .listing: return Self.ending(slots, from: Self.listingStart, to: Self.listingEnd)
        case .venue: return Self.ending(slots, from: Self.venueStart, to: Self.venueEnd)
        case .party, .intention: break
        }
        return nil
    }

    private static func ending(
        _ slots: UnsafeBufferPointer<Slot>, from first: Int, to last: Int
    ) -> (field: Int, refusal: Refusal)? {
        guard let begins = slots[first].day, let ends = slots[last].day, ends < begins else { return nil }
        return (last, .endsBeforeItBegins("\(ends)", begins: begins))
    }

    /// Where a field of that name stands. The names are those of the field lists; a test holds each against them.
    package func knownPlace(of name: String) -> Int {
        guard let place = place(of: name) else { preconditionFailure("\(self) has no field \(name)") }
        return place
    }

    private static let dealAmount = Noun.deal.knownPlace(of: "amount")
    private static let dealPart = Noun.deal.knownPlace(of: "technical_amount")
    private static let listingStart = Noun.listing.knownPlace(of: "listed_on")
    private static let listingEnd = Noun.listing.knownPlace(of: "listed_until")
    private static let venueStart = Noun.venue.knownPlace(of: "joined_on")
    private static let venueEnd = Noun.venue.knownPlace(of: "left_on")
}
