/// Writes a workbook (ECMA-376) of one sheet. Its cells are texts, so that a code keeps its zeros, unless they look like an
/// amount or a day. Rows go to the file as they come; memory is bounded.
package final class SheetWriting {
    /// How a cell looks; its place among the cell formats in ``WorkbookParts``.
    package enum Look: Int, Sendable {
        case plain = 1
        case heading = 2
        /// Longer words, wrapped.
        case remark = 3
        /// A decimal number such as `1200000.00`.
        case amount = 4
        /// A whole number of days, as ``serial(of:)`` counts them.
        case day = 5

        fileprivate var isNumber: Bool { self == .amount || self == .day }

        /// What stands between the address of a cell and its text.
        fileprivate var opening: String {
            isNumber
                ? "\" s=\"\(rawValue)\"><v>" : "\" s=\"\(rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        }
    }

    /// The rows of a sheet: the limit of the programs that open it.
    package static let mostRows = 1_048_576
    /// The characters of a cell, as UTF-16 counts them.
    private static let mostCharacters = 32_767
    /// Room for a last row, and for what stands behind the rows.
    private static let mostPartBytes = ZipWriting.mostBytes - (256 << 20)

    private let archive: ZipWriting
    private var text: [UInt8] = []
    private var lastRow = 0
    /// The letters of the columns that were written.
    private var names: [[UInt8]] = []

    /// - Parameters:
    ///   - descriptor: of an empty file that stays its owner's.
    ///   - widths: of the first columns, in characters.
    ///   - looks: of the cells of the first columns, which their empty ones have too.
    ///   - frozenRows: rows that stay in sight.
    package init(
        _ descriptor: Int32, sheet: String, widths: [Int], looks: [Look] = [], frozenRows: Int
    ) throws(WriteError) {
        archive = ZipWriting(descriptor)
        for (name, text) in WorkbookParts.around(sheet: sheet) {
            try archive.begin(name)
            try archive.write(Array(text.utf8))
            try archive.endPart()
        }
        try archive.begin(WorkbookParts.sheet)
        try archive.write(Array(WorkbookParts.beforeRows(widths: widths, looks: looks, frozenRows: frozenRows).utf8))
    }

    /// Writes a row.
    ///
    /// - Parameters:
    ///   - number: counted from 1, above the one before.
    ///   - cells: empty ones are left out.
    ///   - lines: as many as the row is high.
    /// - Returns: false where the sheet is full: then the row is not in it.
    package func row(
        _ number: Int, _ cells: [(text: String, look: Look)], lines: Int = 1
    ) throws(WriteError) -> Bool {
        guard number <= Self.mostRows, number > lastRow, archive.partBytes < Self.mostPartBytes else { return false }
        lastRow = number
        // In points, of which a row has 409 at most.
        let height = lines > 1 ? " ht=\"\(min(15 * lines, 409))\" customHeight=\"1\"" : ""
        text.append(contentsOf: "<row r=\"\(number)\"\(height)>".utf8)
        let digits = "\(number)".utf8
        for (column, cell) in cells.prefix(CSVReader.mostFields).enumerated() where !cell.text.isEmpty {
            while names.count <= column { names.append(Array(Self.letters(names.count).utf8)) }
            text.append(contentsOf: "<c r=\"".utf8)
            text.append(contentsOf: names[column])
            text.append(contentsOf: digits)
            text.append(contentsOf: cell.look.opening.utf8)
            if cell.look.isNumber {
                text.append(contentsOf: cell.text.utf8)
                text.append(contentsOf: "</v></c>".utf8)
            } else {
                Self.append(cell.text, to: &text)
                text.append(contentsOf: "</t></is></c>".utf8)
            }
        }
        text.append(contentsOf: "</row>".utf8)
        if text.count >= 1 << 16 { try flush() }
        return true
    }

    /// Completes the workbook.
    package func finish() throws(WriteError) {
        text.append(contentsOf: WorkbookParts.behindRows.utf8)
        try flush()
        try archive.endPart()
        try archive.finish()
    }

    private func flush() throws(WriteError) {
        try archive.write(text)
        text.removeAll(keepingCapacity: true)
    }

    /// Whether a file begins as those do that are written here.
    package static func mayHaveWritten(_ bytes: [UInt8]) -> Bool {
        let first = WorkbookParts.around(sheet: "").first?.name ?? ""
        return bytes.starts(with: ZipWriting.firstBytes) && bytes.dropFirst(30).starts(with: first.utf8)
    }

    /// The number by which a workbook keeps a day (18.17.4); nil before March 1900, where programs count differently.
    ///
    /// - Parameter days: since 1970-01-01.
    package static func serial(of days: Int) -> Int? {
        let serial = days + SerialDay.epoch
        return serial > 60 ? serial : nil
    }

    /// `A` for 0, `AB` for 27.
    static func letters(_ column: Int) -> String {
        var (letters, rest) = ("", column + 1)
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// Escapes what XML or a workbook reads otherwise, and ends a text that is longer than a cell takes.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        let isPlain = text.withUTF8 { own in
            let isPlain = own.count <= mostCharacters && own.allSatisfy(standsForItself)
            if isPlain { bytes.append(contentsOf: own) }
            return isPlain
        }
        if !isPlain { appendEscaped(text, to: &bytes) }
    }

    /// Whether a byte stands for itself wherever it is; with 0xEF begin the two that are no characters of XML.
    private static func standsForItself(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"), 0xEF: false
        default: true
        }
    }

    private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        var left = mostCharacters
        let scalars = text.unicodeScalars
        for place in scalars.indices {
            let scalar = scalars[place]
            left -= scalar.value > 0xFFFF ? 2 : 1
            guard left >= 0 else { return }
            switch scalar.value {
            case 0x26: bytes.append(contentsOf: "&amp;".utf8)
            case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
            case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
            case 0x09, 0x0A: bytes.append(UInt8(scalar.value))
            case 0..<0x20, 0xFFFE, 0xFFFF:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                bytes.append(contentsOf: "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf8)
            case 0x5F where isEscape(scalars[place...]): bytes.append(contentsOf: "_x005F_".utf8)
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    /// Whether a text that begins so would be read as an escaped character: `_x000D_`.
    private static func isEscape(_ text: Substring.UnicodeScalarView) -> Bool {
        let start = Array(text.prefix(7))
        return start.count == 7 && start[1] == "x" && start[6] == "_"
            && start[2..<6].allSatisfy(\.properties.isASCIIHexDigit)
    }
}
