package import SQLite
import Spreadsheets

/// The tables of which a change writes a row or two: events, former codes, merges, reviews, figures, and what is kept
/// beside the records.
extension Change {
    /// Adds a row.
    ///
    /// - Parameter values: its own columns, in the order of the seal's format.
    /// - Returns: its id.
    @discardableResult
    package func addRow(
        to table: String, _ values: [Value], from origin: Origin = .hand
    ) throws(SQLiteError) -> Int64 {
        let place = SealBook.place(of: table)
        let sealed = SealFormat.current.tables[place]
        let columns = sealed.columns.dropFirst()
        let row = values + (sealed.isVersioned ? version(isVoid: false, from: origin) : [.integer(number)])
        try connection.run(
            "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(Self.marks(row.count)))", all: row)
        let id = connection.lastInsertedID
        addNew(Self.line([.integer(id)] + row), to: place)
        return id
    }

    /// Makes a new version of a row that was there before this change; the old one goes to the history.
    func replaceRow(
        _ id: Int64, of table: String, _ values: [Value], isVoid: Bool = false, from origin: Origin = .hand
    ) throws(SQLiteError) {
        let place = SealBook.place(of: table)
        let columns = SealFormat.current.tables[place].columns
        if keepsHistoryItself {
            try connection.run(
                "INSERT INTO \(table)_history SELECT \(columns.joined(separator: ", ")), ? FROM \(table) WHERE id = ?",
                .integer(number), .integer(id))
        }
        let row = values + version(isVoid: isVoid, from: origin)
        try connection.run(
            "UPDATE \(table) SET (\(columns.dropFirst().joined(separator: ", "))) = (\(Self.marks(row.count))) WHERE id = ?",
            all: row + [.integer(id)])
        changedRows[place, default: [:]][id] = [.integer(id)] + row
    }

    /// Seals the rows that have a new version, in the order of their ids.
    func sealChangedRows() {
        for (place, rows) in changedRows {
            for (_, values) in rows.sorted(by: { $0.key < $1.key }) { addChanged(Self.line(values), to: place) }
        }
        changedRows = [:]
    }

    private func version(isVoid: Bool, from origin: Origin) -> [Value] {
        [
            .integer(isVoid ? 1 : 0), .integer(number), Value(origin.file), Value(origin.row), Value(origin.offset),
        ]
    }

    private static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

    private static func line(_ values: [Value]) -> CSVLine {
        var line = CSVLine()
        for value in values {
            switch value {
            case .integer(let number): line.appendField(number)
            case .text(let text): line.appendField(text)
            case .null, .real, .blob: line.appendNull()
            }
        }
        line.endLine()
        return line
    }
}

extension Connection {
    /// Runs a statement whose values are counted at run time.
    fileprivate func run(_ sql: String, all values: [Value]) throws(SQLiteError) {
        let statement = try prepare(sql)
        try statement.bind(values)
        try statement.run()
    }
}
