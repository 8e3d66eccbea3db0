import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// Rows on their way to standard output. An output that fails ends the listing, and is told when it is over.
final class Page {
    var columns: [String] = []
    private(set) var hasMore = false
    private var writer: SpokenRows
    private var count = 0
    private var hasBegun = false
    private var failure: WriteError?

    /// - Parameter noun: of the records in the rows, where they are of one.
    init(_ format: RowFormat, of noun: Noun? = nil) {
        writer = SpokenRows(format, of: noun)
    }

    func take(_ cells: [Cell], most: Int) -> Bool {
        guard most == 0 || count < most else {
            hasMore = true
            return false
        }
        count += 1
        do throws(WriteError) {
            try begin()
            try writer.row(cells)
            return true
        } catch {
            failure = error
            return false
        }
    }

    func finish() throws(WriteError) {
        if let failure { throw failure }
        try begin()
        try writer.endAndTell()
    }

    private func begin() throws(WriteError) {
        guard !hasBegun else { return }
        hasBegun = true
        try writer.begin(columns.map(Column.ofView))
    }
}
