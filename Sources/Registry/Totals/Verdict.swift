/// What the check of a published figure against the computed one found.
package enum Verdict: String, CaseIterable, Sendable {
    case equal
    /// Not equal, but within half of the last printed digit.
    case withinRounding = "within_rounding"
    case atLeast = "at_least"
    case nearly
    case about
    case off
    /// Off, and right but for a power of ten: the mistake that translated reports make (76 bn became 760 bn).
    case offByPowerOfTen = "off_by_power_of_ten"

    package var holds: Bool { self != .off && self != .offByPowerOfTen }
}

extension Figure {
    /// Sets the figure beside what the registry computes: fen for money, records for a count.
    package func verdict(computed: Int64) -> Verdict {
        // Everything in the unit of the last printed digit, doubled, so that half a digit is a whole number.
        let scale = power(ofTen: value.places)
        let published = Int128(value.digits) * Int128(unit.size) * 2
        let found = Int128(computed) * scale * 2
        let halfDigit = Int128(unit.size)
        switch comparison {
        case .equal:
            if found == published { return .equal }
            if magnitude(found - published) <= halfDigit { return .withinRounding }
        case .atLeast:
            if found >= published { return .atLeast }
        case .nearly:
            if found <= published, (published - found) * 20 <= published { return .nearly }
        case .about:
            if magnitude(found - published) * 20 <= published { return .about }
        }
        return isPowerOfTenAway(found, from: published, halfDigit: halfDigit) ? .offByPowerOfTen : .off
    }

    /// Whether the two agree once one is moved by up to eight places: exactly worded figures to their last printed
    /// digit, loosely worded ones to 5 %.
    private func isPowerOfTenAway(_ found: Int128, from published: Int128, halfDigit: Int128) -> Bool {
        guard found > 0, published > 0 else { return false }
        for places in 1...8 {
            let factor = power(ofTen: places)
            let pairs = [(found * factor, published, halfDigit), (found, published * factor, halfDigit * factor)]
            for (left, right, half) in pairs {
                let difference = magnitude(left - right)
                // Divided, not multiplied: no figure and no sum can leave 128 bits.
                if comparison == .equal ? difference <= half : difference <= right / 20 { return true }
            }
        }
        return false
    }

    private func magnitude(_ number: Int128) -> Int128 { number < 0 ? -number : number }
}
