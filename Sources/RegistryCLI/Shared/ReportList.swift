import Registry
import RegistryReports
import Spreadsheets

/// The named reports, a row each, and below it a row for each of its parameters.
enum ReportList {
    static func show(as format: RowFormat) throws(WriteError) {
        var writer = SpokenRows(format)
        let isForPeople = format.isForPeople
        let said = { (words: Bilingual) -> Cell in .text(isForPeople ? words[.current] : words.english) }
        try writer.begin(["name", "parameter", "kind", "default", "meaning"].map { Column($0) })
        for report in NamedReport.all {
            try writer.row([.text(report.name), .null, .null, .null, said(Words.meaning(of: report))])
            for parameter in report.parameters {
                try writer.row([
                    .text(report.name), .text(parameter.name), .text(parameter.kind.rawValue),
                    .text(parameter.standard), said(Words.meaning(of: parameter, in: report)),
                ])
            }
        }
        try writer.endAndTell()
    }
}
