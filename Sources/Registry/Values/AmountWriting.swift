extension Amount {
    /// Yuan with two places and no grouping, as programs read it: `393100000000` fen is `3931000000.00`.
    package var yuan: String { Amount.decimal(fen: fen, places: 2) }

    /// Yuan grouped by thousands, for people: `3,931,000,000.00`.
    package var groupedYuan: String { grouped(decimal: yuan) }

    /// The size at a glance, in 万元 or 亿元, cut of trailing zeros, exact: `39.31 亿元`; below 1 万元 in 元.
    package var short: String {
        let size = fen.magnitude
        let unit: MoneyUnit =
            size >= MoneyUnit.yi.fen.magnitude ? .yi : size >= MoneyUnit.wan.fen.magnitude ? .wan : .yuan
        return "\(inUnit(unit)) \(unit.chinese)"
    }

    /// The exact number of a unit, without trailing zeros: `39.31` for 亿元.
    package func inUnit(_ unit: MoneyUnit) -> String {
        var text = Amount.decimal(fen: fen, places: unit.places)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
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

/// A decimal number with its whole part in groups of three: `3,931.00`.
package func grouped(decimal text: String) -> String {
    let whole = text.prefix { $0 != "." }
    return grouped(String(whole)) + text.dropFirst(whole.count)
}
