import SQLite

/// Every version of the rows of a table, in the order of their ids, and of one row from the oldest to the present one:
/// the table and its history merged as they lie, so that nothing is sorted and nothing is kept in memory.
package final class StoredVersions {
    private let present: StoredRows
    private let past: StoredRows?
    private var standsOnPast = false
    private var hasBegun = false

    package private(set) var id: Int64 = 0
    /// The change that made the version.
    package private(set) var change: Int64 = 0
    /// The change that replaced it; nil for the present version.
    package private(set) var replacedBy: Int64?
    /// The values of the columns that were asked for, lent until the next call of ``next()``.
    package let values: UnsafeMutableBufferPointer<StoredValue>

    /// - Parameters:
    ///   - columns: of the table, besides its id and its change.
    ///   - only: the one row that is wanted; nil for all.
    init(
        of table: String, columns: [String], isVersioned: Bool, only: Int64? = nil, on connection: Connection
    ) throws(SQLiteError) {
        let (which, bound) = only.map { (" WHERE id = ?", [Value.integer($0)]) } ?? ("", [])
        present = try StoredRows(
            "SELECT id, change_id", columns, from: table + which, bound, orderedBy: "id", on: connection)
        past =
            isVersioned
            ? try StoredRows(
                "SELECT id, change_id, replaced_by", columns, from: "\(table)_history\(which)", bound,
                orderedBy: "id, change_id", on: connection) : nil
        values = .allocate(capacity: columns.count)
        values.initialize(repeating: .null)
    }

    /// The versions that replaced an earlier one, up to a change, in the order of their changes and then of their ids. SQLite
    /// sorts them, where they are many in a file without a name.
    init(changedIn table: String, columns: [String], upTo last: Int64, on connection: Connection) throws(SQLiteError) {
        let list = columns.map { ", \($0)" }.joined()
        present = try StoredRows(
            "SELECT id, change_id", columns,
            from: """
                (SELECT id, change_id\(list) FROM \(table) UNION ALL SELECT id, change_id\(list) FROM \(table)_history) v
                WHERE change_id <= ?
                  AND EXISTS (SELECT 1 FROM \(table)_history h WHERE h.id = v.id AND h.change_id < v.change_id)
                """, [.integer(last)], orderedBy: "change_id, id", on: connection)
        past = nil
        values = .allocate(capacity: columns.count)
        values.initialize(repeating: .null)
    }

    deinit { values.deallocate() }

    /// Goes to the next version; false at the end.
    package func next() throws(StoreError) -> Bool {
        try storing { () throws(SQLiteError) in
            if !hasBegun {
                hasBegun = true
                try present.step()
                try past?.step()
            } else if standsOnPast {
                try past?.step()
            } else {
                try present.step()
            }
            // The past of a row comes before its present version.
            if let past, past.hasRow, !present.hasRow || past.id <= present.id {
                standsOnPast = true
                replacedBy = past.take(into: values)
                (id, change) = (past.id, past.change)
            } else if present.hasRow {
                standsOnPast = false
                replacedBy = present.take(into: values)
                (id, change) = (present.id, present.change)
            } else {
                return false
            }
            return true
        }
    }
}

/// The rows of one table, one after the other.
private final class StoredRows {
    private let rows: Statement
    private let first: Int32
    private(set) var hasRow = true
    private(set) var id: Int64 = 0
    private(set) var change: Int64 = 0

    init(
        _ beginning: String, _ columns: [String], from table: String, _ bound: [Value], orderedBy order: String,
        on connection: Connection
    ) throws(SQLiteError) {
        let list = columns.map { ", \($0)" }.joined()
        rows = try connection.prepare("\(beginning)\(list) FROM \(table) ORDER BY \(order)")
        try rows.bind(bound)
        first = rows.columnCount - Int32(columns.count)
    }

    func step() throws(SQLiteError) {
        guard hasRow else { return }
        hasRow = try rows.step()
        guard hasRow else { return }
        id = try rows.integer(at: 0)
        change = try rows.integer(at: 1)
    }

    /// - Returns: the change that replaced the version, where the table says.
    func take(into values: UnsafeMutableBufferPointer<StoredValue>) -> Int64? {
        for place in values.indices { values[place] = StoredValue(rows.rawValue(at: first + Int32(place))) }
        return first == 3 ? StoredValue(rows.rawValue(at: 2)).integer : nil
    }
}

extension Ledger {
    /// Opens the versions of a table for reading.
    package func versions(of table: SealedTable, columns: [String]) throws(StoreError) -> StoredVersions {
        try storing { () throws(SQLiteError) in
            try StoredVersions(of: table.name, columns: columns, isVersioned: table.isVersioned, on: connection)
        }
    }

    /// Opens the versions of one row of a table for reading.
    package func versions(
        of table: SealedTable, columns: [String], ofRow id: Int64
    ) throws(StoreError) -> StoredVersions {
        try storing { () throws(SQLiteError) in
            try StoredVersions(
                of: table.name, columns: columns, isVersioned: table.isVersioned, only: id, on: connection)
        }
    }

    /// Opens the versions of a table that replaced an earlier one, change by change up to one.
    package func changedVersions(
        of table: SealedTable, columns: [String], upTo last: Int64
    ) throws(StoreError) -> StoredVersions {
        try storing { () throws(SQLiteError) in
            try StoredVersions(changedIn: table.name, columns: columns, upTo: last, on: connection)
        }
    }
}
