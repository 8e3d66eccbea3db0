import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// One record whole: for programs a row, for people a line for each thing that is known of it.
struct OneRecord {
    /// Of which it is, where it is one of a noun.
    var noun: Noun?
    /// Whether people see each line of a value on its own.
    var hasLines = false
    let values: [(column: String, value: Cell)]

    func show(as format: RowFormat) throws(WriteError) {
        guard format.isForPeople else {
            var rows = rowWriter(for: format == .json ? .jsonl : format, to: Terminal.standardOutput())
            try rows.begin(values.map { Column.ofView($0.column) })
            try rows.row(values.map(\.value))
            try rows.end()
            return
        }
        var rows = SpokenRows(format)
        try rows.begin([Column("field", isLabel: true), Column("value")])
        for (column, value) in values {
            let heading = Words.heading(column, of: noun)[.current]
            let text = value.plainText
            let lines = hasLines ? text.split(separator: "\n").map(String.init) : value == .null ? [] : [text]
            for line in lines {
                try rows.row([.text(heading), .text(Words.term(line, in: column, of: noun)[.current])])
            }
        }
        try rows.endAndTell()
    }
}
