import Registry
import Spreadsheets

/// What a row of a file states of the deal that it certifies, by field, in the ledger's terms.
struct StatedItems: Sendable {
    private let texts: [String: String]
    private let price: Amount?
    private let issuedOn: Day

    init(_ slots: UnsafeBufferPointer<Slot>, issuedOn: Day) {
        var texts: [String: String] = [:]
        for name in Ledger.certifiedFields {
            let place = Noun.certificate.knownPlace(of: name)
            guard !slots[place].isNull else { continue }
            texts[name] = slots[place].cell(of: Noun.certificate.fields[place]).plainText
        }
        self.texts = texts
        self.issuedOn = issuedOn
        price = slots[Noun.certificate.knownPlace(of: "amount")].amount
    }

    /// The first in which it states another thing than the deal says; for one that states nothing of an item, the deal does.
    ///
    /// - Parameters:
    ///   - deal: what that says of itself.
    ///   - isSameParty: whether two names are of one party.
    func contradiction(
        of deal: [String: String], _ account: DealAccount?,
        isSameParty: (String, String) throws(StoreError) -> Bool
    ) throws(StoreError) -> CertificateFault? {
        for field in Ledger.certifiedFields {
            guard let stated = texts[field], stated != deal[field] else { continue }
            if field == "seller" || field == "buyer", let name = deal[field], try isSameParty(stated, name) { continue }
            return .otherwise(field: field, stated: stated, deal: deal[field])
        }
        guard let price, let inForce = account?.price(on: issuedOn), price.fen != inForce else { return nil }
        return .otherwise(field: "amount", stated: price.yuan, deal: Amount(fen: inForce).yuan)
    }
}
