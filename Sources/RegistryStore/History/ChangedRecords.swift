package import Registry
import SQLite

/// A record that was there after one change and is another one after a later change.
package struct ChangedRecord: Sendable {
    package enum Deed: String, CaseIterable, Sendable {
        case added, corrected, amended, terminated, withdrawn, suspended, resumed, merged, voided, restored

        /// Among all of them.
        package var place: Int {
            switch self {
            case .added: 0
            case .corrected: 1
            case .amended: 2
            case .terminated: 3
            case .withdrawn: 4
            case .suspended: 5
            case .resumed: 6
            case .merged: 7
            case .voided: 8
            case .restored: 9
            }
        }
    }

    package let noun: Noun
    package let id: Int64
    package let deed: Deed
    /// What it adds to the totals, at the earlier change and at the later.
    package let before: [Flow]
    package let after: [Flow]

    package init(noun: Noun, id: Int64, deed: Deed, before: [Flow], after: [Flow]) {
        self.noun = noun
        self.id = id
        self.deed = deed
        self.before = before
        self.after = after
    }
}

/// A stretch of the ledger: what was recorded after one change, up to another.
package struct Span: Hashable, Sendable {
    package let after: Int64
    package let through: Int64

    package init(after: Int64, through: Int64) {
        self.after = after
        self.through = through
    }
}

extension Ledger {
    /// Shows the records that were there before a span and that it changed, until `body` answers false.
    package func changedRecords(
        of noun: Noun, in span: Span, _ body: (ChangedRecord) throws(StoreError) -> Bool
    ) throws(StoreError) {
        try storing { () throws(SQLiteError) in try ChangeReading(noun, span, on: connection) }.eachChanged(body)
    }

    /// The ids of the records that a span added.
    package func addedRecords(of noun: Noun, in span: Span) throws(StoreError) -> Range<Int64> {
        try storing { () throws(SQLiteError) in
            let first = try connection.firstID(in: noun.rawValue, after: span.after)
            return first..<max(first, try connection.firstID(in: noun.rawValue, after: span.through))
        }
    }

    /// Shows the records that a span added, as they are at its end, until `body` answers false.
    package func eachAdded(
        of noun: Noun, in span: Span, _ body: (ChangedRecord) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let reading = try storing { () throws(SQLiteError) in try ChangeReading(noun, span, on: connection) }
        for id in try addedRecords(of: noun, in: span) {
            let record = try storing { () throws(SQLiteError) in try reading.added(id) }
            guard try body(record) else { return }
        }
    }
}
