import Registry
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
            if Ledger.certifiedParties.contains(field), let name = says[field], try isSameParty(stated, name) {
                continue
            }
            return .otherwise(field: field, stated: stated, deal: says[field])
        }
        guard let price, let inForce, price.fen != inForce else { return nil }
        return .otherwise(field: "amount", stated: price.yuan, deal: Amount(fen: inForce).yuan)
    }
}
