import Registry
import RegistryImport
import RegistryStore

/// What is said of rows that are rejected while the others are taken.
extension Words {
    /// What is wrong with a row, as it is kept and sent back: `成交金额: …`.
    static func inBoth(_ rejection: Rejection) -> Bilingual {
        let words = of(rejection.refusal)
        let column = rejection.column ?? ""
        return (column.isEmpty ? words : Bilingual("\(column): ", "\(column)：") + words).mapped(\.visible)
    }

    /// Where a row is wrong, and what: `FILE:ROW:COLUMN: what`.
    static func place(_ rejection: Rejection, in path: String) -> Bilingual {
        (Bilingual(same: "\(path):\(rejection.row)\(rejection.column.map { ":\($0)" } ?? ""): ") + of(rejection.refusal))
            .mapped(\.visible)
    }

    /// The reasons of a row, in one line.
    static func inOneLine(_ reasons: Bilingual) -> Bilingual {
        Bilingual(
            reasons.english.split(separator: "\n").joined(separator: "; "),
            reasons.chinese.split(separator: "\n").joined(separator: "；"))
    }

    static func rejected(_ report: FileReport, isDryRun: Bool) -> Bilingual {
        let counts = report.counts
        let be = isDryRun ? "would be" : counts.rejected == 1 ? "is" : "are"
        return Bilingual(
            "\(counts.rejected) of \(counts.read) rows \(be) rejected, the others \(isDryRun ? "would be" : "are") taken"
                + (isDryRun ? "" : "; see registry list rejects"),
            (isDryRun ? "（试运行）" : "") + "\(counts.read) 行中退回 \(counts.rejected) 行，其余入库"
                + (isDryRun ? "" : "；见 registry list rejects"))
    }

    /// - Parameter isWhole: whether the file is refused as a whole.
    static func written(_ sheets: RejectSheets, csv: String, workbook: String, isWhole: Bool) -> Bilingual {
        let rows = sheets.rows == 1 ? "the row to mend is" : "the \(sheets.rows) rows to mend are"
        let words = Bilingual(
            "\(rows) in \(csv.visible) and \(workbook.visible)"
                + (sheets.rowsLeftOut > 0
                    ? ", which has no room for the last \(sheets.rowsLeftOut); those are in the CSV alone" : ""),
            "待更正的 \(sheets.rows) 行已写入 \(csv.visible) 和 \(workbook.visible)"
                + (sheets.rowsLeftOut > 0 ? "；工作簿容纳不下最后 \(sheets.rowsLeftOut) 行，只在 CSV 中" : ""))
        return isWhole
            ? words
                + Bilingual(
                    "; the other rows were not taken either: mend it and import the whole file",
                    "；其余各行亦未入库，请更正后重新导入整个文件")
            : words
    }

    static func noReject(_ name: String) -> Bilingual {
        Bilingual(
            "'\(name.visible)' is no number of a rejected row; write J12, as registry list rejects shows it",
            "“\(name.visible)”不是退回行编号；请写作 J12，见 registry list rejects")
    }

    static func of(_ refusal: DropRefusal) -> Bilingual {
        switch refusal {
        case .noSuchReject:
            Bilingual(
                "there is no such rejected row; see registry list rejects --all", "没有此退回行；见 registry list rejects --all"
            )
        case .closedAlready(let change):
            Bilingual(
                "it waits no more since change \(change.number) of \(change.actor.visible); registry revert \(change.number) opens it again",
                "已由 \(change.actor.visible) 在变更 \(change.number) 中销号；registry revert \(change.number) 可重新打开")
        }
    }

    static func waits(_ reject: Reject, isDryRun: Bool) -> Bilingual {
        Bilingual(
            "\(reject.number): row \(reject.row.row) of \(reject.fileName.visible) "
                + (isDryRun ? "would wait no more" : "waits no more"),
            "\(reject.number)：\(reject.fileName.visible) 第 \(reject.row.row) 行" + (isDryRun ? "（试运行）将销号" : "已销号"))
    }

    static func dropped(_ count: Int, change: Int64) -> Bilingual {
        Bilingual(
            "\(count) \(count == 1 ? "reject is" : "rejects are") dropped, change \(change)",
            "已销号 \(count) 行，变更 \(change)")
    }

    static var nameRejects: Bilingual {
        Bilingual("Name rejected rows, as J12; see registry list rejects.", "请写退回行的编号，如 J12；见 registry list rejects。")
    }
}
