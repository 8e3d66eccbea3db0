import Registry
import SQLite
package import Spreadsheets

extension Ledger {
    /// Shows the rows of a view one after the other, newest first, until `row` answers false.
    ///
    /// - Parameters:
    ///   - viewpoint: the times from which they are looked at; records as of a day are those that its totals count.
    ///   - columns: those wanted, all where none is named; the fen of each amount in yuan may follow them.
    ///   - begin: told the columns before the first row.
    package func list(
        _ listed: Listed, _ filter: Filter, from viewpoint: Viewpoint = Viewpoint(), columns: [String] = [],
        begin: ([String]) throws(StoreError) -> Void, row: ([Cell]) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let (condition, values) = condition(listed, filter, asOf: viewpoint.asOf)
        // An amount in yuan is shown exactly by the fen beside it, which is asked for too.
        let fen = columns.filter { $0.hasSuffix("_yuan") }.map { String($0.dropLast(4)) + "fen" }
        let chosen = columns.isEmpty ? "*" : (columns + fen).joined(separator: ", ")
        let past = try past(listed.view, from: viewpoint)
        var rows = "FROM \(listed.view)\(condition) ORDER BY \(listed.order)"
        if let limit = filter.limit {
            rows += " LIMIT \(limit)"
            // Of a million rows the first few are found by what orders them; only these are then looked up whole.
            if past.sql.isEmpty, case .noun(let noun) = listed, noun.belongsToVenue {
                rows = """
                    FROM \(listed.view) WHERE (venue_code, code) IN (SELECT venue_code, code \(rows))
                    ORDER BY \(listed.order) LIMIT \(limit)
                    """
            }
        }
        try stream("\(past.sql)SELECT \(chosen) \(rows)", past.values + values, begin: begin, row: row)
    }

    /// What stands before a `SELECT` from a view to read it from a viewpoint, and its values; nothing for the present.
    func past(
        _ view: String, from viewpoint: Viewpoint, only: (table: String, id: Int64)? = nil
    ) throws(StoreError) -> (sql: String, values: [Value]) {
        try storing { () throws(SQLiteError) in
            try PastView.prefix(of: [view], from: viewpoint, only: only, on: connection)
        }
    }

    func stream(
        _ sql: String, _ values: [Value], begin: ([String]) throws(StoreError) -> Void,
        row: ([Cell]) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let rows = try storing { () throws(SQLiteError) in
            let rows = try connection.prepare(sql)
            try rows.bind(values)
            return rows
        }
        let columns = try storing { () throws(SQLiteError) in
            var names: [String] = []
            for column in 0..<rows.columnCount { names.append(try rows.columnName(at: column)) }
            return names
        }
        try begin(columns)
        while try storing({ () throws(SQLiteError) in try rows.step() }) {
            let cells = try storing { () throws(SQLiteError) in
                var cells: [Cell] = []
                for column in 0..<rows.columnCount { cells.append(Self.cell(try rows.value(at: column))) }
                return cells
            }
            guard try row(Self.exactYuan(cells, of: columns)) else { return }
        }
    }

    private static func cell(_ value: Value) -> Cell {
        switch value {
        case .null: .null
        case .integer(let number): .integer(number)
        case .text(let text): .text(text)
        case .real(let number): .decimal("\(number)")
        case .blob: .text("(bytes)")
        }
    }

    /// A yuan column is a binary fraction for eyes; here it is the exact decimal of the fen beside it.
    private static func exactYuan(_ cells: [Cell], of columns: [String]) -> [Cell] {
        var cells = cells
        for (place, name) in columns.enumerated() where name.hasSuffix("_yuan") {
            guard let fen = columns.firstIndex(of: name.dropLast(4) + "fen"), case .integer(let amount) = cells[fen]
            else { continue }
            cells[place] = .decimal(Amount.decimal(fen: amount, places: 2))
        }
        return cells
    }
}
