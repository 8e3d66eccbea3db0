import Registry
import SQLite

/// A view as it reads from a viewpoint: its own text, over the versions of each table that were in force then.
///
/// The text of a view names plain tables. Each is put before it as a common table expression of the same name, which
/// keeps what was known after the last change (the rows up to it, and of the history those that were replaced later) and
/// the events that had happened by the day. So a column that a migration adds is there in the past too.
struct PastView {
    private let connection: Connection
    private let viewpoint: Viewpoint
    /// Tables and views by name, with their SQL.
    private let schema: [String: (isView: Bool, sql: String)]
    /// The one row of a table that is wanted.
    private let only: (table: String, id: Int64)?
    private var expressions: [String] = []
    private var values: [Value] = []
    /// Whether values stand in the text itself, since a view that is created takes none.
    private var isLiteral = false
    private var isDone: Set<String> = []

    init(
        _ connection: Connection, from viewpoint: Viewpoint, only: (table: String, id: Int64)? = nil
    ) throws(SQLiteError) {
        self.connection = connection
        self.viewpoint = viewpoint
        self.only = only
        let objects = try connection.query("SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view')")
        {
            row throws(SQLiteError) in
            (try row.text(at: 0), (isView: try row.text(at: 1) == "view", sql: try row.text(at: 2)))
        }
        schema = Dictionary(objects) { first, _ in first }
    }

    /// What stands before a `SELECT` from views or tables to read them from a viewpoint, and its values, which come before all
    /// others; nothing for the present.
    ///
    /// - Parameter only: where a single record is asked for, its table and its id.
    static func prefix(
        of names: [String], from viewpoint: Viewpoint, only: (table: String, id: Int64)? = nil,
        on connection: Connection
    ) throws(SQLiteError) -> (sql: String, values: [Value]) {
        guard !viewpoint.isPresent || only != nil else { return ("", []) }
        var past = try PastView(connection, from: viewpoint, only: only)
        return try past.prefix(of: names)
    }

    private mutating func prefix(of names: [String]) throws(SQLiteError) -> (sql: String, values: [Value]) {
        for name in names { try add(name) }
        guard !expressions.isEmpty else { return ("", []) }
        return ("WITH \(expressions.joined(separator: ", ")) ", values)
    }

    private mutating func add(_ name: String) throws(SQLiteError) {
        guard let object = schema[name], isDone.insert(name).inserted else { return }
        guard object.isView else {
            if let table = try past(name) { expressions.append("\(name) AS (\(table))") }
            return
        }
        let isPart: (Character) -> Bool = { $0.isLetter || $0.isNumber || $0 == "_" }
        for word in object.sql.split(whereSeparator: { !isPart($0) }) where word != name { try add(String(word)) }
        expressions.append("\(name) AS (\(Self.body(of: object.sql))\n)")
    }

    /// A view of each table and view of the file that shows it from the viewpoint, to be put before it under its own name;
    /// a table that is the same from everywhere is left out.
    func shadows() throws(SQLiteError) -> [(name: String, isView: Bool, sql: String)] {
        var past = self
        past.isLiteral = true
        var shadows: [(name: String, isView: Bool, sql: String)] = []
        for (name, object) in schema.sorted(by: { $0.key < $1.key }) {
            if object.isView {
                shadows.append((name, true, Self.body(of: object.sql)))
            } else if let sql = try past.past(name) {
                shadows.append((name, false, sql))
            }
        }
        return shadows
    }

    /// What stands behind `CREATE VIEW name AS`; it may end with a remark.
    private static func body(of sql: String) -> String {
        sql.firstRange(of: "AS").map { String(sql[$0.upperBound...]) } ?? ""
    }

    /// A condition on rows, with a place for each of its values.
    private struct Term {
        let sql: String
        let values: [Value]

        init(_ sql: String, _ values: Value...) { self.init(sql, values) }
        init(_ sql: String, _ values: [Value]) { (self.sql, self.values) = (sql, values) }
    }

