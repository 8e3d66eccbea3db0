import RegistryStore
import Spreadsheets

/// A row as it was once a change was made.
struct StateOfRow {
    let id: Int64
    /// As a seal takes it in.
    let line: String
    /// The change that made it so.
    let change: Int64
    fileprivate let texts: [(column: String, text: String?)]

    /// The value for people; nil for null, and for a column that there is not.
    func text(_ column: String) -> String? { texts.first { $0.column == column }?.text }
    func id(_ column: String) -> Int64? { text(column).flatMap { Int64($0) } }
}

extension Ledger {
    /// The version of a row that was in force once a change was made; nil where there was none.
    ///
    /// - Parameter format: by which its line is made.
    func state(
        of table: String, _ id: Int64, at change: Int64, format: SealFormat
    ) throws(StoreError) -> StateOfRow? {
        guard let plan = TablePlan.of(table, in: format) else { return nil }
        let rows = try versions(of: plan.table, columns: plan.columns, ofRow: id)
        var state: StateOfRow?
        var line = CSVLine()
        while try rows.next(), rows.change <= change {
            plan.write(rows, format: 0, to: &line)
            state = StateOfRow(
                id: id, line: String(decoding: line.bytes, as: UTF8.self), change: rows.change,
                texts: plan.columns.enumerated().map { ($1, rows.values[$0].shown) })
        }
        return state
    }
}
