package import Registry
import SQLite

/// A figure as the registry keeps it.
package struct KeptFigure: Sendable {
    package let figure: Figure
    /// Whether it was published from this registry, and not reported by others.
    package let isOwn: Bool
    /// The change that made this version.
    package let change: Int64
    /// The change that first recorded it.
    package let firstChange: Int64
    /// How many versions it had before.
    package let earlierVersions: Int64
    /// The state it was published from, where it is our own.
    package let known: (change: Int64, seal: String)?
}

extension Ledger {
    /// Every figure by day and metric, in its present version; of an earlier state of knowledge in the one of then, or in
    /// its first where it was not recorded yet.
    package func figures(knownAt moment: Moment? = nil) throws(StoreError) -> [KeptFigure] {
        let columns = """
            id, as_of, metric, comparison, value, unit, published_on, source, origin, known_change_id, known_seal, is_void, \
            change_id
            """
        return try storing { () throws(SQLiteError) in
            try connection.query(
                """
                WITH version AS (SELECT \(columns) FROM figure UNION ALL SELECT \(columns) FROM figure_history),
                known AS (SELECT id, min(change_id) AS first_change,
                  coalesce(max(CASE WHEN change_id <= ?1 THEN change_id END), min(change_id)) AS last_change
                  FROM version GROUP BY id)
                SELECT v.as_of, v.metric, v.comparison, v.value, v.unit, v.published_on, v.source, v.origin, v.change_id,
                  (SELECT count(*) FROM version e WHERE e.id = v.id AND e.change_id < v.change_id), v.known_change_id,
                  v.known_seal, k.first_change
                FROM known k JOIN version v ON v.id = k.id AND v.change_id = k.last_change
                WHERE v.is_void = 0 ORDER BY v.as_of, v.metric, v.comparison, v.origin
                """, .integer(moment?.change ?? .max)
            ) { row throws(SQLiteError) -> KeptFigure? in try Self.figure(row) }.compactMap { $0 }
        }
    }

    private static func figure(_ row: borrowing Statement) throws(SQLiteError) -> KeptFigure? {
        func day(_ text: String) -> Day? { text.withBytes { bytes in try? Day.read(bytes) } }
        guard let asOf = day(try row.text(at: 0)), let metric = Metric(rawValue: try row.text(at: 1)),
            let comparison = Comparison(rawValue: try row.text(at: 2)),
            let value = PrintedNumber(try row.text(at: 3)), let unit = FigureUnit(try row.text(at: 4)),
            let published = day(try row.text(at: 5))
        else { return nil }
        let source = try row.text(at: 6)
        var known: (Int64, String)?
        if let change = try row.optionalInteger(at: 10), let seal = try row.optionalText(at: 11) {
            known = (change, seal)
        }
        return KeptFigure(
            figure: Figure(
                asOf: asOf, metric: metric, comparison: comparison, value: value, unit: unit, publishedOn: published,
                source: source),
            isOwn: try row.text(at: 7) == "own", change: try row.integer(at: 8),
            firstChange: try row.integer(at: 12), earlierVersions: try row.integer(at: 9), known: known)
    }
}

extension Change {
    /// Records a figure, or a new version of the one for the same day, metric, wording and origin.
    package func record(_ figure: Figure, known: Moment?, from origin: Origin) throws(StoreError) -> Meeting {
        let values: [Value] = [
            .text("\(figure.asOf)"), .text(figure.metric.rawValue), .text(figure.comparison.rawValue),
            .text(known == nil ? "reported" : "own"), .text("\(figure.value)"), .text("\(figure.unit)"),
            .text("\(figure.publishedOn)"), .text(figure.source), Value(known?.change), Value(known?.seal),
        ]
        let columns = SealFormat.current.tables[SealBook.place(of: "figure")].columns
        return try storing { () throws(SQLiteError) in
            let old = try connection.prepare(
                """
                SELECT \(columns.joined(separator: ", ")) FROM figure
                WHERE as_of = ? AND metric = ? AND comparison = ? AND origin = ?
                """)
            try old.bind(Array(values.prefix(4)))
            guard try old.step() else {
                try addRow(to: "figure", values, from: origin)
                return .absent
            }
            let id = try old.integer(at: 0)
            if try old.integer(at: 12) == number { return .doubled }
            // The state it was published from is no part of what it says.
            var isSame = try old.integer(at: 11) == 0
            for (place, value) in values.prefix(8).enumerated() where try old.value(at: Int32(place + 1)) != value {
                isSame = false
            }
            if isSame { return .unchanged }
            old.reset()
            try replaceRow(id, of: "figure", values, from: origin)
            return .changed
        }
    }
}
