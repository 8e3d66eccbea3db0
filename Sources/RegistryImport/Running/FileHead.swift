import Registry
import Spreadsheets

/// What a file tells before its rows: its heading, and of a workbook the sheet on which that stands.
struct FileHead {
    let heading: HeadingRow
    let sheet: SheetChoice?

    var map: ColumnMap { heading.map }

    init(_ heading: HeadingRow, on sheet: SheetChoice?) {
        self.heading = heading
        self.sheet = sheet
    }

    /// Reads no further than the heading; of JSON lines, whose keys may stand in any of them, all.
    init(of file: borrowing InputFile, _ options: ImportOptions) throws(ScanError) {
        let form = try file.form(options)
        switch form.kind {
        case .delimited(let delimiter):
            var reader = try reading { () throws(ReadingError) in
                try CSVReader(source: form.text(), delimiter: delimiter)
            }
            self.init(try HeadingRow(in: &reader, form, options), on: nil)
        case .jsonLines:
            var reader = try reading { () throws(ReadingError) in
                try JSONLinesReader { () throws(ReadingError) in try form.text() }
            }
            self.init(try HeadingRow(in: &reader, form, options), on: nil)
        case .workbook:
            let book = try reading { () throws(ReadingError) in try Workbook(file.descriptor) }
            let sheet = try SheetChoice(of: book, options)
            var reader = try reading { () throws(ReadingError) in try book.rows(of: sheet.name) }
            self.init(try HeadingRow(in: &reader, form, options), on: sheet)
        }
    }

    /// Puts into a report what the operator should know of it, and of its rows.
    func tell(_ report: inout FileReport, ofRows: [ImportNotice] = []) {
        report.noun = map.noun
        report.sheet = sheet?.name
        if let sheet, !sheet.passedOver.isEmpty {
            report.notices.append(.sheetsPassedOver(sheet.passedOver, hidden: sheet.hidden))
        }
        report.notices += ofRows
        if heading.row > 1 { report.notices.append(.headingBelow(row: heading.row)) }
        if !map.unknownHeadings.isEmpty { report.notices.append(.unknownHeadings(map.unknownHeadings)) }
    }
}

/// Of a workbook the sheet that is read, the others, and those of them that are hidden.
struct SheetChoice {
    let name: String
    let passedOver: [String]
    let hidden: [String]

    init(of book: Workbook, _ options: ImportOptions) throws(ScanError) {
        let chosen = try reading { () throws(ReadingError) in
            try book.choice(told: options.form.sheet) { ColumnMap.known(among: $0, options) }
        }
        name = chosen
        passedOver = book.sheets.filter { $0 != chosen }
        hidden = book.hiddenSheets.filter { $0 != chosen }
    }
}
