import Registry
import SQLite

/// The records of a noun that others of the same venue name by their code: a deal its listing, a registration its deal.
final class NamedRecords {
    let noun: Noun
    private unowned let desk: WriterDesk
    private let connection: Connection
    private let select: Statement
    /// By venue.
    private var known: [Int64: NameCache] = [:]
    /// Void records that were met: they may be looked at, and not be named anew.
    private var void: Set<Int64> = []

    init(_ noun: Noun, desk: WriterDesk) throws(SQLiteError) {
        self.noun = noun
        self.desk = desk
        connection = desk.change.connection
        select = try connection.prepare("SELECT id, is_void FROM \(noun.rawValue) WHERE venue_id = ? AND code = ?")
    }

    /// - Parameter mayBeVoid: whether it is only looked at.
    /// - Throws: ``StoreError/refused(_:)`` where there is none of that code, or none that may be named.
    func id(of code: Bytes, venue: Int64, mayBeVoid: Bool) throws(StoreError) -> Int64 {
        let cached = known[venue]?.find(code)
        let found = if let cached { Int64?(cached) } else { try stored(code, venue: venue) }
        guard let id = found else {
            throw .refused([FieldRefusal(field: noun.rawValue, try missing(code.text))])
        }
        guard mayBeVoid || !void.contains(id) else {
            throw .refused([FieldRefusal(field: noun.rawValue, .voidNamed(noun, code.text))])
        }
        if cached == nil { known[venue, default: NameCache()].add(code, id: id) }
        return id
    }

    private func stored(_ code: Bytes, venue: Int64) throws(StoreError) -> Int64? {
        try storing { () throws(SQLiteError) in
            try select.bind(venue, at: 1)
            try select.bindText(code, at: 2)
            defer { select.reset() }
            guard try select.step() else { return try moved(code, venue: venue) }
            let id = try select.integer(at: 0)
            if try select.integer(at: 1) == 1 { void.insert(id) }
            return id
        }
    }

    /// The record that had another code of the same venue before it was moved.
    private func moved(_ code: Bytes, venue: Int64) throws(SQLiteError) -> Int64? {
        guard let id = try desk.formerCode(noun, venue: venue, code: code) else { return nil }
        return try connection.first(
            "SELECT id FROM \(noun.rawValue) WHERE id = ? AND venue_id = ? AND is_void = 0", .integer(id),
            .integer(venue)
        ) { row throws(SQLiteError) in try row.integer(at: 0) }
    }

    /// Tells a record that is nowhere from one of another venue.
    private func missing(_ code: String) throws(StoreError) -> Refusal {
        try storing { () throws(SQLiteError) in
            let owner = try connection.first(
                """
                SELECT v.code FROM venue v JOIN \(noun.rawValue) r ON r.venue_id = v.id AND r.code = ? AND r.is_void = 0
                LIMIT 1
                """, .text(code)
            ) { row throws(SQLiteError) in try row.text(at: 0) }
            return owner.map { .namedOfAnotherVenue(noun, code, venue: $0) } ?? .unknownNamed(noun, code)
        }
    }
}
