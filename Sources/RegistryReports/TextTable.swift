package import Spreadsheets

/// Rows as aligned columns for a terminal: two spaces between columns, a rule under the heading and above a total.
///
/// Every line takes the same number of columns. Rows are kept until `end()`, because the widths are known only then; of more
/// than 4 MiB a part at a time, and columns are then widened where a later part needs it. Text is shown with
/// `visibleText`, a null as blank.
package struct TextTable: RowWriter {
    private static let gap = "  "
    /// Bytes that are kept at most before they are written.
    private static let mostKept = 4 << 20
    /// What a row and each of its cells take beside the bytes of their text, about.
    private static let overhead = 48
    /// Bytes of a raw cell that are shown at most; what is longer is nothing for a terminal.
    static let longestCell = 4096

    private let sink: any ByteSink
    private let widthLimit: Int?
    private var columns: [Column] = []
    private var layout = TableLayout(columns: [], headings: [])
    private var headings: [String] = []
    private var rows: [[String]] = []
    private var keptBytes = 0
    private var hasBegun = false
    private var hasLongCut = false
    private var totals: [String]?

    /// - Parameter width: the columns of the terminal; nil never cuts.
    package init(to sink: any ByteSink, width: Int? = nil) {
        self.sink = sink
        widthLimit = width
    }

    package mutating func begin(_ columns: [Column]) throws(WriteError) {
        self.columns = columns
        headings = columns.map(\.title.visibleText)
        (rows, keptBytes, hasBegun, hasLongCut) = ([], 0, false, false)
        totals = nil
        layout = TableLayout(columns: columns, headings: headings)
    }

    package mutating func row(_ cells: [Cell]) throws(WriteError) {
        let texts = try taken(cells)
        keptBytes += texts.reduce(Self.overhead) { $0 + $1.utf8.count + Self.overhead }
        rows.append(texts)
        if keptBytes > Self.mostKept { try writeKept() }
    }

    package mutating func rawRow(_ cells: [RawCell]) throws(WriteError) {
        hasLongCut = hasLongCut || cells.contains { $0.isLonger(than: Self.longestCell) }
        try row(cells.map { $0.cell(ofAtMost: Self.longestCell) })
    }

    package mutating func total(_ cells: [Cell]) throws(WriteError) {
        totals = try taken(cells)
    }

    @discardableResult
    package mutating func end() throws(WriteError) -> [RowNotice] {
        if columns.isEmpty { return [] }
        try writeKept()
        if let totals {
            try sink.write(rule)
            try writeLine(totals)
        }
        try sink.flush()
        return layout.notices(limit: widthLimit, gap: Self.gap.count)
            + (hasLongCut ? [.longCut(bytes: Self.longestCell)] : [])
    }

    private mutating func writeKept() throws(WriteError) {
        if let widthLimit { layout.fit(into: widthLimit, gap: Self.gap.count) }
        layout.countCuts(in: rows + (totals.map { [$0] } ?? []))
        if !hasBegun {
            try writeLine(headings)
            try sink.write(rule)
            hasBegun = true
        }
        for row in rows { try writeLine(row) }
        (rows, keptBytes) = ([], 0)
    }

    private var rule: String {
        layout.widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap) + "\n"
    }

    private mutating func taken(_ cells: [Cell]) throws(WriteError) -> [String] {
        try cells.check(against: columns)
        var texts: [String] = []
        texts.reserveCapacity(cells.count)
        for (column, cell) in zip(columns, cells) { texts.append(cell.shown(in: column)) }
        layout.widen(for: texts, of: cells)
        return texts
    }

    private func writeLine(_ texts: [String]) throws(WriteError) {
        var line = ""
        for (position, text) in texts.enumerated() {
            if position > 0 { line += Self.gap }
            line += text.fitted(to: layout.widths[position], columns[position].alignment)
        }
        try sink.write(line + "\n")
    }
}

extension Cell {
    fileprivate func shown(in column: Column) -> String {
        switch self {
        case .integer, .decimal:
            column.groupsThousands ? plainText.visibleText.groupedInThousands : plainText.visibleText
        case .null, .text, .boolean: plainText.visibleText
        }
    }
}

extension String {
    /// The text cut or padded with spaces to exactly `width` columns of a terminal.
    fileprivate func fitted(to width: Int, _ alignment: Column.Alignment) -> String {
        var text = self
        var textWidth = displayWidth
        if textWidth > width {
            text = cut(to: width)
            textWidth = text.displayWidth
        }
        let padding = String(repeating: " ", count: Swift.max(0, width - textWidth))
        return alignment == .right ? padding + text : text + padding
    }
}
