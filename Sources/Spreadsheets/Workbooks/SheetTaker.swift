/// Takes the cells of a sheet from its XML (ECMA-376-1, 18.3.1).
final class SheetTaker: XMLTaker {
    private enum Kind { case number, shared, text, inline, boolean, error, isoDay }

    let texts = ByteRoom(capacity: 1 << 16)
    private(set) var rows: [SheetRow] = []
    private(set) var cells: [SheetCell] = []
    /// The first row that holds rows or cells in no order, an address that is none, or two values in a cell.
    private(set) var damagedRow: Int?
    private let looks: [CellStyles.Look]
    private let countsFrom1904: Bool
    private var (row, column, firstCell, firstText) = (0, -1, 0, 0)
    private var isInRow = false
    private var (kind, style, start) = (Kind.number, 0, 0)
    private var (isInCells, isInInline, isPhonetic, takesText) = (false, false, false, false)
    private var (hasFormula, hasValue, isElsewhere) = (false, false, false)

    init(_ looks: [CellStyles.Look], countsFrom1904: Bool) {
        self.looks = looks
        self.countsFrom1904 = countsFrom1904
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name.letter {
        case UInt8(ascii: "c") where isInCells: beginCell(attributes)
        case UInt8(ascii: "v") where isInCells:
            takesText = kind != .inline
            // Beside an inline text a value may stand, and means nothing.
            if hasValue, takesText { noteDamage() }
            hasValue = true
        case UInt8(ascii: "t"): takesText = isInInline && !isPhonetic
        case UInt8(ascii: "f"): hasFormula = true
        case 0:
            if name == "row", isInCells {
                beginRow(attributes)
            } else if name == "is", isInCells {
                if texts.count > start { noteDamage() }
                (isInInline, hasValue) = (true, true)
            } else if name == "rPh" {
                isPhonetic = true
            } else if name == "sheetData" {
                isInCells = true
            }
        default: break
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if takesText { texts.append(bytes) }
    }

    override func end(_ name: XMLName) {
        switch name.letter {
        case UInt8(ascii: "v"), UInt8(ascii: "t"): takesText = false
        case UInt8(ascii: "c") where isInCells: endCell()
        case 0:
            if name == "row", isInCells {
                rows.append(SheetRow(number: row, cells: firstCell..<cells.count))
                isInRow = false
            } else if name == "is" {
                isInInline = false
            } else if name == "rPh" {
                isPhonetic = false
            } else if name == "sheetData" {
                isInCells = false
            }
        default: break
        }
    }

    private func beginRow(_ attributes: XMLAttributes) {
        var number = row + 1
        attributes.forEach { name, value in
            if name.letter == UInt8(ascii: "r") { number = Self.number(value) ?? 0 }
        }
        let isInOrder = number > row && number <= 1 << 20 && !isInRow
        (row, column, firstCell, firstText) = (number, -1, cells.count, texts.count)
        if !isInOrder { noteDamage() }
        isInRow = true
    }

    private func noteDamage() {
        if damagedRow == nil { damagedRow = row }
    }

    private func beginCell(_ attributes: XMLAttributes) {
        var next = column + 1
        (kind, style, start) = (.number, 0, texts.count)
        (hasFormula, hasValue, isElsewhere) = (false, false, false)
        attributes.forEach { name, value in
            switch name.letter {
            case UInt8(ascii: "r"):
                let address = Self.address(value)
                next = address?.column ?? -1
                isElsewhere = address?.row != row
            case UInt8(ascii: "s"): style = Self.number(value) ?? 0
            case UInt8(ascii: "t"): kind = Self.kind(value)
            default: break
            }
        }
        if next <= column || next >= CSVReader.mostFields || !isInRow { noteDamage() }
        column = next
    }

    private func endCell() {
        if texts.count == start, !(hasFormula && !hasValue) { return }
        // Only of a cell that holds something: some programs write empty ones of another row.
        if isElsewhere { noteDamage() }
        var cell = SheetCell(column: column, shared: -1, text: start..<start)
        switch kind {
        case .shared:
            let number = texts[start..<texts.count].reduce(0) {
                (0x30...0x39).contains($1) && $0 >= 0 && $0 < 1 << 40 ? $0 * 10 + Int($1 - 0x30) : -1
            }
            if number < 0 { noteDamage() }
            cell.shared = max(number, 0)
            texts.cut(to: start)
        case .number: if endNumber() { cell.fault = .tooManyDigits }
        case .text, .inline:
            EscapedText.resolve(texts, from: start)
            if EscapedText.holdsReplacement(texts, from: start) { cell.fault = .replacementCharacter }
        case .boolean:
            let word = texts[start..<texts.count].elementsEqual([0x30]) ? "FALSE" : "TRUE"
            texts.cut(to: start)
            texts.append(Array(word.utf8))
        case .error: cell.fault = .errorCell
        case .isoDay: break
        }
        if hasFormula, !hasValue { cell.fault = .formulaWithoutValue }
        cell.text = start..<texts.count
        cells.append(cell)
    }

    /// Rounds a number to 15 digits, and writes a day as a day. Returns whether a whole number lost digits by it.
    private func endNumber() -> Bool {
        let look = style < looks.count ? looks[style] : .number
        let number = texts[start..<texts.count]
        if look == .number, DecimalText.isPlain(number, most: 15) { return false }
        var text: [UInt8] = []
        if look == .number {
            DecimalText.append(number.withoutSpaces, significant: 15, to: &text)
        } else {
            SerialDay.append(number.withoutSpaces, look, from1904: countsFrom1904, to: &text)
        }
        var isCut = false
        if look == .number, text.count > 15, !text.contains(UInt8(ascii: ".")) {
            var all: [UInt8] = []
            DecimalText.append(number.withoutSpaces, to: &all)
            isCut = all != text
        }
        texts.cut(to: start)
        texts.append(text)
        return isCut
    }

    /// Lets go of all rows but one that is not read to its end.
    func startAfresh() {
        let (cellsDone, textsDone) = isInRow ? (firstCell, firstText) : (cells.count, texts.count)
        rows.removeAll(keepingCapacity: true)
        cells.removeSubrange(..<cellsDone)
        texts.drop(textsDone)
        for index in cells.indices {
            let text = cells[index].text
            cells[index].text = text.lowerBound - textsDone..<text.upperBound - textsDone
        }
        start = max(start - textsDone, 0)
        (firstCell, firstText) = (0, 0)
    }

    private static func kind(_ value: UnsafePointer<CChar>) -> Kind {
        switch (UInt8(bitPattern: value[0]), UInt8(bitPattern: value[1])) {
        case (UInt8(ascii: "s"), 0): .shared
        case (UInt8(ascii: "s"), _): .text
        case (UInt8(ascii: "i"), _): .inline
        case (UInt8(ascii: "b"), _): .boolean
        case (UInt8(ascii: "e"), _): .error
        case (UInt8(ascii: "d"), _): .isoDay
        default: .number
        }
    }

    private static func number(_ value: UnsafePointer<CChar>) -> Int? {
        var (number, place) = (0, value)
        while place.pointee != 0 {
            let digit = UInt8(bitPattern: place.pointee) &- 0x30
            guard digit < 10, number < 1 << 40 else { return nil }
            number = number * 10 + Int(digit)
            place += 1
        }
        return place == value ? nil : number
    }

    /// `AB12` is column 27 of row 12.
    private static func address(_ value: UnsafePointer<CChar>) -> (column: Int, row: Int)? {
        var (number, place) = (0, value)
        while case let letter = (UInt8(bitPattern: place.pointee) & 0xDF) &- 0x40, (1...26).contains(letter),
            number < 1 << 20
        {
            number = number * 26 + Int(letter)
            place += 1
        }
        guard number > 0, let row = Self.number(place) else { return nil }
        return (number - 1, row)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Without white space at its ends.
    fileprivate var withoutSpaces: UnsafeBufferPointer<UInt8> {
        guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
            return UnsafeBufferPointer(rebasing: self[..<0])
        }
        return UnsafeBufferPointer(rebasing: self[first...last])
    }
}
