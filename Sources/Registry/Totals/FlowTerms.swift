/// Of a version of a record, what decides its flows.
package struct FlowTerms: Sendable {
    /// The day that dates the record.
    package var day: Day?
    /// The first day on which it counts no more: a venue is gone, a registration cancelled.
    package var end: Day?
    /// The word by which it enters one measure or another: the network of a venue, the direction of a payment, the
    /// kind of a service.
    package var measuredBy: String
    /// The money that totals sum.
    package var amount: Amount?
    /// A part of it that is summed apart.
    package var part: Amount?
    package var isVoid: Bool

    package init(
        day: Day?, end: Day? = nil, measuredBy: String = "", amount: Amount?, part: Amount? = nil, isVoid: Bool
    ) {
        self.day = day
        self.end = end
        self.measuredBy = measuredBy
        self.amount = amount
        self.part = part
        self.isVoid = isVoid
    }
}

extension Noun {
    /// What a record adds to the totals: one rule for adding, correcting, reverting, explaining and verifying.
    ///
    /// - Parameter events: what became of a deal, without what was voided.
    package func flows(_ terms: FlowTerms, events: [DealEvent] = []) -> [Flow] {
        guard let day = terms.day else { return [] }
        return switch self {
        case .venue:
            Flow.ofVenue(network: terms.measuredBy, joinedOn: day, leftOn: terms.end, isVoid: terms.isVoid)
        case .party: []
        case .intention: Flow.ofIntention(receivedOn: day, amount: terms.amount, isVoid: terms.isVoid)
        case .listing: Flow.ofListing(listedOn: day, askingPrice: terms.amount, isVoid: terms.isVoid)
        case .demand: Flow.ofDemand(postedOn: day, budget: terms.amount, isVoid: terms.isVoid)
        case .registration:
            Flow.ofRegistration(
                registeredOn: day, cancelledOn: terms.end, amount: terms.amount, technical: terms.part,
                isVoid: terms.isVoid)
        case .instalment: Flow.ofInstalment(dueOn: day, amount: terms.amount, isVoid: terms.isVoid)
        case .payment:
            Flow.ofPayment(
                paidOn: day, amount: terms.amount, direction: terms.measuredBy, isVoid: terms.isVoid)
        case .certificate:
            Flow.ofCertificate(issuedOn: day, revokedOn: terms.end, amount: terms.amount, isVoid: terms.isVoid)
        case .service:
            Flow.ofService(
                startedOn: day, closedOn: terms.end, amount: terms.amount, kind: terms.measuredBy, isVoid: terms.isVoid)
        case .deal:
            Flow.ofDeal(signedOn: day, amount: terms.amount ?? Amount(fen: 0), isVoid: terms.isVoid, events: events)
        }
    }

    /// The measures of those flows.
    package var measures: [Measure] {
        switch self {
        case .venue: [.venue, .serviceMember]
        case .party: []
        case .intention: [.intention]
        case .listing: [.listing]
        case .demand: [.demand]
        case .deal: [.deal]
        case .registration: [.registration, .registeredTechnical]
        case .instalment: [.instalment]
        case .payment: [.paymentIn, .paymentOut, .held]
        case .certificate: [.issuedCertificate, .validCertificate]
        case .service: [.service, .programme, .servicePoint]
        }
    }
}

extension Measure {
    /// Whose records it measures, by whose keys it is taken apart. Settled deals are deals, though payments settle them.
    package var noun: Noun? { self == .settled ? .deal : Noun.allCases.first { $0.measures.contains(self) } }
}
