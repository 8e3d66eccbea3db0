import Registry
import SQLite

extension Ledger {
    /// Issues a certificate of a deal: what the deal says on the day of issue, under the next number of that year.
    ///
    /// - Parameter texts: what the deal does not say, by field: the day of issue (today), the agents, the valuation, the
    ///   fees that were due, the conclusion.
    /// - Throws: ``StoreError/refused(_:)`` with every condition that does not hold; as ``standing(_:mayBeMerged:)``.
    package func issueCertificate(
        of asked: RecordName, _ texts: [String: String], by author: Author
    ) throws(StoreError) -> AddedRecord {
        let context = ReadingContext(today: today, bareUnit: .yuan)
        let given = HandWriting(.certificate, texts)
        try given.read(in: context, isWhole: false)
        let day = given.day(of: "issued_on") ?? today
        var (name, amount) = (asked, nil as Amount?)
        var made: [(name: String, nearest: String?)] = []
        let receipt = try write(by: author) { change throws(StoreError) in
            let deal = try standing(asked)
            let price = try priceToCertify(of: deal, fee: given.amount(of: "fee"), on: day, change)
            var all = try certified(of: deal.id).merging(texts) { _, given in given }
            let lacking = ["seller", "buyer"].filter { all[$0] == nil }
            guard lacking.isEmpty else {
                throw .refused(
                    lacking.map { field in
                        FieldRefusal(
                            field: nil, .certificate(deal: "\(deal.name)", on: day, .lacksParty(field: field)))
                    })
            }
            all["venue"] = deal.name.venue
            all["deal"] = deal.name.code
            all["issued_on"] = "\(day)"
            all["amount"] = price.yuan
            let hand = HandWriting(.certificate, all)
            try hand.read(in: context)
            let desk = try WriterDesk(change)
            let venue = try desk.directory.venue(deal.name.venue ?? "")
            let prefix = Self.codePrefix(.certificate, of: hand, on: day)
            hand.set("code", try freeCode(.certificate, venue: venue, after: prefix))
            name = RecordName(noun: .certificate, venue: venue.code, code: hand.text(of: "code") ?? "")
            amount = price
            guard try desk.writer(of: .certificate).add(hand.slots, from: .hand) != nil else {
                throw .refused([FieldRefusal(field: "code", .codeTaken("\(name)"))])
            }
            made = desk.madeNames.map { ($0, nil) }
        }
        return AddedRecord(
            name: name, receipt: isRehearsing ? nil : receipt, amount: amount, day: ("issued_on", day),
            madeParties: made)
    }

    /// The price that is in force on the day.
    private func priceToCertify(
        of deal: (id: Int64, name: RecordName), fee: Amount?, on day: Day, _ change: Change
    ) throws(StoreError) -> Amount {
        let (account, certified) = try storing { () throws(SQLiteError) in
            (
                try AccountReading(on: connection).versions(of: deal.id).account(at: nil),
                try CertificateReading(change).certificates(of: deal.id)
            )
        }
        guard let account else { throw .voidRecord(noun: .deal, name: "\(deal.name)") }
        let price = account.price(on: day)
        let certificate = DealCertificates.Certificate(
            id: .max, name: "", issuedOn: day, revokedOn: nil, price: price, fee: fee?.fen, isOwn: true, isNew: true)
        let faults =
            DealCertificates(certificates: certified.certificates + [certificate]).faults(by: account)
            .first { $0.0.id == .max }?.1 ?? []
        guard faults.isEmpty else {
            throw .refused(
                faults.map { FieldRefusal(field: nil, .certificate(deal: "\(deal.name)", on: day, $0)) })
        }
        return Amount(fen: price)
    }

    /// The fields of a certificate that are its deal's.
    package static let certifiedFields = [
        "title", "kind", "mode", "signed_on", "listed_on", "listed_until", "seller", "buyer", "payment_form",
    ]

    /// What the deal says of itself, by the certificate's fields; a merged party is named as the one that stays.
    func certified(of deal: Int64) throws(StoreError) -> [String: String] {
        try storing { () throws(SQLiteError) in try connection.certified(ofDeal: deal) }
    }
}

extension Connection {
    /// As ``Ledger/certified(of:)``.
    func certified(ofDeal deal: Int64) throws(SQLiteError) -> [String: String] {
        let parties = Grouping.partyJoins(for: [.seller, .buyer]).replacing("r.", with: "d.")
        return try first(
            """
            SELECT coalesce(d.title, l.title), d.kind, d.mode, d.signed_on, l.listed_on, l.listed_until, s.name, b.name,
              d.payment_form
            FROM deal d LEFT JOIN listing l ON l.id = d.listing_id\(parties) WHERE d.id = ?
            """, .integer(deal)
        ) { row throws(SQLiteError) in
            var texts: [String: String] = [:]
            for (place, field) in Ledger.certifiedFields.enumerated() {
                texts[field] = try row.optionalText(at: Int32(place))
            }
            return texts
        } ?? [:]
    }
}
