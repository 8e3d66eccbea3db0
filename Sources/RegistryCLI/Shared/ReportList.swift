import RegistryReports
import Spreadsheets

/// The named reports, a row each.
enum ReportList {
    static func show(as format: RowFormat) throws(WriteError) {
        var writer = rowWriter(for: format, to: Terminal.standardOutput(), width: Terminal.width)
        try writer.begin([Column("name"), Column("parameters"), Column("meaning")])
        for report in NamedReport.all {
            let parameters = report.parameters.map { "\($0.name)=\($0.standard)" }.joined(separator: " ")
            try writer.row([.text(report.name), .text(parameters), .text(report.meaning)])
        }
        for notice in try writer.end() { Terminal.say(Words.of(notice)) }
    }
}
