import Registry

/// What the totals of a change, which were written with it, tell of the one record of it that was altered: the column,
/// and what it held.
struct ColumnHint {
    let column: String
    /// What it held; nil for money.
    private let value: String?
    /// By how much money was more then.
    private let fen: Int64

    /// - Parameter found: what it holds now.
    func expected(insteadOf found: Int64?) -> String? {
        value ?? "\((found ?? 0) &+ fen)"
    }

    /// - Parameters:
    ///   - differences: by line of the totals, what is stored less what the records give now.
    ///   - noun: of the record.
    init?(_ differences: [FlowSums.Line: Total], _ sums: FlowSums, noun: Noun) {
        let lines = differences.filter { $0.value != Total() }
        func of(_ dimension: Dimension) -> [(line: FlowSums.Line, key: String, total: Total)] {
            lines.filter { sums.series[Int($0.key.series)].dimension == dimension }.map { line, total in
                (line, String(decoding: sums.series[Int(line.series)].key, as: UTF8.self), total)
            }
        }
        let all = of(.all).sorted { $0.line.day < $1.line.day }
        if all.isEmpty {
            // The same days and amounts under other keys: the key that has more was the record's.
            let columns: [(Dimension, String)] = [(.kind, "kind"), (.field, "field"), (.venue, "venue_id")]
            let moved = columns.filter { !of($0.0).isEmpty }
            guard moved.count == 1, let found = moved.first,
                let before = of(found.0).first(where: { $0.total.count > 0 })
            else { return nil }
            (column, value, fen) = (found.1, before.key, 0)
            return
        }
        guard let dated = noun.datedBy, let valued = noun.valuedBy else { return nil }
        if all.allSatisfy({ $0.total.count == 0 }), let first = all.first {
            // Where the terms changed later, what comes after takes the difference back.
            column = noun.fields[noun.knownPlace(of: valued)].column
            (value, fen) = (nil, first.total.fen)
            return
        }
        // Of a record that may end, it may be either day.
        guard all.count == 2, noun.endedBy == nil, let before = all.first(where: { $0.total.count > 0 }),
            all.contains(where: { $0.total.count < 0 && $0.total.fen == 0 &- before.total.fen })
        else { return nil }
        column = noun.fields[noun.knownPlace(of: dated)].column
        (value, fen) = ("\(Day(number: before.line.day))", 0)
    }
}
