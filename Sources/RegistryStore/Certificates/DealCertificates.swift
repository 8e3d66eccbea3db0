import Registry
import SQLite

/// What is certified of one deal, as far as its certificates must be able to stand.
struct DealCertificates {
    struct Certificate {
        let id: Int64
        /// As on the command line: `SH/C-2022-0001`.
        let name: String
        let issuedOn: Day
        let revokedOn: Day?
        /// In fen; nil where it certifies no price.
        let price: Int64?
        let fee: Int64?
        /// Whether the exchange itself issued it, so that its conditions must hold.
        let isOwn: Bool
        /// Whether the change at hand recorded it, so that it certifies the price in force.
        let isNew: Bool

        /// Two that were valid on one and the same day.
        func overlaps(_ other: Certificate) -> Bool {
            let begins = max(issuedOn, other.issuedOn)
            return [revokedOn, other.revokedOn].allSatisfy { end in end.map { begins < $0 } ?? true }
        }

        /// What keeps it from standing, besides the other certificates of its deal.
        ///
        /// - Parameter account: of the deal; nil where that is void.
        func faults(by account: DealAccount?) -> [CertificateFault] {
            guard isOwn, revokedOn == nil else { return [] }
            guard let account else { return [.dealIsVoid] }
            let inForce = isNew ? account.price(on: issuedOn) : 0
            return account.certificateFaults(of: max(price ?? 0, inForce), fee: fee, on: issuedOn)
        }
    }

    /// In the order in which they were recorded, without those that are void.
    let certificates: [Certificate]

    /// What is wrong with each.
    func faults(by account: DealAccount?) -> [(Certificate, [CertificateFault])] {
        certificates.enumerated().compactMap { place, certificate in
            let other = certificates[..<place].first { $0.overlaps(certificate) }
            let faults = certificate.faults(by: account) + (other.map { [.another($0.name)] } ?? [])
            return faults.isEmpty ? nil : (certificate, faults)
        }
    }
}

/// Reads the certificates of deals.
final class CertificateReading {
    private let rows: Statement
    /// The first certificate that the change at hand recorded.
    private let firstNew: Int64

    /// - Parameter change: the one at hand.
    init(_ change: Change) throws(SQLiteError) {
        rows = try change.connection.prepare(
            """
            SELECT c.id, v.code || '/' || c.code, c.issued_on, c.revoked_on, c.amount_fen, c.fee_fen, c.issuer IS NULL
            FROM certificate c JOIN venue v ON v.id = c.venue_id WHERE c.deal_id = ? AND c.is_void = 0 ORDER BY c.id
            """)
        firstNew = try change.connection.firstID(in: "certificate", after: change.number - 1)
    }

    func certificates(of deal: Int64) throws(SQLiteError) -> DealCertificates {
        try rows.bind(deal, at: 1)
        defer { rows.reset() }
        var found: [DealCertificates.Certificate] = []
        while try rows.step() {
            guard let day = try rows.optionalDay(at: 2) else { continue }
            let id = try rows.integer(at: 0)
            found.append(
                DealCertificates.Certificate(
                    id: id, name: try rows.text(at: 1), issuedOn: day, revokedOn: try rows.optionalDay(at: 3),
                    price: try rows.optionalInteger(at: 4), fee: try rows.optionalInteger(at: 5),
                    isOwn: try rows.integer(at: 6) == 1, isNew: id >= firstNew))
        }
        return DealCertificates(certificates: found)
    }
}
