import Registry
import SQLite

extension Change {
    /// Looks at the certificates that this change touched, by itself or through what they rest on: each that the exchange
    /// issued and did not revoke meets its conditions, and no deal has two on one day.
    ///
    /// - Throws: ``StoreError/refused(_:)`` with all that is wrong. What was as wrong before is passed over.
    func checkCertificates() throws(StoreError) {
        let deals = try storing { () throws(SQLiteError) in try dealsWithTouchedCertificates() }
        guard !deals.isEmpty else { return }
        let (accounts, certificates) = try storing { () throws(SQLiteError) in
            (try AccountReading(on: connection), try CertificateReading(self))
        }
        var refusals: [FieldRefusal] = []
        for deal in deals {
            let (versions, certified) = try storing { () throws(SQLiteError) in
                (try accounts.versions(of: deal), try certificates.certificates(of: deal))
            }
            let now = certified.faults(by: versions.account(at: number))
            guard !now.isEmpty else { continue }
            let before = touchesCertificates ? [] : certified.faults(by: versions.account(at: number - 1))
            let name = try storing { () throws(SQLiteError) in try connection.name(of: .deal, deal).description }
            for (certificate, faults) in now where !before.contains(where: { $0.0.id == certificate.id }) {
                // What a change takes from a certificate that stands is mended otherwise than one that is not issued.
                refusals += faults.map { fault in
                    FieldRefusal(
                        field: nil,
                        certificate.isNew
                            ? .certificate(deal: name, on: certificate.issuedOn, fault)
                            : .certificateStands(certificate.name, deal: name, on: certificate.issuedOn, fault))
                }
            }
        }
        guard refusals.isEmpty else { throw .refused(refusals) }
    }

    /// What would be taken from a certificate that stands, where the account of its deal became another.
    ///
    /// - Parameters:
    ///   - before: nil where the deal was void, as `now` where it is.
    func refusal(
        of certified: DealCertificates, of deal: Int64, from before: DealAccount?, to now: DealAccount?
    ) throws(StoreError) -> Refusal? {
        guard !certified.certificates.isEmpty else { return nil }
        let known = certified.faults(by: before).map(\.0.id)
        let found = certified.faults(by: now).first { !known.contains($0.0.id) }
        guard let (certificate, faults) = found, let fault = faults.first else { return nil }
        let name = try storing { () throws(SQLiteError) in try connection.name(of: .deal, deal).description }
        return .certificateStands(certificate.name, deal: name, on: certificate.issuedOn, fault)
    }

    private var touchesCertificates: Bool { seals.hasNew(in: "certificate") || seals.hasChanged(in: "certificate") }

    /// In the order of their ids. What files say of deals and payments is told where their rows are recorded.
    private func dealsWithTouchedCertificates() throws(SQLiteError) -> [Int64] {
        var parts = try selectsOfDealsTouched(in: "certificate")
        if !seals.hasNew(in: "source_file") {
            // No certificate rests on a deal that is new.
            var rests: [String] = []
            for table in ["payment", "deal", "deal_event"] { rests += try selectsOfDealsTouched(in: table) }
            if !rests.isEmpty, try hasCertificates() { parts += rests }
        }
        guard !parts.isEmpty else { return [] }
        return try connection.query(
            """
            SELECT DISTINCT deal_id FROM (\(parts.joined(separator: " UNION "))) t
            WHERE ?1 = ?1 AND EXISTS (SELECT 1 FROM certificate c WHERE c.deal_id = t.deal_id) ORDER BY deal_id
            """, .integer(number)
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
    }

    private func hasCertificates() throws(SQLiteError) -> Bool {
        try connection.first("SELECT 1 FROM certificate LIMIT 1") { _ throws(SQLiteError) in true } ?? false
    }
}
