import Registry
import SQLite

/// Whether a row says what a stored version says.
extension RecordWriter {
    func amountOf(_ record: borrowing Statement, column: String) throws(SQLiteError) -> Amount? {
        guard let place = table.columns.firstIndex(where: { $0.name == column }) else { return nil }
        return try record.optionalInteger(at: Int32(place + 1)).map(Amount.init(fen:))
    }

    /// Whether the cells of some columns are those of a stored version.
    func isSame(as row: borrowing Statement, in columns: [RecordTable.Column]) -> Bool {
        columns.allSatisfy { cell(of: $0).isSame(as: row, at: Int32($0.place + 1)) }
    }

    /// Whether the cells of some columns say what a stored version says.
    func agrees(with row: borrowing Statement, in columns: [RecordTable.Column]) throws(SQLiteError) -> Bool {
        for column in columns where try !agrees(with: row, in: column) { return false }
        return true
    }

    /// Whether the cell of a column does. The party that stays says the same as one that was merged into it.
    func agrees(with row: borrowing Statement, in column: RecordTable.Column) throws(SQLiteError) -> Bool {
        let (cell, place) = (cell(of: column), Int32(column.place + 1))
        if cell.isSame(as: row, at: place) { return true }
        guard case .field(let field) = column.source, noun.fields[field].kind == .party,
            case (.integer(let told), .integer(let stored)) = (cell, row.rawValue(at: place))
        else { return false }
        return try desk.areMerged(told, stored)
    }
}
