/// What a published figure speaks of.
package enum Metric: String, CaseIterable, Sendable {
    case intentions
    case intentionAmount = "intention_amount"
    case listings
    case deals
    case dealAmount = "deal_amount"
    case venues
    case serviceMembers = "service_members"
    case demands
    case demandAmount = "demand_amount"
    case registrations = "contract_registrations"
    case registeredAmount = "registered_amount"
    case registeredTechnicalAmount = "registered_technical_amount"
    case instalments
    case instalmentAmount = "instalment_amount"
    case paymentsIn = "payments_in"
    case paymentInAmount = "payment_in_amount"
    case paymentsOut = "payments_out"
    case paymentOutAmount = "payment_out_amount"
    case heldAmount = "held_amount"
    case settledDeals = "settled_deals"
    case settledAmount = "settled_amount"
    case certificatesIssued = "certificates_issued"
    case certificatesValid = "certificates_valid"
    case certifiedAmount = "certified_amount"
    case services
    case serviceAmount = "service_amount"
    case programmes
    case programmeAmount = "programme_amount"
    case servicePoints = "service_points"

    package var measure: Measure {
        switch self {
        case .intentions, .intentionAmount: .intention
        case .listings: .listing
        case .deals, .dealAmount: .deal
        case .venues: .venue
        case .serviceMembers: .serviceMember
        case .demands, .demandAmount: .demand
        case .registrations, .registeredAmount: .registration
        case .registeredTechnicalAmount: .registeredTechnical
        case .instalments, .instalmentAmount: .instalment
        case .paymentsIn, .paymentInAmount: .paymentIn
        case .paymentsOut, .paymentOutAmount: .paymentOut
        case .heldAmount: .held
        case .settledDeals, .settledAmount: .settled
        case .certificatesIssued: .issuedCertificate
        case .certificatesValid, .certifiedAmount: .validCertificate
        case .services, .serviceAmount: .service
        case .programmes, .programmeAmount: .programme
        case .servicePoints: .servicePoint
        }
    }

    /// Whether it is of the exchange's services, and not of its trade.
    package var isOfServices: Bool {
        switch measure {
        case .intention, .listing, .deal, .venue, .serviceMember: false
        case .demand, .registration, .registeredTechnical, .instalment, .paymentIn, .paymentOut, .held, .settled,
            .issuedCertificate, .validCertificate, .service, .programme, .servicePoint:
            true
        }
    }

    /// Whether it is money, in fen, and not a number of records.
    package var isMoney: Bool {
        switch self {
        case .intentionAmount, .dealAmount, .demandAmount, .registeredAmount, .registeredTechnicalAmount,
            .instalmentAmount, .paymentInAmount, .paymentOutAmount, .heldAmount, .settledAmount,
            .certifiedAmount, .serviceAmount,
            .programmeAmount:
            true
        case .intentions, .listings, .deals, .venues, .serviceMembers, .demands, .registrations, .instalments,
            .paymentsIn, .paymentsOut, .settledDeals, .certificatesIssued, .certificatesValid, .services, .programmes,
            .servicePoints:
            false
        }
    }

    /// The metric of a total.
    package func value(of total: Total) -> Int64 { isMoney ? total.fen : total.count }
}

/// A number of records and their sum.
package struct Total: Hashable, Sendable {
    package var count: Int64
    package var fen: Int64

    package init(count: Int64 = 0, fen: Int64 = 0) {
        self.count = count
        self.fen = fen
    }

    /// What was recorded never overflows; what another program wrote into the file wraps around, for verify to tell.
    package static func + (left: Total, right: Total) -> Total {
        Total(count: left.count &+ right.count, fen: left.fen &+ right.fen)
    }
}
