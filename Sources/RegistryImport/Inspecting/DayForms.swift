import Registry

/// In which forms a column writes days, and what they tell of the order of day and month.
package struct DayForms: Sendable {
    /// By form, as `yyyy-n-n`, `n/n/yyyy`, `n-mon-yy`, how many cells have it.
    package private(set) var counts: [String: Int] = [:]
    private var (dayFirst, monthFirst, named, open) = (0, 0, 0, 0)

    package enum Order: Hashable, Sendable {
        /// The year stands first everywhere.
        case notAsked
        case certain(String)
        /// Every day could as well be a month.
        case ambiguous
        /// Some can only be read in one order, some only in the other.
        case mixed
    }

    package var order: Order {
        if dayFirst > 0, monthFirst > 0 { return .mixed }
        if dayFirst > 0 { return .certain("dmy") }
        if monthFirst > 0 { return .certain("mdy") }
        if open > 0 { return .ambiguous }
        return named > 0 ? .certain("dmy") : .notAsked
    }

    /// Whether it looks like a day at all.
    @discardableResult
    mutating func add(_ cell: String) -> Bool {
        guard cell.utf8.count <= 40 else { return false }
        let text = Day.withoutTimeOfDay(halfWidth(cell))
        var form = ""
        var runs: [String] = []
        var rest = text[...]
        while let first = rest.first {
            let isDigit = "0"..."9" ~= first
            let isLetter = first.isASCII && first.isLetter
            let run = rest.prefix { isDigit ? "0"..."9" ~= $0 : isLetter ? $0.isASCII && $0.isLetter : false }
            guard !run.isEmpty else {
                form.append(rest.removeFirst())
                continue
            }
            rest = rest.dropFirst(run.count)
            runs.append(String(run))
            form += isDigit ? (run.count == 4 ? "yyyy" : run.count == 8 ? "yyyymmdd" : "n") : "mon"
        }
        guard form == "yyyymmdd" || Self.isDay(runs, in: form) else { return false }
        counts[form, default: 0] += 1
        guard runs.count == 3, !form.hasPrefix("yyyy") else { return true }
        guard let first = Int(runs[0]), let second = Int(runs[1]) else {
            named += 1
            return true
        }
        if first > 12 { dayFirst += 1 } else if second > 12 { monthFirst += 1 } else { open += 1 }
        return true
    }

    /// Three runs, two of them at least of digits that may be a day, a month or a year, with the signs of a day between.
    private static func isDay(_ runs: [String], in form: String) -> Bool {
        let numbers = runs.filter { "0"..."9" ~= ($0.first ?? " ") }
        guard runs.count == 3, numbers.count >= 2, numbers.allSatisfy({ [1, 2, 4].contains($0.count) }),
            numbers.filter({ $0.count == 4 }).count <= 1, runs.allSatisfy({ $0.count <= 9 })
        else { return false }
        let signs = form.filter { !($0.isASCII && $0.isLetter) }
        return ["--", "//", "..", "  ", ", ", " , ", "年月日", "年月号", "年月"].contains(signs)
            || (numbers.count == 2 && signs == " ,  ")
    }

    mutating func add(_ other: DayForms) {
        counts.merge(other.counts, uniquingKeysWith: +)
        dayFirst += other.dayFirst
        monthFirst += other.monthFirst
        named += other.named
        open += other.open
    }
}
