/// What a reader must be told to make sense of a cell.
package struct ReadingContext: Sendable {
    /// The last day that is not in the future.
    package let today: Day
    /// The unit of the column; nil where its heading has none.
    package var unit: MoneyUnit?
    /// What a number means that has no unit in its cell nor its heading; nil when nobody said.
    package var bareUnit: MoneyUnit?
    package var dayFormat: DayFormat?
    /// Whether a day may also be written `2022-06-21`, whatever the format: a workbook's own days are.
    package var takesISODays = false

    package init(
        today: Day, unit: MoneyUnit? = nil, bareUnit: MoneyUnit? = nil, dayFormat: DayFormat? = nil
    ) {
        self.bareUnit = bareUnit
        self.today = today
        self.unit = unit
        self.dayFormat = dayFormat
    }
}

/// A value of a record that lies in somebody else's memory for the time of a call.
package enum Slot {
    case null
    case amount(Amount)
    case day(Day)
    /// A place in the terms of the field's vocabulary.
    case term(UInt8)
    case text(Bytes)

    package var isNull: Bool {
        if case .null = self { true } else { false }
    }

    package var amount: Amount? {
        if case .amount(let amount) = self { amount } else { nil }
    }

    package var day: Day? {
        if case .day(let day) = self { day } else { nil }
    }

    package var text: Bytes? {
        if case .text(let bytes) = self { bytes } else { nil }
    }
}

extension Field {
    /// Reads a cell as a value of this field. Empty cells and the market's marks for a missing value are null.
    ///
    /// - Throws: a ``Refusal``: the cell is refused, never mended.
    package func read(_ cell: Bytes, in context: ReadingContext) throws(Refusal) -> Slot {
        let bytes = cell.trimmed
        if Self.isMissing(bytes) {
            guard !isRequired else { throw .missing(field: name) }
            return .null
        }
        switch kind {
        case .amount, .day, .term:
            guard bytes.count <= 1000 else { throw .textTooLong(bytes: bytes.count, most: 1000) }
        default: break
        }
        switch kind {
        case .amount:
            return .amount(try Amount.read(bytes, unit: context.unit, bare: context.bareUnit))
        case .day(let mayLieAhead):
            let isISO = context.takesISODays && bytes.count >= 10 && bytes[4] == 0x2D && bytes[7] == 0x2D
            let day = try Day.read(bytes, format: isISO ? nil : context.dayFormat)
            guard mayLieAhead || day <= context.today else {
                throw .dayInTheFuture(bytes.text, today: context.today)
            }
            return .day(day)
        case .term(let vocabulary):
            guard let place = vocabulary.place(of: bytes) else {
                throw .unknownTerm(bytes.text, vocabulary: vocabulary)
            }
            return .term(place)
        case .text(let most): return .text(try Self.checked(bytes, most: most))
        case .party: return .text(try Self.checked(bytes, most: 1000))
        case .code, .venue, .record: return .text(try Self.checked(bytes, most: 200, isOneLine: true))
        case .creditCode:
            guard CreditCode.isValid(bytes) else { throw .notACreditCode(bytes.text) }
            return .text(bytes)
        }
    }

    /// Nothing, or one of the market's marks for a value that is not there.
    package static func isMissing(_ bytes: Bytes) -> Bool {
        switch bytes.count {
        case 0: true
        case 2: bytes[0] == 0x2D && bytes[1] == 0x2D
        case 3: bytes.elementsEqual("无".utf8)
        case 9: bytes.elementsEqual("待确认".utf8)
        default: false
        }
    }

    /// Tabs and line ends may stand inside a text, but not inside a code; no other control character anywhere.
    private static func checked(_ bytes: Bytes, most: Int, isOneLine: Bool = false) throws(Refusal) -> Bytes {
        guard bytes.count <= most else { throw .textTooLong(bytes: bytes.count, most: most) }
        for byte in bytes where byte < 0x20 || byte == 0x7F {
            let isLineEnd = byte == 0x09 || byte == 0x0A || byte == 0x0D
            guard isLineEnd && !isOneLine else { throw .controlCharacter(bytes.text, code: byte) }
        }
        return bytes
    }
}
