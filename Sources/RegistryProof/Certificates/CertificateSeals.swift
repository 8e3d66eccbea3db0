import Digests
import RegistryStore
import Spreadsheets

/// Whether the versions of certificates are what the changes sealed that recorded them.
struct CertificateSeals {
    let ledger: Ledger

    private static let table = "certificate"

    /// Whether every version of a certificate is as it was sealed, and none is gone.
    func hold(for certificate: Int64) throws(StoreError) -> Bool {
        guard try ledger.isCertificateRollComplete() else { return false }
        let changes = try ledger.changes(ofCertificate: certificate)
        for change in changes { guard try holds(of: change) else { return false } }
        return !changes.isEmpty
    }

    /// Whether that holds for all certificates.
    func holdForAll() throws(StoreError) -> Bool {
        guard try ledger.isCertificateRollComplete() else { return false }
        for change in try ledger.changesOfCertificates() { guard try holds(of: change) else { return false } }
        return true
    }

    /// Whether a change is sealed as it stands, with the certificates that it recorded.
    private func holds(of number: Int64) throws(StoreError) -> Bool {
        guard let change = try ledger.storedChange(number), let seal = change.seal, let recordedAt = change.recordedAt,
            let format = change.sealFormat.flatMap(SealFormat.numbered)
        else { return false }
        var parts: [SealedPart] = []
        let stored = try ledger.storedParts(of: number)
        for table in format.tables {
            if table.name == Self.table {
                if let part = try part(of: number, format) { parts.append(part) }
            } else if let part = stored.first(where: { $0.table == table.name }) {
                parts.append(part)
            }
        }
        let text = SealText.of(
            number, format: format.number, after: try ledger.storedChange(number - 1)?.seal, at: recordedAt,
            by: change.author, parts: parts)
        return SHA256.hash(text) == seal
    }

    /// What a change recorded of certificates, as it is found now.
    private func part(of change: Int64, _ format: SealFormat) throws(StoreError) -> SealedPart? {
        guard let plan = TablePlan.of(Self.table, in: format) else { return nil }
        let book = PartBook()
        var line = CSVLine()
        for id in try ledger.certificates(recordedBy: change) {
            let rows = try ledger.versions(of: plan.table, columns: plan.columns, ofRow: id)
            var isChanged = false
            while try rows.next() {
                if rows.change == change {
                    plan.write(rows, format: 0, to: &line)
                    line.withBytes { book.add($0, id: id, change: change, isChanged: isChanged) }
                }
                isChanged = true
            }
        }
        return book.finish()[change]?.sealed(Self.table)
    }
}
