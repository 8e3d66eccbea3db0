extension Amount {
    /// Yuan with two places and no grouping, as programs read it: `393100000000` fen is `3931000000.00`.
    package var yuan: String { Amount.decimal(fen: fen, places: 2) }

    /// Yuan grouped by thousands, for people: `3,931,000,000.00`.
    package var groupedYuan: String { grouped(decimal: yuan) }

    /// As ``groupedYuan``, with the unit: `3,931,000,000.00 yuan`.
    package var spoken: Bilingual { Bilingual("\(groupedYuan) yuan", "\(groupedYuan) 元") }

    /// The size at a glance, rounded: to three places of a trillion, billion or million yuan in English, to two of 亿元 or 万元 in
    /// Chinese, `3.931 billion yuan` and `39.31 亿元`; exact, and in yuan, where it is smaller than any of these.
    package var short: Bilingual {
        Bilingual(
            glance(
                [
                    (100_000_000_000_000, "trillion yuan"), (100_000_000_000, "billion yuan"),
                    (100_000_000, "million yuan"), (100, "yuan"),
                ], places: 3),
            glance([MoneyUnit.yi, .wan, .yuan].map { ($0.fen, $0.chinese) }, places: 2))
    }

    /// Whether ``short`` is in a larger unit than yuan, and so says more than the yuan do.
    package func isShortened(in language: Language) -> Bool {
        fen.magnitude >= (language == .english ? 100_000_000 : MoneyUnit.wan.fen.magnitude)
    }

    /// In the first of the units, the largest first, of which it has one.
    private func glance(_ units: [(fen: Int64, name: String)], places: Int) -> String {
        let unit = units.first { fen.magnitude >= $0.fen.magnitude } ?? units[units.count - 1]
        return "\(grouped(decimal: decimalQuotient(fen, by: unit.fen, places: places))) \(unit.name)"
    }

    /// The exact number of a unit, without trailing zeros: `39.31` for 亿元.
    package func inUnit(_ unit: MoneyUnit) -> String {
        trimmed(Amount.decimal(fen: fen, places: unit.places))
    }

    /// `fen` with the point set so many places from the right. A sum or a difference may be negative.
    package static func decimal(fen: Int64, places: Int) -> String { Registry.decimal(fen, places: places) }
}

/// Digits in groups of three: `3,931,000,000`. A leading minus stays.
package func grouped(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let bare = digits.dropFirst(sign.count)
    var text = ""
    for (index, digit) in bare.enumerated() {
        if index > 0, (bare.count - index) % 3 == 0 { text.append(",") }
        text.append(digit)
    }
    return sign + text
}

/// A decimal number without the zeros at its end: `39.31` of `39.3100`, `10` of `10.00`.
package func trimmed(_ decimal: String) -> String {
    guard decimal.contains(".") else { return decimal }
    var text = decimal
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
}

/// A decimal number with its whole part in groups of three: `3,931.00`.
package func grouped(decimal text: String) -> String {
    let whole = text.prefix { $0 != "." }
    return grouped(String(whole)) + text.dropFirst(whole.count)
}
