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

    /// What this change would take from a certificate of a deal, where it stands.
    func refusal(ofCertificatesOn account: AccountVersions) throws(StoreError) -> Refusal? {
        try storing { () throws(SQLiteError) in
            let certified = try CertificateReading(self).certificates(of: account.deal)
            guard !certified.certificates.isEmpty else { return nil }
            let before = certified.faults(by: account.account(at: number - 1)).map(\.0.id)
            let now = certified.faults(by: account.account(at: number)).first { !before.contains($0.0.id) }
            guard let (certificate, faults) = now, let fault = faults.first else { return nil }
            return .certificateStands(
                certificate.name, deal: try connection.name(of: .deal, account.deal).description,
                on: certificate.issuedOn, fault)
        }
    }

    private var touchesCertificates: Bool { seals.hasNew(in: "certificate") || seals.hasChanged(in: "certificate") }

    /// In the order of their ids. What files say of deals and payments is told where their rows are recorded.
    private func dealsWithTouchedCertificates() throws(SQLiteError) -> [Int64] {
        var parts: [String] = []
        if touchesCertificates {
            let first = try connection.firstID(in: "certificate", after: number - 1)
            parts.append("SELECT deal_id FROM certificate WHERE id >= \(first)")
            parts.append(
                "SELECT c.deal_id FROM certificate_history h JOIN certificate c ON c.id = h.id WHERE h.replaced_by = ?1"
            )
        }
        // No certificate rests on a deal that is new.
        let rests = ["payment", "deal", "deal_event"].filter { table in
            seals.hasChanged(in: table) || table != "deal" && seals.hasNew(in: table)
        }
        if !rests.isEmpty, !seals.hasNew(in: "source_file"), try hasCertificates() {
            for table in rests { parts += try dealsTouched(in: table) }
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

    private func dealsTouched(in table: String) throws(SQLiteError) -> [String] {
        let column = table == "deal" ? "id" : "deal_id"
        var parts: [String] = []
        if seals.hasNew(in: table), table != "deal" {
            let first = try connection.firstID(in: table, after: number - 1)
            parts.append("SELECT \(column) AS deal_id FROM \(table) WHERE id >= \(first)")
        }
        if seals.hasChanged(in: table) {
            parts.append(
                "SELECT r.\(column) AS deal_id FROM \(table)_history h JOIN \(table) r ON r.id = h.id WHERE h.replaced_by = ?1"
            )
            // A payment that was another deal's.
            if table == "payment" { parts.append("SELECT deal_id FROM payment_history WHERE replaced_by = ?1") }
        }
        return parts
    }
}
