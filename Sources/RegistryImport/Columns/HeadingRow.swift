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
        var units: [MoneyUnit] = []
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
                    units += texts.flatMap(Self.units)
                    continue
                }
            }
            let isHeading = told != nil || ColumnMap.known(among: texts, options) >= 2
            do throws(FileRefusal) {
                if let fault = record.faults.first { throw Self.refusal(fault, record, form.encoding) }
                let found = try ColumnMap(headings: texts, options)
                let titled = try Self.unit(among: units, options)
                if let titled { try Self.agree(titled, found) }
                rows.expect(columns: texts.count)
                (map, row, rowsAbove, self.unit) = (found, record.row, above - 1, titled)
                return
            } catch {
                if isHeading { throw .file(error) }
                if first == nil { first = error }
                units += texts.flatMap(Self.units)
            }
        }
        if let told { throw .file(.noHeadingRow(told)) }
        throw .file(first ?? .empty)
    }

    /// The units named in a title, as in `单位：万元`, `（金额单位:人民币亿元）`, `单位：项、万元`, `单位：万元 币种：人民币`.
    static func units(in title: String) -> [MoneyUnit] {
        var rest = halfWidth(title).filter { !$0.isWhitespace }.replacing("币种:", with: ";币种:")[...]
        var units: [MoneyUnit] = []
        while let mark = rest.end(of: "单位:") {
            rest = rest[mark...]
            for piece in rest.split(omittingEmptySubsequences: false, whereSeparator: { "(),;/，。、".contains($0) }) {
                // What follows is said of something else.
                if piece.contains(":") { break }
                let word = piece.hasPrefix("人民币") && piece != "人民币元" ? piece.dropFirst(3) : piece
                if let unit = MoneyUnit(word: String(word)) { units.append(unit) }
            }
        }
        return units
    }

    /// What the titles say, where the operator does not: of two that disagree nobody knows which is right.
    private static func unit(
        among units: [MoneyUnit], _ options: ImportOptions
    ) throws(FileRefusal) -> MoneyUnit? {
        guard let first = units.first else { return nil }
        if let profiled = options.unitOfProfile {
            if let other = units.first(where: { $0 != profiled }) {
                throw .profileUnitDisagrees(profiled, title: other)
            }
        } else if options.unit == nil, let other = units.first(where: { $0 != first }) {
            throw .titleUnitsDisagree(first, other)
        }
        return options.unit == nil ? first : nil
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

extension Substring {
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
