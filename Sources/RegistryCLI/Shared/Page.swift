import RegistryReports
import RegistryStore
import Spreadsheets

/// Rows on their way to standard output. An output that fails ends the listing, and is told when it is over.
final class Page {
    var columns: [String] = []
    private(set) var hasMore = false
    private var writer: any RowWriter
    private var count = 0
    private var hasBegun = false
    private var failure: WriteError?

    init(_ format: RowFormat) {
        writer = rowWriter(for: format, to: Terminal.standardOutput(), width: Terminal.width)
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
        for notice in try writer.end() { Terminal.say(Words.of(notice)) }
    }

    private func begin() throws(WriteError) {
        guard !hasBegun else { return }
        hasBegun = true
        try writer.begin(columns.map(Column.ofView))
    }
}
