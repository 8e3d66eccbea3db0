package import Registry
import SQLite

/// A row of a file that was not taken, as it is kept.
package struct RejectedRow: Sendable {
    /// Counted as a spreadsheet counts rows.
    package let row: Int64
    /// The code of the venue that it names, and its own code; nil where they cannot be told.
    package let venue: String?
    package let code: String?
    /// CSV lines without their end.
    package let headings: String
    package let cells: String
    /// A line each.
    package let reasons: Bilingual

    package init(
        row: Int64, venue: String?, code: String?, headings: String, cells: String, reasons: Bilingual
    ) {
        (self.row, self.venue, self.code) = (row, venue, code)
        (self.headings, self.cells, self.reasons) = (headings, cells, reasons)
    }
}

/// Keeps the rows that an import does not take, and closes those whose mended row it does take.
///
/// What waits already is copied to a temporary table once a file, so that memory is bounded whatever its number. A row that
/// says what one said which was mended or dropped is no new reject: what was decided of it stands.
package final class RejectBook {
    private let change: Change
    private let file: ArrivedFile
    private let fileID: Int64
    private let venues: VenueDirectory
    /// Those that wait, in the order of their keys; nil where there are none.
    private var waiting: WaitingRejects?
    private let states: RejectStates
    private var equal: EqualReject
    private var closing: [Int64] = []
    private var closed: Set<Int64> = []
    /// The rejects that rows of the file repeat, each once for each such row.
    package private(set) var repeated: [Int64] = []
    /// Rows that repeat one which waits no more.
    package private(set) var repeatedClosed: Int64 = 0

    package init(_ change: Change, _ file: ArrivedFile, id: Int64) throws(StoreError) {
        (self.change, self.file, fileID) = (change, file, id)
        venues = try VenueDirectory(change.connection)
        let states = try storing { () throws(SQLiteError) in try RejectStates(change.connection) }
        waiting = try storing { () throws(SQLiteError) in try WaitingRejects(change.connection, states, of: file) }
        equal = EqualReject(change.connection, states, before: change.number, of: file)
        self.states = states
    }

    /// Whether any reject waits that a row of the file could close.
    package var isWaiting: Bool { waiting != nil }

    /// The keys begin anew: some rows are gone through again.
    package func restart() throws(StoreError) {
        try storing { () throws(SQLiteError) in try waiting?.restart() }
    }

    /// Says that a row with this key was taken; keys come in their order.
    ///
    /// - Parameter key: venue, a zero byte and code; of a record that belongs to no venue its code alone.
    package func took(_ key: UnsafeRawBufferPointer) throws(StoreError) {
        guard let waiting else { return }
        let found = try storing { () throws(SQLiteError) in try waiting.take(upTo: key) }
        for id in found { close(id) }
    }

    /// Says that a row was taken which names the reject that it mends.
    package func took(_ reject: Int64, ofVenue venue: String?) throws(StoreError) {
        guard let waiting else { return }
        if try storing({ () throws(SQLiteError) in try waiting.has(reject, ofVenue: venue) }) { close(reject) }
    }

    private func close(_ id: Int64) {
        if closed.insert(id).inserted { closing.append(id) }
    }

    /// Keeps a row, unless an earlier file left the very same: then that one goes on as it was, open or closed.
    ///
    /// - Parameter mending: the reject that it was to mend, which then goes on waiting.
    /// - Returns: the number of the reject.
    package func keep(_ row: RejectedRow, mending: Int64? = nil) throws(StoreError) -> Int64 {
        let venue = row.venue.flatMap { venues.find($0)?.id }
        return try storing { () throws(SQLiteError) in
            // One that another row of the file mends waits no more.
            if let mending, !closed.contains(mending), try waiting?.has(mending, ofVenue: row.venue) == true {
                repeated.append(mending)
                return mending
            }
            let known = try equal.find(row, venue: venue ?? file.venue) { id, change throws(SQLiteError) in
                try isOpen(id, keptBy: change)
            }
            if let known {
                repeated.append(known.id)
                if !known.isOpen { repeatedClosed += 1 }
                return known.id
            }
            return try change.addRow(
                to: "rejected_row",
                [
                    .integer(fileID), .integer(row.row), Value(venue), Value(row.code), .text(row.headings),
                    .text(row.cells), .text(row.reasons.english), .text(row.reasons.chinese),
                ])
        }
    }

    private func isOpen(_ id: Int64, keptBy change: Int64) throws(SQLiteError) -> Bool {
        closed.contains(id) ? false : try states.isOpen(id, keptBy: change)
    }

    /// Records that the mended rows came.
    ///
    /// - Returns: how many rejects are closed.
    package func finish() throws(StoreError) -> Int64 {
        waiting?.end()
        try storing { () throws(SQLiteError) in
            for id in closing { try change.addRow(to: "closed_reject", [.integer(id)]) }
        }
        return Int64(closing.count)
    }
}
