package import Spreadsheets

/// One thing that does not hold, as `registry verify` reports it: what, where, what was found, and what was expected.
package struct Finding: Sendable, Hashable {
    package enum Problem: String, CaseIterable, Sendable {
        /// SQLite's own check of the file found it.
        case fileDamaged = "file_damaged"
        /// A table, index, trigger or view is not as the migrations make it.
        case schemaDiffers = "schema_differs"
        /// The record of a migration is not of the one that this program has.
        case migrationDiffers = "migration_differs"
        /// There is no change of that number.
        case changeMissing = "change_missing"
        case changeNotSealed = "change_not_sealed"
        /// A change is not later than the one before it.
        case stampNotLater = "stamp_not_later"
        /// A change is sealed by a format that this program does not know.
        case formatUnknown = "format_unknown"
        /// What a change says of itself, or its seal, is not what was sealed.
        case sealDiffers = "seal_differs"
        /// What is kept of a change's rows of a table, their number or digest, is not what was sealed.
        case partDiffers = "part_differs"
        /// A row is not what was sealed.
        case rowDiffers = "row_differs"
        /// The rows that a change recorded in a table are not those that were sealed, and nothing tells which of them.
        case rowsDiffer = "rows_differ"
        case rowMissing = "row_missing"
        /// The versions of a row do not follow one another.
        case historyBroken = "history_broken"
        /// The check that was kept of a row is not that of the row, which is what was sealed.
        case checkDiffers = "check_differs"
        /// A value breaks a rule of its column or of its record.
        case ruleBroken = "rule_broken"
        /// A value names a row that is not there.
        case referenceBroken = "reference_broken"
        /// A derived total is not what the records give.
        case totalDiffers = "total_differs"
        /// The seal of a change is not the one that was kept elsewhere.
        case checkpointDiffers = "checkpoint_differs"
        case fileMissing = "kept_file_missing"
        case fileDiffers = "kept_file_differs"
    }

    package let problem: Problem
    package let table: String?
    /// The number of the row in its table; of a total or of several rows nil.
    package let id: Int64?
    /// What the row is called: `SH/D-2022-0001`.
    package var record: String?
    package let change: Int64?
    package var column: String?
    package var found: String?
    package var expected: String?

    package init(
        _ problem: Problem, table: String? = nil, id: Int64? = nil, record: String? = nil, change: Int64? = nil,
        column: String? = nil, found: String? = nil, expected: String? = nil
    ) {
        self.problem = problem
        self.table = table
        self.id = id
        self.record = record
        self.change = change
        self.column = column
        self.found = found
        self.expected = expected
    }

    /// The columns in which findings are printed.
    package static let columns = ["problem", "table", "id", "record", "change", "column", "found", "expected"].map {
        Column($0, alignment: $0 == "change" || $0 == "id" ? .right : .left)
    }

    /// The finding as a row of ``columns``.
    package var cells: [Cell] {
        func text(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
        func number(_ number: Int64?) -> Cell { number.map(Cell.integer) ?? .null }
        return [
            .text(problem.rawValue), text(table), number(id), text(record), number(change), text(column), text(found),
            text(expected),
        ]
    }
}
