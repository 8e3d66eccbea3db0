import RegistryReports
import RegistryStore
import Spreadsheets

/// The days of which the calendar speaks, as rows: what `list calendar` shows.
enum CalendarList {
    static func show(_ days: [KeptDay], most: Int, as format: RowFormat) throws(WriteError) {
        let shown = most == 0 ? days[...] : days.prefix(most)
        var rows = rowWriter(for: format, to: Terminal.standardOutput(), width: Terminal.width)
        try rows.begin([
            Column("day"), Column("is_working"), Column("name"), Column("change_id", alignment: .right),
        ])
        for kept in shown {
            try rows.row([
                .text("\(kept.day.day)"), .integer(kept.day.isWorking ? 1 : 0), kept.day.name.map(Cell.text) ?? .null,
                .integer(kept.change),
            ])
        }
        for notice in try rows.end() { Terminal.say(Words.of(notice)) }
        if shown.count < days.count { Terminal.say("the first \(most) rows; --limit 0 shows all") }
    }
}
