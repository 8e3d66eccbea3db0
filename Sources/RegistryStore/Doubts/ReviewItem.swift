import Registry
import SQLite
import Spreadsheets

/// A doubt as the registry keeps it, and what became of it.
package struct ReviewItem: Sendable {
    package enum State: String, Sendable {
        /// Waits for somebody.
        case open
        /// What the row says holds.
        case accepted
        /// The record stays as it is.
        case kept
        /// A later file says another thing of the record.
        case superseded
        /// The record says by now what the row says, or a record that it is about is void.
        case settled
    }

    package let item: Int64
    package let doubt: Doubt
    package let state: State
    /// What it is about, as it is called now: a record, or the venue of a whole file; and what it may be the same as.
    package let name: String
    package let otherName: String?
    package let venue: String?
    package let fileName: String
    package let fileRow: Int64?
    package let foundAt: String
    package let change: Int64
    package let answer: ChangeNote?
    let origin: Origin

    /// As it is written on the command line.
    package var number: String { "R\(item)" }
}

extension Ledger {
    /// The review items of imports that stand, newest first.
    ///
    /// - Parameter only: those of these numbers; all where it is nil.
    package func reviewItems(only: Set<Int64>? = nil) throws(StoreError) -> [ReviewItem] {
        try storing { () throws(SQLiteError) in
            let undone = try connection.undoneChanges()
            let answers = try connection.answers(without: undone)
            let rows = try connection.query(
                """
                SELECT i.id, i.kind, i.noun, i.record_id, i.other_id, i.said, i.file_id, i.file_row, i.file_offset,
                  i.change_id, f.name, c.recorded_at
                FROM review_item i JOIN source_file f ON f.id = i.file_id JOIN change c ON c.id = i.change_id
                ORDER BY i.id DESC
                """
            ) { row throws(SQLiteError) -> StoredItem? in
                undone.contains(try row.integer(at: 9)) ? nil : try StoredItem(row)
            }
            var newest: [Doubt.Subject: Int64] = [:]
            var items: [ReviewItem] = []
            for row in rows.compactMap({ $0 }) {
                let isNewest = row.doubt.subject.map { newest[$0] == nil } ?? true
                if let subject = row.doubt.subject, isNewest { newest[subject] = row.item }
                if let only, !only.contains(row.item) { continue }
                items.append(try item(row, isNewest: isNewest, answers[row.item]))
            }
            return items
        }
    }

    private func item(
        _ row: StoredItem, isNewest: Bool, _ answer: (answer: String, change: Int64)?
    ) throws(SQLiteError) -> ReviewItem {
        let record = try row.doubt.record.map { id throws(SQLiteError) in try self.record(row.doubt.noun, id) } ?? nil
        let other = try row.doubt.other.map { id throws(SQLiteError) in try self.record(row.doubt.noun, id) } ?? nil
        let note =
            try answer.map { answer throws(SQLiteError) in
                try connection.first(
                    "SELECT \(ChangeNote.columns("c")) FROM change c WHERE c.id = ?", .integer(answer.change)
                ) { row throws(SQLiteError) in try ChangeNote(row) }
            } ?? nil
        let state: ReviewItem.State =
            if let answer {
                answer.answer == "accept" ? .accepted : .kept
            } else if !isNewest {
                .superseded
            } else if try isSettled(row, record, other) {
                .settled
            } else {
                .open
            }
        let venueOfFile = row.doubt.said["venue"]?.theirs.plainText
        return ReviewItem(
            item: row.item, doubt: row.doubt, state: state, name: record?.name.description ?? venueOfFile ?? "",
            otherName: other?.name.description, venue: record?.name.venue ?? venueOfFile, fileName: row.fileName,
            fileRow: row.fileRow, foundAt: row.foundAt, change: row.change, answer: note, origin: row.origin)
    }

    private func record(_ noun: Noun, _ id: Int64) throws(SQLiteError) -> (name: RecordName, isVoid: Bool)? {
        let name =
            noun.belongsToVenue
            ? "SELECT v.code, r.code, r.is_void FROM \(noun.rawValue) r JOIN venue v ON v.id = r.venue_id WHERE r.id = ?"
            : "SELECT NULL, \(noun == .party ? "name" : "code"), is_void FROM \(noun.rawValue) WHERE id = ?"
        return try connection.first(name, .integer(id)) { row throws(SQLiteError) in
            (
                RecordName(noun: noun, venue: try row.optionalText(at: 0), code: try row.text(at: 1)),
                try row.integer(at: 2) == 1
            )
        }
    }

    /// Whether nothing is left to decide, as the records stand now.
    private func isSettled(
        _ row: StoredItem, _ record: (name: RecordName, isVoid: Bool)?, _ other: (name: RecordName, isVoid: Bool)?
    ) throws(SQLiteError) -> Bool {
        guard let id = row.doubt.record, let record else { return false }
        let saysItIsThere = row.doubt.said["is_void"] != nil
        guard row.doubt.kind != .duplicate else { return record.isVoid || other?.isVoid == true }
        if record.isVoid { return !saysItIsThere }
        let now = try connection.shown(row.doubt.said, of: row.doubt.noun, id)
        return row.doubt.said.fields.allSatisfy { field in
            field.name == "is_void" || field.name == "terminated_on" || now[field.name] == field.theirs
        }
    }
}

private struct StoredItem {
    let item: Int64
    let doubt: Doubt
    let origin: Origin
    let fileRow: Int64?
    let change: Int64
    let fileName: String
    let foundAt: String

    /// Nil for one that another program wrote.
    init?(_ row: borrowing Statement) throws(SQLiteError) {
        guard let kind = Doubt.Kind(rawValue: try row.text(at: 1)), let noun = Noun(rawValue: try row.text(at: 2)),
            let said = try? Said(json: try row.text(at: 5))
        else { return nil }
        item = try row.integer(at: 0)
        doubt = Doubt(
            kind, noun, record: try row.optionalInteger(at: 3), other: try row.optionalInteger(at: 4), said)
        fileRow = try row.optionalInteger(at: 7)
        let file = try row.integer(at: 6)
        origin =
            if let fileRow {
                Origin(file: file, row: fileRow, offset: try row.optionalInteger(at: 8) ?? -1)
            } else {
                Origin(wholeFile: file)
            }
        change = try row.integer(at: 9)
        fileName = try row.text(at: 10)
        foundAt = try row.text(at: 11)
    }
}

extension Connection {
    /// What a record says now of what a row said; of an amended deal the amount in force.
    fileprivate func shown(_ said: Said, of noun: Noun, _ id: Int64) throws(SQLiteError) -> [String: Cell] {
        let fields = noun.fields.filter { said[$0.saidAs] != nil }
        guard !fields.isEmpty else { return [:] }
        let columns = fields.map(\.column).joined(separator: ", ")
        var now: [String: Cell] = [:]
        let row = try prepare("SELECT \(columns) FROM \(noun.rawValue) WHERE id = ?")
        try row.bind(id, at: 1)
        guard try row.step() else { return [:] }
        for (place, field) in fields.enumerated() {
            now[field.saidAs] = try shown(try row.value(at: Int32(place)), of: field)
        }
        if noun == .deal, now["amount_fen"] != nil,
            let last = DealEvent.inOrder(try dealEvents(of: id).map(\.event)).last?.event
        {
            now["amount_fen"] = .integer(last.amount.fen)
        }
        return now
    }
}
