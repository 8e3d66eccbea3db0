/// How many rows of a file may be rejected while the others are taken: a number of them, or a share of those read.
package enum RejectCeiling: Hashable, Sendable, CustomStringConvertible {
    case rows(Int64)
    /// In hundredths of a percent.
    case share(Int64)

    /// `20` rows; `1%`, `0.25%` of those read.
    package init?(_ text: String) {
        guard text.hasSuffix("%") else {
            guard let rows = Self.digits(text[...]) else { return nil }
            self = .rows(rows)
            return
        }
        let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Self.digits(parts[0]), whole <= 100 else { return nil }
        var hundredths: Int64 = 0
        if parts.count == 2 {
            guard parts[1].count <= 2, let places = Self.digits(parts[1]) else { return nil }
            hundredths = parts[1].count == 1 ? places * 10 : places
        }
        guard whole * 100 + hundredths <= 10_000 else { return nil }
        self = .share(whole * 100 + hundredths)
    }

    private static func digits(_ text: Substring) -> Int64? {
        text.allSatisfy { "0"..."9" ~= $0 } ? Int64(text) : nil
    }

    /// Whether so many rejected rows of so many read are no more than this.
    package func allows(_ rejected: Int64, of read: Int64) -> Bool {
        switch self {
        case .rows(let most): return rejected <= most
        case .share(let hundredths):
            let (left, right) = (
                rejected.multipliedFullWidth(by: 10_000), read.multipliedFullWidth(by: hundredths)
            )
            return (left.high, left.low) <= (right.high, right.low)
        }
    }

    package var description: String {
        switch self {
        case .rows(let rows): "\(rows)"
        case .share(let hundredths):
            hundredths % 100 == 0
                ? "\(hundredths / 100)%" : "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
        }
    }
}
