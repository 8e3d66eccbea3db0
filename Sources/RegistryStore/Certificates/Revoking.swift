package import Registry
import SQLite

extension Ledger {
    /// Takes the validity from a certificate, from a day on; its number and what it certified stay.
    ///
    /// - Parameter day: nil for today.
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)`` for one that is revoked; ``StoreError/refused(_:)`` for a day
    ///   before that of issue, or to come.
    package func revokeCertificate(
        _ asked: RecordName, on day: Day?, by author: Author
    ) throws(StoreError) -> Correction {
        let hand = HandWriting(.certificate, ["revoked_on": "\(day ?? today)"])
        try hand.read(in: ReadingContext(today: today, bareUnit: .yuan), isWhole: false)
        let given = Noun.certificate.fields.map { $0.name == "revoked_on" }
        return try correct(asked, by: author) { id, name, desk throws(StoreError) in
            if let since = try revocation(of: id) {
                throw .cannotFollow(noun: .certificate, name: "\(name)", .revokedAlready(on: since))
            }
            _ = try desk.writer(of: .certificate).amend(id, hand.mutableSlots, given: given)
            return name
        }
    }

    private func revocation(of id: Int64) throws(StoreError) -> Day? {
        try storing { () throws(SQLiteError) in
            try connection.first("SELECT revoked_on FROM certificate WHERE id = ?", .integer(id)) {
                row throws(SQLiteError) in try row.optionalDay(at: 0)
            } ?? nil
        }
    }

    /// One that the exchange issued and that is in force was, and is revoked.
    func requireVoidable(_ id: Int64, _ name: String) throws(StoreError) {
        let isInForce = try storing { () throws(SQLiteError) in
            try connection.first(
                "SELECT 1 FROM certificate WHERE id = ? AND issuer IS NULL AND revoked_on IS NULL", .integer(id)
            ) { _ throws(SQLiteError) in true } ?? false
        }
        if isInForce { throw .cannotFollow(noun: .certificate, name: name, .isRevokedInstead) }
    }
}
