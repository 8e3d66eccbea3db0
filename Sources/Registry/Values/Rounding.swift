/// A whole number over another, rounded to the nearest, and halves away from zero, as people round money.
///
/// - Parameter divisor: above zero.
package func roundedQuotient(_ number: Int128, by divisor: Int128) -> Int128 {
    let half = number < 0 ? -(divisor / 2) : divisor / 2
    // A half of an odd divisor is cut, and what is left of it can make no difference.
    return (number + half) / divisor
}

/// A whole number over another as a decimal number, rounded to so many places at most and without zeros at its end.
///
/// - Parameter divisor: above zero.
package func decimalQuotient(_ number: Int64, by divisor: Int64, places: Int) -> String {
    trimmed(decimal(roundedQuotient(Int128(number) * power(ofTen: places), by: Int128(divisor)), places: places))
}

/// - Parameter places: zeros behind the one.
func power(ofTen places: Int) -> Int128 { (0..<places).reduce(1) { power, _ in power * 10 } }

/// Digits with the point set so many places from the right; no point before none.
package func decimal(_ digits: some BinaryInteger, places: Int) -> String {
    let sign = digits < 0 ? "-" : ""
    var text = String(digits.magnitude)
    if text.utf8.count <= places { text = String(repeating: "0", count: places + 1 - text.utf8.count) + text }
    guard places > 0 else { return sign + text }
    return "\(sign)\(text.dropLast(places)).\(text.suffix(places))"
}

/// Money in a unit, to so many places: how the press prints it.
package struct MoneyRounding: Hashable, Sendable {
    package let unit: MoneyUnit
    /// At most ``MoneyUnit/places``, with which a fen shows.
    package let places: Int

    /// Nil for fewer places than none, or more than a fen has.
    package init?(unit: MoneyUnit, places: Int) {
        guard (0...unit.places).contains(places) else { return nil }
        (self.unit, self.places) = (unit, places)
    }

    /// Fen in units of the last place.
    package func rounded(_ fen: Int64) -> Int128 {
        roundedQuotient(Int128(fen) * power(ofTen: places), by: Int128(unit.fen))
    }

    /// Grouped by thousands: `3,931.00`.
    package func text(_ fen: Int64) -> String { text(ofRounded: rounded(fen)) }

    package func text(ofRounded number: Int128) -> String { grouped(decimal: decimal(number, places: places)) }

    /// What the rounded parts of a whole sum to, where that is not the rounded whole.
    package func missedSum(of parts: [Int64]) -> (sum: Int128, whole: Int128)? {
        let sum = parts.reduce(0 as Int128) { $0 + rounded($1) }
        let whole = rounded(parts.reduce(0, &+))
        return sum == whole ? nil : (sum, whole)
    }
}

/// How much more something is than before.
package struct Growth: Hashable, Sendable {
    /// In hundredths of a percent.
    package let hundredths: Int128

    /// Nil over nothing, and over less than that: there is no growth then that means anything.
    package init?(from before: Int64, to now: Int64) {
        guard before > 0 else { return nil }
        hundredths = roundedQuotient((Int128(now) - Int128(before)) * 10_000, by: Int128(before))
    }

    /// Percent with two places: `12.50`.
    package var percent: String { decimal(hundredths, places: 2) }
}
