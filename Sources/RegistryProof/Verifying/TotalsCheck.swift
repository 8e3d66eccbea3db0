import Registry
import RegistryStore

/// The derived totals against what the records give: what each change did, and the sums over all changes.
struct TotalsCheck {
    let roll: ChangeRoll
    let report: (Finding) -> Void
    /// For each change and measure, the number that its stored lines make.
    private var stored: [[Int128]]
    private var totals = FlowSums.measures.map { _ in 0 as Int128 }
    /// Lines of the sums that come to nothing: they must at least be there.
    private var empty: Set<[UInt8]> = []
    private var last: (dimension: [UInt8], key: [UInt8], number: Int32) = ([], [], -1)

    init(roll: ChangeRoll, report: @escaping (Finding) -> Void) {
        self.roll = roll
        self.report = report
        stored = FlowSums.measures.map { _ in [Int128](repeating: 0, count: Int(roll.last) + 1) }
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

    /// What is stored of a line of the totals, and what the records give; nil where there is none.
    private typealias Pair = (found: Total?, expected: Total?)

    /// Reports the lines of changes that differ, once their flows were gathered.
    ///
    /// - Parameter summary: measures whose records are at fault themselves: of those only the sums are told.
    /// - Returns: the names of the lines that were told, and what the others tell of a record that was altered.
    func tellDeltas(
        _ ledger: Ledger, _ causes: Set<FlowSums.Cause>, _ sums: inout FlowSums, summary: Set<Int>
    ) throws(StoreError) -> (told: Set<String>, hints: [FlowSums.Cause: ColumnHint]) {
        let differences = try differences(ledger, causes, &sums)
        var told: Set<String> = []
        var hints: [FlowSums.Cause: ColumnHint] = [:]
        for cause in causes.sorted(by: { ($0.change, $0.measure) < ($1.change, $1.measure) }) {
            let lines = differences[cause] ?? [:]
            guard summary.contains(cause.measure) else {
                for (line, pair) in lines.sorted(by: { ($0.key.series, $0.key.day) < ($1.key.series, $1.key.day) }) {
                    let name = self.name(line, sums)
                    told.insert(name)
                    report(Self.finding("daily_delta", name, line.change, pair.found, pair.expected))
                }
                continue
            }
            var (found, expected) = (Total(), Total())
            for (line, pair) in lines where sums.series[Int(line.series)].dimension == .all {
                found.add(pair.found)
                expected.add(pair.expected)
            }
            let measure = FlowSums.measures[cause.measure]
            report(Self.finding("daily_delta", measure.rawValue, cause.change, found, expected))
            if measure.countsRecords, measure != .settled, let noun = measure.noun {
                hints[cause] = ColumnHint(
                    lines.mapValues { pair in (pair.found ?? Total()).less(pair.expected ?? Total()) }, sums, noun: noun
                )
            }
        }
        return (told, hints)
    }

    private func differences(
        _ ledger: Ledger, _ causes: Set<FlowSums.Cause>, _ sums: inout FlowSums
    ) throws(StoreError) -> [FlowSums.Cause: [FlowSums.Line: Pair]] {
        var differences: [FlowSums.Cause: [FlowSums.Line: Pair]] = [:]
        for (line, total) in sums.lines where total != Total() {
            differences[FlowSums.Cause(measure: line.measure, change: line.change), default: [:]][line] = (nil, total)
        }
        var copy = sums
        try ledger.forEachDelta { stored in
            guard let change = stored.change, let measure = Self.measure(stored.measure),
                let dimension = Dimension(rawValue: stored.dimension.text), let day = StoredValue.text(stored.day).day
            else { return }
            let cause = FlowSums.Cause(measure: measure, change: change)
            guard causes.contains(cause) else { return }
            let number = copy.number(dimension, Array(stored.key))
            let line = FlowSums.Line(change: change, measure: measure, series: number, day: day.number)
            let expected = differences[cause]?[line]?.expected
            differences[cause, default: [:]][line] = expected == stored.total ? nil : (stored.total, expected)
        }
        sums = copy
        return differences
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
    private mutating func sum(of line: StoredTotal, _ sums: inout FlowSums) -> (measure: Int, sum: Int128)? {
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

extension Total {
    /// Sums of what somebody may have altered: they may be any number.
    fileprivate mutating func add(_ other: Total?) {
        count &+= other?.count ?? 0
        fen &+= other?.fen ?? 0
    }

    fileprivate func less(_ other: Total) -> Total { Total(count: count &- other.count, fen: fen &- other.fen) }
}
