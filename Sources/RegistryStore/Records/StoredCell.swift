import Registry
import SQLite
import Spreadsheets

/// A value on its way into a column; its bytes belong to somebody else for the time of a call.
enum StoredCell {
    case null
    case integer(Int64)
    case text(Bytes)

    func bind(to statement: borrowing Statement, at place: Int32) throws(SQLiteError) {
        switch self {
        case .null: try statement.bindNull(at: place)
        case .integer(let number): try statement.bind(number, at: place)
        case .text(let bytes): try statement.bindText(bytes, at: place)
        }
    }

    func append(to line: inout CSVLine) {
        switch self {
        case .null: line.appendNull()
        case .integer(let number): line.appendField(number)
        case .text(let bytes): line.appendField(bytes)
        }
    }

    /// Whether the column of a row holds the same.
    func isSame(as row: borrowing Statement, at column: Int32) -> Bool {
        switch (self, row.rawValue(at: column)) {
        case (.null, .null): true
        case (.integer(let number), .integer(let stored)): number == stored
        case (.text(let bytes), .text(let stored)): bytes.isSame(as: stored)
        default: false
        }
    }
}

/// Where a version comes from.
package struct Origin: Sendable {
    package let file: Int64?
    /// Counted as a spreadsheet counts them, the heading being row 1.
    package let row: Int64?
    /// The byte at which the row begins; nil where the file as it lies there has no such byte: a workbook, a compressed
    /// file, another encoding than UTF-8.
    package let offset: Int64?

    /// - Parameter offset: negative where there is none.
    package init(file: Int64, row: Int64, offset: Int64) {
        self.file = file
        self.row = row
        self.offset = offset < 0 ? nil : offset
    }

    /// A file, and no row of it.
    package init(wholeFile file: Int64) {
        self.file = file
        row = nil
        offset = nil
    }

    private init() {
        file = nil
        row = nil
        offset = nil
    }

    /// Typed by hand.
    package static let hand = Origin()
}
