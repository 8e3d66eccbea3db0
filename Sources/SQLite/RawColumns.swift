import CSQLite

/// A stored value as it lies in SQLite's memory: valid until its statement is stepped, reset or dropped.
package enum RawValue {
    case null
    case integer(Int64)
    case real(Double)
    /// Not checked to be UTF-8.
    case text(UnsafeBufferPointer<UInt8>)
    case blob(UnsafeBufferPointer<UInt8>)
}

extension Statement {
    /// The value of a column of the row it stands on, of whatever type; null where there is no row or no such column.
    package func rawValue(at column: Int32) -> RawValue {
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(pointer, column))
        case SQLITE_TEXT: return .text(bytes(at: column))
        case SQLITE_BLOB: return .blob(bytes(at: column))
        default: return .null
        }
    }

    /// The bytes of a text or a blob as they lie there, none for null; without a look at the type, which a scan knows.
    ///
    /// Asked for as a blob, a text comes without the copy that its closing NUL would need.
    package func bytes(at column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_blob(pointer, column)
        let count = Int(sqlite3_column_bytes(pointer, column))
        return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
    }
}
