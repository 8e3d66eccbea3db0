package import Spreadsheets

/// One thing that does not hold, as `registry verify` reports it: where, what was found, and what was expected.
package struct Finding: Sendable, Hashable {
    /// What was looked at when it was found.
    package enum Check: String, CaseIterable, Sendable {
        /// SQLite's own check of the file.
        case file
        /// The schema, or the record of a migration, against the migrations of this program.
        case schema
        /// A change against its seal and the change before it.
        case seal
        /// The newest seal, or an older one, against a checkpoint kept elsewhere.
        case checkpoint
        /// A value against the rules of its table.
        case rule
        /// A value that names another record.
        case reference
        /// A total against the records that it sums.
        case total
        /// A file that was kept against its digest.
        case keptFile = "kept_file"
    }

    package let check: Check
    package let table: String?
    /// The record's name, `SH/D-2022-0001`, where it has one; else its id in its table.
    package let record: String?
    package let change: Int64?
    package let column: String?
    package let found: String?
    package let expected: String?

    package init(
        _ check: Check, table: String? = nil, record: String? = nil, change: Int64? = nil, column: String? = nil,
        found: String? = nil, expected: String? = nil
    ) {
        self.check = check
        self.table = table
        self.record = record
        self.change = change
        self.column = column
        self.found = found
        self.expected = expected
    }

    /// The columns in which findings are printed.
    package static let columns = ["check", "table", "record", "change", "column", "found", "expected"].map {
        Column($0, alignment: $0 == "change" ? .right : .left)
    }

    /// The finding as a row of ``columns``.
    package var cells: [Cell] {
        func text(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
        return [
            .text(check.rawValue), text(table), text(record), change.map(Cell.integer) ?? .null, text(column),
            text(found), text(expected),
        ]
    }
}
