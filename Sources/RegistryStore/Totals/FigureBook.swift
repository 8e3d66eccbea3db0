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
    /// Every figure in its present version, by day and metric.
    package func figures() throws(StoreError) -> [KeptFigure] {
        try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT as_of, metric, comparison, value, unit, published_on, source, origin, change_id,
                  (SELECT count(*) FROM figure_history h WHERE h.id = g.id), known_change_id, known_seal,
                  coalesce((SELECT min(h.change_id) FROM figure_history h WHERE h.id = g.id), change_id)
                FROM figure g WHERE is_void = 0 ORDER BY as_of, metric, comparison, origin
                """
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
