package import Registry
import SQLite

/// A venue as other records need it.
package struct VenueRecord: Hashable, Sendable {
    package let id: Int64
    package let code: String
    package let name: String
    package let network: String
    package let region: String?
}

extension VenueRecord {
    static let columns = "id, code, name, network, region"

    /// Of a row of those columns.
    init(_ row: borrowing Statement) throws(SQLiteError) {
        self.init(
            id: try row.integer(at: 0), code: try row.text(at: 1), name: try row.text(at: 2),
            network: try row.text(at: 3), region: try row.optionalText(at: 4))
    }
}

/// All venues by code. An exchange has a few dozen.
package struct VenueDirectory: Sendable {
    package let all: [VenueRecord]

    package init(_ ledger: Ledger) throws(StoreError) { try self.init(ledger.connection) }

    init(_ connection: Connection) throws(StoreError) {
        do throws(SQLiteError) {
            all = try connection.query(
                "SELECT \(VenueRecord.columns) FROM venue WHERE is_void = 0 ORDER BY code"
            ) { row throws(SQLiteError) in try VenueRecord(row) }
        } catch {
            throw .sqlite(error)
        }
    }

    package func venue(_ code: String) throws(StoreError) -> VenueRecord {
        if let venue = find(code) { return venue }
        throw .refused([FieldRefusal(field: "venue", unknown(code))])
    }

    /// By bytes: texts that look alike may be written differently, and SQLite keeps them apart.
    package func find(_ code: String) -> VenueRecord? { all.first { $0.code.utf8.elementsEqual(code.utf8) } }

    package func unknown(_ code: String) -> Refusal {
        let nearest = all.first { $0.name == code || $0.code.lowercased() == code.lowercased() }?.code
        return .unknownVenue(code, nearest: nearest ?? PartyName.nearest(to: code, among: all.map(\.code)))
    }

    /// What is wrong with a code that is asked for; nil of a venue that is there.
    package func refusal(of code: String) -> Refusal? { find(code) == nil ? unknown(code) : nil }
}
