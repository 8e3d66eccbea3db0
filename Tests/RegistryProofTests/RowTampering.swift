import RegistryProof
import SQLite
import Testing

/// A whole row that another program takes away or puts in.
extension Tampering {
    private var condition: String { key.map { "\($0.column) = ?" }.joined(separator: " AND ") }

    func removeRow(from connection: Connection) throws {
        try change(connection, "DELETE FROM \(table) WHERE \(condition)", key.map(\.value))
    }

    func putRowBack(to connection: Connection) throws { try insert(row, to: connection) }

    /// Puts in a copy under another key.
    ///
    /// - Returns: what takes it out again; nil where the table itself refuses the copy.
    func addCopy(to connection: Connection) throws -> (() throws -> Void)? {
        var copy = row
        var copyKey = key
        for (place, column) in columns.enumerated() {
            let isLastKey = column == key.last?.column
            guard isLastKey || ["code", "match_name", "name"].contains(column) else { continue }
            switch copy[place] {
            case .integer(let number) where isLastKey: copy[place] = .integer(number + 1000)
            case .text(let text): copy[place] = .text(text + "~")
            default: break
            }
            if isLastKey { copyKey[key.count - 1].value = copy[place] }
        }
        do throws(SQLiteError) {
            try insert(copy, to: connection)
        } catch {
            if error.isConstraint { return nil }
            throw error
        }
        return {
            try change(connection, "DELETE FROM \(table) WHERE \(condition)", copyKey.map(\.value))
        }
    }

    /// Whether a finding speaks of the table or of the one whose versions it keeps.
    func isOfTable(_ finding: Finding) -> Bool {
        let base = table.hasSuffix("_history") ? String(table.dropLast(8)) : table
        return [table, base, "\(base)_history"].contains(finding.table)
    }

    private func insert(_ row: [Value], to connection: Connection) throws(SQLiteError) {
        let marks = row.map { _ in "?" }.joined(separator: ", ")
        try change(connection, "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))", row)
    }

    private func change(_ connection: Connection, _ sql: String, _ values: [Value]) throws(SQLiteError) {
        try connection.withoutTriggers { () throws(SQLiteError) in
            let statement = try connection.prepare(sql)
            try statement.bind(values)
            try statement.run()
        }
    }
}
