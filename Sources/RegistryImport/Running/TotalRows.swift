import Registry
import Spreadsheets

/// Rows among the data that are none: 合计 and 小计, 续表, and the headings again on the next page. What a total says is
/// held against the rows above it.
struct TotalRows {
    private enum Label { case total, subtotal, continuation }

    private let map: ColumnMap
    /// Columns of money, and the field that each gives.
    private let money: [(column: Int, field: Int)]
    private let firstHeading: [UInt8]
    /// Since the first row, since the last total, since the last subtotal.
    private var (whole, section, page): (Tally, Tally, Tally)
    private(set) var notices: [ImportNotice] = []
    /// Whether any says how much or how many the rows above it are.
    private(set) var countRows = false

    private struct Tally {
        var rows = 0
        /// Whether what looked like one row may have been several.
        var isCountSure = true
        /// For each column of money; nil where it is too large to be summed.
        var fen: [Int64?]
        /// For each column of money, whether cells of it could not be read.
        var isPartial: [Bool]
        /// For each column of money, with how many decimals its cells are written.
        var decimals: [Decimals]

        init(columns: Int) {
            fen = Array(repeating: 0, count: columns)
            isPartial = Array(repeating: false, count: columns)
            decimals = Array(repeating: .none, count: columns)
        }
    }

    /// How many decimals the cells of a column have.
    enum Decimals: Equatable {
        /// No cell was seen.
        case none
        case all(Int)
        /// Not all alike: they were typed as they are, and not rounded to a place.
        case various

        func with(_ other: Decimals) -> Decimals {
            switch (self, other) {
            case (.none, _): other
            case (_, .none): self
            default: self == other ? self : .various
            }
        }
    }

    init(_ map: ColumnMap) {
        self.map = map
        money = map.uses.indices.compactMap { column in
            guard case .field(let field, _) = map.uses[column], map.noun.fields[field].kind == .amount else {
                return nil
            }
            return (column, field)
        }
        firstHeading = Array((map.headings.first?.text ?? "").utf8)
        let none = Tally(columns: money.count)
        (whole, section, page) = (none, none, none)
    }

    /// Whether a row that is not blank is no data. Looks no further than its first bytes where it is.
    @inline(__always)
    func isNoData(_ record: CSVRecord) -> Bool {
        guard record.fieldCount <= map.headings.count else { return false }
        let first = record.field(0)
        if let byte = first.first, byte < 0x80, first.count != firstHeading.count, !Self.mayBeforeALabel(byte) {
            return false
        }
        return label(of: record) != nil || isHeadingAgain(record)
    }

    private func isHeadingAgain(_ record: CSVRecord) -> Bool {
        record.fieldCount == map.headings.count
            && map.headings.indices.allSatisfy { record.field($0).trimmed.elementsEqual(map.headings[$0].text.utf8) }
    }

    /// What the first cell that is not empty says: `合 计`, `小计：`, `合计（12项）`, `续表1`.
    private func label(of record: CSVRecord) -> Label? {
        guard let cell = (0..<record.fieldCount).lazy.map({ record.field($0).trimmed }).first(where: { !$0.isEmpty }),
            cell.count <= 60, Self.beginsALabel(cell)
        else { return nil }
        var text = halfWidth(cell.text).filter { !$0.isWhitespace }
        if let inside = text.firstIndex(of: "("), inside > text.startIndex { text.removeSubrange(inside...) }
        text.removeAll { ":()".contains($0) }
        let bare = text.filter { !("0"..."9" ~= $0) }
        switch bare {
        case "合计", "总计", "共计": return .total
        case "合计共项", "合计项", "共计项", "总计项", "合计共笔", "合计笔", "共计笔", "总计笔": return .total
        case "小计", "本页合计", "本页小计", "小计共项", "小计项": return .subtotal
        case "续表", "接上表", "接上页": return .continuation
        default: return nil
        }
    }

    /// A space or a bracket.
    @inline(__always)
    private static func mayBeforeALabel(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x28 }

    private static let beginnings = "合小总共续接本（(".map { Array(String($0).utf8) }

    private static func beginsALabel(_ cell: Bytes) -> Bool {
        guard let byte = cell.first, byte >= 0x80 || byte == UInt8(ascii: "(") else { return false }
        return beginnings.contains { cell.starts(with: $0) }
    }

