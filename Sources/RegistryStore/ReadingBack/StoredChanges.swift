import SQLite

/// A change as it is stored; the last three are nil while it is open.
package struct StoredChange: Sendable {
    package let number: Int64
    package let author: Author
    package let recordedAt: String?
    package let sealFormat: Int64?
    package let seal: String?

    fileprivate static let columns = "id, command, reason, actor, login, uid, host, recorded_at, seal_format, seal"

    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        number = try row.integer(at: 0)
        author = Author(
            actor: try row.text(at: 3), login: try row.text(at: 4), uid: try row.integer(at: 5),
            host: try row.text(at: 6), command: try row.text(at: 1), reason: try row.optionalText(at: 2))
        recordedAt = try row.optionalText(at: 7)
        sealFormat = try row.optionalInteger(at: 8)
        seal = try row.optionalText(at: 9)
    }
}

extension Ledger {
    /// Every change in the order of its number.
    package func forEachChange(_ body: (StoredChange) throws(StoreError) -> Void) throws(StoreError) {
        try forEachRow("SELECT \(StoredChange.columns) FROM change ORDER BY id") { row throws(SQLiteError) in
            try StoredChange(row)
        } body: { change throws(StoreError) in
            try body(change)
        }
    }

    /// One change; nil where there is none of that number.
    package func storedChange(_ number: Int64) throws(StoreError) -> StoredChange? {
        try storing { () throws(SQLiteError) in
            try connection.first("SELECT \(StoredChange.columns) FROM change WHERE id = ?", .integer(number)) {
                row throws(SQLiteError) in try StoredChange(row)
            }
        }
    }

    /// The stored parts of one change, in the order of their tables' names.
    package func storedParts(of change: Int64) throws(StoreError) -> [SealedPart] {
        try storing { () throws(SQLiteError) in
            try connection.query(
                "SELECT \(SealedPart.columns) FROM change_part WHERE change_id = ? ORDER BY table_name",
                .integer(change)
            ) { row throws(SQLiteError) in try SealedPart(row) }
        }
    }

    /// Every stored part of every change, in the order of the changes.
    package func storedParts() throws(StoreError) -> StoredParts {
        try storing { () throws(SQLiteError) in try StoredParts(on: connection) }
    }

    /// How many rows of a table a change keeps checks of, for every change and table that has any; nil where a run of
    /// them holds none, or a part of one.
    package func forEachCheckCount(
        _ body: (_ change: Int64, _ table: String, _ rows: Int64?) -> Void
    ) throws(StoreError) {
        try forEachRow(
            """
            SELECT change_id, table_name, CASE WHEN min(length(sums) > 0 AND length(sums) % 4 = 0) THEN sum(length(sums)) END
            FROM row_check GROUP BY change_id, table_name
            """
        ) { row throws(SQLiteError) in
            (try row.integer(at: 0), try row.text(at: 1), try row.optionalInteger(at: 2))
        } body: { found throws(StoreError) in
            body(found.0, found.1, found.2.map { $0 / 4 })
        }
    }

    /// Shows one row after the other, as `read` reads it.
    func forEachRow<Read>(
        _ sql: String, read: (borrowing Row) throws(SQLiteError) -> Read, body: (Read) throws(StoreError) -> Void
    ) throws(StoreError) {
        let rows: Statement
        do throws(SQLiteError) { rows = try connection.prepare(sql) } catch { throw .sqlite(error) }
        while true {
            let found: Read?
            do throws(SQLiteError) { found = try rows.step() ? try read(rows) : nil } catch { throw .sqlite(error) }
            guard let found else { return }
            try body(found)
        }
    }
}

/// The stored parts, asked for change by change.
package final class StoredParts {
    private let rows: Statement
    private var next: (change: Int64, part: SealedPart)?

    init(on connection: Connection) throws(SQLiteError) {
        rows = try connection.prepare(
            "SELECT \(SealedPart.columns), change_id FROM change_part ORDER BY change_id, table_name")
        try step()
    }

    /// The parts up to a change, each with its own; those before it belong to changes that are not there.
    package func take(upTo change: Int64) throws(StoreError) -> [(change: Int64, part: SealedPart)] {
        try storing { () throws(SQLiteError) in
            var found: [(change: Int64, part: SealedPart)] = []
            while let part = next, part.change <= change {
                found.append(part)
                try step()
            }
            return found
        }
    }

    private func step() throws(SQLiteError) {
        guard try rows.step() else {
            next = nil
            return
        }
        next = (try rows.integer(at: 5), try SealedPart(rows))
    }
}

extension SealedPart {
    fileprivate static let columns = "table_name, new_rows, new_sha256, changed_rows, changed_sha256"

    /// Of a row that begins with those columns.
    fileprivate init(_ row: borrowing Statement) throws(SQLiteError) {
        self.init(
            table: try row.text(at: 0), newRows: try row.integer(at: 1), newSHA256: try row.text(at: 2),
            changedRows: try row.integer(at: 3), changedSHA256: try row.text(at: 4))
    }
}
