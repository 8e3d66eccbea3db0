import CSQLite

/// The values that a function is asked about; valid while it answers.
package struct AskedValues {
    fileprivate let values: UnsafeMutablePointer<OpaquePointer?>
    package let count: Int

    /// The bytes of a text or a blob as they lie there, none for null and for what is not there.
    package func bytes(at place: Int) -> UnsafeBufferPointer<UInt8> {
        guard place < count, let start = sqlite3_value_blob(values[place]) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let length = Int(sqlite3_value_bytes(values[place]))
        return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: length)
    }

    /// nil for what is no whole number, and for what is not there.
    package func integer(at place: Int) -> Int64? {
        guard place < count, sqlite3_value_type(values[place]) == SQLITE_INTEGER else { return nil }
        return sqlite3_value_int64(values[place])
    }
}

private final class Question {
    let answer: (AskedValues) -> Bool

    init(_ answer: @escaping (AskedValues) -> Bool) { self.answer = answer }
}

extension Connection {
    /// Lets the statements of this connection, but no view and no trigger, ask a question as a function of any number of
    /// values. A row looked at by one never leaves SQLite, which spares a sixth of what reading it costs.
    ///
    /// - Parameters:
    ///   - name: one that was given before is given anew.
    ///   - answer: must not use the connection. It may keep what it saw: where SQL asks it last of all that a row must
    ///     fulfil, it is asked once about each row that fulfils the rest.
    package func define(_ name: String, _ answer: @escaping (AskedValues) -> Bool) throws(SQLiteError) {
        let ask: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
            context, count, values in
            guard let values, let address = sqlite3_user_data(context) else { return }
            let isTrue = Unmanaged<Question>.fromOpaque(address)._withUnsafeGuaranteedRef { question in
                question.answer(AskedValues(values: values, count: Int(count)))
            }
            sqlite3_result_int(context, isTrue ? 1 : 0)
        }
        let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { address in
            if let address { Unmanaged<Question>.fromOpaque(address).release() }
        }
        // SQLite releases it, also where it refuses the function. It is not told that the same answer follows from the same
        // values: such a question it may ask within a subquery, and without it a second time.
        try database.require(
            sqlite3_create_function_v2(
                database.pointer, name, -1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                Unmanaged.passRetained(Question(answer)).toOpaque(), ask, nil, nil, release))
    }
}
