import Registry
import SQLite
import Spreadsheets

/// What a row of a file states of the deal that it certifies, by field, in the ledger's terms.
struct StatedItems: Sendable {
    private let texts: [String: String]
    private let price: Amount?

    init(_ slots: UnsafeBufferPointer<Slot>) {
        var texts: [String: String] = [:]
        for name in Ledger.certifiedFields {
            let place = Noun.certificate.knownPlace(of: name)
            guard !slots[place].isNull else { continue }
            texts[name] = slots[place].cell(of: Noun.certificate.fields[place]).plainText
        }
        self.texts = texts
        price = slots[Noun.certificate.knownPlace(of: "amount")].amount
    }

    /// The first in which it states another thing than is so; nothing is stated of what the row leaves out.
    ///
    /// - Parameters:
    ///   - says: what is so, by field.
    ///   - price: what is certified, in fen; nil where that is unknown.
    ///   - isSameParty: whether two names are of one party.
    func contradiction(
        of says: [String: String], price inForce: Int64?,
        isSameParty: (String, String) throws(StoreError) -> Bool
    ) throws(StoreError) -> CertificateFault? {
        for field in Ledger.certifiedFields {
            guard let stated = texts[field], stated != says[field] else { continue }
            if field == "seller" || field == "buyer", let name = says[field], try isSameParty(stated, name) { continue }
            return .otherwise(field: field, stated: stated, deal: says[field])
        }
        guard let price, let inForce, price.fen != inForce else { return nil }
        return .otherwise(field: "amount", stated: price.yuan, deal: Amount(fen: inForce).yuan)
    }
}

extension Connection {
    /// What a certificate certifies of its deal, by field, and its price in fen.
    func stated(byCertificate id: Int64) throws(SQLiteError) -> (texts: [String: String], price: Int64?) {
        try first(
            """
            SELECT r.title, r.kind, r.mode, r.signed_on, r.listed_on, r.listed_until, s.name, b.name, r.payment_form,
              r.amount_fen
            FROM certificate r\(Grouping.partyJoins(for: [.seller, .buyer])) WHERE r.id = ?
            """, .integer(id)
        ) { row throws(SQLiteError) in
            var texts: [String: String] = [:]
            for (place, field) in Ledger.certifiedFields.enumerated() {
                texts[field] = try row.optionalText(at: Int32(place))
            }
            return (texts, try row.optionalInteger(at: 9))
        } ?? ([:], nil)
    }
}
