import Registry
import RegistryImport
import RegistryStore

/// What is said of rows that are rejected while the others are taken.
extension Words {
    /// What is wrong with a row, as it is kept and sent back: `成交金额: …`.
    static func inBoth(_ rejection: Rejection) -> Bilingual {
        let words = inBoth(rejection.refusal)
        let column = rejection.column ?? ""
        return Bilingual(
            ((column.isEmpty ? "" : "\(column): ") + words.english).visible,
            ((column.isEmpty ? "" : "\(column)：") + words.chinese).visible)
    }

    /// The reasons of a row, in the language of the one who reads.
    static func inOneLine(_ reasons: Bilingual) -> String {
        let mark = Bilingual("; ", "；")[.current]
        return reasons[.current].split(separator: "\n").joined(separator: mark)
    }

    static func rejected(_ report: FileReport, isDryRun: Bool) -> String {
        let counts = report.counts
        let be = isDryRun ? "would be" : counts.rejected == 1 ? "is" : "are"
        return
            "\(counts.rejected) of \(counts.read) rows \(be) rejected, the others \(isDryRun ? "would be" : "are") taken"
            + (isDryRun ? "" : "; see registry list rejects")
    }

    static func written(_ sheets: RejectSheets, csv: String, workbook: String) -> String {
        let rows = sheets.rows == 1 ? "the row to mend is" : "the \(sheets.rows) rows to mend are"
        return "\(rows) in \(csv.visible) and \(workbook.visible)"
            + (sheets.rowsLeftOut > 0
                ? ", which has no room for the last \(sheets.rowsLeftOut); those are in the CSV alone" : "")
    }

    static func of(_ refusal: DropRefusal) -> String {
        switch refusal {
        case .noSuchReject: "there is no such rejected row; see registry list rejects --all"
        case .closedAlready(let change):
            "it waits no more since change \(change.number) of \(change.actor.visible); registry revert \(change.number) opens it again"
        }
    }
}