    /// The rows of a table from the viewpoint; nil where those are all it has.
    private mutating func past(_ table: String) throws(SQLiteError) -> String? {
        let all = try connection.query("SELECT name FROM pragma_table_info(?)", .text(table)) {
            row throws(SQLiteError) in try row.text(at: 0)
        }
        let columns = seen(all, of: table)
        var terms: [Term] = []
        if let day = viewpoint.asOf, columns.contains("effective_on") {
            terms.append(Term("effective_on <= ?", .text("\(day)")))
        }
        if let only, only.table == table { terms.append(Term("id = ?", .integer(only.id))) }
        guard let last = viewpoint.lastChange else {
            return terms.isEmpty && columns == all ? nil : select(columns, table, terms)
        }
        let change = Value.integer(last.change)
        let hasArrived = Term("change_id <= ? OR change_id IS NULL AND arrived_at <= ?", change, .text(last.recordedAt))
        switch table {
        case "change": return select(columns, table, terms + [Term("id <= ?", change)])
        case "arrival": return select(columns, table, terms + [hasArrived])
        case "daily_total":
            let sums = ["measure", "dimension", "dimension_key", "day", "sum(count) AS count", "sum(fen) AS fen"]
            return select(sums, "daily_delta", [Term("change_id <= ?", change)])
                + " GROUP BY measure, dimension, dimension_key, day"
        default: break
        }
        if columns.contains("replaced_by") { return select(columns, table, terms + [Term("replaced_by <= ?", change)]) }
        if columns.contains("arrival_id") {
            let arrivals = Term(
                "arrival_id IN (SELECT id FROM main.arrival WHERE \(hasArrived.sql))", hasArrived.values)
            return select(columns, table, terms + [arrivals])
        }
        guard columns.contains("change_id") else { return terms.isEmpty ? nil : select(columns, table, terms) }
        let current = select(columns, table, terms + [Term("change_id <= ?", change)])
        // A union is dear to join with; most tables have nothing that was replaced since.
        guard schema["\(table)_history"] != nil, try hasReplaced(table, since: last.change) else { return current }
        let replaced = select(
            columns, "\(table)_history", terms + [Term("change_id <= ? AND replaced_by > ?", change, change)])
        return "\(current) UNION ALL \(replaced)"
    }

    /// What of a record happened only after the day is not seen yet.
    private func seen(_ columns: [String], of table: String) -> [String] {
        guard let day = viewpoint.asOf, let later = Noun(rawValue: table)?.laterDays, !later.isEmpty else {
            return columns
        }
        return columns.map { later.contains($0) ? "CASE WHEN \($0) <= '\(day)' THEN \($0) END AS \($0)" : $0 }
    }

    private mutating func select(_ columns: [String], _ table: String, _ terms: [Term]) -> String {
        var conditions: [String] = []
        for term in terms { conditions.append("(\(filled(term)))") }
        let condition = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
        return "SELECT \(columns.joined(separator: ", ")) FROM main.\(table)\(condition)"
    }

    /// The condition with its values bound, or, where none can be, in their places.
    private mutating func filled(_ term: Term) -> String {
        guard isLiteral else {
            values += term.values
            return term.sql
        }
        let parts = term.sql.split(separator: "?", omittingEmptySubsequences: false)
        return zip(parts, term.values.map(\.literal) + [""]).map { $0 + $1 }.joined()
    }

    private func hasReplaced(_ table: String, since change: Int64) throws(SQLiteError) -> Bool {
        try connection.first("SELECT 1 FROM \(table)_history WHERE replaced_by > ? LIMIT 1", .integer(change)) {
            _ throws(SQLiteError) in true
        } ?? false
    }
}

extension Value {
    /// As it stands in a statement.
    fileprivate var literal: String {
        switch self {
        case .null: "NULL"
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): "'\(text.replacing("'", with: "''"))'"
        case .blob(let bytes):
            "x'\(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())'"
        }
    }
}
