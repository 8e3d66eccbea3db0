import Registry
import SQLite

/// Rows of one table that are inserted several in a statement: half of what a statement costs is beginning and ending it.
final class RowQueue {
    /// More gain nothing.
    static let mostRows = 8

    private let connection: Connection
    private let table: RecordTable
    private let change: Int64
    private let width: Int
    private let cells: UnsafeMutableBufferPointer<StoredCell>
    private var count = 0
    private var hasRun = false
    private let full: Statement
    /// Parameters of the full statement that hold null since the rows before.
    private let isBoundNull: UnsafeMutableBufferPointer<Bool>

    init(_ table: RecordTable, on connection: Connection, change: Int64) throws(SQLiteError) {
        self.connection = connection
        self.table = table
        self.change = change
        width = table.columns.count + 6
        cells = .allocate(capacity: width * Self.mostRows)
        cells.initialize(repeating: .null)
        isBoundNull = .allocate(capacity: width * Self.mostRows)
        isBoundNull.initialize(repeating: false)
        full = try connection.prepare(table.insertSQL(rows: Self.mostRows))
    }

    deinit {
        cells.deallocate()
        isBoundNull.deallocate()
    }

    /// The place among the queued rows that the next one takes.
    var next: Int { count }

    /// Queues a row; its texts must stay where they are until the queue is empty.
    func add(_ id: Int64, _ row: UnsafeMutableBufferPointer<StoredCell>, from origin: Origin) throws(SQLiteError) {
        let start = count * width
        cells[start] = .integer(id)
        for place in row.indices { cells[start + 1 + place] = row[place] }
        let last = start + row.count
        cells[last + 1] = .integer(0)
        cells[last + 2] = .integer(change)
        cells[last + 3] = origin.file.map(StoredCell.integer) ?? .null
        cells[last + 4] = origin.row.map(StoredCell.integer) ?? .null
        cells[last + 5] = origin.offset.map(StoredCell.integer) ?? .null
        count += 1
        if count == Self.mostRows { try flush() }
    }

    func flush() throws(SQLiteError) {
        guard count > 0 else { return }
        if count == Self.mostRows {
            for place in cells.indices {
                // The same in every row of a change: bound with the first.
                if hasRun, place % width > table.columns.count, place % width < table.columns.count + 3 { continue }
                if case .null = cells[place] {
                    if isBoundNull[place] { continue }
                    isBoundNull[place] = true
                } else {
                    isBoundNull[place] = false
                }
                try cells[place].bind(to: full, at: Int32(place + 1))
            }
            try full.run()
            hasRun = true
        } else {
            let few = try connection.prepare(table.insertSQL(rows: count))
            for place in 0..<count * width { try cells[place].bind(to: few, at: Int32(place + 1)) }
            try few.run()
        }
        count = 0
    }
}
