import Registry
package import RegistryStore
package import Spreadsheets

/// The forms of an export; the raw value is the word after `--format`.
package enum ExportFormat: String, CaseIterable, Sendable {
    case csv, jsonl, xlsx
}

/// Writes the records of a noun as `import` takes them again, into an open file.
package protocol ExportWriting {
    mutating func begin(_ columns: [ExportColumn]) throws(WriteError)
    /// - Returns: false where there is no room for more rows: then the row is not in it.
    mutating func row(_ cells: [Cell]) throws(WriteError) -> Bool
    mutating func end() throws(WriteError)
}

/// As CSV or as JSON lines, amounts as decimal yuan.
package struct PlainExport: ExportWriting {
    private var rows: any RowWriter
    private var amounts: [Int] = []

    package init(_ rows: any RowWriter) { self.rows = rows }

    package mutating func begin(_ columns: [ExportColumn]) throws(WriteError) {
        amounts = columns.indices.filter { columns[$0].kind == .amount }
        try rows.begin(columns.map { Column($0.heading) })
    }

    package mutating func row(_ cells: [Cell]) throws(WriteError) -> Bool {
        try rows.row(cells.inYuan(amounts))
        return true
    }

    package mutating func end() throws(WriteError) { try rows.end() }
}

/// As the one sheet of a workbook: codes as texts, amounts and days as numbers that look like them.
package final class WorkbookExport: ExportWriting {
    private let descriptor: Int32
    private let name: String
    private var sheet: SheetWriting?
    private var columns: [ExportColumn] = []
    private var lastRow = 1

    /// - Parameters:
    ///   - descriptor: of an empty file that can be written at any place, and stays its owner's.
    ///   - name: of the sheet.
    package init(_ descriptor: Int32, sheet name: String) { (self.descriptor, self.name) = (descriptor, name) }

    package func begin(_ columns: [ExportColumn]) throws(WriteError) {
        self.columns = columns
        sheet = try SheetWriting(
            descriptor, sheet: name, widths: columns.map(Self.width), looks: columns.map(Self.look), frozenRows: 1)
        _ = try sheet?.row(1, columns.map { ($0.heading, .heading) })
    }

    private static func width(_ column: ExportColumn) -> Int {
        switch column.kind {
        case .amount: max(20, column.heading.count + 2)
        case .day: 13
        case .text: column.isLong ? 32 : max(16, column.heading.count + 2)
        }
    }

    private static func look(_ column: ExportColumn) -> SheetWriting.Look {
        switch column.kind {
        case .amount: .amount
        case .day: .day
        case .text: .plain
        }
    }

    package func row(_ cells: [Cell]) throws(WriteError) -> Bool {
        lastRow += 1
        return try sheet?.row(lastRow, zip(cells, columns).map { Self.shown($0, $1.kind) }) ?? false
    }

    private static func shown(_ cell: Cell, _ kind: ExportColumn.Kind) -> (text: String, look: SheetWriting.Look) {
        switch (cell, kind) {
        case (.integer(let fen), .amount): (Amount.decimal(fen: fen, places: 2), .amount)
        case (.text(let text), .day): serial(text).map { ("\($0)", .day) } ?? (text, .plain)
        default: (cell.plainText, .plain)
        }
    }

    private static func serial(_ text: String) -> Int? {
        guard let day = try? text.withBytes({ try Day.read($0) }) else { return nil }
        return SheetWriting.serial(of: Int(day.number))
    }

    package func end() throws(WriteError) { try sheet?.finish() }
}

/// As CSV for those who open it in a spreadsheet program: with a byte-order mark and lines that end in CR and LF, and with an
/// apostrophe before texts that such a program would take for a formula. Not meant to be imported again.
package struct SpreadsheetCSV: ExportWriting {
    private let sink: any ByteSink
    private var line = CSVLine()
    private var amounts: [Int] = []

    package init(to sink: any ByteSink) { self.sink = sink }

    package mutating func begin(_ columns: [ExportColumn]) throws(WriteError) {
        amounts = columns.indices.filter { columns[$0].kind == .amount }
        try sink.write("\u{FEFF}")
        try write(columns.map { .text($0.heading) })
    }

    package mutating func row(_ cells: [Cell]) throws(WriteError) -> Bool {
        try write(cells.inYuan(amounts).map(Self.harmless))
        return true
    }

    package mutating func end() throws(WriteError) { try sink.flush() }

    /// A text that begins as formulas do gets an apostrophe; one that is a number stays one.
    static func harmless(_ cell: Cell) -> Cell {
        guard case .text(let text) = cell, let first = text.unicodeScalars.first,
            "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
        else { return cell }
        return isNumber(text) ? cell : .text("'" + text)
    }

    private static func isNumber(_ text: String) -> Bool {
        let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ".", omittingEmptySubsequences: false)
        let signs = text.prefix { $0 == "-" || $0 == "+" }.count
        return signs <= 1 && parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private mutating func write(_ cells: [Cell]) throws(WriteError) {
        line.clear()
        for cell in cells { line.appendField(cell) }
        try line.withBytes { (bytes) throws(WriteError) in try sink.write(bytes.bytes) }
        try sink.write("\r\n")
    }
}

extension [Cell] {
    /// With fen as yuan in some columns.
    fileprivate func inYuan(_ amounts: [Int]) -> [Cell] {
        var cells = self
        for place in amounts {
            if case .integer(let fen) = cells[place] { cells[place] = .decimal(Amount.decimal(fen: fen, places: 2)) }
        }
        return cells
    }
}
