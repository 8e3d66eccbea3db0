package import Registry
import SQLite

/// How a deal now differs from what was certified of it.
package struct CertifiedSince: Sendable {
    /// What the deal is called now.
    package let deal: RecordName
    package let isVoid: Bool
    package let terminatedOn: Day?
    /// The price in force now, where another was certified and the deal is not terminated.
    package let price: Amount?
    /// What the buyer got back of the price since the day of issue, where it is more than nothing.
    package let refunded: Amount?
    /// The fields in which the deal says otherwise than was certified, for it was corrected.
    package let fields: [String]
}

extension Ledger {
    /// What became of the deal of a certificate; nil where there is no such certificate.
    package func certifiedSince(_ certificate: Int64) throws(StoreError) -> CertifiedSince? {
        let own = try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT d.id, v.code, d.code, d.is_void, r.issued_on
                FROM certificate r JOIN deal d ON d.id = r.deal_id JOIN venue v ON v.id = d.venue_id WHERE r.id = ?
                """, .integer(certificate)
            ) { row throws(SQLiteError) in
                (
                    deal: try row.integer(at: 0),
                    name: RecordName(noun: .deal, venue: try row.text(at: 1), code: try row.text(at: 2)),
                    isVoid: try row.integer(at: 3) == 1, issuedOn: try row.optionalDay(at: 4)
                )
            }
        }
        guard let own else { return nil }
        let (then, now, account) = try storing { () throws(SQLiteError) in
            (
                try connection.certifiedItems(ofCertificate: certificate),
                try connection.itemsToCertify(ofDeal: own.deal),
                try AccountReading(on: connection).versions(of: own.deal).account(at: nil)
            )
        }
        let ended = account?.terminatedOn.flatMap { $0 <= today ? $0 : nil }
        let price = account.map { $0.price(on: today) }
        func refunded(by day: Day) -> Int64 { account?.balance(asOf: day).refundedToBuyer ?? 0 }
        let refunded = own.issuedOn.map { refunded(by: today) &- refunded(by: $0) } ?? 0
        return CertifiedSince(
            deal: own.name, isVoid: own.isVoid, terminatedOn: ended,
            price: ended == nil && then.price.map { $0 != price } ?? false ? price.map(Amount.init(fen:)) : nil,
            refunded: refunded > 0 ? Amount(fen: refunded) : nil,
            fields: Self.certifiedFields.filter { field in then.texts[field].map { $0 != now[field] } ?? false })
    }
}
