import Registry

/// The figures that were published, which the feed must reach exactly.
struct PublishedFigures {
    /// One published line.
    struct Figure {
        let asOf: Day
        let metric: String
        let comparison: String
        /// Items, or fen for an amount.
        let value: Int64
    }

    /// The text as it was published, to be handed on unchanged.
    let text: String
    let figures: [Figure]

    /// Reads the copy that is built into the program.
    init() throws(Problem) {
        try self.init(bytes: PackageResources.published_figures_csv)
    }

    init(bytes: [UInt8]) throws(Problem) {
        text = String(decoding: bytes, as: UTF8.self)
        var figures: [Figure] = []
        for (place, row) in CSVText.rows(bytes).enumerated().dropFirst() {
            guard row.count == 7, let day = Day(row[0]), let value = Self.value(row[3], unit: row[4]) else {
                throw .figureUnreadable(line: place + 1)
            }
            figures.append(Figure(asOf: day, metric: row[1], comparison: row[2], value: value))
        }
        self.figures = figures
    }

    /// The day of the first figure: the opening.
    func openingDay() throws(Problem) -> Day {
        guard let day = figures.map(\.asOf).min() else { throw .figureMissing(metric: "an opening day") }
        return day
    }

    /// The day of the last figure, after which nothing is recorded.
    func closingDay() throws(Problem) -> Day {
        guard let day = figures.map(\.asOf).max() else { throw .figureMissing(metric: "a closing day") }
        return day
    }

    /// Items, or fen for an amount.
    func value(of metric: String, asOf day: Day, comparison: String = "equal") throws(Problem) -> Int64 {
        let found = figures.first { $0.metric == metric && $0.asOf == day && $0.comparison == comparison }
        guard let found else { throw .figureMissing(metric: "\(metric) \(comparison) on \(day)") }
        return found.value
    }

    /// Whole items, or fen for 亿元 with at most ten decimals.
    private static func value(_ text: String, unit: String) -> Int64? {
        guard unit == "亿元" else { return Int64(text) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = Int64(parts[0]), parts.count <= 2 else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.utf8.count <= 10 else { return nil }
        guard let rest = Int64(decimals + String(repeating: "0", count: 10 - decimals.utf8.count)) else { return nil }
        return whole * 10_000_000_000 + rest
    }
}
