import Digests
import Registry
import SQLite
import Spreadsheets

/// A change while it is open: everything that is recorded goes through it, so that nothing escapes its seal.
package final class Change {
    package let number: Int64
    let connection: Connection
    private let author: Author
    private(set) var seals = SealBook()
    package var deltas = DeltaBook()
    /// Whether triggers are off, so that the history of what is replaced must be written by hand.
    var keepsHistoryItself = false
    /// Whoever writes records through this change, until it ends.
    var desks: [WriterDesk] = []
    /// The rows to which this change gave a new version, by the place of their table in the seal and by id.
    var changedRows: [Int: [Int64: [Value]]] = [:]

    private init(number: Int64, on connection: Connection, by author: Author) {
        self.number = number
        self.connection = connection
        self.author = author
    }

    /// Runs `body` in one transaction as one change and seals it as the last act before the commit.
    static func write(
        on connection: Connection, by author: Author, _ body: (Change) throws(StoreError) -> Void
    ) throws(StoreError) -> Receipt {
        try connection.transaction(.immediate) { () throws(StoreError) in
            let change = try open(on: connection, by: author)
            defer { change.desks = [] }
            try body(change)
            try change.finishDesks()
            return try change.seal()
        }
    }

    /// Opens the next change. The caller holds the write lock and a transaction.
    static func open(on connection: Connection, by author: Author) throws(StoreError) -> Change {
        let newest = try storing { () throws(SQLiteError) in
            try connection.first("SELECT id, seal IS NULL FROM change ORDER BY id DESC LIMIT 1") {
                row throws(SQLiteError) in (number: try row.integer(at: 0), isOpen: try row.integer(at: 1) == 1)
            }
        }
        let isLeftOver = newest?.isOpen == true
        if isLeftOver, let newest { try dropUnused(newest.number, on: connection) }
        let number = isLeftOver ? newest?.number ?? 1 : (newest?.number ?? 0) + 1
        try storing { () throws(SQLiteError) in
            // A file's row is written after the rows that came from it.
            try connection.execute("PRAGMA defer_foreign_keys = ON")
            try connection.run(
                "INSERT INTO change (id, command, reason, actor, login, uid, host) VALUES (?, ?, ?, ?, ?, ?, ?)",
                .integer(number), .text(author.command), Value(author.reason), .text(author.actor),
                .text(author.login), .integer(author.uid), .text(author.host))
        }
        return Change(number: number, on: connection, by: author)
    }

    /// Takes away a change that another program opened and left, where nothing names it.
    private static func dropUnused(_ number: Int64, on connection: Connection) throws(StoreError) {
        let tables = SealFormat.current.tables.map(\.name) + ["change_part", "daily_delta", "row_check"]
        for table in tables {
            let isNamed = try storing { () throws(SQLiteError) in
                try connection.first("SELECT 1 FROM \(table) WHERE change_id = ? LIMIT 1", .integer(number)) {
                    _ throws(SQLiteError) in true
                } ?? false
            }
            if isNamed { throw .unfinishedChange(number: number) }
        }
        try storing { () throws(SQLiteError) in
            try connection.run("DELETE FROM change WHERE id = ? AND seal IS NULL", .integer(number))
        }
    }

    /// Whether nothing was recorded yet.
    package var isEmpty: Bool { seals.isEmpty && changedRows.isEmpty }

    func addNew(_ line: borrowing CSVLine, to place: Int) { seals.addNew(line, to: place) }
    func addNew(_ part: SealBook.Part, to place: Int) { seals.addNew(part, to: place) }
    func addChanged(_ line: borrowing CSVLine, to place: Int) { seals.addChanged(line, to: place) }

    func recordSetting(name: String, value: String) throws(StoreError) {
        try storing { () throws(SQLiteError) in
            try connection.run(
                "INSERT INTO setting (name, value, change_id) VALUES (?, ?, ?)", .text(name), .text(value),
                .integer(number))
        }
        var line = CSVLine()
        line.appendField(connection.lastInsertedID)
        line.appendField(name)
        line.appendField(value)
        line.appendField(number)
        line.endLine()
        addNew(line, to: SealBook.place(of: "setting"))
    }

    /// Takes in what the desks have gathered and not yet given.
    func finishDesks() throws(StoreError) {
        for desk in desks { try desk.finish() }
        sealChangedRows()
    }

    /// Writes the totals' differences and the parts, takes the time, and seals.
    ///
    /// - Throws: ``StoreError/totalTooLarge`` where a sum could no longer be counted.
    func seal() throws(StoreError) -> Receipt {
        try settle()
        try checkCertificates()
        let isTooLarge = try storing { () throws(SQLiteError) in
            try deltas.write(to: connection, change: number)
            return try deltas.tooLarge(on: connection, change: number)
        }
        if isTooLarge { throw .totalTooLarge }
        return try storing { () throws(SQLiteError) in
            let parts = seals.finish()
            for (table, blocks) in seals.takeChecks() { try write(blocks, of: table) }
            for part in parts {
                try connection.run(
                    """
                    INSERT INTO change_part (change_id, table_name, new_rows, new_sha256, changed_rows, changed_sha256)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """, .integer(number), .text(part.table), .integer(part.newRows), .text(part.newSHA256),
                    .integer(part.changedRows), .text(part.changedSHA256))
            }
            let previous = try connection.first(
                "SELECT recorded_at, seal FROM change WHERE id = ?", .integer(number - 1)
            ) {
                row throws(SQLiteError) in (try row.text(at: 0), try row.text(at: 1))
            }
            let stamp = Stamp.next(after: previous.map { Stamp($0.0) ?? .latest }).description
            let text = SealText.of(
                number, format: SealFormat.current.number, after: previous?.1, at: stamp, by: author, parts: parts)
            let seal = SHA256.hash(text)
            try connection.run(
                "UPDATE change SET recorded_at = ?, seal_format = ?, seal = ? WHERE id = ?", .text(stamp),
                .integer(SealFormat.current.number), .text(seal), .integer(number))
            return Receipt(change: number, recordedAt: stamp, seal: seal)
        }
    }
}
