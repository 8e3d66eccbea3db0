import RegistryReports
import RegistryStore
import Spreadsheets

/// The days of which the calendar speaks, as rows: what `list calendar` shows.
enum CalendarList {
    static func show(_ days: [KeptDay], most: Int, as format: RowFormat) throws(WriteError) {
        let shown = most == 0 ? days[...] : days.prefix(most)
        var rows = SpokenRows(format)
        try rows.begin([
            Column("day"), Column("is_working"), Column("name"), Column("change_id", alignment: .right),
        ])
        for kept in shown {
            try rows.row([
                .text("\(kept.day.day)"), .integer(kept.day.isWorking ? 1 : 0), kept.day.name.map(Cell.text) ?? .null,
                .integer(kept.change),
            ])
        }
        try rows.endAndTell()
        if shown.count < days.count { Terminal.say(Words.first(most)) }
    }
}
