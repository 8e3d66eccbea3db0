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
            let said = try storing { () throws(SQLiteError) in try connection.itemsToCertify(ofDeal: deal.id) }
            var all = said.merging(texts) { _, given in given }
            let lacking = Self.certifiedParties.filter { all[$0] == nil }
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
}
