import Registry
import SQLite

/// A change that moved the total of which a figure speaks.
package struct FigureMover: Sendable {
    package let change: ChangeNote
    /// Fen, or records.
    package let moved: Int64
}

extension Ledger {
    /// The changes that moved the total of a figure since it was published: for one of our own after the state it was
    /// published from, else after the day of its publication, or after it was first recorded where it is older than the
    /// registry. The newest first.
    package func movers(of kept: KeptFigure, knownAt moment: Moment?) throws(StoreError) -> [FigureMover] {
        let figure = kept.figure
        let newest = try newestMoment()
        let last = moment?.change ?? newest?.change ?? 0
        let column = figure.metric.isMoney ? "fen" : "count"
        return try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT \(ChangeNote.columns("c")), m.moved FROM (
                  SELECT change_id, sum(\(column)) AS moved FROM daily_delta
                  WHERE change_id > ? AND change_id <= ? AND measure = ? AND dimension = 'all' AND day <= ?
                  GROUP BY change_id) m JOIN change c ON c.id = m.change_id
                WHERE m.moved <> 0 ORDER BY c.id DESC
                """, .integer(try base(of: kept)), .integer(last), .text(figure.metric.measure.rawValue),
                .text("\(figure.asOf)")
            ) { row throws(SQLiteError) in
                FigureMover(change: try ChangeNote(row), moved: try row.integer(at: 5))
            }
        }
    }

    /// The change after which a figure was out.
    private func base(of kept: KeptFigure) throws(SQLiteError) -> Int64 {
        if let known = kept.known { return known.change }
        let published = Stamp(microseconds: Int64(zone.end(of: kept.figure.publishedOn)) * 1_000_000)
        let then = try connection.first(
            "SELECT max(id) FROM change WHERE recorded_at < ?", .text(published.description)
        ) { row throws(SQLiteError) in try row.optionalInteger(at: 0) }
        return (then ?? nil) ?? kept.firstChange
    }
}
