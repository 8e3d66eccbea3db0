extension Amount {
    /// Reads an amount as people and files write it: `1200000`, `1,200,000.00`, `120万元`, `１２０`, `¥ 27,275.25`.
    ///
    /// - Parameters:
    ///   - unit: the unit of the column, with which a unit in the cell must agree; nil where the heading has none.
    ///   - bare: what a number means that has no unit in its cell nor its heading; nil when nobody said.
    /// - Throws: a ``Refusal`` for no number, a negative one, a part of a fen, more than ``largest``, groups of
    ///   digits that are not threes, no unit, and two units that disagree.
    package static func read(
        _ bytes: Bytes, unit: MoneyUnit?, bare: MoneyUnit? = nil
    ) throws(Refusal) -> Amount {
        if let unit = unit ?? bare, let amount = plain(bytes, unit: unit) { return amount }
        return try written(bytes.trimmed.text, unit: unit, bare: bare)
    }

    /// The way nearly every cell is written: up to 15 ASCII digits, at most one point, exact to the fen.
    private static func plain(_ bytes: Bytes, unit: MoneyUnit) -> Amount? {
        guard !bytes.isEmpty, bytes.count <= 16 else { return nil }
        var digits: Int64 = 0
        var places = -1
        for byte in bytes {
            switch byte {
            case 0x30...0x39:
                digits = digits * 10 + Int64(byte &- 0x30)
                if places >= 0 { places += 1 }
            case 0x2E where places < 0: places = 0
            default: return nil
            }
        }
        guard places != 0, bytes.first != 0x2E else { return nil }
        return try? scaled(digits: digits, places: max(places, 0), unit: unit, as: "")
    }

    private static func written(
        _ original: String, unit: MoneyUnit?, bare: MoneyUnit?
    ) throws(Refusal) -> Amount {
        let parts = halfWidth(original).split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
        // Two numbers in a cell are not one: 120 130 is no 120130.
        guard !zip(parts, parts.dropFirst()).contains(where: { isOfNumber($0.last) && isOfNumber($1.first) }) else {
            throw .notAnAmount(original)
        }
        var text = parts.joined()
        guard !text.isEmpty else { throw .missingAmount }
        for sign in ["¥", "￥", "RMB", "CNY", "人民币"] where text.hasPrefix(sign) && text != sign {
            text.removeFirst(sign.count)
            break
        }
        let own = MoneyUnit.suffixes.first { text.hasSuffix($0.word) }
        if let own { text.removeLast(own.word.count) }
        guard !text.contains("/"), !text.contains("每") else { throw .rateAndNoAmount(original) }
        guard text.first != "-", text.first != "−" else { throw .negativeAmount(original) }
        let number = try ungrouped(text, in: original)
        switch (own?.unit, unit ?? (own == nil ? bare : nil)) {
        case (nil, nil): throw .amountWithoutUnit(original)
        case (let cell?, let heading?) where cell != heading && !number.isZero:
            throw .unitsDisagree(original, cell: cell, heading: heading)
        case (let found?, _), (nil, let found?):
            guard !number.isTooLong else {
                throw number.places > found.places ? .partOfAFen(original) : .amountTooLarge(original)
            }
            return try scaled(digits: number.digits, places: number.places, unit: found, as: original)
        }
    }

    private static func isOfNumber(_ character: Character?) -> Bool {
        character.map { "0"..."9" ~= $0 || $0 == "," || $0 == "." } ?? false
    }

    /// Without zeros at its end behind the point.
    private struct Number {
        var digits: Int64 = 0
        var places = 0
        /// The digits did not all fit.
        var isTooLong = false
        var isZero: Bool { digits == 0 }
    }

    private static func ungrouped(_ text: String, in original: String) throws(Refusal) -> Number {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped = groups.count > 1
        guard parts.count <= 2, let lead = groups.first, !lead.isEmpty,
            !isGrouped || lead.count <= 3 && lead.first != "0",
            groups.dropFirst().allSatisfy({ $0.count == 3 }), parts.count == 1 || !parts[1].isEmpty
        else { throw .notAnAmount(original) }
        var fraction = parts.count == 2 ? parts[1] : ""
        while fraction.last == "0" { fraction.removeLast() }
        var number = Number()
        for digit in groups.joined() + fraction {
            guard let value = digit.wholeNumberValue, digit.isASCII else { throw .notAnAmount(original) }
            guard number.digits < .max / 10 else {
                number.isTooLong = true
                continue
            }
            number.digits = number.digits * 10 + Int64(value)
        }
        number.places = fraction.count
        return number
    }

    private static func scaled(
        digits: Int64, places: Int, unit: MoneyUnit, as original: String
    ) throws(Refusal) -> Amount {
        var fen = digits
        if places > unit.places {
            for _ in unit.places..<places {
                guard fen % 10 == 0 else { throw .partOfAFen(original) }
                fen /= 10
            }
        } else {
            for _ in places..<unit.places {
                fen = fen.multipliedReportingOverflow(by: 10).overflow ? .max : fen * 10
                guard fen <= largest.fen else { throw .amountTooLarge(original) }
            }
        }
        guard fen <= largest.fen else { throw .amountTooLarge(original) }
        return Amount(fen: fen)
    }
}

/// Full-width letters, digits, signs and the ideographic space as their ASCII twins (Unicode block FF00–FFEF).
package func halfWidth(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0xEF || $0 == 0xE3 }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        case 0x3000: scalars.append(" ")
        default: scalars.append(scalar)
        }
    }
    return String(scalars)
}
