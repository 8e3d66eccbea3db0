/// What is counted.
package enum Measure: String, CaseIterable, Sendable {
    case intention, listing, deal, venue
    case serviceMember = "service_member"
    case demand
    case registration = "contract_registration"
    /// Of registrations the technical amount alone, so that it counts none.
    case registeredTechnical = "registered_technical"
    /// What deals' accounts were to get by a day.
    case instalment
    case paymentIn = "payment_in"
    case paymentOut = "payment_out"
    /// What came into deals' accounts less what went out of them, so that it counts none.
    case held
    /// Deals whose whole price was paid on to the seller, with that price: see ``DealAccount``.
    case settled
    /// Certificates that were issued, whatever became of them since.
    case issuedCertificate = "certificate_issued"
    /// Certificates that were not revoked, with the price that they certify.
    case validCertificate = "certificate_valid"
    case service
    /// The quotas that banks announced.
    case programme
    case servicePoint = "service_point"

    /// Whether its records are counted, and not only a part of their money.
    package var countsRecords: Bool { self != .registeredTechnical && self != .held }

    /// Whether its flows are the lines by which a noun's records are explained; of a certificate's issue that of the valid ones tells too.
    package var explainsRecords: Bool { countsRecords && self != .issuedCertificate }
}

/// What a record adds to the totals on a day: a number of records and fen, both possibly negative.
package struct Flow: Hashable, Sendable {
    package let day: Day
    package let measure: Measure
    package let count: Int64
    package let fen: Int64

    package init(day: Day, measure: Measure, count: Int64, fen: Int64) {
        self.day = day
        self.measure = measure
        self.count = count
        self.fen = fen
    }
}

/// The ways in which a total is taken apart. Each record stands once in each, under `""` where it says nothing.
package enum Dimension: String, CaseIterable, Sendable {
    case all, venue, network, region, kind, field
}
