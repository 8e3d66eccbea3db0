import Registry
import RegistryReports
import Spreadsheets

/// The named reports, a row each.
enum ReportList {
    static func show(as format: RowFormat) throws(WriteError) {
        var writer = SpokenRows(format)
        let isForPeople = format.isForPeople
        try writer.begin([Column("name"), Column("parameters"), Column("meaning")])
        for report in NamedReport.all {
            let parameters = report.parameters.map { "\($0.name)=\($0.standard)" }.joined(separator: " ")
            try writer.row([
                .text(report.name), .text(parameters),
                .text(isForPeople ? Words.meaning(of: report)[.current] : report.meaning),
            ])
        }
        try writer.endAndTell()
    }
}
