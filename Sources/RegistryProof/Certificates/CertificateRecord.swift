package import Registry
package import RegistryStore

/// What a certificate said when it was issued.
package struct CertificateRecord: Sendable {
    package let id: Int64
    /// As it was given: `SH/C-2022-0001`.
    package let number: String
    package let code: VerificationCode
    /// Of the change that recorded it.
    package let seal: String
    package let recordedAt: String
    package let change: Int64
    /// The deal's name then: `SH/D-2022-0001`.
    package let deal: String
    /// The name of the venue then.
    package let venueName: String
    /// Its fields by name, in the ledger's terms, amounts in fen; parties as they were called then.
    fileprivate let texts: [String: String]
    let format: SealFormat
    let grounds: [CertificateGround]

    package func text(_ field: String) -> String? { texts[field] }
    package func amount(_ field: String) -> Amount? { texts[field].flatMap { Int64($0) }.map(Amount.init(fen:)) }
    package func term(_ field: String) -> Vocabulary.Term? {
        guard case .term(let vocabulary)? = Noun.certificate.fields.first(where: { $0.name == field })?.kind else {
            return nil
        }
        return texts[field].flatMap { code in vocabulary.terms.first { $0.code == code } }
    }
}

extension Ledger {
    /// A certificate as it was recorded, with the code that follows from its record, from what it rests on, and from the
    /// seal of the change; nil where the file does not hold that whole.
    ///
    /// What its record leaves out is as the deal had it then.
    package func certificateRecord(_ id: Int64) throws(StoreError) -> CertificateRecord? {
        guard let change = try issues(ofCertificate: id).last else { return nil }
        return try certificateRecord(id, issuedBy: change)
    }

    /// As ``certificateRecord(_:)``, of an issue under its number.
    func certificateRecord(_ id: Int64, issuedBy change: Int64) throws(StoreError) -> CertificateRecord? {
        guard let stored = try storedChange(change),
            let seal = stored.seal, let format = stored.sealFormat.flatMap(SealFormat.numbered)
        else { return nil }
        func state(_ noun: Noun, _ id: Int64?) throws(StoreError) -> StateOfRow? {
            guard let id else { return nil }
            return try self.state(of: noun.rawValue, id, at: change, format: format)
        }
        guard let own = try state(.certificate, id), let venue = try state(.venue, own.id("venue_id")),
            let deal = try state(.deal, own.id("deal_id"))
        else { return nil }
        let venueCode = venue.text("code") ?? ""
        let dealName = "\(venueCode)/\(deal.text("code") ?? "")"
        var grounds = [
            CertificateGround(noun: .venue, name: venueCode, id: venue.id, change: venue.change),
            CertificateGround(noun: .deal, name: dealName, id: deal.id, change: deal.change),
        ]
        var lines = [own.line, venue.line, deal.line]
        var texts: [String: String] = [:]
        for field in Noun.certificate.fields {
            let isOwn = own.text(field.column) != nil
            let said = isOwn || !Self.certifiedFields.contains(field.name) ? own : deal
            guard case .party = field.kind else {
                texts[field.name] = said.text(field.column)
                continue
            }
            guard let party = said.id(field.column) else { continue }
            guard let state = try state(.party, party) else { return nil }
            let name = state.text("name")
            texts[field.name] = name
            if isOwn { lines.append(state.line) }
            grounds.append(CertificateGround(noun: .party, name: name ?? "", id: state.id, change: state.change))
        }
        let number = "\(venueCode)/\(own.text("code") ?? "")"
        return CertificateRecord(
            id: id, number: number,
            code: VerificationCode(
                ofNumber: number, sealed: (["registry-certificate,1", seal] + lines).joined(separator: "\n")),
            seal: seal, recordedAt: stored.recordedAt ?? "", change: change, deal: dealName,
            venueName: venue.text("name") ?? "", texts: texts, format: format, grounds: grounds)
    }

    /// By the name that it was given.
    package func certificateRecord(named name: RecordName) throws(StoreError) -> CertificateRecord? {
        guard let found = try find(name) else { return nil }
        return try certificateRecord(found.id)
    }

    /// The changes by which its number was given: the first that recorded it, and each that recorded it with other items
    /// once it had been void.
    func issues(ofCertificate id: Int64) throws(StoreError) -> [Int64] {
        guard let plan = TablePlan.of("certificate", in: .current),
            let voidPlace = plan.columns.firstIndex(of: "is_void")
        else { return [] }
        let beside = ["is_void", "revoked_on", "file_id", "file_row", "file_offset"]
        let items = plan.columns.indices.filter { !beside.contains(plan.columns[$0]) }
        let rows = try versions(of: plan.table, columns: plan.columns, ofRow: id)
        var issues: [Int64] = []
        var issued: [String?] = []
        var wasVoid = true
        while try rows.next() {
            let isVoid = rows.values[voidPlace].shown == "1"
            let values = items.map { rows.values[$0].shown }
            if issues.isEmpty || wasVoid && !isVoid && values != issued {
                issues.append(rows.change)
                issued = values
            }
            wasVoid = isVoid
        }
        return issues
    }

    /// Those that recorded its versions, in their order.
    func changes(ofCertificate id: Int64) throws(StoreError) -> [Int64] {
        guard let table = SealFormat.current.tables.first(where: { $0.name == "certificate" }) else { return [] }
        let rows = try versions(of: table, columns: [], ofRow: id)
        var changes: [Int64] = []
        while try rows.next() { changes.append(rows.change) }
        return changes
    }
}
