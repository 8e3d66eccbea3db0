import RegistryProof
import RegistryStore

/// What is said of copies of a registry: backups, snapshots and packs.
extension Words {
    static func of(_ copy: WholeCopy) -> String {
        "\(copy.path): change \(copy.moment.change) of \(copy.moment.recordedAt), \(mebibytes(copy.sizeBytes))"
    }

    static func packed(_ extent: Pack.Extent, _ moment: Moment, as path: String) -> String {
        "packed \(path): change \(moment.change) of \(moment.recordedAt), \(extent.files) files of "
            + "\(extent.changes) \(extent.changes == 1 ? "change" : "changes"), \(mebibytes(extent.sizeBytes))"
    }

    static func notPacked(_ findings: Int) -> String {
        "the registry does not hold (\(findings) \(findings == 1 ? "finding" : "findings"), see registry verify); nothing was packed"
    }

    static func lost(_ count: Int, first digest: String) -> String {
        let many = count == 1 ? "1 imported file is" : "\(count) imported files are"
        return "note: \(many) not kept any more, or damaged: \(digest.prefix(12))…; import it again to have it kept"
    }

    /// `row_differs: deal 4 (SH/D-1) of change 7, amount_fen: found 12, expected 13`.
    static func of(_ finding: Finding) -> String {
        var words = finding.problem.rawValue
        if let table = finding.table { words += ": \(table)\(finding.id.map { " \($0)" } ?? "")" }
        if let record = finding.record { words += " (\(record))" }
        if let change = finding.change { words += " of change \(change)" }
        if let column = finding.column { words += ", \(column)" }
        let values = [finding.found.map { "found \($0)" }, finding.expected.map { "expected \($0)" }].compactMap { $0 }
        return values.isEmpty ? words : "\(words): \(values.joined(separator: ", "))"
    }

    private static func mebibytes(_ bytes: Int64) -> String {
        let tenths = (bytes * 10 + 524_288) / 1_048_576
        return "\(tenths / 10).\(tenths % 10) MiB"
    }
}
