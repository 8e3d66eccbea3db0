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
    /// Nil while it hangs on a value that did not come yet.
    private var isRight: [Bool?] = []
    private var layout = TableLayout(columns: [], headings: [])
    private var headings: [String] = []
    private var rows: [[String]] = []
    private var keptBytes = 0
    private var hasBegun = false
    private var hasLongCut = false
    private var totals: [[String]] = []

    /// - Parameter width: the columns of the terminal; nil never cuts.
    package init(to sink: any ByteSink, width: Int? = nil) {
        self.sink = sink
        widthLimit = width
    }

    package mutating func begin(_ columns: [Column]) throws(WriteError) {
        self.columns = columns
        headings = columns.map(\.title.visibleText)
        isRight = columns.map { $0.alignment == .ofValues ? nil : $0.alignment == .right }
        (rows, keptBytes, hasBegun, hasLongCut) = ([], 0, false, false)
        totals = []
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
        totals.append(try taken(cells))
    }

    @discardableResult
    package mutating func end() throws(WriteError) -> [RowNotice] {
        if columns.isEmpty { return [] }
        try writeKept()
        if !totals.isEmpty { try sink.write(rule) }
        for line in totals { try writeLine(line) }
        try sink.flush()
        return layout.notices(limit: widthLimit, gap: Self.gap.count)
            + (hasLongCut ? [.longCut(bytes: Self.longestCell)] : [])
    }

    private mutating func writeKept() throws(WriteError) {
        if let widthLimit { layout.fit(into: widthLimit, gap: Self.gap.count, mayLeaveOut: !hasBegun) }
        layout.countCuts(in: rows + totals)
        if !hasBegun {
            try writeHeadings()
            try sink.write(rule)
            hasBegun = true
        }
        for row in rows { try writeLine(row) }
        (rows, keptBytes) = ([], 0)
    }

    /// Each stands on the rule, on as many lines as its column is narrow.
    private func writeHeadings() throws(WriteError) {
        let lines = zip(headings, layout.widths).map { TableHeading($0).lines(within: $1) }
        let height = lines.reduce(1) { max($0, $1.count) }
        for line in 0..<height {
            try writeLine(
                lines.map { line < height - $0.count ? "" : $0[line - (height - $0.count)] })
        }
    }

    private var rule: String {
        layout.shown.map { String(repeating: "-", count: layout.widths[$0]) }.joined(separator: Self.gap) + "\n"
    }

    private mutating func taken(_ cells: [Cell]) throws(WriteError) -> [String] {
        try columns.check(cells.count)
        var texts: [String] = []
        texts.reserveCapacity(cells.count)
        for (position, cell) in cells.enumerated() {
            if isRight[position] == nil, cell != .null { isRight[position] = cell.isNumber }
            texts.append(cell.shown(in: columns[position]))
        }
        layout.widen(for: texts, of: cells)
        return texts
    }

    private func writeLine(_ texts: [String]) throws(WriteError) {
        var line = ""
        for position in layout.shown {
            if position > 0 { line += Self.gap }
            line += texts[position].fitted(to: layout.widths[position], isRight: isRight[position] ?? false)
        }
        try sink.write(line + "\n")
    }
}

extension Cell {
    fileprivate func shown(in column: Column) -> String {
        switch self {
        case .integer, .decimal:
            column.groupsThousands
                ? plainText.visibleText.groupedInThousands.withFen(in: column) : plainText.visibleText
        case .null, .text, .boolean: plainText.visibleText
        }
    }
}

extension Cell {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        case .null, .text, .boolean: false
        }
    }
}

extension String {
    /// Yuan with one decimal has the other one too, so that those of a column stand under one another.
    fileprivate func withFen(in column: Column) -> String {
        guard column.name.hasSuffix("_yuan"), let point = utf8.lastIndex(of: UInt8(ascii: ".")),
            utf8.distance(from: point, to: endIndex) == 2, utf8.last.map({ (0x30...0x39).contains($0) }) == true
        else { return self }
        return self + "0"
    }

    /// The text cut or padded with spaces to exactly `width` columns of a terminal.
    fileprivate func fitted(to width: Int, isRight: Bool) -> String {
        var text = self
        var textWidth = displayWidth
        if textWidth > width {
            text = cut(to: width)
            textWidth = text.displayWidth
        }
        let padding = String(repeating: " ", count: Swift.max(0, width - textWidth))
        return isRight ? padding + text : text + padding
    }
}