    /// Counts a row of data.
    @inline(__always)
    mutating func add(_ record: CSVRecord, _ slots: UnsafeBufferPointer<Slot>) {
        page.rows += 1
        for (place, column) in money.enumerated() {
            guard let amount = slots[column.field].amount, let sum = page.fen[place] else { continue }
            if page.decimals[place] != .various {
                page.decimals[place] = page.decimals[place].with(.all(Self.decimals(of: record.field(column.column))))
            }
            let (next, isTooLarge) = sum.addingReportingOverflow(amount.fen)
            page.fen[place] = isTooLarge ? nil : next
        }
    }

    /// Counts a row of which something is wrong, by what of its money can be read.
    mutating func addFaulty(_ record: CSVRecord, _ slots: UnsafeBufferPointer<Slot>) {
        add(record, slots)
        for (place, column) in money.enumerated()
        where slots[column.field].amount == nil && !Field.isMissing(record.field(column.column).trimmed) {
            page.isPartial[place] = true
        }
    }

    /// Behind the last point of a number: `1,200.50 万元` has two.
    @inline(__always)
    fileprivate static func decimals(of cell: Bytes) -> Int {
        var digits = 0
        for byte in cell.reversed() {
            if byte == UInt8(ascii: ".") { return digits }
            if (0x30...0x39).contains(byte) {
                digits += 1
            } else if digits > 0 {
                return 0
            }
        }
        return 0
    }

    /// Counts a row whose cells cannot be told.
    mutating func addUnread(isOneRow: Bool) {
        page.rows += 1
        if !isOneRow { page.isCountSure = false }
        for place in page.isPartial.indices { page.isPartial[place] = true }
    }

    private static func close(_ page: inout Tally, into others: inout Tally) {
        others.rows += page.rows
        if !page.isCountSure { others.isCountSure = false }
        for place in page.fen.indices {
            if page.isPartial[place] { others.isPartial[place] = true }
            others.decimals[place] = others.decimals[place].with(page.decimals[place])
            guard let sum = others.fen[place], let more = page.fen[place] else {
                others.fen[place] = nil
                continue
            }
            let (next, isTooLarge) = sum.addingReportingOverflow(more)
            others.fen[place] = isTooLarge ? nil : next
        }
    }

    /// Holds what a row that is no data says against the rows above it: all of them, the rejected ones too. Where money of
    /// some could not be read, the others still cannot be more.
    mutating func faults(of record: CSVRecord, _ reading: RowReading) -> [Rejection] {
        guard let label = label(of: record), label != .continuation else { return [] }
        Self.close(&page, into: &whole)
        Self.close(&page, into: &section)
        let candidates = label == .subtotal ? [page] : [whole, section]
        page = Tally(columns: money.count)
        if label == .total { section = page }
        let printedCount = Self.count(in: record)
        var isUnchecked = false
        var saysNothing = printedCount == nil && !money.isEmpty && whole.rows > 0
        var rejections: [Rejection] = []
        for (place, column) in money.enumerated() where column.column < record.fieldCount {
            let cell = record.field(column.column)
            do throws(Refusal) {
                guard let printed = try reading.printedAmount(cell, column: column.column) else { continue }
                saysNothing = false
                let sums = candidates.compactMap { tally in
                    tally.fen[place].map { fen in
                        (
                            fen: fen, areRounded: tally.rows > 1 && tally.decimals[place] == .all(printed.decimals),
                            isPartial: tally.isPartial[place]
                        )
                    }
                }
                let sure = sums.filter { !$0.isPartial }
                guard let sum = sums.first?.fen, !sure.contains(where: { printed.amount.fen == $0.fen }) else {
                    continue
                }
                guard sure.contains(where: { printed.isRounding(of: $0.fen, areRounded: $0.areRounded) }) else {
                    if sure.count < sums.count {
                        let most = sums.filter(\.isPartial).min { $0.fen < $1.fen }
                        if let most, most.fen > printed.amount.fen,
                            !printed.isRounding(of: most.fen, areRounded: most.areRounded)
                        {
                            throw .totalBelowRows(cell.trimmed.text, sumFen: most.fen, unit: printed.unit)
                        }
                        isUnchecked = true
                        continue
                    }
                    throw whole.rows == 0
                        ? .totalAboveRows : .totalDiffers(cell.trimmed.text, sumFen: sum, unit: printed.unit)
                }
                notices.append(
                    .totalRounded(
                        row: Int64(record.row), printed: cell.trimmed.text, sumFen: sum, unit: printed.unit))
            } catch {
                saysNothing = false
                // What is wrong with the amounts above is wrong with their total; it is told of those.
                if case .totalBelowRows = error {
                } else if candidates.allSatisfy({ $0.isPartial[place] }) {
                    isUnchecked = true
                    continue
                }
                rejections.append(
                    Rejection(
                        row: Int64(record.row), column: map.headings[column.column].text, value: cell.text,
                        refusal: error))
            }
        }
        if isUnchecked { notices.append(.totalUnchecked(row: Int64(record.row))) }
        if printedCount != nil || !money.isEmpty && !saysNothing { countRows = true }
        if saysNothing, rejections.isEmpty { notices.append(.totalWithoutFigure(row: Int64(record.row))) }
        if let printed = printedCount, candidates.allSatisfy({ $0.isCountSure && $0.rows != printed }) {
            let rows = candidates[0].rows
            rejections.append(
                Rejection(
                    row: Int64(record.row), column: nil, value: nil,
                    refusal: whole.rows == 0 ? .totalAboveRows : .countDiffers(printed: printed, rows: rows)))
        }
        return rejections
    }

