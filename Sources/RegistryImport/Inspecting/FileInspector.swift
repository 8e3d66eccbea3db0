package import Registry
import Spreadsheets
import SystemPackage

/// Looks at a file that nobody knows: what it is, what its headings mean, what its cells would be. Writes nothing.
package struct FileInspector {
    private static let mostRows = 100_000
    private let options: ImportOptions
    private let today: Day

    package init(_ options: ImportOptions, today: Day) {
        self.options = options
        self.today = today
    }

    /// - Throws: why nothing can be told of it.
    package func run(_ path: String) throws(FileRefusal) -> FileInspection {
        let input = try InputFile(path)
        do throws(ScanError) {
            return try inspect(input, path)
        } catch {
            throw error.asRefusal
        }
    }

    private func inspect(_ input: borrowing InputFile, _ path: String) throws(ScanError) -> FileInspection {
        guard input.sizeBytes > 0 else { throw .file(.empty) }
        let (form, sign) = try self.form(of: input)
        var book: (workbook: Workbook, sheet: String)?
        if form.kind == .workbook {
            let workbook = try reading { () throws(ReadingError) in try Workbook(input.descriptor) }
            book = (workbook, try reading { () throws(ReadingError) in try sheet(of: workbook) })
        }
        let file = OpenedFile(form: form, book: book)
        if sign == .guess || sign == .valid { try refuseBinary(file) }
        let guess = try HeadingGuess(file, options)
        let (map, doubled) = ColumnMap.partial(guess.texts, noun: guess.noun, venue: options.venue)
        let known = KnownHeadings(guess.noun)
        let titleUnit = options.unit == nil ? guess.rowsAbove.joined().lazy.flatMap(HeadingRow.units).first : nil
        var looks = LookedAtColumns(map, doubled: doubled, known: known)
        try file.forEachRow { record in
            guard record.row > guess.row else { return record.row == guess.row ? .expect(guess.texts.count) : .next }
            looks.takeForms(of: record)
            return looks.rows < Self.mostRows ? .next : .stop
        }
        var told = options
        told.unit = options.unit ?? titleUnit
        if told.dayFormat == nil, case .certain(let order) = looks.order { told.dayFormat = DayFormat(order) }
        let rows = RowReading(map, told, today: today, takesISODays: form.kind == .workbook)
        _ = rows.faultOfConstants()
        var found = FileInspection(
            name: path, kind: form.kind, encoding: form.encoding, encodingSign: sign, isCompressed: form.isCompressed,
            sheet: book?.sheet,
            otherSheets: book.map { book in book.workbook.sheets.filter { $0 != book.sheet } } ?? [],
            hiddenSheets: book?.workbook.hiddenSheets ?? [], headingRow: guess.row, isHeadingKnown: guess.isKnown,
            preamble: guess.rowsAbove.map { row in row.filter { !$0.isEmpty }.joined(separator: " ") },
            titleUnit: titleUnit, noun: guess.noun, isNounKnown: guess.isNounKnown, columns: looks.columns,
            missing: zip(guess.noun.fields, map.given).filter { $0.isRequired && !$1 }.map(\.0), venue: options.venue)
        found.order = looks.order
        var tally = RowTally(found, map, rows, form.encoding)
        try file.forEachRow { record in
            guard record.row > guess.row else { return record.row == guess.row ? .expect(guess.texts.count) : .next }
            guard tally.found.rowsRead < Self.mostRows else {
                tally.found.isCutShort = true
                return .stop
            }
            tally.take(record)
            return .next
        }
        return tally.found
    }

    /// What the file is; where its bytes tell no encoding, GB 18030 if all of them are characters of it.
    private func form(
        of input: borrowing InputFile
    ) throws(ScanError) -> (form: FileForm, sign: FileInspection.EncodingSign) {
        do throws(ScanError) {
            let form = try input.form(options)
            if options.form.encoding != nil { return (form, .told) }
            guard form.kind != .workbook else { return (form, .mark) }
            if !form.isCompressed, TextEncoding.mark(input.firstBytes(4)) != nil { return (form, .mark) }
            switch form.encoding {
            case .utf8: return (form, .valid)
            case .utf16LittleEndian, .utf16BigEndian: return (form, .zeros)
            default: return (form, .headings)
            }
        } catch {
            guard case .file(.form(.encodingUnknown)) = error else { throw error }
            var told = options
            told.form.encoding = .gb18030
            return (try input.form(told), .guess)
        }
    }

    private func sheet(of book: Workbook) throws(ReadingError) -> String {
        do throws(ReadingError) {
            return try book.choice(told: options.form.sheet) { ColumnMap.known(among: $0, options) }
        } catch {
            switch error {
            case .form(.noSheet(let sheets)) where !sheets.isEmpty: return sheets[0]
            case .form(.severalSheets(let sheets)) where !sheets.isEmpty: return sheets[0]
            default: throw error
            }
        }
    }

    /// Rows of which many do not hold together as text are of a file that is none.
    private func refuseBinary(_ file: OpenedFile) throws(ScanError) {
        var (rows, broken) = (0, 0)
        try file.forEachRow { record in
            rows += 1
            let isBroken = record.faults.contains { [.nulByte, .invalidUTF8, .tooLong].contains($0.kind) }
            let hasControls = (0..<record.fieldCount).contains { column in
                record.field(column).contains { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }
            }
            if isBroken || hasControls { broken += 1 }
            return rows < 100 ? .next : .stop
        }
        if broken * 4 > rows { throw .file(.noText) }
    }
}

extension InputFile {
    borrowing func firstBytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = bytes.withUnsafeMutableBytes { room in
            (try? descriptor.read(fromAbsoluteOffset: 0, into: room)) ?? 0
        }
        return Array(bytes.prefix(got))
    }
}
