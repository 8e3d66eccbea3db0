import Registry
import RegistryStore

/// The derived totals against what the records give: what each change did, and the sums over all changes.
struct TotalsCheck {
    let roll: ChangeRoll
    let report: (Finding) -> Void
    /// For each change and measure, the number that its stored lines make.
    private var stored: [[UInt64]]
    private var totals = FlowSums.measures.map { _ in 0 as UInt64 }
    /// Lines of the sums that come to nothing: they must at least be there.
    private var empty: Set<[UInt8]> = []
    private var last: (dimension: [UInt8], key: [UInt8], number: Int32) = ([], [], -1)

    init(roll: ChangeRoll, report: @escaping (Finding) -> Void) {
        self.roll = roll
        self.report = report
        stored = FlowSums.measures.map { _ in [UInt64](repeating: 0, count: Int(roll.last) + 1) }
    }

    /// Reads the stored lines.
    ///
    /// - Returns: the changes whose lines are not what the records give.
    mutating func compare(_ ledger: Ledger, _ sums: inout FlowSums) throws(StoreError) -> Set<FlowSums.Cause> {
        var check = self
        defer { self = check }
        try ledger.forEachTotal { line in
            guard let (measure, sum) = check.sum(of: line, &sums) else { return check.tellUnknown(line) }
            check.totals[measure] &+= sum
            if line.total == Total() { check.empty.insert(Self.name(line)) }
        }
        try ledger.forEachDelta { line in
            guard let (measure, sum) = check.sum(of: line, &sums), let change = line.change, change > 0,
                change <= check.roll.last, line.total != Total()
            else { return check.tellUnknown(line) }
            check.stored[measure][Int(change)] &+= sum
            if !check.empty.isEmpty { check.empty.remove(Self.name(line)) }
        }
        var causes: Set<FlowSums.Cause> = []
        for measure in FlowSums.measures.indices {
            for change in check.stored[measure].indices
            where check.stored[measure][change] != sums.sums[measure][change] {
                causes.insert(FlowSums.Cause(measure: measure, change: Int64(change)))
            }
        }
        return causes
    }

    /// Whether the sums over all changes are those of what is stored of each.
    var areTotalsEven: Bool {
        empty.isEmpty && zip(stored, totals).allSatisfy { $0.reduce(0, &+) == $1 }
    }

    /// Reports the lines of changes that differ, once their flows were gathered.
    ///
    /// - Parameter summary: measures whose records are at fault themselves: of those only the sums are told.
    func tellDeltas(
        _ ledger: Ledger, _ causes: Set<FlowSums.Cause>, _ sums: inout FlowSums, summary: Set<Int>
    ) throws(StoreError) -> Set<String> {
        var expected = sums.lines
        var found: [(FlowSums.Line, Total)] = []
        var copy = sums
        try ledger.forEachDelta { line in
            guard let change = line.change, let measure = Self.measure(line.measure),
                causes.contains(FlowSums.Cause(measure: measure, change: change)),
                let dimension = Dimension(rawValue: line.dimension.text), let day = StoredValue.text(line.day).day
            else { return }
            let number = copy.number(dimension, Array(line.key))
            found.append(
                (FlowSums.Line(change: change, measure: measure, series: number, day: day.number), line.total))
        }
        sums = copy
        var told: Set<String> = []
        var balance: [FlowSums.Cause: (found: Total, expected: Total)] = [:]
        func tell(_ line: FlowSums.Line, _ found: Total?, _ expected: Total?) {
            let cause = FlowSums.Cause(measure: line.measure, change: line.change)
            guard !summary.contains(line.measure) else {
                if sums.series[Int(line.series)].dimension == .all {
                    balance[cause, default: (Total(), Total())].found =
                        balance[cause, default: (Total(), Total())].found + (found ?? Total())
                    balance[cause, default: (Total(), Total())].expected =
                        balance[cause, default: (Total(), Total())].expected + (expected ?? Total())
                }
                return
            }
            let name = self.name(line, sums)
            told.insert(name)
            report(Self.finding("daily_delta", name, line.change, found, expected))
        }
        for (line, total) in found {
            let computed = expected.removeValue(forKey: line) ?? Total()
            if computed != total { tell(line, total, computed == Total() ? nil : computed) }
        }
        for (line, total) in expected.sorted(by: { ($0.key.change, $0.key.day) < ($1.key.change, $1.key.day) })
        where total != Total() {
            tell(line, nil, total)
        }
        for cause in causes.sorted(by: { ($0.change, $0.measure) < ($1.change, $1.measure) })
        where summary.contains(cause.measure) {
            let sum = balance[cause] ?? (Total(), Total())
            report(
                Self.finding(
                    "daily_delta", FlowSums.measures[cause.measure].rawValue, cause.change, sum.found, sum.expected))
        }
        return told
    }

    /// Reports the lines of the sums that differ from what is stored of the changes, but for those told already.
    func tellTotals(_ ledger: Ledger, except told: Set<String>) throws(StoreError) {
        for line in try ledger.unevenTotals() {
            let name = "\(line.measure) \(line.dimension) \(line.key) \(line.day)"
            guard !told.contains(name) else { continue }
            report(Self.finding("daily_total", name, nil, line.found, line.expected))
        }
    }

    private static func finding(
        _ table: String, _ name: String, _ change: Int64?, _ found: Total?, _ expected: Total?
    ) -> Finding {
        let column =
            if let found, let expected {
                found.count == expected.count ? "fen" : found.fen == expected.fen ? "count" : nil as String?
            } else {
                nil as String?
            }
        func text(_ total: Total?) -> String? {
            total.map { column == "fen" ? "\($0.fen)" : column == "count" ? "\($0.count)" : "\($0.count) \($0.fen)" }
        }
        return Finding(
            .totalDiffers, table: table, record: name, change: change, column: column, found: text(found),
            expected: text(expected))
    }

    /// The measure of a stored line and the number it makes; nil where it names no measure, dimension or day.
    private mutating func sum(of line: StoredTotal, _ sums: inout FlowSums) -> (measure: Int, sum: UInt64)? {
        guard let measure = Self.measure(line.measure), let day = StoredValue.text(line.day).day else { return nil }
        if last.number < 0 || !last.key.elementsEqual(line.key) || !last.dimension.elementsEqual(line.dimension) {
            guard let dimension = Dimension(rawValue: line.dimension.text) else { return nil }
            last = (Array(line.dimension), Array(line.key), sums.number(dimension, Array(line.key)))
        }
        return (measure, sums.sum(last.number, day: day.number, line.total))
    }

    private static func measure(_ bytes: Bytes) -> Int? {
        FlowSums.measures.firstIndex { $0.rawValue.utf8.elementsEqual(bytes) }
    }

    private static func name(_ line: StoredTotal) -> [UInt8] {
        Array(line.measure) + [0] + Array(line.dimension) + [0] + Array(line.key) + [0] + Array(line.day)
    }

    private func name(_ line: FlowSums.Line, _ sums: FlowSums) -> String {
        let series = sums.series[Int(line.series)]
        return "\(FlowSums.measures[line.measure].rawValue) \(series.dimension.rawValue) "
            + "\(String(decoding: series.key, as: UTF8.self)) \(Day(number: line.day))"
    }

    private func tellUnknown(_ line: StoredTotal) {
        let name = [line.measure, line.dimension, line.key, line.day].map(\.text).joined(separator: " ")
        report(
            Finding(
                .totalDiffers, table: line.change == nil ? "daily_total" : "daily_delta", record: name,
                change: line.change, found: "\(line.total.count) \(line.total.fen)"))
    }
}
