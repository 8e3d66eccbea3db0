package import Spreadsheets

/// Rows as aligned columns for a terminal: two spaces between columns, a rule under the heading and above a total.
///
/// Every line takes the same number of columns. Rows are kept until `end()`, because the widths are known only
/// then; a list without bounds belongs in CSV or JSON lines. Text is shown with `visibleText`, a null as blank.
package struct TextTable: RowWriter {
    private static let gap = "  "

    private let sink: any ByteSink
    private let widthLimit: Int?
    private var columns: [Column] = []
    private var layout = TableLayout(columns: [], headings: [])
    private var headings: [String] = []
    private var rows: [[String]] = []
    private var totals: [String]?

    /// - Parameter width: the columns of the terminal; nil never cuts.
    package init(to sink: any ByteSink, width: Int? = nil) {
        self.sink = sink
        widthLimit = width
    }

    package mutating func begin(_ columns: [Column]) throws(WriteError) {
        self.columns = columns
        headings = columns.map(\.title.visibleText)
        rows = []
        totals = nil
        layout = TableLayout(columns: columns, headings: headings)
    }

    package mutating func row(_ cells: [Cell]) throws(WriteError) {
        rows.append(try taken(cells))
    }

    package mutating func total(_ cells: [Cell]) throws(WriteError) {
        totals = try taken(cells)
    }

    @discardableResult
    package mutating func end() throws(WriteError) -> [RowNotice] {
        if columns.isEmpty { return [] }
        if let widthLimit { layout.fit(into: widthLimit, gap: Self.gap.count) }
        let rule = layout.widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap) + "\n"
        try writeLine(headings)
        try sink.write(rule)
        for row in rows { try writeLine(row) }
        if let totals {
            try sink.write(rule)
            try writeLine(totals)
        }
        try sink.flush()
        return layout.notices(limit: widthLimit, gap: Self.gap.count, rows: rows + (totals.map { [$0] } ?? []))
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
