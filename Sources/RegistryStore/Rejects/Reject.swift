package import Registry
import SQLite

/// A rejected row as the registry keeps it, and what became of it.
package struct Reject: Sendable {
    package enum State: String, Sendable {
        /// Waits for its mended row.
        case open
        /// An import brought it.
        case mended
        /// A person said that none will come.
        case dropped
    }

    package let id: Int64
    package let noun: Noun
    package let row: RejectedRow
    package let fileName: String
    package let state: State
    package let change: Int64
    package let rejectedAt: String
    /// The change that closed it.
    package let closing: ChangeNote?

    /// As it is written on the command line and in sheets.
    package var number: String { Self.number(id) }

    package static func number(_ id: Int64) -> String { "J\(id)" }

    /// `J12`; nil for what is no number of a reject.
    package static func id<Text: Collection>(_ text: Text) -> Int64? where Text.Element == UInt8 {
        guard let letter = text.first, letter | 0x20 == UInt8(ascii: "j"), (2...19).contains(text.count),
            text.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return text.dropFirst().reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }
}

extension Ledger {
    /// Shows the rejects of imports that stand, newest first.
    ///
    /// - Parameter take: false ends it.
    package func forEachReject(_ take: (Reject) throws(StoreError) -> Bool) throws(StoreError) {
        let states = try storing { () throws(SQLiteError) in try RejectStates(connection) }
        let rows = try storing { () throws(SQLiteError) in
            try connection.prepare("\(Self.rejectsQuery) ORDER BY r.id DESC")
        }
        while try storing({ () throws(SQLiteError) in try rows.step() }) {
            guard let reject = try reject(rows, states) else { continue }
            if try !take(reject) { return }
        }
    }

    /// - Throws: ``StoreError/cannotDrop(reject:_:)`` where there is none.
    package func reject(_ id: Int64) throws(StoreError) -> Reject {
        let states = try storing { () throws(SQLiteError) in try RejectStates(connection) }
        return try reject(id, states)
    }

    private func reject(_ id: Int64, _ states: RejectStates) throws(StoreError) -> Reject {
        let rows = try storing { () throws(SQLiteError) in
            let rows = try connection.prepare("\(Self.rejectsQuery) WHERE r.id = ?")
            try rows.bind([.integer(id)])
            return rows
        }
        guard try storing({ () throws(SQLiteError) in try rows.step() }), let found = try reject(rows, states) else {
            throw .cannotDrop(reject: id, .noSuchReject)
        }
        return found
    }

    private static let rejectsQuery = """
        SELECT r.id, f.noun, r.file_row, v.code, r.code, r.headings, r.cells, r.reasons, r.reasons_zh, f.name,
          r.change_id, c.recorded_at
        FROM rejected_row r JOIN source_file f ON f.id = r.file_id JOIN change c ON c.id = r.change_id
        LEFT JOIN venue v ON v.id = coalesce(r.venue_id, f.venue_id)
        """

    /// Nil where it does not count.
    private func reject(_ rows: borrowing Statement, _ states: RejectStates) throws(StoreError) -> Reject? {
        try storing { () throws(SQLiteError) -> Reject? in
            let (id, change) = (try rows.integer(at: 0), try rows.integer(at: 10))
            guard states.counts(id, keptBy: change), let noun = Noun(rawValue: try rows.text(at: 1)) else {
                return nil
            }
            let closing =
                try states.closing(of: id).map { change throws(SQLiteError) in try connection.closing(change) } ?? nil
            return Reject(
                id: id, noun: noun,
                row: RejectedRow(
                    row: try rows.integer(at: 2), venue: try rows.optionalText(at: 3),
                    code: try rows.optionalText(at: 4), headings: try rows.text(at: 5), cells: try rows.text(at: 6),
                    reasons: Bilingual(try rows.text(at: 7), try rows.text(at: 8))),
                fileName: try rows.text(at: 9), state: closing.map { $0.isImport ? .mended : .dropped } ?? .open,
                change: change, rejectedAt: try rows.text(at: 11), closing: closing?.note)
        }
    }

    /// Closes rejects for which no mended row will come, as one change, all of them or none.
    ///
    /// - Throws: ``StoreError/cannotDrop(reject:_:)``.
    package func drop(_ ids: [Int64], by author: Author) throws(StoreError) -> (rejects: [Reject], receipt: Receipt?) {
        var rejects: [Reject] = []
        let receipt = try write(by: author) { change throws(StoreError) in
            let states = try storing { () throws(SQLiteError) in try RejectStates(connection) }
            for id in ids {
                let reject = try reject(id, states)
                if let closing = reject.closing { throw .cannotDrop(reject: id, .closedAlready(closing)) }
                try storing { () throws(SQLiteError) in
                    _ = try change.addRow(to: "closed_reject", [.integer(id)])
                }
                rejects.append(reject)
            }
        }
        return (rejects, isRehearsing ? nil : receipt)
    }
}

/// Why a reject cannot be closed by hand. Its words stand in the catalogue.
package enum DropRefusal: Error, Hashable, Sendable {
    case noSuchReject
    case closedAlready(ChangeNote)
}

extension Connection {
    fileprivate func closing(_ change: Int64) throws(SQLiteError) -> (note: ChangeNote, isImport: Bool)? {
        try first(
            """
            SELECT \(ChangeNote.columns("c")), EXISTS (SELECT 1 FROM source_file f WHERE f.change_id = c.id)
            FROM change c WHERE c.id = ?
            """, .integer(change)
        ) { row throws(SQLiteError) in (try ChangeNote(row), try row.integer(at: 5) == 1) }
    }
}