    /// What a cell says that holds nothing else: `12项`, `共12笔`, `合计（12项）`. A remark such as 含3个子项 is none.
    private static func count(in record: CSVRecord) -> Int? {
        for column in 0..<record.fieldCount {
            var text = halfWidth(record.field(column).trimmed.text).filter { !$0.isWhitespace && !",:()".contains($0) }[
                ...]
            for word in ["本页", "合计", "总计", "共计", "小计", "共"] where text.hasPrefix(word) {
                text = text.dropFirst(word.count)
            }
            guard let unit = text.popLast(), "项笔个件宗条".contains(unit) else { continue }
            if text.allSatisfy({ "0"..."9" ~= $0 }), let count = Int(text) { return count }
        }
        return nil
    }
}

/// An amount as a total shows it.
struct PrintedAmount {
    let amount: Amount
    /// In which it is written.
    let unit: MoneyUnit
    /// What one in its last place is worth, in fen; 0 where it is exact to the fen.
    let lastPlaceFen: Int64
    let decimals: Int

    /// Whether the sum of rows can be what was rounded to this: it differs by half of its last place at most; by a whole one
    /// where it has decimals and the rows were rounded to the same place, each for itself.
    ///
    /// - Parameter areRounded: whether the rows, several, are all written with just as many decimals. Amounts that are typed
    ///   as they are differ in that, and amounts with more decimals are exact.
    func isRounding(of sum: Int64, areRounded: Bool) -> Bool {
        guard lastPlaceFen > 0 else { return false }
        let areRowsRounded = decimals > 0 && areRounded && sum % lastPlaceFen == 0
        return 2 * (amount.fen - sum).magnitude <= (areRowsRounded ? 2 : 1) * lastPlaceFen.magnitude
    }
}

extension RowReading {
    /// The amount of a cell of a total; nil for a cell without one.
    func printedAmount(_ cell: Bytes, column: Int) throws(Refusal) -> PrintedAmount? {
        guard case .field(let place, let headingUnit) = map.uses[column],
            case .amount(let amount) = try readOptional(cell, field: place, column: column)
        else { return nil }
        let text = halfWidth(cell.trimmed.text).filter { !$0.isWhitespace }
        let own = MoneyUnit.suffixes.first { text.hasSuffix($0.word) }?.unit
        guard let unit = own ?? headingUnit ?? bareUnit else { return nil }
        let decimals = text.withBytes(TotalRows.decimals)
        var worth = unit.fen
        for _ in 0..<decimals { worth /= 10 }
        return PrintedAmount(amount: amount, unit: unit, lastPlaceFen: worth > 1 ? worth : 0, decimals: decimals)
    }
}
