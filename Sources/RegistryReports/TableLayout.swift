internal import Spreadsheets

/// The widths of a table's columns, in columns of a terminal, and where they had to give way.
struct TableLayout {
    /// A column is not cut below this, so that something of its text remains.
    static let narrowest = 6
    /// The same of a column in which nothing stands.
    private static let narrowestEmpty = 4
    /// Texts are cut to this before anything else gives way: as a rule it still tells one from another.
    private static let readable = 12
    /// Texts as short as that are terms, as a rule, and are cut last.
    private static let longestTerm = 8
    /// A code or a day that is cut is none; a text longer than this is neither.
    private static let longestCode = 32

    private(set) var widths: [Int]
    private var mayCut: [Bool]
    private var valueWidths: [Int]
    /// Of the codes and days among the values.
    private var codeWidths: [Int]
    /// Of numbers, and of labels.
    private let staysWhole: [Bool]
    private let headingWidths: [Int]
    private var wasCut: [Bool]
    private var cutCells: [Int]
    private let headings: [String]
    /// Columns that stay in a table, however narrow the terminal: labels, codes of records, and the first one.
    private let isNeeded: [Bool]
    /// The places of those that go before a text is cut beyond recognition, the first to go in front.
    private let givingWay: [Int]
    /// The places of the columns that the table shows.
    private(set) var shown: [Int]

    init(columns: [Column], headings: [String]) {
        widths = headings.map(\.displayWidth)
        headingWidths = headings.map { max(Self.narrowestEmpty, TableHeading($0).leastWidth) }
        staysWhole = columns.map { $0.alignment == .right || $0.isLabel }
        mayCut = zip(columns, staysWhole).map { !$1 && !Self.isOfCodes($0) }
        valueWidths = columns.map { _ in 0 }
        codeWidths = columns.map { _ in 0 }
        wasCut = columns.map { _ in false }
        cutCells = columns.map { _ in 0 }
        isNeeded = columns.indices.map { $0 == 0 || columns[$0].isLabel || columns[$0].name == "code" }
        givingWay = columns.indices.filter { columns[$0].givesWay != nil }
            .sorted { (columns[$0].givesWay ?? 0) < (columns[$1].givesWay ?? 0) }
        shown = Array(columns.indices)
        self.headings = headings
    }

    /// Days, times and codes, as columns of the registry are called.
    private static func isOfCodes(_ column: Column) -> Bool {
        ["code", "as_of", "day"].contains(column.name)
            || ["_code", "_on", "_at"].contains { column.name.hasSuffix($0) }
    }

    /// Whether a text may be a code or a day, which have digits and others beside them, as no word of a language has. A name
    /// of a file, which has a letter behind a point, is a text.
    private static func isLikeCode(_ text: String) -> Bool {
        var (hasDigit, hasOther) = (false, false)
        var isBehindPoint = false
        for byte in text.utf8 {
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            guard (0x21..<0x7F).contains(byte), !(isBehindPoint && isLetter) else { return false }
            if (0x30...0x39).contains(byte) { hasDigit = true } else { hasOther = true }
            isBehindPoint = byte == UInt8(ascii: ".")
        }
        return hasDigit && hasOther
    }

    mutating func widen(for texts: [String], of cells: [Cell]) {
        for (position, text) in texts.enumerated() {
            let width = text.displayWidth
            widths[position] = max(widths[position], width)
            valueWidths[position] = max(valueWidths[position], width)
            switch cells[position] {
            // A number without some of its digits is another number.
            case .integer, .decimal: mayCut[position] = false
            case .text:
                if width > Self.longestCode {
                    mayCut[position] = !staysWhole[position]
                } else if width > codeWidths[position], Self.isLikeCode(text) {
                    codeWidths[position] = width
                }
            case .null, .boolean: break
            }
        }
    }

    /// Narrows columns, and where that is not enough leaves some out: those that give way, before texts are cut beyond
    /// recognition; then those in which nothing stands, then texts, then numbers and days, the last of them first: the first
    /// column and another one stay.
    ///
    /// - Parameter mayLeaveOut: false once lines of the table are written.
    mutating func fit(into limit: Int, gap: Int, mayLeaveOut: Bool) {
        let (whole, before) = (widths, wasCut)
        func narrowed(_ layout: inout TableLayout, leavingOut position: Int? = nil) {
            layout.shown.removeAll { $0 == position }
            (layout.widths, layout.wasCut) = (whole, before)
            layout.narrowReadably(into: limit, gap: gap)
        }
        narrowed(&self)
        for position in givingWay where mayLeaveOut && lineWidth(gap: gap) > limit {
            narrowed(&self, leavingOut: position)
        }
        narrowFurther(into: limit, gap: gap)
        while mayLeaveOut, lineWidth(gap: gap) > limit, shown.count > 2 {
            let others = shown.filter { !isNeeded[$0] }
            let empty = others.last { valueWidths[$0] == 0 }
            guard let last = empty ?? others.last(where: { mayCut[$0] }) ?? others.last else { return }
            narrowed(&self, leavingOut: last)
            narrowFurther(into: limit, gap: gap)
        }
    }

    /// Narrows the widest text column, again and again, until the table fits or every text is cut as far as it tells one from
    /// another; then headings are set on several lines. Codes, days and numbers stay whole.
    private mutating func narrowReadably(into limit: Int, gap: Int) {
        narrow(into: limit, gap: gap, downTo: widths.map { _ in Self.readable })
        for position in shown where !mayCut[position] || codeWidths[position] == valueWidths[position] {
            let excess = lineWidth(gap: gap) - limit
            let least = max(valueWidths[position], headingWidths[position])
            if excess > 0, least < widths[position] { widths[position] = max(least, widths[position] - excess) }
        }
    }

    private mutating func narrowFurther(into limit: Int, gap: Int) {
        narrow(into: limit, gap: gap, downTo: valueWidths.map { $0 > Self.longestTerm ? Self.narrowest : .max })
        narrow(into: limit, gap: gap, downTo: valueWidths.map { $0 > 0 ? Self.narrowest : Self.narrowestEmpty })
    }

    /// - Parameter least: the width below which each column does not go, though it may be cut.
    private mutating func narrow(into limit: Int, gap: Int, downTo least: [Int]) {
        let least = widths.indices.map { mayCut[$0] ? max(least[$0], codeWidths[$0]) : .max }
        while true {
            let excess = lineWidth(gap: gap) - limit
            let candidates = shown.filter { widths[$0] > least[$0] }
            guard excess > 0, let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
            let nextWidest = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? least[widest]
            widths[widest] -= min(excess, widths[widest] - least[widest], max(1, widths[widest] - nextWidest))
            wasCut[widest] = true
        }
    }

    /// Counts the cells that do not fit the widths as they are now.
    mutating func countCuts(in rows: [[String]]) {
        for position in shown where wasCut[position] {
            cutCells[position] += rows.count { $0[position].displayWidth > widths[position] }
        }
    }

    func notices(limit: Int?, gap: Int) -> [RowNotice] {
        var notices: [RowNotice] = []
        for position in widths.indices {
            if !shown.contains(position) {
                notices.append(.columnLeftOut(heading: headings[position]))
            } else if cutCells[position] > 0 {
                notices.append(
                    .columnCut(heading: headings[position], cells: cutCells[position], width: widths[position]))
            }
        }
        if let limit, lineWidth(gap: gap) > limit {
            notices.append(.wider(width: lineWidth(gap: gap), asked: limit))
        }
        return notices
    }

    private func lineWidth(gap: Int) -> Int {
        shown.reduce(0) { $0 + widths[$1] } + gap * max(0, shown.count - 1)
    }
}
