import SQLite

extension Ledger {
    /// The fields of a certificate that are its deal's.
    package static let certifiedFields = [
        "title", "kind", "mode", "signed_on", "listed_on", "listed_until", "seller", "buyer", "payment_form",
    ]
    /// Those of them that name a party.
    static let certifiedParties = ["seller", "buyer"]
}

extension Connection {
    /// What a deal says of itself, by the certificate's fields; a merged party is named as the one that stays.
    func itemsToCertify(ofDeal deal: Int64) throws(SQLiteError) -> [String: String] {
        let parties = Grouping.partyJoins(for: [.seller, .buyer]).replacing("r.", with: "d.")
        return try first(
            """
            SELECT coalesce(d.title, l.title), d.kind, d.mode, d.signed_on, l.listed_on, l.listed_until, s.name, b.name,
              d.payment_form
            FROM deal d LEFT JOIN listing l ON l.id = d.listing_id\(parties) WHERE d.id = ?
            """, .integer(deal)
        ) { row throws(SQLiteError) in try certifiedTexts(row) } ?? [:]
    }

    /// What a certificate certifies of its deal, by field, and its price in fen.
    func certifiedItems(ofCertificate id: Int64) throws(SQLiteError) -> (texts: [String: String], price: Int64?) {
        try first(
            """
            SELECT r.title, r.kind, r.mode, r.signed_on, r.listed_on, r.listed_until, s.name, b.name, r.payment_form,
              r.amount_fen
            FROM certificate r\(Grouping.partyJoins(for: [.seller, .buyer])) WHERE r.id = ?
            """, .integer(id)
        ) { row throws(SQLiteError) in
            (try certifiedTexts(row), try row.optionalInteger(at: Int32(Ledger.certifiedFields.count)))
        } ?? ([:], nil)
    }

    /// - Parameter row: the certified fields first, in their order.
    private func certifiedTexts(_ row: borrowing Row) throws(SQLiteError) -> [String: String] {
        var texts: [String: String] = [:]
        for (place, field) in Ledger.certifiedFields.enumerated() {
            texts[field] = try row.optionalText(at: Int32(place))
        }
        return texts
    }
}
