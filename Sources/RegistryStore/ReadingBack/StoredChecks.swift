import SQLite

/// The checks that were stored of sealed rows, looked up row by row; neighbours are in one block.
package final class StoredChecks {
    private let select: Statement
    private var change: Int64 = -1
    private var table = ""
    private var firstID: Int64 = 0
    private var sums: [UInt8] = []

    init(on connection: Connection) throws(SQLiteError) {
        select = try connection.prepare(
            """
            SELECT first_id, sums FROM row_check WHERE change_id = ? AND table_name = ? AND first_id <= ?
            ORDER BY first_id DESC LIMIT 1
            """)
    }

    /// - Returns: nil where none is stored.
    package func sum(ofRow id: Int64, in table: String, change: Int64) throws(StoreError) -> UInt32? {
        if let place = place(of: id), change == self.change, table == self.table { return sum(at: place) }
        return try storing { () throws(SQLiteError) in
            try select.bind(change, at: 1)
            try select.bind(table, at: 2)
            try select.bind(id, at: 3)
            defer { select.reset() }
            self.change = change
            self.table = table
            sums = []
            guard try select.step() else { return nil }
            firstID = try select.integer(at: 0)
            sums = try select.blob(at: 1)
            return place(of: id).map(sum)
        }
    }

    private func place(of id: Int64) -> Int? {
        let (distance, isTooFar) = id.subtractingReportingOverflow(firstID)
        return !isTooFar && distance >= 0 && distance < sums.count / 4 ? Int(distance) * 4 : nil
    }

    private func sum(at place: Int) -> UInt32 {
        UInt32(sums[place]) | UInt32(sums[place + 1]) << 8 | UInt32(sums[place + 2]) << 16
            | UInt32(sums[place + 3]) << 24
    }
}

extension Ledger {
    package func storedChecks() throws(StoreError) -> StoredChecks {
        try storing { () throws(SQLiteError) in try StoredChecks(on: connection) }
    }
}
