package import Registry
import SQLite

/// How totals are taken apart.
package enum Grouping: String, CaseIterable, Sendable {
    case venue, network, region, month, quarter, year, kind, field

    fileprivate var dimension: Dimension {
        switch self {
        case .venue: .venue
        case .network: .network
        case .region: .region
        case .kind: .kind
        case .field: .field
        case .month, .quarter, .year: .all
        }
    }

    /// Whether the groups follow one another in time, so that they accumulate.
    package var isTime: Bool { self == .month || self == .quarter || self == .year }

    /// Whether the records of a noun have such groups: a venue has no kind, an intention none either.
    package func divides(_ noun: Noun) -> Bool {
        switch self {
        case .venue, .network, .region, .month, .quarter, .year: true
        case .kind, .field: noun.fields.contains { $0.name == rawValue }
        }
    }

    /// The period of a month such as `2022-06`.
    func period(ofMonth month: String) -> String {
        switch self {
        case .quarter: "\(month.prefix(4))-Q\(((Int(month.suffix(2)) ?? 1) + 2) / 3)"
        case .year: String(month.prefix(4))
        default: month
        }
    }
}

/// The totals of one group.
package struct GroupTotals: Sendable {
    /// `""` for the records that say nothing.
    package let key: String
    package let totals: [Measure: Total]
}

extension Ledger {
    /// What there was by the end of a day, from the derived totals: no record is looked at.
    package func totals(asOf day: Day, knownAt moment: Moment?) throws(StoreError) -> [Measure: Total] {
        try sums(asOf: day, knownAt: moment, dimension: .all, key: "dimension_key")[""] ?? [:]
    }

    /// The same in groups; those of time hold what happened in each, not what had happened by its end.
    package func totals(
        asOf day: Day, knownAt moment: Moment?, by grouping: Grouping
    ) throws(StoreError) -> [GroupTotals] {
        let key = grouping.isTime ? "substr(day, 1, 7)" : "dimension_key"
        var groups: [String: [Measure: Total]] = [:]
        for (key, totals) in try sums(asOf: day, knownAt: moment, dimension: grouping.dimension, key: key) {
            groups[grouping.isTime ? grouping.period(ofMonth: key) : key, default: [:]].merge(
                totals, uniquingKeysWith: +)
        }
        return groups.sorted { $0.key < $1.key }.map { GroupTotals(key: $0.key, totals: $0.value) }
            .filter { group in group.totals.values.contains { $0.count != 0 || $0.fen != 0 } || grouping.isTime }
    }

    private func sums(
        asOf day: Day, knownAt moment: Moment?, dimension: Dimension, key: String
    ) throws(StoreError) -> [String: [Measure: Total]] {
        let measures = Measure.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let known = moment.flatMap { $0.isNewest ? nil : $0.change }
        let counted = "measure IN (\(measures)) AND dimension = ?1 AND day <= ?2"
        let columns = "measure, \(key) AS group_key, count, fen"
        // Of a state before the newest, the smaller side is added up: what was before it, or what came after.
        let source: String
        if let known {
            let isEarly = try 2 * known <= (newestMoment()?.change ?? 0)
            source =
                isEarly
                ? "SELECT \(columns) FROM daily_delta WHERE change_id <= ?3 AND \(counted)"
                : """
                SELECT \(columns) FROM daily_total WHERE \(counted) UNION ALL
                SELECT measure, \(key), -count, -fen FROM daily_delta WHERE change_id > ?3 AND \(counted)
                """
        } else {
            source = "SELECT \(columns) FROM daily_total WHERE \(counted)"
        }
        return try storing { () throws(SQLiteError) in
            let rows = try connection.prepare(
                "SELECT measure, group_key, sum(count), sum(fen) FROM (\(source)) GROUP BY measure, group_key")
            try rows.bind(dimension.rawValue, at: 1)
            try rows.bind(day.description, at: 2)
            if let known { try rows.bind(known, at: 3) }
            var sums: [String: [Measure: Total]] = [:]
            while try rows.step() {
                guard let measure = Measure(rawValue: try rows.text(at: 0)) else { continue }
                let total = Total(count: try rows.integer(at: 2), fen: try rows.integer(at: 3))
                sums[try rows.text(at: 1), default: [:]].merge([measure: total], uniquingKeysWith: +)
            }
            return sums
        }
    }
}
