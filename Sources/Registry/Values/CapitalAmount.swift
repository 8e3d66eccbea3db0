extension Amount {
    /// The amount in the capital characters of certificates and cheques, which cannot be altered into others:
    /// `壹佰贰拾万元整`, `叁元伍角`. Written by the rules of the People's Bank for bills (支付结算办法, annex 1).
    package var inCapitals: String {
        let (yuan, rest) = (fen.magnitude / 100, fen.magnitude % 100)
        let (jiao, single) = (rest / 10, rest % 10)
        var text = fen < 0 ? "负" : ""
        if yuan > 0 || rest == 0 { text += (yuan == 0 ? "零" : Self.capitals(yuan)) + "元" }
        if rest == 0 { return text + "整" }
        if jiao > 0 { text += Self.digits[Int(jiao)] + "角" } else if yuan > 0 { text += "零" }
        return text + (single > 0 ? Self.digits[Int(single)] + "分" : "整")
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

    private static func capitals(_ number: UInt64) -> String {
        for (unit, name) in [(100_000_000, "亿"), (10_000, "万")] as [(UInt64, String)] where number >= unit {
            let rest = number % unit
            // A place that is passed over is told.
            return capitals(number / unit) + name + (rest == 0 ? "" : (rest < unit / 10 ? "零" : "") + capitals(rest))
        }
        return ofFour(number)
    }

    /// At most four digits.
    private static func ofFour(_ number: UInt64) -> String {
        var (text, needsZero) = ("", false)
        for (value, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] as [(UInt64, String)] {
            let digit = number / value % 10
            guard digit > 0 else {
                needsZero = !text.isEmpty
                continue
            }
            text += (needsZero ? "零" : "") + digits[Int(digit)] + name
            needsZero = false
        }
        return text
    }
}
