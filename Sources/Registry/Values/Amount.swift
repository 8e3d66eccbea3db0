/// Money: an exact whole number of fen (1/100 yuan), never negative, at most 10^15 a record. A change that would bring a
/// total beyond 4·10^18 fen is refused as a whole, so that no sum overflows.
package struct Amount: Hashable, Comparable, Sendable {
    package let fen: Int64

    /// 10^15 fen: ten trillion yuan, more than the nation signs in a year.
    package static let largest = Amount(fen: 1_000_000_000_000_000)

    package init(fen: Int64) {
        self.fen = fen
    }

    package static func < (left: Amount, right: Amount) -> Bool { left.fen < right.fen }

    /// Whether one is exactly ten times, a hundred times … the other: a slip of the unit or of a zero, more often than not.
    package func isOffByPowerOfTen(from other: Amount) -> Bool {
        let (less, more) = (min(fen, other.fen), max(fen, other.fen))
        guard less > 0, more > less, more % less == 0 else { return false }
        var ratio = more / less
        while ratio % 10 == 0 { ratio /= 10 }
        return ratio == 1
    }
}

/// The unit that a heading, a cell or a profile gives to a number.
package enum MoneyUnit: String, CaseIterable, Sendable {
    case yuan, qian, wan, yi

    /// Fen in one of it.
    package var fen: Int64 {
        switch self {
        case .yuan: 100
        case .qian: 100_000
        case .wan: 1_000_000
        case .yi: 10_000_000_000
        }
    }

    /// Decimal places that a number of this unit has when it is exact to the fen.
    package var places: Int {
        switch self {
        case .yuan: 2
        case .qian: 5
        case .wan: 6
        case .yi: 10
        }
    }

    package var chinese: String {
        switch self {
        case .yuan: "元"
        case .qian: "千元"
        case .wan: "万元"
        case .yi: "亿元"
        }
    }

    /// How files write it, longest first, so that 万元 is not read as 元.
    package static let suffixes: [(word: String, unit: MoneyUnit)] = [
        ("人民币元", .yuan), ("亿元", .yi), ("万元", .wan), ("千元", .qian), ("yuan", .yuan),
        ("亿", .yi), ("万", .wan), ("元", .yuan), ("圆", .yuan),
    ]

    /// The unit named by a word such as `wan`, `万元` or `万`.
    package init?(word: String) {
        if let unit = MoneyUnit(rawValue: word) {
            self = unit
        } else if let found = Self.suffixes.first(where: { $0.word == word }) {
            self = found.unit
        } else {
            return nil
        }
    }
}
