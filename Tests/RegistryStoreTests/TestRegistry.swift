import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

extension Author {
    static let tester = Author(
        actor: "登记员", login: "tester", uid: 1000, host: "desk-1", command: "registry test --reason",
        reason: "as, \"told\"")
    static let second = Author(actor: "复核员", login: "second", uid: 1001, host: "desk-2", command: "registry test")
}

/// A registry in a folder of a test's own.
final class TestRegistry {
    let folder: TestFolder
    let path: String
    let ledger: Ledger
    let isInBulk: Bool
    private(set) var filesMade = 0

    /// - Parameter inBulk: whether it records as an import of many rows does, with triggers off.
    init(inBulk: Bool = false) throws {
        isInBulk = inBulk
        folder = try TestFolder()
        path = folder.file("exchange.registry")
        _ = try Ledger.create(at: path, zone: Zone.standard, group: nil, author: .tester)
        ledger = try Ledger(at: path, for: .readWrite)
        if inBulk { try ledger.prepareForManyRows() }
    }

    /// Another program's connection, with its own settings: no foreign keys stand before the triggers.
    func stranger() throws -> Connection {
        let connection = try Connection(path: path, mode: .readWrite)
        try connection.setForeignKeys(enabled: false)
        return connection
    }

    /// Records as one change what `body` says, typed by hand or from the rows of a file.
    @discardableResult
    func record(
        fromFile isFromFile: Bool = false, by author: Author = .tester, _ body: (Recorder) throws(StoreError) -> Void
    ) throws(StoreError) -> Receipt? {
        try ledger.write(by: author) { change throws(StoreError) in
            let file = isFromFile ? try ledger.nextFileID() : nil
            if let file {
                filesMade += 1
                try change.record(arrived("\(filesMade).csv"), id: file, RowCounts())
            }
            let recorder = try Recorder(change, file: file)
            try body(recorder)
            try recorder.finish()
        }
    }

    func arrived(_ name: String, noun: Noun? = .deal) -> ArrivedFile {
        ArrivedFile(
            name: name, noun: noun, venue: nil, sha256: String(repeating: "ab", count: 32), sizeBytes: 12,
            options: "unit=yuan")
    }

    /// Two venues of the core network and a member of the service network: `SH`, `SZ`, `KY`.
    func recordVenues() throws(StoreError) {
        try record { all throws(StoreError) in try all.addVenues() }
    }

    /// All totals of a day, without those of nothing.
    func totals(_ day: String, _ moment: Moment? = nil) throws -> [Measure: Total] {
        let day = try day.withBytes { bytes throws(Refusal) in try Day.read(bytes) }
        return try ledger.totals(asOf: day, knownAt: moment).filter { $0.value != Total() }
    }
}

extension Connection {
    /// Every row of a query, each column as a value.
    func rows(_ sql: String, _ values: Value...) throws(SQLiteError) -> [[Value]] {
        let statement = try prepare(sql)
        try statement.bind(values)
        var rows: [[Value]] = []
        while try statement.step() {
            var row: [Value] = []
            for column in 0..<statement.columnCount { row.append(try statement.value(at: column)) }
            rows.append(row)
        }
        return rows
    }

    /// The number in the first column of the first row; -1 without one.
    func number(_ sql: String) throws(SQLiteError) -> Int64 {
        try first(sql) { row throws(SQLiteError) in try row.integer(at: 0) } ?? -1
    }

    /// Every row of every table.
    func dump() throws(SQLiteError) -> [String: [[Value]]] {
        var dump: [String: [[Value]]] = [:]
        for table in try tables() { dump[table] = try rows("SELECT * FROM \(table) ORDER BY 1, 2, 3") }
        return dump
    }

    func tables() throws(SQLiteError) -> [String] {
        try query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name") {
            row throws(SQLiteError) in try row.text(at: 0)
        }
    }
}

/// The error with which `body` is refused; records an issue where it is not.
func refusal<Failure: Error>(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws(Failure) -> Void
) throws -> Failure {
    do { try body() } catch { return error }
    return try #require(nil as Failure?, "nothing was refused", sourceLocation: sourceLocation)
}

/// Records that something was refused in another way than it should be.
func wrong(_ refused: any Error, sourceLocation: SourceLocation = #_sourceLocation) {
    Issue.record("refused otherwise: \(refused)", sourceLocation: sourceLocation)
}
