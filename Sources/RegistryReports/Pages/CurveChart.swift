internal import Registry

/// A curve over time, drawn in an SVG of 600 by 200 that is stretched to the width there is; its words stand around it.
package struct CurveChart: Sendable {
    package let id: String
    package let title: String
    /// What the curve shows, for those who do not see it.
    package let description: String
    package let values: [Int64]
    /// Below the curve, from the first value to the last.
    package let labels: [String]
    /// What the topmost line stands for, and what the last value is.
    package let most: String
    package let last: String

    private static let (width, height) = (600, 200)

    package init(
        _ id: String, title: String, description: String, values: [Int64], labels: [String], most: String, last: String
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.values = values
        self.labels = labels
        self.most = most
        self.last = last
    }

    /// The path of the curve; of a single value a level line. Tenths of a unit, by whole numbers.
    package var line: String {
        let top = max(values.max() ?? 0, 1)
        let points = values.count == 1 ? values + values : values
        return points.enumerated().map { place, value in
            let x = Self.width * 10 * place / max(points.count - 1, 1)
            let room = Int128(Self.height - 2) * 10
            let y = room + 10 - Int128(max(value, 0)) * room / Int128(top)
            return "\(place == 0 ? "M" : "L")\(decimal(x, places: 1)) \(decimal(y, places: 1))"
        }.joined()
    }

    /// The same, closed below.
    package var area: String { "\(line)V\(Self.height)H0Z" }
}
