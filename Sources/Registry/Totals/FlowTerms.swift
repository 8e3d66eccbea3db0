/// Of a version of a record, what decides its flows.
package struct FlowTerms: Sendable {
    /// The day that dates the record.
    package var day: Day?
    /// The first day on which it counts no more: a venue is gone, a registration cancelled.
    package var end: Day?
    /// Of a venue.
    package var network: String
    /// The money that totals sum.
    package var amount: Amount?
    /// A part of it that is summed apart.
    package var part: Amount?
    package var isVoid: Bool

    package init(
        day: Day?, end: Day? = nil, network: String = "", amount: Amount?, part: Amount? = nil, isVoid: Bool
    ) {
        self.day = day
        self.end = end
        self.network = network
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
            Flow.ofVenue(network: terms.network, joinedOn: day, leftOn: terms.end, isVoid: terms.isVoid)
        case .party: []
        case .intention: Flow.ofIntention(receivedOn: day, amount: terms.amount, isVoid: terms.isVoid)
        case .listing: Flow.ofListing(listedOn: day, askingPrice: terms.amount, isVoid: terms.isVoid)
        case .demand: Flow.ofDemand(postedOn: day, budget: terms.amount, isVoid: terms.isVoid)
        case .registration:
            Flow.ofRegistration(
                registeredOn: day, cancelledOn: terms.end, amount: terms.amount, technical: terms.part,
                isVoid: terms.isVoid)
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
        }
    }
}
