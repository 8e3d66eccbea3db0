package import Registry
import SQLite
package import Spreadsheets

/// What a record is called on the command line: `SH/D-2022-0001`, `SH` for a venue, the name for a party.
package struct RecordName: Hashable, Sendable, CustomStringConvertible {
    package let noun: Noun
    package let venue: String?
    package let code: String

    /// A code may itself hold a slash; a venue's may not.
    package init(_ text: String, of noun: Noun) throws(StoreError) {
        self.noun = noun
        guard noun.belongsToVenue else {
            venue = nil
            code = text
            return
        }
        guard let slash = text.firstIndex(of: "/"), slash != text.startIndex, text.index(after: slash) != text.endIndex
        else { throw .notARecordName(text: text) }
        venue = String(text[..<slash])
        code = String(text[text.index(after: slash)...])
    }

    package init(noun: Noun, venue: String?, code: String) {
        self.noun = noun
        self.venue = venue
        self.code = code
    }

    package var description: String { venue.map { "\($0)/\(code)" } ?? code }
}

extension Connection {
    /// What a record is called now; of no code where it is not there.
    func name(of noun: Noun, _ id: Int64) throws(SQLiteError) -> RecordName {
        let columns = noun.belongsToVenue ? "v.code, r.code" : noun == .party ? "NULL, r.name" : "NULL, r.code"
        let venue = noun.belongsToVenue ? " JOIN venue v ON v.id = r.venue_id" : ""
        return try first("SELECT \(columns) FROM \(noun.rawValue) r\(venue) WHERE r.id = ?", .integer(id)) {
            row throws(SQLiteError) in
            RecordName(noun: noun, venue: try row.optionalText(at: 0), code: try row.text(at: 1))
        } ?? RecordName(noun: noun, venue: nil, code: "")
    }
}

extension Ledger {
    /// The id of a record that is there, void or not, under this code or under one that it had before a move; nil where
    /// there is none.
    package func find(_ name: RecordName) throws(StoreError) -> (id: Int64, isVoid: Bool, movedTo: RecordName?)? {
        if let found = try findByName(name) { return (found.id, found.isVoid, nil) }
        guard name.noun.belongsToVenue, let now = try newName(of: name), let found = try findByName(now) else {
            return nil
        }
        return (found.id, found.isVoid, now)
    }

    /// What a record is called now whose old code this is.
    private func newName(of name: RecordName) throws(StoreError) -> RecordName? {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT n.code, r.code FROM venue v
                JOIN former_code o ON o.noun = ?1 AND o.venue_id = v.id AND o.code = ?3 AND o.is_void = 0
                JOIN \(name.noun.rawValue) r ON r.id = o.record_id JOIN venue n ON n.id = r.venue_id
                WHERE v.code = ?2
                """, .text(name.noun.rawValue), .text(name.venue ?? ""), .text(name.code)
            ) { row throws(SQLiteError) in
                RecordName(noun: name.noun, venue: try row.text(at: 0), code: try row.text(at: 1))
            }
        }
    }

    private func findByName(_ name: RecordName) throws(StoreError) -> (id: Int64, isVoid: Bool)? {
        try storing { () throws(SQLiteError) in
            let sql: String
            var values: [Value] = []
            switch name.noun {
            case .venue: sql = "SELECT id, is_void FROM venue WHERE code = ?"
            case .party: sql = "SELECT id, is_void FROM party WHERE match_name = ?"
            default:
                sql = """
                    SELECT r.id, r.is_void FROM venue v JOIN \(name.noun.rawValue) r ON r.venue_id = v.id
                    WHERE v.code = ? AND r.code = ?
                    """
                values.append(.text(name.venue ?? ""))
            }
            values.append(.text(name.noun == .party ? PartyName.matched(name.code) : name.code))
            let row = try connection.prepare(sql)
            try row.bind(values)
            return try row.step() ? (try row.integer(at: 0), try row.integer(at: 1) == 1) : nil
        }
    }

    /// The columns and values of one record, as its view shows them from a viewpoint.
    ///
    /// - Throws: ``StoreError/unknownRecord(noun:name:)``, ``StoreError/voidRecord(noun:name:)``, and for another viewpoint
    ///   than the present ``StoreError/notKnownThen(noun:name:change:)`` and ``StoreError/notCountedThen(noun:name:asOf:)``.
    package func show(
        _ name: RecordName, from viewpoint: Viewpoint = Viewpoint()
    ) throws(StoreError) -> [(column: String, value: Cell)] {
        guard let id = try id(of: name, from: viewpoint) else {
            throw .unknownRecord(noun: name.noun, name: "\(name)")
        }
        if let record = try show(name.noun, id, from: viewpoint) { return record }
        // A party that is merged into another one is shown as that.
        if name.noun == .party, let into = try mergedInto(id, from: viewpoint),
            let record = try show(.party, into, from: viewpoint)
        {
            return record
        }
        throw try absence(of: name, id, from: viewpoint)
    }

    /// Why a record is not there from a viewpoint.
    func absence(of name: RecordName, _ id: Int64, from viewpoint: Viewpoint) throws(StoreError) -> StoreError {
        let isThere = try isThere(name.noun, id, afterChange: viewpoint.lastChange?.change)
        if let day = viewpoint.asOf, isThere { return .notCountedThen(noun: name.noun, name: "\(name)", asOf: day) }
        guard let last = viewpoint.lastChange else { return .voidRecord(noun: name.noun, name: "\(name)") }
        return .notKnownThen(noun: name.noun, name: "\(name)", change: last.change)
    }

    /// Whether there was a record, and not a void one, after a change; nil for now.
    private func isThere(_ noun: Noun, _ id: Int64, afterChange change: Int64?) throws(StoreError) -> Bool {
        let table = noun.rawValue
        return try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT is_void, change_id FROM \(table) WHERE id = ?1 AND change_id <= ?2 UNION ALL
                SELECT is_void, change_id FROM \(table)_history WHERE id = ?1 AND change_id <= ?2
                ORDER BY change_id DESC LIMIT 1
                """, .integer(id), .integer(change ?? .max)
            ) { row throws(SQLiteError) in try row.integer(at: 0) == 0 } ?? false
        }
    }

    private func show(
        _ noun: Noun, _ id: Int64, from viewpoint: Viewpoint
    ) throws(StoreError) -> [(column: String, value: Cell)]? {
        // A deal that was terminated can still be looked up, unless a day is named on which it counts no more.
        let view = noun == .deal && viewpoint.asOf == nil ? "signed_deals" : noun.plural
        let past = try past(view, from: viewpoint, only: (noun.rawValue, id))
        let (condition, values) = condition(.noun(noun), Filter(), asOf: viewpoint.asOf)
        var columns: [String] = []
        var cells: [Cell] = []
        try stream("\(past.sql)SELECT * FROM \(view)\(condition)", past.values + values) {
            names throws(StoreError) in
            columns = names
        } row: { row throws(StoreError) in
            cells = row
            return false
        }
        return cells.isEmpty ? nil : zip(columns, cells).map { ($0, $1) }
    }

    /// What a record that may have been moved or merged is called now; a name of nothing stays as it is.
    package func presentName(of asked: RecordName) throws(StoreError) -> RecordName {
        guard let found = try find(asked) else { return asked }
        if let now = found.movedTo { return now }
        guard asked.noun == .party, let into = try mergedInto(found.id) else { return asked }
        return RecordName(noun: .party, venue: nil, code: into.name)
    }
}
