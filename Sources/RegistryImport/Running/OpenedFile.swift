import Spreadsheets

/// What comes after a row that was looked at.
enum RowStep {
    case next, stop
    /// The next one; the rows from here on have so many columns.
    case expect(Int)
}

/// A file of a known form, whose rows can be gone through more than once while it is open.
struct OpenedFile {
    let form: FileForm
    /// Of a workbook, with the sheet that is read.
    let book: (workbook: Workbook, sheet: String)?

    func forEachRow(_ visit: (CSVRecord) -> RowStep) throws(ScanError) {
        switch form.kind {
        case .delimited(let delimiter):
            var rows = try reading { () throws(ReadingError) in
                try CSVReader(source: form.text(), delimiter: delimiter)
            }
            try Self.go(&rows, visit)
        case .jsonLines:
            var rows = try reading { () throws(ReadingError) in
                try JSONLinesReader { () throws(ReadingError) in try form.text() }
            }
            try Self.go(&rows, visit)
        case .workbook:
            guard let book else { return }
            var rows = try reading { () throws(ReadingError) in try book.workbook.rows(of: book.sheet) }
            try Self.go(&rows, visit)
        }
    }

    private static func go<Rows: RowSource & ~Copyable>(
        _ rows: inout Rows, _ visit: (CSVRecord) -> RowStep
    ) throws(ScanError) {
        while let record = try reading({ () throws(ReadingError) in try rows.next() }) {
            switch visit(record) {
            case .next: break
            case .stop: return
            case .expect(let columns): rows.expect(columns: columns)
            }
        }
    }
}
