import Registry

/// The lines of the totals that one record enters, by number; -1 where its noun has none.
struct SeriesSet {
    var all: Int32 = -1
    var venue: Int32 = -1
    var network: Int32 = -1
    var region: Int32 = -1
    var kind: Int32 = -1
    var field: Int32 = -1
}

/// What changes did to the totals, told apart by one number a change and measure: the sum over all lines and days of
/// count and fen, each multiplied by a weight of its line and day.
///
/// The weights are drawn anew in every run, so that nobody can alter lines in such a way that the numbers stay equal;
/// and a number needs no memory for the lines. Where two differ, ``want(_:)`` gathers the lines themselves.
struct FlowSums {
    /// A dimension and a key.
    struct Series: Hashable {
        let dimension: Dimension
        let key: [UInt8]
    }

    struct Line: Hashable {
        let change: Int64
        let measure: Int
        let series: Int32
        let day: Int32
    }

    struct Cause: Hashable {
        let measure: Int
        let change: Int64
    }

    static let measures = Measure.allCases

    private(set) var series: [Series] = []
    private var numbers: [Series: Int32] = [:]
    private var weights: [UInt64] = []
    private let random: (UInt64, UInt64, UInt64, UInt64)
    /// By measure and change.
    private(set) var sums: [[Int128]]
    /// The lines of the changes that are wanted.
    private(set) var lines: [Line: Total] = [:]
    private var wanted: Set<Cause> = []

    init(changes last: Int64) {
        var generator = SystemRandomNumberGenerator()
        // Odd, so that no bit of what is multiplied is lost.
        random = (generator.next() | 1, generator.next() | 1, generator.next(), generator.next())
        sums = Self.measures.map { _ in [Int128](repeating: 0, count: Int(last) + 1) }
    }

    /// From here on gathers the lines of these changes, instead of sums.
    mutating func want(_ causes: Set<Cause>) {
        wanted = causes
        lines = [:]
    }

    mutating func number(_ dimension: Dimension, _ key: [UInt8]) -> Int32 {
        let line = Series(dimension: dimension, key: key)
        if let known = numbers[line] { return known }
        var generator = SystemRandomNumberGenerator()
        series.append(line)
        weights.append(generator.next())
        numbers[line] = Int32(series.count - 1)
        return Int32(series.count - 1)
    }

    static func place(of measure: Measure) -> Int { measures.firstIndex(of: measure) ?? 0 }

    /// Adds a flow, or takes it back with `sign` -1.
    mutating func add(_ flow: Flow, to lines: SeriesSet, change: Int64, sign: Int64 = 1) {
        let measure = Self.place(of: flow.measure)
        let total = Total(count: sign * flow.count, fen: sign &* flow.fen)
        let numbers = (lines.all, lines.venue, lines.network, lines.region, lines.kind, lines.field)
        guard wanted.isEmpty else {
            guard wanted.contains(Cause(measure: measure, change: change)) else { return }
            for number in [numbers.0, numbers.1, numbers.2, numbers.3, numbers.4, numbers.5] where number >= 0 {
                let line = Line(change: change, measure: measure, series: number, day: flow.day.number)
                self.lines[line, default: Total()].count &+= total.count
                self.lines[line, default: Total()].fen &+= total.fen
            }
            return
        }
        var (count, fen): (Int64, Int64) = (0, 0)
        addWeights(numbers.0, flow.day.number, &count, &fen)
        addWeights(numbers.1, flow.day.number, &count, &fen)
        addWeights(numbers.2, flow.day.number, &count, &fen)
        addWeights(numbers.3, flow.day.number, &count, &fen)
        if numbers.4 >= 0 { addWeights(numbers.4, flow.day.number, &count, &fen) }
        if numbers.5 >= 0 { addWeights(numbers.5, flow.day.number, &count, &fen) }
        sums[measure][Int(change)] &+= Self.weigh(total, count, fen)
    }

    /// The number that one stored line makes.
    func sum(_ number: Int32, day: Int32, _ total: Total) -> Int128 {
        var (count, fen): (Int64, Int64) = (0, 0)
        addWeights(number, day, &count, &fen)
        return Self.weigh(total, count, fen)
    }

    /// In 128 bits: in 64, alterations by the highest bit of two lines would take each other away.
    @inline(__always)
    private static func weigh(_ total: Total, _ count: Int64, _ fen: Int64) -> Int128 {
        Int128(total.count) &* Int128(count) &+ Int128(total.fen) &* Int128(fen)
    }

    /// Sixty bits each, so that the weights of the lines of a record sum up within an integer.
    @inline(__always)
    private func addWeights(_ number: Int32, _ day: Int32, _ count: inout Int64, _ fen: inout Int64) {
        let point = weights[Int(number)] ^ UInt64(UInt32(bitPattern: day)) &* random.0
        let first = point.multipliedFullWidth(by: random.1)
        let second = (point ^ random.2).multipliedFullWidth(by: random.3 | 1)
        count &+= Int64(truncatingIfNeeded: (first.high ^ first.low) >> 4)
        fen &+= Int64(truncatingIfNeeded: (second.high ^ second.low) >> 4)
    }
}
