package import Registry
import SQLite

/// A certificate in a row of a file.
package struct CertifiedRow: Sendable {
    package let row: Int64
    let venue: String
    let code: String
    let deal: String
    fileprivate let certificate: DealCertificates.Certificate
    fileprivate let stated: StatedItems

    /// - Parameter slots: of the row; nil for one that is no whole certificate.
    package init?(_ slots: UnsafeBufferPointer<Slot>, row: Int64) {
        func slot(_ field: String) -> Slot { slots[Noun.certificate.knownPlace(of: field)] }
        guard let venue = slot("venue").text?.text, let code = slot("code").text?.text,
            let deal = slot("deal").text?.text, let day = slot("issued_on").day
        else { return nil }
        (self.row, self.venue, self.code, self.deal) = (row, venue, code, deal)
        stated = StatedItems(slots)
        certificate = DealCertificates.Certificate(
            id: row, name: "\(venue)/\(code)", issuedOn: day, revokedOn: slot("revoked_on").day,
            price: slot("amount").amount?.fen, fee: slot("fee").amount?.fen, isOwn: slot("issuer").isNull, isNew: true)
    }
}

extension WriterDesk {
    /// What is wrong with rows that bring certificates which are not there yet, by row: those that no issuer is named of
    /// meet the conditions of the exchange's own, and no deal has two on one day.
    package func refusals(of rows: [CertifiedRow]) throws(StoreError) -> [Int64: Refusal] {
        guard !rows.isEmpty else { return [:] }
        let (accounts, certificates) = try storing { () throws(SQLiteError) in
            (try AccountReading(on: change.connection), try CertificateReading(change))
        }
        var refusals: [Int64: Refusal] = [:]
        var certified: [Int64: DealCertificates] = [:]
        for row in rows {
            guard let deal = try deal(row.deal, of: row.venue)?.deal else { continue }
            let known = try storing { () throws(SQLiteError) in
                if let met = certified[deal] { met } else { try certificates.certificates(of: deal) }
            }
            if let there = known.certificates.first(where: { $0.name == row.certificate.name }) {
                if there.isOwn, !there.isNew, let fault = try contradiction(of: row, deal, there) {
                    refusals[row.row] = .certificateSays(there.name, fault)
                }
                continue
            }
            let account = try storing { () throws(SQLiteError) in try accounts.versions(of: deal).account(at: nil) }
            let with = DealCertificates(certificates: known.certificates + [row.certificate])
            var fault = with.faults(by: account).first { $0.0.name == row.certificate.name }?.1.first
            if fault == nil, row.certificate.isOwn, row.certificate.revokedOn == nil {
                fault = try contradiction(of: row, deal, nil, price: account?.price(on: row.certificate.issuedOn))
            }
            if let fault {
                let name = try storing { () throws(SQLiteError) in
                    try change.connection.name(of: .deal, deal).description
                }
                let day = row.certificate.issuedOn
                refusals[row.row] =
                    row.certificate.isOwn
                    ? .certificateOfRow(deal: name, on: day, fault) : .certificate(deal: name, on: day, fault)
            } else {
                certified[deal] = with
            }
        }
        return refusals
    }

    /// What a row states otherwise than its certificate, where that is there, and else its deal say. What another issuer
    /// certified, or was revoked, may be wrong.
    private func contradiction(
        of row: CertifiedRow, _ deal: Int64, _ there: DealCertificates.Certificate?, price: Int64? = nil
    ) throws(StoreError) -> CertificateFault? {
        let (says, certified) = try storing { () throws(SQLiteError) in
            let deal = try change.connection.itemsToCertify(ofDeal: deal)
            guard let there else { return (deal, price) }
            let own = try change.connection.certifiedItems(ofCertificate: there.id)
            return (deal.merging(own.texts) { _, own in own }, own.price)
        }
        return try row.stated.contradiction(of: says, price: certified) { one, other throws(StoreError) in
            guard let one = try one.withBytes({ name throws(StoreError) in try knownParty(name) }),
                let other = try other.withBytes({ name throws(StoreError) in try knownParty(name) })
            else { return false }
            if one == other { return true }
            return try storing { () throws(SQLiteError) in try areMerged(one, other) }
        }
    }

    /// The venue and the deal that a row names; nil where one is not there, which is told when the row's turn comes.
    func deal(_ code: String, of venue: String) throws(StoreError) -> (venue: Int64, deal: Int64)? {
        do throws(StoreError) {
            let venue = try venue.withBytes { bytes throws(StoreError) in try venueID(bytes) }
            return try code.withBytes { bytes throws(StoreError) in
                (venue, try named(.deal, bytes, venue: venue, mayBeVoid: true))
            }
        } catch {
            guard case .refused = error else { throw error }
            return nil
        }
    }
}
