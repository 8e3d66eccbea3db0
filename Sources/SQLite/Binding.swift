import CSQLite

/// Values are bound by place, counted from 1. Throws where there is no such place, or the statement
/// stands on a row or at its end and was not reset.
extension Statement {
    package func bind(_ value: Int64, at index: Int32) throws(SQLiteError) {
        let code = sqlite3_bind_int64(pointer, index, value)
        if code != SQLITE_OK { try refuse(code, on: pointer) }
    }

    package func bind(_ value: Int, at index: Int32) throws(SQLiteError) {
        try bind(Int64(value), at: index)
    }

    /// Nil binds null.
    package func bind(_ value: Int64?, at index: Int32) throws(SQLiteError) {
        guard let value else { return try bindNull(at: index) }
        try bind(value, at: index)
    }

    /// Throws on a NaN, which SQLite would store as null.
    package func bind(_ value: Double, at index: Int32) throws(SQLiteError) {
        if value.isNaN {
            throw SQLiteError(extendedCode: SQLITE_MISMATCH, message: "a NaN cannot be stored", sql: sql)
        }
        let code = sqlite3_bind_double(pointer, index, value)
        if code != SQLITE_OK { try refuse(code, on: pointer) }
    }

    /// The text is copied, by its byte count: a NUL in it survives.
    package func bind(_ text: String, at index: Int32) throws(SQLiteError) {
        var text = text
        let code = text.withUTF8 { registry_bind_text(pointer, index, $0.baseAddress, UInt64($0.count)) }
        if code != SQLITE_OK { try refuse(code, on: pointer) }
    }

    /// Nil binds null.
    package func bind(_ text: String?, at index: Int32) throws(SQLiteError) {
        guard let text else { return try bindNull(at: index) }
        try bind(text, at: index)
    }

    package func bind(_ blob: [UInt8], at index: Int32) throws(SQLiteError) {
        let code = blob.withUnsafeBytes { registry_bind_blob(pointer, index, $0.baseAddress, UInt64($0.count)) }
        if code != SQLITE_OK { try refuse(code, on: pointer) }
    }

    package func bindNull(at index: Int32) throws(SQLiteError) {
        let code = sqlite3_bind_null(pointer, index)
        if code != SQLITE_OK { try refuse(code, on: pointer) }
    }

    /// UTF-8 text that is not copied, nor checked.
    ///
    /// The bytes must stay where they are, unchanged, until the statement has been run, or stepped to its end or reset;
    /// before it is stepped again the place must be bound again. An empty buffer is empty text.
    package func bindText(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int32) throws(SQLiteError) {
        let code = registry_bind_text_in_place(pointer, index, bytes.baseAddress, UInt64(bytes.count))
        if code != SQLITE_OK { try refuse(code, on: pointer) }
    }

    package func bind(_ value: Value, at index: Int32) throws(SQLiteError) {
        switch value {
        case .null: try bindNull(at: index)
        case .integer(let integer): try bind(integer, at: index)
        case .real(let real): try bind(real, at: index)
        case .text(let text): try bind(text, at: index)
        case .blob(let blob): try bind(blob, at: index)
        }
    }

    /// Binds all places in their order. Throws where there are more or fewer values than places.
    package func bind(_ values: [Value]) throws(SQLiteError) {
        let places = Int(sqlite3_bind_parameter_count(pointer))
        guard values.count == places else {
            throw SQLiteError(
                extendedCode: SQLITE_RANGE, message: "\(values.count) values for \(places) places", sql: sql)
        }
        for (offset, value) in values.enumerated() { try bind(value, at: Int32(offset + 1)) }
    }
}
