import Registry
import RegistryStore
import TestSupport
import Testing

@testable import RegistryImport

/// What rows are rejected and how they come back, on a desk of its own.
extension ImportDesk {
    /// Takes the valid rows of a file; the others go to sheets called `to-mend`.
    func takeValid(
        _ lines: [String], as name: String = "file.csv", _ options: ImportOptions = ImportOptions(),
        ceiling: RejectCeiling? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> FileReport {
        try takeValid(
            bytes: Array((lines.joined(separator: "\n") + "\n").utf8), as: name, options, ceiling: ceiling,
            sourceLocation: sourceLocation)
    }

    func takeValid(
        bytes: [UInt8], as name: String = "file.csv", _ options: ImportOptions = ImportOptions(),
        acceptance: Acceptance? = nil, ceiling: RejectCeiling? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> FileReport {
        try folder.write(bytes, to: name)
        var importer = Importer(ledger, author: Self.author)
        importer.acceptance = acceptance ?? .valid(ceiling)
        importer.wording = { Bilingual("\($0.column ?? "row"): wrong", "\($0.column ?? "行")：错") }
        importer.sheets = folder.file("to-mend")
        let report = try importer.run(folder.file(name), options)
        try report.sheets?.publish(csv: folder.file("to-mend.csv"), workbook: folder.file("to-mend.xlsx"))
        let counts = report.counts
        #expect(
            counts.read == counts.new + counts.changed + counts.unchanged + counts.rejected,
            sourceLocation: sourceLocation)
        return report
    }

    /// The text of the CSV of rejected rows, line by line.
    var sheetLines: [String] {
        get throws {
            String(decoding: try folder.read("to-mend.csv"), as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }

    /// All rejects: number, state, venue, code and row, oldest first.
    var rejects: [String] {
        get throws {
            var found: [String] = []
            try ledger.forEachReject { reject throws(StoreError) in
                found.append(
                    "\(reject.number) \(reject.state.rawValue) \(reject.row.venue ?? "-")/\(reject.row.code ?? "-") \(reject.row.row)"
                )
                return true
            }
            return found.reversed()
        }
    }
}
