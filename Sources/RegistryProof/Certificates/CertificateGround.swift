import Digests
package import Registry
import RegistryStore
import Spreadsheets

/// A record that a certificate rests on, as it was when that was issued: its venue, its deal, a party.
package struct CertificateGround: Sendable {
    package let noun: Noun
    /// As it was called then: `SH/D-2022-0001`, `SH`, a party's name.
    package let name: String
    let id: Int64
    /// The change that made it what it was.
    let change: Int64
}

extension Ledger {
    /// What a certificate rests on and is not what was sealed, as far as the checks tell that are kept beside the rows; nil
    /// where all of it is. The seals themselves are held against whole changes, of which one may have a million rows.
    func alteredGround(of record: CertificateRecord) throws(StoreError) -> CertificateGround? {
        let checks = try storedChecks()
        for ground in record.grounds {
            guard let sum = try checks.sum(ofRow: ground.id, in: ground.noun.rawValue, change: ground.change) else {
                continue
            }
            guard try check(of: ground) == sum else { return ground }
        }
        return nil
    }

    /// The check of the version as it is found now; nil where it is gone.
    private func check(of ground: CertificateGround) throws(StoreError) -> UInt32? {
        guard let format = try storedChange(ground.change)?.sealFormat.flatMap(SealFormat.numbered),
            let plan = TablePlan.of(ground.noun.rawValue, in: format)
        else { return nil }
        let rows = try versions(of: plan.table, columns: plan.columns, ofRow: ground.id)
        var line = CSVLine()
        while try rows.next() {
            guard rows.change == ground.change else { continue }
            plan.write(rows, format: 0, to: &line)
            return line.withBytes(LineCheck.of)
        }
        return nil
    }
}
