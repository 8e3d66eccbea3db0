package import Registry
import SQLite
package import Spreadsheets

/// What a correction did.
package struct Correction: Sendable {
    /// What the record is called now.
    package let name: RecordName
    /// What it was called before this correction.
    package let oldName: RecordName
    /// The code of before a move, by which it was asked for.
    package let formerName: RecordName?
    package let fields: [FieldMove]
    package let moves: [TotalMove]
    /// Parties that were made because the correction named them.
    package let madeParties: [String]
    /// Nil in a rehearsal.
    package let receipt: Receipt?
}

/// What a column of the record's view said before, and what it says now.
package struct FieldMove: Sendable {
    package let column: String
    package let before: Cell
    package let after: Cell
}

/// What a correction added to a total on a day, and so to that as of every later one.
package struct TotalMove: Sendable {
    package let measure: Measure
    package let dimension: Dimension
    package let key: String
    package let day: String
    package let total: Total
}

extension Ledger {
    /// Corrects one record as one change.
    ///
    /// - Parameter body: makes the correction to the record of that id; its result is what the record is called then.
    /// - Throws: ``StoreError/unknownRecord(noun:name:)``, ``StoreError/voidRecord(noun:name:)``, and
    ///   ``StoreError/cannotFollow(noun:name:_:)`` for a party that is merged into another.
    func correct(
        _ asked: RecordName, mayBeMerged: Bool = false, by author: Author,
        _ body: (Int64, RecordName, WriterDesk) throws(StoreError) -> RecordName
    ) throws(StoreError) -> Correction {
        var (name, oldName) = (asked, asked)
        var (fields, moves) = ([FieldMove](), [TotalMove]())
        var (former, made): (RecordName?, [String]) = (nil, [])
        let receipt = try write(by: author) { change throws(StoreError) in
            let standing = try self.standing(asked, mayBeMerged: mayBeMerged)
            oldName = standing.name
            if oldName != asked { former = asked }
            let before = try show(standing.name)
            let desk = try WriterDesk(change)
            name = try body(standing.id, standing.name, desk)
            made = desk.madeNames
            if try find(name)?.isVoid == false { fields = Self.moves(from: before, to: try show(name)) }
        } whenSealed: { receipt throws(StoreError) in
            moves = try self.moves(by: receipt.change)
        }
        return Correction(
            name: name, oldName: oldName, formerName: former, fields: fields, moves: moves, madeParties: made,
            receipt: isRehearsing ? nil : receipt)
    }

    /// The record of a name or of a former code, which can be corrected: it is not void, and merged into no other.
    func standing(_ asked: RecordName, mayBeMerged: Bool = false) throws(StoreError) -> (id: Int64, name: RecordName) {
        guard let found = try find(asked) else { throw .unknownRecord(noun: asked.noun, name: "\(asked)") }
        let name = found.movedTo ?? asked
        guard !found.isVoid else { throw .voidRecord(noun: asked.noun, name: "\(name)") }
        if asked.noun == .party, !mayBeMerged, let into = try mergedInto(found.id) {
            throw .cannotFollow(noun: .party, name: "\(name)", .mergedParty(into: into.name))
        }
        return (found.id, name)
    }

    private static func moves(
        from before: [(column: String, value: Cell)], to after: [(column: String, value: Cell)]
    ) -> [FieldMove] {
        zip(before, after).filter { old, new in
            // Of where the version comes from, the change tells.
            old.value != new.value && !["change_id", "file_name", "file_row"].contains(old.column)
        }
        .map { FieldMove(column: $0.column, before: $0.value, after: $1.value) }
    }

    /// What a change did to the totals of all venues, day by day; of each venue, kind and so on where those stayed.
    private func moves(by change: Int64) throws(StoreError) -> [TotalMove] {
        let moves = try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT measure, dimension, dimension_key, day, count, fen FROM daily_delta WHERE change_id = ?
                ORDER BY measure, dimension, dimension_key, day
                """, .integer(change)
            ) { row throws(SQLiteError) -> TotalMove? in
                guard let measure = Measure(rawValue: try row.text(at: 0)),
                    let dimension = Dimension(rawValue: try row.text(at: 1))
                else { return nil }
                return TotalMove(
                    measure: measure, dimension: dimension, key: try row.text(at: 2), day: try row.text(at: 3),
                    total: Total(count: try row.integer(at: 4), fen: try row.integer(at: 5)))
            }.compactMap { $0 }
        }
        let ofAll = moves.filter { $0.dimension == .all }
        return ofAll.isEmpty ? moves : ofAll
    }
}
