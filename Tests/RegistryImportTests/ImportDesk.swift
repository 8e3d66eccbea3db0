import Registry
import RegistryStore
import SQLite
import Spreadsheets
import TestSupport
import Testing

@testable import RegistryImport

/// A registry with the venues SH and BJ, and files to be imported into it.
final class ImportDesk {
    let folder: TestFolder
    let ledger: Ledger
    static let author = Author(
        actor: "登记员", login: "tester", uid: 1000, host: "desk-1", command: "import", reason: nil)

    init() throws {
        folder = try TestFolder()
        _ = try Ledger.create(
            at: folder.file("exchange.registry"), zone: Zone.standard, group: nil, author: Self.author)
        ledger = try Ledger(at: folder.file("exchange.registry"), for: .readWrite)
        for (code, name) in [("SH", "沪东技术交易所"), ("BJ", "北城技术交易所")] {
            _ = try ledger.add(
                .venue, ["code": code, "name": name, "network": "core", "joined_on": "2010-01-01"], by: Self.author)
        }
        try ledger.prepareForManyRows()
    }

    /// Imports a file of these lines. Whatever becomes of it, its count must not lie.
    func take(
        _ lines: [String], as name: String = "file.csv", _ options: ImportOptions = ImportOptions(),
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> FileReport {
        try take(bytes: Array((lines.joined(separator: "\n") + "\n").utf8), as: name, options, sourceLocation)
    }

    func take(
        bytes: [UInt8], as name: String = "file.csv", _ options: ImportOptions = ImportOptions(),
        _ sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> FileReport {
        try folder.write(bytes, to: name)
        let report = try Importer(ledger, author: Self.author).run(folder.file(name), options)
        let counts = report.counts
        #expect(
            counts.read == counts.new + counts.changed + counts.unchanged + counts.rejected,
            sourceLocation: sourceLocation)
        #expect(
            report.receipt == nil || counts.new + counts.changed + counts.conflicts > 0, "a change without a record",
            sourceLocation: sourceLocation)
        return report
    }

    /// Deals of SH, one for each code and amount in yuan.
    static func deals(_ rows: KeyValuePairs<String, String>) -> [String] {
        ["venue,code,kind,amount_yuan,signed_on"] + rows.map { "SH,\($0),transfer,\($1),2022-06-21" }
    }

    /// Number and fen of all deals, from the totals.
    var deals: Total {
        get throws { try ledger.totals(asOf: ledger.today, knownAt: nil)[.deal] ?? Total() }
    }

    var newestChange: Int64 {
        get throws { try ledger.newestMoment()?.change ?? 0 }
    }

    /// How many rows a table had after a change, as a statement of somebody's own finds them.
    func rows(of table: String, after change: Int64) throws -> Int64 {
        let inquiry = try Inquiry(Ledger(at: ledger.path, for: .readOnly)) { ledger throws(StoreError) in
            try ledger.moment(ofChange: change)
        } while: {
            true
        }
        var count: Int64 = -1
        try inquiry.ask("SELECT count(*) FROM \(table)", [:], begin: { _ in }) { cells in
            if case .integer(let number) = cells[0] { count = number }
        }
        return count
    }

    func texts(_ sql: String) throws -> [String] {
        try ledger.connection.query(sql) { row throws(SQLiteError) in try row.text(at: 0) }
    }
}

extension FileReport {
    /// Row and name of everything that a person has to decide.
    var conflicts: [String] {
        notices.compactMap { notice in
            if case .forReview(_, _, let row, let name) = notice { "\(row ?? 0) \(name)" } else { nil }
        }
    }

    /// `row:column` of every rejection, in order.
    var places: [String] { rejections.map { "\($0.row):\($0.column ?? "")" } }
}
