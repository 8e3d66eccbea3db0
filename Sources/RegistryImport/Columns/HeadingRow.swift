import Registry
import Spreadsheets

/// The heading of a file, found among its first rows: above it may stand a title, a unit, blank lines.
struct HeadingRow {
    /// A heading stands among the first so many rows.
    private static let rowsLookedAt = 30

    let map: ColumnMap
    /// As a spreadsheet counts rows.
    let row: Int
    /// Rows before it, blank ones among them.
    let rowsAbove: Int64

    /// Reads up to the heading: the first row of which two headings are known, or which gives all that its noun needs.
    ///
    /// - Throws: where none is, what is wrong with the first row that is not blank.
    init<Rows: RowSource & ~Copyable>(
        in rows: inout Rows, _ form: FileForm, _ options: ImportOptions
    ) throws(ScanError) {
        var first: FileRefusal?
        var above: Int64 = 0
        while above < Self.rowsLookedAt, let record = try reading({ () throws(ReadingError) in try rows.next() }) {
            above += 1
            if record.isBlank { continue }
            let texts = (0..<record.fieldCount).map { record.field($0).trimmed.text }
            let isHeading = ColumnMap.known(among: texts, options) >= 2
            do throws(FileRefusal) {
                if let fault = record.faults.first { throw Self.refusal(fault, record, form.encoding) }
                map = try ColumnMap(headings: texts, options)
                rows.expect(columns: texts.count)
                (row, rowsAbove) = (record.row, above - 1)
                return
            } catch {
                if isHeading { throw .file(error) }
                if first == nil { first = error }
            }
        }
        throw .file(first ?? .empty)
    }

    private static func refusal(_ fault: CSVFault, _ record: CSVRecord, _ encoding: TextEncoding) -> FileRefusal {
        guard fault.kind != .invalidUTF8 else { return .undecodableHeading(encoding) }
        return .brokenHeading(CSVPlace(column: fault.column, refusal: RowFaults.refusal(fault, record, encoding)))
    }
}

extension ColumnMap {
    /// How many of the texts are headings that are known: of the noun that was told, else of the one of which most are.
    static func known(among texts: [String], _ options: ImportOptions) -> Int {
        let named = Set((options.columns.keys + options.codeFrom).map { Heading($0).bare })
        let headings = texts.map(Heading.init)
        return (options.noun.map { [$0] } ?? Noun.allCases).map { noun in
            headings.count { named.contains($0.bare) || $0.meaning(in: noun) != nil }
        }.max() ?? 0
    }
}

extension InputFile {
    /// What the file is, by its bytes and what the operator says.
    borrowing func form(_ options: ImportOptions) throws(ScanError) -> FileForm {
        try reading { () throws(ReadingError) in
            try FileForm(of: descriptor, told: options.form) { ColumnMap.known(among: $0, options) }
        }
    }
}
