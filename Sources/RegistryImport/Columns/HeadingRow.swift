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
    /// The unit that a line above the headings gives to money, as `单位：万元`; nil where none does, or the operator said.
    let unit: MoneyUnit?

    /// Reads up to the heading: the first row of which two headings are known, or which gives all that its noun needs.
    ///
    /// - Throws: where none is, what is wrong with the first row that is not blank.
    init<Rows: RowSource & ~Copyable>(
        in rows: inout Rows, _ form: FileForm, _ options: ImportOptions
    ) throws(ScanError) {
        var first: FileRefusal?
        var above: Int64 = 0
        var unit: MoneyUnit?
        // JSON lines have their headings in no row.
        let told = form.kind == .jsonLines ? nil : options.headingRow
        while above < max(Self.rowsLookedAt, told ?? 0),
            let record = try reading({ () throws(ReadingError) in try rows.next() })
        {
            above += 1
            if record.isBlank { continue }
            let texts = (0..<record.fieldCount).map { record.field($0).trimmed.text }
            if let told {
                guard record.row <= told else { break }
                guard record.row == told else {
                    if unit == nil { unit = texts.lazy.compactMap(Self.unit).first }
                    continue
                }
            }
            let isHeading = told != nil || ColumnMap.known(among: texts, options) >= 2
            do throws(FileRefusal) {
                if let fault = record.faults.first { throw Self.refusal(fault, record, form.encoding) }
                let found = try ColumnMap(headings: texts, options)
                let titled = options.unit == nil ? unit : nil
                if let titled { try Self.agree(titled, found) }
                rows.expect(columns: texts.count)
                (map, row, rowsAbove, self.unit) = (found, record.row, above - 1, titled)
                return
            } catch {
                if isHeading { throw .file(error) }
                if first == nil { first = error }
                if unit == nil { unit = texts.lazy.compactMap(Self.unit).first }
            }
        }
        if let told { throw .file(.noHeadingRow(told)) }
        throw .file(first ?? .empty)
    }

    /// The unit named in a title: `单位：万元`, `（金额单位:人民币亿元）`.
    static func unit(in title: String) -> MoneyUnit? {
        let text = halfWidth(title).filter { !$0.isWhitespace }
        guard let mark = text.end(of: "单位:") else { return nil }
        var word = text[mark...].prefix { !"),;，。、".contains($0) }
        if word.hasPrefix("人民币"), word != "人民币元" { word = word.dropFirst(3) }
        return MoneyUnit(word: String(word))
    }

    /// A heading with another unit than the title's leaves it open which one is right.
    private static func agree(_ unit: MoneyUnit, _ map: ColumnMap) throws(FileRefusal) {
        for (use, heading) in zip(map.uses, map.headings) {
            if case .field(_, let own?) = use, own != unit {
                throw .titleUnitDisagrees(unit, heading: heading.text)
            }
        }
    }

    private static func refusal(_ fault: CSVFault, _ record: CSVRecord, _ encoding: TextEncoding) -> FileRefusal {
        guard fault.kind != .invalidUTF8 else { return .undecodableHeading(encoding) }
        return .brokenHeading(CSVPlace(column: fault.column, refusal: RowFaults.refusal(fault, record, encoding)))
    }
}

extension String {
    /// Just behind the first occurrence of a text.
    fileprivate func end(of text: String) -> String.Index? {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(text) { return rest.index(rest.startIndex, offsetBy: text.count) }
            rest = rest.dropFirst()
        }
        return nil
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
