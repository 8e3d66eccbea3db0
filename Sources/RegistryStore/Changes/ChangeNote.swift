import SQLite

/// What is told of a change beside what it did: who, when, with which command, why.
package struct ChangeNote: Hashable, Sendable {
    package let number: Int64
    package let recordedAt: String
    package let actor: String
    package let command: String
    package let reason: String?

    /// The columns in the order in which a row of them is read.
    static func columns(_ table: String) -> String {
        ["id", "recorded_at", "actor", "command", "reason"].map { "\(table).\($0)" }.joined(separator: ", ")
    }

    init(_ row: borrowing Statement, at first: Int32 = 0) throws(SQLiteError) {
        number = try row.integer(at: first)
        recordedAt = try row.text(at: first + 1)
        actor = try row.text(at: first + 2)
        command = try row.text(at: first + 3)
        reason = try row.optionalText(at: first + 4)
    }
}

extension Ledger {
    /// - Throws: ``StoreError/noSuchChange(number:newest:)``, ``StoreError/openChange(number:)``.
    package func note(ofChange number: Int64) throws(StoreError) -> ChangeNote {
        let note = try storing { () throws(SQLiteError) in
            try connection.first(
                "SELECT \(ChangeNote.columns("c")) FROM change c WHERE c.id = ? AND c.seal IS NOT NULL",
                .integer(number)
            ) { row throws(SQLiteError) in try ChangeNote(row) }
        }
        if let note { return note }
        _ = try moment(ofChange: number)
        throw .openChange(number: number)
    }
}
