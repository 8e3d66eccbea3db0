package import Registry
import SQLite
package import Spreadsheets

/// What `list` can list: the nouns, and what the registry keeps about itself.
package enum Listed: Hashable, Sendable {
    case noun(Noun)
    case changes, files, arrivals, figures

    package init?(word: String) {
        if let noun = Noun(word: word) {
            self = .noun(noun)
            return
        }
        switch word {
        case "changes", "change": self = .changes
        case "files", "file": self = .files
        case "arrivals", "arrival": self = .arrivals
        case "figures", "figure": self = .figures
        default: return nil
        }
    }

    package static let words = Noun.allCases.map(\.plural) + ["changes", "files", "arrivals", "figures"]

    fileprivate var view: String {
        switch self {
        case .noun(let noun): noun.plural
        case .changes: "changes"
        case .files: "files"
        case .arrivals: "arrivals"
        case .figures: "figures"
        }
    }

    /// The columns by which the filters look; nil where a filter says nothing of these rows.
    fileprivate var dayColumn: String? {
        switch self {
        case .noun(let noun): noun.datedBy
        case .changes: "recorded_at"
        case .files: nil
        case .arrivals: "arrived_at"
        case .figures: "as_of"
        }
    }
    fileprivate var moneyColumn: String? {
        if case .noun(let noun) = self { noun.valuedBy.map { "\($0)_fen" } } else { nil }
    }
    fileprivate var partyColumns: [String] {
        switch self {
        case .noun(.party): ["name"]
        case .noun(.intention), .noun(.listing): ["owner"]
        case .noun(.deal): ["seller", "buyer"]
        default: []
        }
    }
    /// The columns that a person sees in a table; programs get all of them.
    package var columnsForPeople: [String] {
        switch self {
        case .noun(.venue): ["code", "name", "network", "region", "joined_on", "left_on"]
        case .noun(.party): ["name", "credit_code", "region"]
        case .noun(.intention): ["venue_code", "code", "title", "owner", "amount_yuan", "received_on"]
        case .noun(.listing): ["venue_code", "code", "title", "kind", "owner", "asking_price_yuan", "listed_on"]
        case .noun(.deal): ["venue_code", "code", "title", "kind", "seller", "buyer", "amount_yuan", "signed_on"]
        case .changes: ["change_id", "recorded_at", "actor", "command", "reason"]
        case .files: ["file_name", "noun", "rows_read", "rows_new", "rows_changed", "rows_unchanged", "change_id"]
        case .arrivals: ["arrived_at", "file_name", "outcome", "rows_read", "rows_rejected", "change_id"]
        case .figures: ["as_of", "metric", "comparison", "value", "unit", "published_on", "source"]
        }
    }
    fileprivate var textColumns: [String] {
        switch self {
        case .noun(.venue): ["code", "name"]
        case .noun(.party): ["name", "credit_code"]
        case .noun: ["code", "title"]
        case .changes: ["command", "reason", "actor"]
        case .files, .arrivals: ["file_name"]
        case .figures: ["metric", "source"]
        }
    }
    fileprivate var venueColumn: String? {
        switch self {
        case .noun(.venue): "code"
        case .noun(.party), .changes, .figures: nil
        case .noun, .files, .arrivals: "venue_code"
        }
    }
    fileprivate var order: String {
        let newest = dayColumn.map { "\($0) DESC, " } ?? ""
        switch self {
        case .noun(.party): return "name"
        case .noun(.venue): return "code"
        case .noun: return newest + "venue_code, code"
        case .changes: return "change_id DESC"
        case .files: return "change_id DESC, file_name"
        case .arrivals: return "arrived_at DESC"
        case .figures: return "as_of, metric, comparison, origin"
        }
    }
}

/// What `list` is to keep. Texts are found anywhere, as they are written.
package struct Filter: Sendable {
    package var venue: String?
    package var party: String?
    package var text: String?
    package var from: Day?
    package var to: Day?
    package var least: Amount?
    package var most: Amount?
    package var limit: Int?

    package init() {}
}

extension Ledger {
    /// A filter that says nothing of such rows, by its option's name; nil where all do.
    package func uselessFilter(_ filter: Filter, of listed: Listed) -> String? {
        if filter.venue != nil, listed.venueColumn == nil { return "--venue" }
        if filter.party != nil, listed.partyColumns.isEmpty { return "--party" }
        if filter.from != nil, listed.dayColumn == nil { return "--from" }
        if filter.to != nil, listed.dayColumn == nil { return "--to" }
        if filter.least != nil, listed.moneyColumn == nil { return "--min" }
        if filter.most != nil, listed.moneyColumn == nil { return "--max" }
        return nil
    }

    /// Shows the rows of a view one after the other, newest first, until `row` answers false.
    ///
    /// - Parameters:
    ///   - columns: those wanted, all where none is named; the fen of each amount in yuan may follow them.
    ///   - begin: told the columns before the first row.
    package func list(
        _ listed: Listed, _ filter: Filter, columns: [String] = [], begin: ([String]) throws(StoreError) -> Void,
        row: ([Cell]) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let (condition, values) = condition(listed, filter)
        let limit = filter.limit.map { " LIMIT \($0)" } ?? ""
        // An amount in yuan is shown exactly by the fen beside it, which is asked for too.
        let fen = columns.filter { $0.hasSuffix("_yuan") }.map { String($0.dropLast(4)) + "fen" }
        let chosen = columns.isEmpty ? "*" : (columns + fen).joined(separator: ", ")
        let sql = "SELECT \(chosen) FROM \(listed.view)\(condition) ORDER BY \(listed.order)\(limit)"
        try stream(sql, values, begin: begin, row: row)
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

    /// Where a day begins: a stamp is in UTC, the day in the registry's zone.
    private func start(of day: Day, _ listed: Listed) -> Value {
        guard listed == .changes || listed == .arrivals else { return .text("\(day)") }
        let second = zone.end(of: Day(number: day.number - 1))
        return .text(Stamp(microseconds: Int64(second) * 1_000_000).description)
    }

    private func condition(_ listed: Listed, _ filter: Filter) -> (String, [Value]) {
        var terms: [String] = []
        var values: [Value] = []
        func add(_ term: String, _ value: Value) {
            terms.append(term)
            values.append(value)
        }
        if let venue = filter.venue, let column = listed.venueColumn { add("\(column) = ?", .text(venue)) }
        if let from = filter.from, let column = listed.dayColumn { add("\(column) >= ?", start(of: from, listed)) }
        if let to = filter.to, let column = listed.dayColumn {
            add("\(column) < ?", start(of: Day(number: to.number + 1), listed))
        }
        if let least = filter.least, let column = listed.moneyColumn { add("\(column) >= ?", .integer(least.fen)) }
        if let most = filter.most, let column = listed.moneyColumn { add("\(column) <= ?", .integer(most.fen)) }
        for (word, columns) in [(filter.party, listed.partyColumns), (filter.text, listed.textColumns)] {
            guard let word, !columns.isEmpty else { continue }
            terms.append("(" + columns.map { "instr(\($0), ?) > 0" }.joined(separator: " OR ") + ")")
            values += columns.map { _ in Value.text(word) }
        }
        return (terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND "), values)
    }
}
