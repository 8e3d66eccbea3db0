import RegistryStore
import Spreadsheets

/// The sealed lines of one table, change by change: either the rows that changes recorded first, or those that they changed.
final class RowsByChange {
    private let plan: TablePlan
    private let rows: StoredVersions
    /// Whether only the first version of each row is wanted. Rows are numbered as they come, so that the order of ids is that
    /// of changes too.
    private let isOfNew: Bool
    private var lastID: Int64 = 0
    /// Of the row that waits; nil at the end.
    private var change: Int64?
    private var line = CSVLine()

    init(newOf plan: TablePlan, in ledger: Ledger) throws(StoreError) {
        self.plan = plan
        isOfNew = true
        rows = try ledger.versions(of: plan.table, columns: plan.columns)
        try step()
    }

    init(changedOf plan: TablePlan, in ledger: Ledger, upTo last: Int64) throws(StoreError) {
        self.plan = plan
        isOfNew = false
        rows = try ledger.changedVersions(of: plan.table, columns: plan.columns, upTo: last)
        try step()
    }

    /// Gives the lines of a change, which comes after those asked for before.
    ///
    /// - Parameter format: the place of the change's seal format.
    func lines(
        of number: Int64, format: Int, _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void
    ) throws(StoreError) {
        while change == number {
            plan.write(rows, format: format, to: &line)
            try line.withBytes(body)
            try step()
        }
    }

    private func step() throws(StoreError) {
        while try rows.next() {
            let isFirst = rows.id != lastID
            lastID = rows.id
            guard isFirst || !isOfNew else { continue }
            change = rows.change
            return
        }
        change = nil
    }
}
