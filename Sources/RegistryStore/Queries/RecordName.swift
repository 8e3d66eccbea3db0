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

extension Ledger {
    /// The id of a record that is there, void or not; nil where there is none.
    package func find(_ name: RecordName) throws(StoreError) -> (id: Int64, isVoid: Bool)? {
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

    /// The columns and values of one record, as its view shows them.
    ///
    /// - Throws: ``StoreError/unknownRecord(noun:name:)``.
    package func show(_ name: RecordName) throws(StoreError) -> [(column: String, value: Cell)] {
        var columns: [String] = []
        var cells: [Cell] = []
        let sql: String
        var values: [Value] = []
        switch name.noun {
        case .venue: sql = "SELECT * FROM venues WHERE code = ?"
        case .party:
            sql = "SELECT * FROM parties WHERE party_id = (SELECT id FROM party WHERE match_name = ?)"
        default:
            sql = "SELECT * FROM \(name.noun.plural) WHERE venue_code = ? AND code = ?"
            values.append(.text(name.venue ?? ""))
        }
        values.append(.text(name.noun == .party ? PartyName.matched(name.code) : name.code))
        try stream(sql, values, begin: { names throws(StoreError) in columns = names }) { row throws(StoreError) in
            cells = row
            return false
        }
        guard !cells.isEmpty else {
            throw try find(name) == nil
                ? .unknownRecord(noun: name.noun, name: "\(name)") : .voidRecord(noun: name.noun, name: "\(name)")
        }
        return zip(columns, cells).map { ($0, $1) }
    }
}
