package import Registry
import SQLite
package import Spreadsheets

/// What an export has in a column, and what stands above it.
package struct ExportColumn: Sendable {
    package enum Kind: Hashable, Sendable {
        case text
        /// Cells are fen.
        case amount
        case day
    }

    /// As `import` knows it; money carries its unit.
    package let heading: String
    package let kind: Kind
    /// How long its texts are, for the eye.
    package let isLong: Bool
}

extension Ledger {
    /// The columns of an export: the noun's fields, and what became of a record where `import` takes that.
    package static func exportColumns(of noun: Noun) -> [ExportColumn] {
        let columns = noun.fields.map { field in
            switch field.kind {
            case .amount: ExportColumn(heading: field.heading, kind: .amount, isLong: false)
            case .day: ExportColumn(heading: field.heading, kind: .day, isLong: false)
            case .party: ExportColumn(heading: field.heading, kind: .text, isLong: true)
            case .text(let most): ExportColumn(heading: field.heading, kind: .text, isLong: most >= 400)
            default: ExportColumn(heading: field.heading, kind: .text, isLong: false)
            }
        }
        guard EventList.isKnown(for: noun) else { return columns }
        return columns + [ExportColumn(heading: EventList.heading, kind: .text, isLong: true)]
    }

    /// Shows the records of a noun as `import` would take them, in the order in which they were recorded: void ones are left
    /// out, a deal stands with the amount that was signed, and for a merged party the one that stays.
    ///
    /// - Parameters:
    ///   - viewpoint: records dated later are left out, and what became of the others later too.
    ///   - row: answers false where no more are wanted.
    package func forEachExported(
        _ noun: Noun, from viewpoint: Viewpoint, _ row: ([Cell]) throws(StoreError) -> Bool
    ) throws(StoreError) {
        var names: Set<String> = ["venue", "party", "party_merge", noun.rawValue]
        names.formUnion(noun.references.map(\.target.rawValue))
        if EventList.isKnown(for: noun) { names.insert("\(noun.rawValue)_event") }
        let past = try storing { () throws(SQLiteError) in
            try PastView.prefix(of: names.sorted(), from: viewpoint, on: connection)
        }
        let (sql, values) = Self.exportSQL(of: noun, asOf: viewpoint.asOf)
        let events = EventList.isKnown(for: noun) ? noun.fields.count : nil
        try stream(past.sql + sql, past.values + values) { _ in
        } row: { cells throws(StoreError) in
            var cells = cells
            if let events, case .text(let packed) = cells[events] {
                cells[events] = Self.eventList(packed).map { .text($0.text) } ?? .null
            }
            return try row(cells)
        }
    }

    /// Of `2022-12-01 amended 800000;2023-01-05 terminated 0`, in the order in which they were recorded; nil where that is none.
    private static func eventList(_ packed: String) -> EventList? {
        var entries: [EventList.Entry] = []
        for part in packed.split(separator: ";") {
            let pieces = part.split(separator: " ")
            guard pieces.count == 3, let day = try? String(pieces[0]).withBytes({ try Day.read($0) }) else {
                return nil
            }
            let amount = pieces[1] == "amended" ? Int64(pieces[2]).map(Amount.init(fen:)) : nil
            entries.append(EventList.Entry(day, String(pieces[1]), amount))
        }
        return EventList(entries)
    }

    private static func exportSQL(of noun: Noun, asOf: Day?) -> (String, [Value]) {
        var joins: [String] = []
        var columns: [String] = []
        var values: [Value] = []
        for (place, field) in noun.fields.enumerated() {
            func joined(_ table: String, _ column: String) {
                joins.append("LEFT JOIN \(table) t\(place) ON t\(place).id = r.\(field.column)")
                columns.append("t\(place).\(column)")
            }
            switch field.kind {
            case .venue: joined("venue", "code")
            case .record(let noun): joined(noun.rawValue, "code")
            case .party:
                let merge = "m\(place)"
                joins.append(
                    "LEFT JOIN party_merge \(merge) ON \(merge).party_id = r.\(field.column) AND \(merge).is_void = 0")
                joins.append(
                    "LEFT JOIN party t\(place) ON t\(place).id = coalesce(\(merge).into_id, r.\(field.column))")
                columns.append("t\(place).name")
            case .day where field.name == noun.endedBy:
                guard let asOf else { fallthrough }
                columns.append("CASE WHEN r.\(field.column) <= ? THEN r.\(field.column) END")
                values.append(.text("\(asOf)"))
            default: columns.append("r.\(field.column)")
            }
        }
        if EventList.isKnown(for: noun) {
            let amount = noun == .deal ? "amount_fen" : "0"
            columns.append(
                """
                (SELECT group_concat(e.effective_on || ' ' || e.kind || ' ' || e.fen, ';')
                  FROM (SELECT effective_on, kind, \(amount) AS fen FROM \(noun.rawValue)_event
                    WHERE \(noun.rawValue)_id = r.id AND is_void = 0 ORDER BY id) e)
                """)
        }
        var condition = "r.is_void = 0"
        if noun == .party { condition += " AND r.id NOT IN (SELECT party_id FROM party_merge WHERE is_void = 0)" }
        if let asOf, let begun = noun.beginning("r.") {
            condition += " AND \(begun) <= ?"
            values.append(.text("\(asOf)"))
        }
        let sql =
            "SELECT \(columns.joined(separator: ", ")) FROM \(noun.rawValue) r \(joins.joined(separator: " ")) WHERE \(condition) ORDER BY r.id"
        return (sql, values)
    }
}
