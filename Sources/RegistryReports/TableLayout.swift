internal import Spreadsheets

/// The widths of a table's columns, in columns of a terminal, and where they had to give way.
struct TableLayout {
    /// A column is not cut below this, so that something of its text remains.
    static let narrowest = 6

    private(set) var widths: [Int]
    private var mayCut: [Bool]
    private var wasCut: [Bool]
    private var cutCells: [Int]
    private let names: [String]

    init(columns: [Column], headings: [String]) {
        widths = headings.map(\.displayWidth)
        mayCut = columns.map { $0.alignment == .left }
        wasCut = columns.map { _ in false }
        cutCells = columns.map { _ in 0 }
        names = columns.map(\.name)
    }

    mutating func widen(for texts: [String], of cells: [Cell]) {
        for (position, text) in texts.enumerated() {
            widths[position] = max(widths[position], text.displayWidth)
            switch cells[position] {
            // A number without some of its digits is another number.
            case .integer, .decimal: mayCut[position] = false
            case .null, .text, .boolean: break
            }
        }
    }

    /// Narrows the widest text column, again and again, until the table fits or no text column can give way.
    mutating func fit(into limit: Int, gap: Int) {
        while true {
            let excess = lineWidth(gap: gap) - limit
            let candidates = widths.indices.filter { mayCut[$0] && widths[$0] > Self.narrowest }
            guard excess > 0, let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
            let nextWidest = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? Self.narrowest
            widths[widest] -= min(excess, max(1, widths[widest] - nextWidest))
            wasCut[widest] = true
        }
    }

    /// Counts the cells that do not fit the widths as they are now.
    mutating func countCuts(in rows: [[String]]) {
        for position in widths.indices where wasCut[position] {
            cutCells[position] += rows.count { $0[position].displayWidth > widths[position] }
        }
    }

    func notices(limit: Int?, gap: Int) -> [RowNotice] {
        var notices: [RowNotice] = []
        for position in widths.indices where wasCut[position] {
            notices.append(.columnCut(name: names[position], cells: cutCells[position], width: widths[position]))
        }
        if let limit, lineWidth(gap: gap) > limit {
            notices.append(.wider(width: lineWidth(gap: gap), asked: limit))
        }
        return notices
    }

    private func lineWidth(gap: Int) -> Int {
        widths.reduce(0, +) + gap * max(0, widths.count - 1)
    }
}
