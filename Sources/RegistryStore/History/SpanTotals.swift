package import Registry
import SQLite

/// What one change did to the totals of a day.
package struct ChangeMoves: Sendable {
    package let change: Int64
    package let moved: [Measure: Total]
}

/// What the changes of a span did to the totals of a day.
package struct SpanMoves: Sendable {
    package var moved: [Measure: Total] = [:]
    /// The last of the changes that moved a total, in their order.
    package var last: [ChangeMoves] = []
    /// How many changes moved a total.
    package var count = 0
}

/// A total of each measure, by its place.
package struct MeasureTotals: Sendable {
    private var counts = SIMD32<Int64>.zero
    private var fen = SIMD32<Int64>.zero

    package init() {}

    package mutating func add(_ total: Total, to measure: Measure, sign: Int64 = 1) {
        counts[measure.place] &+= sign &* total.count
        fen[measure.place] &+= sign &* total.fen
    }

    package mutating func add(_ other: MeasureTotals, sign: Int64 = 1) {
        counts &+= other.counts &* sign
        fen &+= other.fen &* sign
    }

    package var isNothing: Bool { counts == .zero && fen == .zero }

    /// Without those of nothing.
    package var byMeasure: [Measure: Total] {
        var found: [Measure: Total] = [:]
        for measure in Measure.allCases {
            let total = Total(count: counts[measure.place], fen: fen[measure.place])
            if total != Total() { found[measure] = total }
        }
        return found
    }
}

extension Measure {
    fileprivate var place: Int {
        switch self {
        case .intention: 0
        case .listing: 1
        case .deal: 2
        case .venue: 3
        case .serviceMember: 4
        case .demand: 5
        case .registration: 6
        case .registeredTechnical: 7
        case .instalment: 8
        case .paymentIn: 9
        case .paymentOut: 10
        case .held: 11
        case .settled: 12
        case .issuedCertificate: 13
        case .validCertificate: 14
        case .service: 15
        case .programme: 16
        case .servicePoint: 17
        }
    }
}

extension Ledger {
    /// What each change of a span did to the totals as of a day.
    ///
    /// - Parameter most: of how many changes, the last ones, it is told one by one.
    package func moves(in span: Span, asOf day: Day, most: Int) throws(StoreError) -> SpanMoves {
        var last: [(change: Int64, moved: MeasureTotals)] = []
        var moves = SpanMoves()
        var all = MeasureTotals()
        try storing { () throws(SQLiteError) in
            var change: Int64 = 0
            var moved = MeasureTotals()
            func finish() {
                guard !moved.isNothing else { return }
                moves.count += 1
                all.add(moved)
                last.append((change, moved))
                // Twice as many at the most, so that none is moved often.
                if last.count / 2 >= max(most, 1) { last.removeFirst(last.count - most) }
                moved = MeasureTotals()
            }
            try connection.forEach(
                """
                SELECT change_id, measure, count, fen FROM daily_delta
                WHERE change_id > ? AND change_id <= ? AND dimension = 'all' AND day <= ?
                ORDER BY change_id
                """, .integer(span.after), .integer(span.through), .text("\(day)")
            ) { row throws(SQLiteError) in
                let next = try row.integer(at: 0)
                if next != change { finish() }
                change = next
                let measure = try row.withTextBytes(at: 1) { bytes in
                    Measure.allCases.first { $0.rawValue.utf8.elementsEqual(bytes) }
                }
                if let measure {
                    moved.add(Total(count: try row.integer(at: 2), fen: try row.integer(at: 3)), to: measure)
                }
                return true
            }
            finish()
        }
        moves.moved = all.byMeasure
        moves.last = last.suffix(most).map { ChangeMoves(change: $0.change, moved: $0.moved.byMeasure) }
        return moves
    }

    /// What a span changed in a record: its fields, and of a party or what became of a record nothing.
    package func differences(of noun: Noun, _ id: Int64, in span: Span) throws(StoreError) -> [FieldDifference] {
        let all = try versions(of: id, in: noun.rawValue, noun.fields.map(\.column))
        guard let after = all.last(where: { $0.change <= span.through }) else { return [] }
        return try differences(from: all.last { $0.change <= span.after }, to: after)
    }

    /// What a record is called now.
    package func name(of noun: Noun, _ id: Int64) throws(StoreError) -> String {
        try storing { () throws(SQLiteError) in try connection.name(of: noun, id).description }
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
