import CSQLite

/// SQL text compiled one statement after the other.
struct Script {
    private let bytes: [UInt8]
    private var position = 0

    /// Throws on a NUL, at which SQLite would stop reading without a word.
    init(_ sql: String) throws(SQLiteError) {
        bytes = Array(sql.utf8)
        if bytes.contains(0) { throw .misuse("the text of a statement holds a NUL", sql: sql) }
    }

    /// The next statement, or nil where only space and comments are left.
    ///
    /// A lasting statement is one that will be run many times; `named` is the text to know it by, else its own.
    mutating func next(
        on database: Database, isLasting: Bool = false, named: String? = nil
    ) throws(SQLiteError) -> Prepared? {
        while position < bytes.count {
            var pointer: OpaquePointer?
            let start = position
            let code = compile(on: database, isLasting: isLasting, into: &pointer)
            guard code == SQLITE_OK else {
                let offset = Int(registry_error_offset(database.pointer))
                var error = database.error(code, sql: named ?? text(from: start, to: bytes.count))
                if offset >= 0 { error.byteOffset = start + offset }
                throw error
            }
            if let pointer {
                return Prepared(pointer: pointer, sql: named ?? text(from: start, to: position), isLasting: isLasting)
            }
            if position == start { return nil }
        }
        return nil
    }

    private mutating func compile(on database: Database, isLasting: Bool, into pointer: inout OpaquePointer?) -> Int32 {
        let flags = isLasting ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        guard let count = Int32(exactly: bytes.count - position) else { return SQLITE_TOOBIG }
        let (code, end) = bytes.withUnsafeBytes { all in
            let start = all.baseAddress?.advanced(by: position).assumingMemoryBound(to: CChar.self)
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(database.pointer, start, count, flags, &pointer, &tail)
            guard let start, let tail else { return (code, position) }
            return (code, position + (tail - start))
        }
        position = end
        return code
    }

    /// The byte at which what is not compiled yet begins.
    var nextWordPosition: Int { bytes[position...].firstIndex { !Self.isSpace($0) } ?? bytes.count }

    private func text(from start: Int, to end: Int) -> String {
        String(decoding: bytes[start..<end].drop(while: Self.isSpace), as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
