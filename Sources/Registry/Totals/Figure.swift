/// How a published figure is worded, and so what it allows (the market's own words in Chinese).
package enum Comparison: String, CaseIterable, Sendable {
    /// The figure itself, to half its last printed digit.
    case equal
    /// 余, 超: that much or more.
    case atLeast = "at_least"
    /// 近: not quite; below by at most 5 %.
    case nearly
    /// 约: within 5 % on either side.
    case about
}

/// A figure that somebody published, as it was printed.
package struct Figure: Hashable, Sendable {
    package let asOf: Day
    package let metric: Metric
    package let comparison: Comparison
    /// The number as printed: `39.31`.
    package let value: PrintedNumber
    /// The unit as printed: `亿元`, `项`.
    package let unit: FigureUnit
    package let publishedOn: Day
    package let source: String

    package init(
        asOf: Day, metric: Metric, comparison: Comparison, value: PrintedNumber, unit: FigureUnit, publishedOn: Day,
        source: String
    ) {
        self.asOf = asOf
        self.metric = metric
        self.comparison = comparison
        self.value = value
        self.unit = unit
        self.publishedOn = publishedOn
        self.source = source
    }

    /// The printed number in fen, or records; nil where it is no whole number of them, or too large.
    package var exactValue: Int64? {
        let (whole, rest) = (Int128(value.digits) * Int128(unit.size))
            .quotientAndRemainder(dividingBy: power(ofTen: value.places))
        return rest == 0 ? Int64(exactly: whole) : nil
    }
}

/// A decimal number as it was printed: its digits and how many stand after the point.
package struct PrintedNumber: Hashable, Sendable, CustomStringConvertible {
    package let digits: Int64
    package let places: Int
    package let description: String

    /// The places of a fen in 亿元; more would say nothing.
    private static let mostPlaces = MoneyUnit.yi.places

    /// Nil for anything but up to 15 digits with at most one point inside and at most ten places after it; thousands
    /// may be grouped by commas.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.count == 1 || !parts[1].isEmpty, let lead = groups.first,
            !lead.isEmpty,
            groups.count == 1 || lead.count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        let all = groups.joined() + (parts.count == 2 ? parts[1] : "")
        guard all.utf8.count <= 15, all.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let digits = Int64(all),
            parts.count == 1 || parts[1].count <= Self.mostPlaces
        else { return nil }
        self.digits = digits
        places = parts.count == 2 ? parts[1].count : 0
        description = text
    }
}

/// The unit of a figure: money, or a number of records with its counting word.
package struct FigureUnit: Hashable, Sendable, CustomStringConvertible {
    /// Fen, or records, in one of it.
    package let size: Int64
    package let isMoney: Bool
    package let description: String

    /// Nil for a word that is neither a unit of money nor a counting word.
    package init?(_ word: String) {
        description = word
        if let money = MoneyUnit.allCases.first(where: { $0.chinese == word || $0.rawValue == word }) {
            (size, isMoney) = (money.fen, true)
            return
        }
        let (counting, size): (Substring, Int64) =
            word.hasPrefix("万") ? (word.dropFirst(), 10_000) : (word[...], 1)
        guard ["项", "家", "个", "件", "宗", "笔"].contains(counting) else { return nil }
        (self.size, isMoney) = (size, false)
    }
}
