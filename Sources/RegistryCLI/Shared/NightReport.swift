import Registry
import RegistryImport
import RegistryStore

/// What a venue is told of one of its files, in the text beside it.
struct NightReport {
    private let file: InboxFile
    private let report: FileReport
    private let place: String
    private let night: Day

    init(_ file: InboxFile, _ report: FileReport, place: String, night: Day) {
        self.file = file
        self.report = report
        self.place = place
        self.night = night
    }

    var text: String {
        let counts = report.counts
        var lines = [
            "file 文件: \(file.shownName)", "night 日期: \(night)",
            "outcome 结果: \(report.outcome.rawValue) \(outcome)",
        ]
        if let noun = report.noun { lines.append("kind 类别: \(noun.plural)") }
        if let sheet = report.sheet { lines.append("sheet 工作表: \(sheet)") }
        lines.append(
            "rows 行数: \(counts.read) read 读入 = \(counts.new) new 新增 + \(counts.changed) changed 更正"
                + " + \(counts.unchanged) unchanged 未变 + \(counts.rejected) rejected 退回")
        if counts.setAside > 0 { lines.append("set aside 非数据行: \(counts.setAside)") }
        if counts.conflicts > 0 { lines.append("conflicts 待核对: \(counts.conflicts)") }
        if let receipt = report.receipt { lines.append("change 变更: \(receipt.change), seal \(receipt.seal)") }
        lines.append("now at 现存: \(place)")
        if let sheets = report.sheets {
            lines.append("rows to mend 待更正行: \(sheets.rows), in \(place).rejects.xlsx")
            if report.outcome == .refused {
                lines.append("the other rows were not taken either; send the whole file 其余各行亦未入库，请重新报送整个文件")
            }
        }
        if let refusal = report.refusal {
            let words = Words.of(refusal)
            lines += ["", "refused 退回原因: \(words.english)  \(words.chinese)"]
        }
        if !report.rejections.isEmpty {
            lines += ["", "errors 错误 (row, column: what is wrong 行、列：原因):"]
            for rejection in report.rejections {
                let column = rejection.column.map { ", \($0)" } ?? ""
                let words = Words.of(rejection.refusal)
                lines.append("  row \(rejection.row)\(column): \(words.english)  \(words.chinese)")
            }
            if report.rejectionsOmitted > 0 {
                let more = Words.moreErrors(report.rejectionsOmitted)
                lines.append("  \(more.english)  \(more.chinese)")
            }
        }
        if !report.notices.isEmpty {
            lines += ["", "notices 提示:"]
            for notice in report.notices.map(Words.of) { lines.append("  \(notice.english)  \(notice.chinese)") }
        }
        return lines.map(\.visible).joined(separator: "\n") + "\n"
    }

    private var outcome: String {
        switch report.outcome {
        case .imported where report.counts.rejected > 0: "部分入库，其余请更正后重新报送"
        case .imported: "已入库"
        case .unchanged: "无变化"
        case .doubled: "重复文件，此前已入库"
        case .refused: "未入库，请更正后重新报送"
        case .empty: "无数据行"
        }
    }
}
