extension Noun {
    /// What no field can tell alone: a part above its whole, an end before its beginning.
    package func refusal(of slots: UnsafeBufferPointer<Slot>) -> (field: Int, refusal: Refusal)? {
        switch self {
        case .deal: return Self.above(slots, whole: Self.dealAmount, part: Self.dealPart)
        case .registration:
            if let number = slots[Self.registrationCode].text,
                let flaw = RegistrationNumber.flaw(
                    of: number, by: slots[Self.submission].day ?? slots[Self.registrationDay].day)
            {
                return (Self.registrationCode, .notARegistrationNumber(number.text, flaw))
            }
            return Self.above(slots, whole: Self.registrationAmount, part: Self.registrationPart)
                ?? Self.refusal(ofCourseOfRegistration: slots)
        case .demand: return Self.ending(slots, from: Self.demandStart, to: Self.demandEnd)
        case .listing: return Self.ending(slots, from: Self.listingStart, to: Self.listingEnd)
        case .venue: return Self.ending(slots, from: Self.venueStart, to: Self.venueEnd)
        case .instalment: return Self.nothing(slots, amount: Self.instalmentAmount)
        case .payment: return Self.nothing(slots, amount: Self.paymentAmount)
        case .certificate:
            return Self.ending(slots, from: Self.certificateStart, to: Self.certificateEnd)
                ?? Self.ending(slots, from: Self.certifiedListingStart, to: Self.certifiedListingEnd)
                ?? Self.signed(slots, after: Self.certificateStart)
        case .service: return Self.refusal(ofService: slots)
        case .party, .intention: break
        }
        return nil
    }

    private static func above(
        _ slots: UnsafeBufferPointer<Slot>, whole: Int, part place: Int
    ) -> (field: Int, refusal: Refusal)? {
        guard let whole = slots[whole].amount, let part = slots[place].amount, part > whole else { return nil }
        return (place, .technicalAmountAboveAmount(part.groupedYuan, amount: whole))
    }

    private static func nothing(_ slots: UnsafeBufferPointer<Slot>, amount place: Int) -> (
        field: Int, refusal: Refusal
    )? {
        slots[place].amount?.fen == 0 ? (place, .amountOfNothing) : nil
    }

    static func ending(
        _ slots: UnsafeBufferPointer<Slot>, from first: Int, to last: Int
    ) -> (field: Int, refusal: Refusal)? {
        guard let begins = slots[first].day, let ends = slots[last].day, ends < begins else { return nil }
        return (last, .endsBeforeItBegins("\(ends)", begins: begins))
    }

    private static func signed(_ slots: UnsafeBufferPointer<Slot>, after issue: Int) -> (
        field: Int, refusal: Refusal
    )? {
        guard let signed = slots[certifiedSignature].day, let issued = slots[issue].day, issued < signed else {
            return nil
        }
        return (issue, .certifiedBeforeSigned("\(issued)", signed: signed))
    }

    /// Where a field of that name stands. The names are those of the field lists; a test holds each against them.
    package func knownPlace(of name: String) -> Int {
        guard let place = place(of: name) else { preconditionFailure("\(self) has no field \(name)") }
        return place
    }

    private static let dealAmount = Noun.deal.knownPlace(of: "amount")
    private static let dealPart = Noun.deal.knownPlace(of: "technical_amount")
    private static let demandStart = Noun.demand.knownPlace(of: "posted_on")
    private static let demandEnd = Noun.demand.knownPlace(of: "posted_until")
    private static let registrationCode = Noun.registration.knownPlace(of: "code")
    private static let registrationAmount = Noun.registration.knownPlace(of: "amount")
    private static let registrationPart = Noun.registration.knownPlace(of: "technical_amount")
    private static let instalmentAmount = Noun.instalment.knownPlace(of: "amount")
    private static let paymentAmount = Noun.payment.knownPlace(of: "amount")
    private static let certificateStart = Noun.certificate.knownPlace(of: "issued_on")
    private static let certificateEnd = Noun.certificate.knownPlace(of: "revoked_on")
    private static let certifiedListingStart = Noun.certificate.knownPlace(of: "listed_on")
    private static let certifiedListingEnd = Noun.certificate.knownPlace(of: "listed_until")
    private static let certifiedSignature = Noun.certificate.knownPlace(of: "signed_on")
    private static let listingStart = Noun.listing.knownPlace(of: "listed_on")
    private static let listingEnd = Noun.listing.knownPlace(of: "listed_until")
    private static let venueStart = Noun.venue.knownPlace(of: "joined_on")
    private static let venueEnd = Noun.venue.knownPlace(of: "left_on")
}
