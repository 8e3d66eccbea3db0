import CSQLite

/// Columns are read by place, counted from 0, and exactly: what is of another type than the reader's throws an error with a
/// `mismatch`, and so does reading where there is no row or no such column.
extension Statement {
    package var columnCount: Int32 { sqlite3_column_count(pointer) }

    /// The name in the result's heading; throws where there is no such column.
    package func columnName(at column: Int32) throws(SQLiteError) -> String {
        guard let name = name(at: column) else { throw outOfRange(column) }
        return name
    }

    package func kind(at column: Int32) throws(SQLiteError) -> ValueKind {
        let kind = storedKind(at: column)
        if kind == .null { try requireColumn(column) }
        return kind
    }

    package func isNull(at column: Int32) throws(SQLiteError) -> Bool { try kind(at: column) == .null }

    package func integer(at column: Int32) throws(SQLiteError) -> Int64 {
        guard sqlite3_column_type(pointer, column) == SQLITE_INTEGER else { throw mismatch(column, .integer) }
        return sqlite3_column_int64(pointer, column)
    }

    package func optionalInteger(at column: Int32) throws(SQLiteError) -> Int64? {
        try isNull(at: column) ? nil : try integer(at: column)
    }

    /// A whole number is of another type, and throws.
    package func real(at column: Int32) throws(SQLiteError) -> Double {
        guard sqlite3_column_type(pointer, column) == SQLITE_FLOAT else { throw mismatch(column, .real) }
        return sqlite3_column_double(pointer, column)
    }

    package func optionalReal(at column: Int32) throws(SQLiteError) -> Double? {
        try isNull(at: column) ? nil : try real(at: column)
    }

    /// Throws also where the text is not UTF-8.
    package func text(at column: Int32) throws(SQLiteError) -> String {
        let text = try withTextBytes(at: column) { String(validating: $0, as: UTF8.self) }
        guard let text else {
            throw SQLiteError(
                extendedCode: SQLITE_MISMATCH,
                message: "column \(column) (\(name(at: column) ?? "")) holds text that is not UTF-8", sql: sql)
        }
        return text
    }

    /// Throws also where the text is not UTF-8.
    package func optionalText(at column: Int32) throws(SQLiteError) -> String? {
        try isNull(at: column) ? nil : try text(at: column)
    }

    /// The stored bytes, not checked to be UTF-8 and not copied; valid only inside `body`, which must not step or reset.
    package func withTextBytes<R>(
        at column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws(SQLiteError) -> R
    ) throws(SQLiteError) -> R {
        guard sqlite3_column_type(pointer, column) == SQLITE_TEXT else { throw mismatch(column, .text) }
        guard let start = sqlite3_column_text(pointer, column) else {
            throw SQLiteError(code: SQLITE_NOMEM, on: nil, sql: sql)
        }
        return try body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }

    package func blob(at column: Int32) throws(SQLiteError) -> [UInt8] {
        guard sqlite3_column_type(pointer, column) == SQLITE_BLOB else { throw mismatch(column, .blob) }
        // SQLite gives no address for an empty blob.
        let start = sqlite3_column_blob(pointer, column)
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }

    package func optionalBlob(at column: Int32) throws(SQLiteError) -> [UInt8]? {
        try isNull(at: column) ? nil : try blob(at: column)
    }

    package func value(at column: Int32) throws(SQLiteError) -> Value {
        switch try kind(at: column) {
        case .null: .null
        case .integer: .integer(try integer(at: column))
        case .real: .real(try real(at: column))
        case .text: .text(try text(at: column))
        case .blob: .blob(try blob(at: column))
        }
    }

    private func name(at column: Int32) -> String? {
        sqlite3_column_name(pointer, column).map { String(cString: $0) }
    }

    private func storedKind(at column: Int32) -> ValueKind {
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .real
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    private func mismatch(_ column: Int32, _ expected: ValueKind) -> SQLiteError {
        guard hasColumn(column) else { return outOfRange(column) }
        let mismatch = ColumnMismatch(
            column: column, name: name(at: column) ?? "", expected: expected, found: storedKind(at: column))
        return SQLiteError(
            extendedCode: SQLITE_MISMATCH, message: mismatch.description, sql: sql, mismatch: mismatch)
    }

    /// SQLite answers null for a column that is not there.
    private func hasColumn(_ column: Int32) -> Bool { (0..<sqlite3_data_count(pointer)).contains(column) }

    private func requireColumn(_ column: Int32) throws(SQLiteError) {
        guard hasColumn(column) else { throw outOfRange(column) }
    }

    private func outOfRange(_ column: Int32) -> SQLiteError {
        SQLiteError(extendedCode: SQLITE_RANGE, message: "there is no row with a column \(column)", sql: sql)
    }
}
