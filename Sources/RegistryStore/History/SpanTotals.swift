package import Registry
import SQLite

/// What one change did to the totals of a day.
package struct ChangeMoves: Sendable {
    package let change: Int64
    package let moved: [Measure: Total]
}

extension Ledger {
    /// Shows what each change of a span did to the totals as of a day, in their order, without those that did nothing.
    package func moves(in span: Span, asOf day: Day, _ body: (ChangeMoves) -> Void) throws(StoreError) {
        try storing { () throws(SQLiteError) in
            var change: Int64 = 0
            var moved: [Measure: Total] = [:]
            func finish() {
                moved = moved.filter { $0.value != Total() }
                if !moved.isEmpty { body(ChangeMoves(change: change, moved: moved)) }
                moved = [:]
            }
            try connection.forEach(
                """
                SELECT change_id, measure, sum(count), sum(fen) FROM daily_delta
                WHERE change_id > ? AND change_id <= ? AND dimension = 'all' AND day <= ?
                GROUP BY change_id, measure
                """, .integer(span.after), .integer(span.through), .text("\(day)")
            ) { row throws(SQLiteError) in
                let next = try row.integer(at: 0)
                if next != change { finish() }
                change = next
                if let measure = Measure(rawValue: try row.text(at: 1)) {
                    moved[measure] = Total(count: try row.integer(at: 2), fen: try row.integer(at: 3))
                }
                return true
            }
            finish()
        }
    }

    /// What a span changed in a record: its fields, and of a party or what became of a record nothing.
    package func differences(of noun: Noun, _ id: Int64, in span: Span) throws(StoreError) -> [FieldDifference] {
        let all = try versions(of: id, in: noun.rawValue, noun.fields.map(\.column))
        guard let after = all.last(where: { $0.change <= span.through }) else { return [] }
        return try differences(from: all.last { $0.change <= span.after }, to: after)
    }

    /// What a record is called now.
    package func name(of noun: Noun, _ id: Int64) throws(StoreError) -> String {
        let column = noun == .party ? "r.name" : "r.code"
        let sql =
            noun.belongsToVenue
            ? "SELECT v.code || '/' || r.code FROM \(noun.rawValue) r JOIN venue v ON v.id = r.venue_id WHERE r.id = ?"
            : "SELECT \(column) FROM \(noun.rawValue) r WHERE r.id = ?"
        return try storing { () throws(SQLiteError) in
            try connection.first(sql, .integer(id)) { row throws(SQLiteError) in try row.text(at: 0) } ?? ""
        }
    }

    /// The last change of a span that said anything of a record.
    package func lastChange(of noun: Noun, _ id: Int64, in span: Span) throws(StoreError) -> Int64 {
        var parts = [
            "SELECT change_id FROM \(noun.rawValue) WHERE id = ?1",
            "SELECT change_id FROM \(noun.rawValue)_history WHERE id = ?1",
        ]
        for event in Self.events(of: noun) {
            parts.append("SELECT change_id FROM \(event.name) WHERE \(event.parent) = ?1")
            parts.append(
                """
                SELECT change_id FROM \(event.name)_history
                WHERE id IN (SELECT id FROM \(event.name) WHERE \(event.parent) = ?1)
                """)
        }
        return try storing { () throws(SQLiteError) in
            let last = try connection.first(
                "SELECT max(change_id) FROM (\(parts.joined(separator: " UNION ALL "))) WHERE change_id <= ?2",
                .integer(id), .integer(span.through)
            ) { row throws(SQLiteError) in try row.optionalInteger(at: 0) }
            return (last ?? nil) ?? 0
        }
    }
}
