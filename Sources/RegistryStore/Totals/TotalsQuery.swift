package import Registry
import SQLite

/// The totals of one group.
package struct GroupTotals: Sendable {
    /// One for each grouping; `""` for the records that say nothing.
    package let keys: [String]
    package let totals: [Measure: Total]

    package init(keys: [String], totals: [Measure: Total]) {
        self.keys = keys
        self.totals = totals
    }

    /// That of a single grouping.
    package var key: String { keys.first ?? "" }
}

/// Texts that are the same only where their bytes are, as SQLite compares; Swift takes some for equal that only look alike.
package struct GroupKey: Hashable, Sendable {
    package let texts: [String]

    package init(texts: [String]) {
        self.texts = texts
    }

    package static func == (left: GroupKey, right: GroupKey) -> Bool {
        left.texts.elementsEqual(right.texts) { $0.utf8.elementsEqual($1.utf8) }
    }

    package func hash(into hasher: inout Hasher) {
        for text in texts { for byte in text.utf8 { hasher.combine(byte) } }
    }
}

extension Ledger {
    /// What there was by the end of a day, from the derived totals: no record is looked at.
    package func totals(asOf day: Day, knownAt moment: Moment?) throws(StoreError) -> [Measure: Total] {
        try totals(of: .upTo(day), knownAt: moment)
    }

    /// What happened on some days, from the derived totals.
    package func totals(of days: CountedDays, knownAt moment: Moment?) throws(StoreError) -> [Measure: Total] {
        var totals: [Measure: Total] = [:]
        try forEachSum(of: days, knownAt: moment, dimension: .all, withMonths: false) { measure, _, _, total in
            totals[measure] = total
        }
        return totals
    }

    /// The same in groups; those of time hold what happened in each, not what had happened by its end.
    package func totals(
        asOf day: Day, knownAt moment: Moment?, by grouping: Grouping
    ) throws(StoreError) -> [GroupTotals] {
        try totals(of: .upTo(day), knownAt: moment, by: [grouping])
    }

    /// In groups by one key or several, in the order of the keys. Of a measure whose records have no such key there is
    /// nothing. Derived totals are read where they have the keys, which is for one that is not of time at the most; the records
    /// are asked for all else, and come to the same sums.
    package func totals(
        of days: CountedDays, knownAt moment: Moment?, by groupings: [Grouping]
    ) throws(StoreError) -> [GroupTotals] {
        var groups: [GroupKey: [Measure: Total]] = [:]
        func add(_ total: Total, of measure: Measure, to keys: [String]) {
            groups[GroupKey(texts: keys), default: [:]].merge([measure: total], uniquingKeysWith: +)
        }
        let timeless = groupings.filter { !$0.isTime }
        if let dimension = timeless.isEmpty ? .all : timeless[0].dimension, timeless.count <= 1 {
            let hasTime = timeless.count < groupings.count
            try forEachSum(of: days, knownAt: moment, dimension: dimension, withMonths: hasTime) {
                measure, key, month, total in
                add(total, of: measure, to: groupings.map { $0.isTime ? $0.period(ofMonth: month) : key })
            }
        } else {
            try RecordTotals(self, of: days, knownAt: moment, by: groupings).forEach(add)
        }
        return groups.filter { group in
            timeless.isEmpty || group.value.values.contains { $0.count != 0 || $0.fen != 0 }
        }
        .map { GroupTotals(keys: $0.key.texts, totals: $0.value) }
        .sorted { $0.keys.lexicographicallyPrecedes($1.keys) }
    }

    /// The sums of a dimension's keys, each perhaps by months; without them the month is empty.
    private func forEachSum(
        of days: CountedDays, knownAt moment: Moment?, dimension: Dimension, withMonths: Bool,
        _ body: (Measure, String, String, Total) -> Void
    ) throws(StoreError) {
        let measures = Measure.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let known = moment.flatMap { $0.isNewest ? nil : $0.change }
        let counted =
            "measure IN (\(measures)) AND dimension = ?1 AND day <= ?2" + (days.first == nil ? "" : " AND day >= ?4")
        let month = withMonths ? ", substr(day, 1, 7) AS month" : ""
        let columns = "measure, dimension_key\(month), count, fen"
        // Of a state before the newest, the smaller side is added up: what was before it, or what came after.
        let source: String
        if let known {
            let isEarly = try 2 * known <= (newestMoment()?.change ?? 0)
            source =
                isEarly
                ? "SELECT \(columns) FROM daily_delta WHERE change_id <= ?3 AND \(counted)"
                : """
                SELECT \(columns) FROM daily_total WHERE \(counted) UNION ALL
                SELECT measure, dimension_key\(month), -count, -fen FROM daily_delta WHERE change_id > ?3 AND \(counted)
                """
        } else {
            source = "SELECT \(columns) FROM daily_total WHERE \(counted)"
        }
        let group = withMonths ? "measure, dimension_key, month" : "measure, dimension_key"
        try storing { () throws(SQLiteError) in
            let rows = try connection.prepare(
                "SELECT sum(count), sum(fen), \(group) FROM (\(source)) GROUP BY \(group)")
            try rows.bind(dimension.rawValue, at: 1)
            try rows.bind(days.last.description, at: 2)
            if let known { try rows.bind(known, at: 3) }
            if let first = days.first { try rows.bind(first.description, at: 4) }
            while try rows.step() {
                guard let measure = Measure(rawValue: try rows.text(at: 2)) else { continue }
                let total = Total(count: try rows.integer(at: 0), fen: try rows.integer(at: 1))
                body(measure, try rows.text(at: 3), withMonths ? try rows.text(at: 4) : "", total)
            }
        }
    }
}
