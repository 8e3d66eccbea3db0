package import Registry
import SQLite

/// What a change does to the totals, summed in memory by measure, dimension, key and day, and written once.
package struct DeltaBook {
    /// One line of totals: a measure, a dimension and a key.
    private struct Series {
        let measure: Measure
        let dimension: Dimension
        let key: String

        /// By bytes, as SQLite compares: Swift takes texts for equal that only look alike.
        func precedes(_ other: Series) -> Bool {
            if measure != other.measure { return measure.rawValue < other.measure.rawValue }
            if dimension != other.dimension { return dimension.rawValue < other.dimension.rawValue }
            return key.utf8.lexicographicallyPrecedes(other.key.utf8)
        }
    }

    /// The lines that the records of a venue enter, by number; those of a kind and a field are found on their own.
    package struct Lines: Sendable {
        fileprivate let measure: Measure
        fileprivate let all: Int
        fileprivate let venue: Int
        fileprivate let network: Int
        fileprivate let region: Int
        fileprivate var kinds: [Int]
        fileprivate var fields: [Int]
    }

    private var series: [Series] = []
    /// The numbers of the series, in the order of these. A dictionary's first use would cost a start of the program more than
    /// all searches of a small change.
    private var order: [Int] = []
    private var days: [DayTotals] = []

    package init() {}

    package var isEmpty: Bool { days.allSatisfy(\.isEmpty) }

    private mutating func number(_ measure: Measure, _ dimension: Dimension, _ key: String) -> Int {
        let line = Series(measure: measure, dimension: dimension, key: key)
        let place = order.firstPlace { !series[$0].precedes(line) }
        if place < order.count, !line.precedes(series[order[place]]) { return order[place] }
        series.append(line)
        days.append(DayTotals())
        order.insert(series.count - 1, at: place)
        return series.count - 1
    }

    /// - Parameter kinds: the vocabulary of the record's kind, nil where its noun has none.
    package mutating func lines(
        _ measure: Measure, venue: VenueRecord, kinds: Vocabulary?, fields: Vocabulary?
    ) -> Lines {
        Lines(
            measure: measure, all: number(measure, .all, ""), venue: number(measure, .venue, venue.code),
            network: number(measure, .network, venue.network), region: number(measure, .region, venue.region ?? ""),
            // The last place is for a record that names none.
            kinds: kinds.map { ($0.terms.map(\.code) + [""]).map { number(measure, .kind, $0) } } ?? [],
            fields: fields.map { ($0.terms.map(\.code) + [""]).map { number(measure, .field, $0) } } ?? [])
    }

    /// Adds a flow, or takes it back with `sign` -1. `kind` and `field` are places in the vocabularies.
    package mutating func add(_ flow: Flow, sign: Int64 = 1, to lines: Lines, kind: Int?, field: Int?) {
        let total = Total(count: sign * flow.count, fen: sign * flow.fen)
        days[lines.all].add(total, on: flow.day)
        days[lines.venue].add(total, on: flow.day)
        days[lines.network].add(total, on: flow.day)
        days[lines.region].add(total, on: flow.day)
        if !lines.kinds.isEmpty { days[lines.kinds[kind ?? lines.kinds.count - 1]].add(total, on: flow.day) }
        if !lines.fields.isEmpty { days[lines.fields[field ?? lines.fields.count - 1]].add(total, on: flow.day) }
    }

    /// Whether a sum grew beyond what can be counted.
    private(set) var hasOverflowed = false

    /// What a measure may sum to, in fen: far above any economy, and far enough below 2^63 that no sum of sums overflows.
    private static let mostFen: Int64 = 4_000_000_000_000_000_000

    /// Whether the change brings a total beyond what may be counted.
    ///
    /// A change of one record's size at most is looked at one time in a thousand: a thousand of them stay far below the
    /// room between ``mostFen`` and 2^63.
    func tooLarge(on connection: Connection, change: Int64) throws(SQLiteError) -> Bool {
        if hasOverflowed || days.contains(where: \.hasOverflowed) { return true }
        for (place, line) in series.enumerated() where line.dimension == .all {
            let sum = days[place].ordered().reduce(0 as Double) { $0 + abs(Double($1.total.fen)) }
            if sum <= Double(Amount.largest.fen), change % 1000 != 0 { continue }
            let total = try connection.first(
                """
                SELECT total(fen) FROM daily_total WHERE measure = ? AND dimension = 'all' AND dimension_key = ''
                """, .text(line.measure.rawValue)
            ) { row throws(SQLiteError) in try row.real(at: 0) }
            if abs(total ?? 0) > Double(Self.mostFen) { return true }
        }
        return false
    }

    /// Adds all that another one gathered.
    mutating func merge(_ other: DeltaBook) {
        guard !series.isEmpty else { return self = other }
        if other.hasOverflowed || other.days.contains(where: \.hasOverflowed) { hasOverflowed = true }
        for (place, line) in other.series.enumerated() {
            let own = number(line.measure, line.dimension, line.key)
            for (day, total) in other.days[place].ordered() { days[own].add(total, on: day) }
        }
    }

    func write(to connection: Connection, change: Int64) throws(SQLiteError) {
        var rows = try DeltaRows(change, on: connection)
        for number in order {
            let line = series[number]
            try rows.add([line.measure.rawValue, line.dimension.rawValue, line.key], days[number].ordered())
        }
        try connection.run(
            """
            INSERT INTO daily_total (measure, dimension, dimension_key, day, count, fen)
            SELECT measure, dimension, dimension_key, day, count, fen FROM daily_delta WHERE change_id = ?
            ON CONFLICT (measure, dimension, dimension_key, day)
            DO UPDATE SET count = count + excluded.count, fen = fen + excluded.fen
            """, .integer(change))
    }
}
