import Registry
import SQLite
import Spreadsheets

/// Finds the new deals of a change that another venue has too: the same parties, amount and day.
package struct DuplicateSearch {
    private let change: Change
    private let connection: Connection
    /// The newest deal before the change.
    private let lastOldID: Int64
    /// Whether there may be deals of other venues than that of the file.
    private let hasOthers: Bool
    private let prints: DealPrints

    /// - Parameters:
    ///   - rows: about how many new deals there will be.
    ///   - venue: the venue of all of them; nil where their rows name it.
    /// - Returns: nil where no two venues will have deals.
    package init?(_ writer: RecordWriter, rows: Int64, venue: Int64?) throws(StoreError) {
        guard writer.noun == .deal else { return nil }
        change = writer.change
        let connection = writer.change.connection
        self.connection = connection
        lastOldID = writer.lastOldID
        let venues = try VenueDirectory(connection).all
        let before = lastOldID
        let known = try storing { () throws(SQLiteError) in
            var others = false
            if before > 0 {
                for other in venues where other.id != venue && !others {
                    others =
                        try connection.first(
                            "SELECT 1 FROM deal WHERE venue_id = ? AND id <= ? LIMIT 1", .integer(other.id),
                            .integer(before)
                        ) { _ throws(SQLiteError) in true } ?? false
                }
            }
            var into: [Int64: Int64] = [:]
            try connection.forEach("SELECT party_id, into_id FROM party_merge WHERE is_void = 0") {
                row throws(SQLiteError) in
                into[try row.integer(at: 0)] = try row.integer(at: 1)
                return true
            }
            return (others, into)
        }
        hasOthers = known.0
        if !hasOthers, venue != nil || venues.count < 2 { return nil }
        prints = DealPrints(rows: rows, into: known.1)
        writer.sealing.prints = prints
    }

    /// Deals beyond those that could be looked at one by one.
    package var omitted: Int { prints.sharedOmitted }

    private struct Found {
        let id: Int64
        let venue: Int64
    }

    /// The doubts, once all rows are in and sealed; each with the row that brought the newer deal.
    ///
    /// - Parameter take: told each pair, in the order of the newer deals.
    package func forEach(
        _ take: (Doubt, _ name: String, Origin) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard prints.count > 0, let days = prints.days, hasOthers || !prints.shared.isEmpty else { return }
        var wanted = Set(prints.shared)
        var found: [UInt64: [Found]] = [:]
        try storing { () throws(SQLiteError) in
            if hasOthers {
                try scan(ids: 1...lastOldID, days) { print, deal in
                    guard prints.holds(print) else { return }
                    found[print, default: []].append(deal)
                    wanted.insert(print)
                }
            }
            guard !wanted.isEmpty else { return }
            try scan(ids: lastOldID + 1...Int64.max, days) { print, deal in
                if wanted.contains(print) { found[print, default: []].append(deal) }
            }
        }
        var pairs: [(new: Int64, old: Int64)] = []
        for deals in found.values where deals.count > 1 {
            for deal in deals where deal.id > lastOldID {
                if let other = deals.first(where: { $0.venue != deal.venue && $0.id < deal.id }) {
                    pairs.append((deal.id, other.id))
                }
            }
        }
        found = [:]
        for pair in pairs.sorted(by: { $0.new < $1.new }) {
            if let doubt = try doubt(pair.new, pair.old) { try take(doubt.doubt, doubt.name, doubt.origin) }
        }
    }

    private func scan(
        ids: ClosedRange<Int64>, _ days: ClosedRange<Day>, _ take: (UInt64, Found) -> Void
    ) throws(SQLiteError) {
        let rows = try connection.prepare(
            """
            SELECT id, venue_id, seller_id, buyer_id, amount_fen, signed_on FROM deal
            WHERE id BETWEEN ?1 AND ?2 AND is_void = 0 AND signed_on BETWEEN ?3 AND ?4
              AND seller_id IS NOT NULL AND buyer_id IS NOT NULL
            """)
        try rows.bind([
            .integer(ids.lowerBound), .integer(ids.upperBound), .text("\(days.lowerBound)"),
            .text("\(days.upperBound)"),
        ])
        while try rows.step() {
            guard let day = try rows.withTextBytes(at: 5, { bytes in try? Day.read(bytes) }) else { continue }
            let print = prints.print(
                seller: try rows.integer(at: 2), buyer: try rows.integer(at: 3), fen: try rows.integer(at: 4), day: day)
            take(print, Found(id: try rows.integer(at: 0), venue: try rows.integer(at: 1)))
        }
    }

    /// Holds two deals against each other, value by value.
    private func doubt(_ new: Int64, _ old: Int64) throws(StoreError) -> (doubt: Doubt, name: String, origin: Origin)? {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT s.name, b.name, n.amount_fen, n.signed_on, v.code || '/' || o.code, n.file_id, n.file_row, n.file_offset,
                  w.code || '/' || n.code
                FROM deal n JOIN deal o ON o.id = ?2 JOIN venue v ON v.id = o.venue_id
                JOIN venue w ON w.id = n.venue_id
                LEFT JOIN party_merge ns ON ns.party_id = n.seller_id AND ns.is_void = 0
                LEFT JOIN party_merge nb ON nb.party_id = n.buyer_id AND nb.is_void = 0
                LEFT JOIN party_merge os ON os.party_id = o.seller_id AND os.is_void = 0
                LEFT JOIN party_merge ob ON ob.party_id = o.buyer_id AND ob.is_void = 0
                JOIN party s ON s.id = coalesce(ns.into_id, n.seller_id)
                JOIN party b ON b.id = coalesce(nb.into_id, n.buyer_id)
                WHERE n.id = ?1 AND n.amount_fen = o.amount_fen AND n.signed_on = o.signed_on
                  AND n.venue_id <> o.venue_id
                  AND coalesce(ns.into_id, n.seller_id) = coalesce(os.into_id, o.seller_id)
                  AND coalesce(nb.into_id, n.buyer_id) = coalesce(ob.into_id, o.buyer_id)
                """, .integer(new), .integer(old)
            ) { row throws(SQLiteError) in
                let said = Said([
                    Said.Field("seller", theirs: .text(try row.text(at: 0)), ours: .null),
                    Said.Field("buyer", theirs: .text(try row.text(at: 1)), ours: .null),
                    Said.Field("amount_fen", theirs: .integer(try row.integer(at: 2)), ours: .null),
                    Said.Field("signed_on", theirs: .text(try row.text(at: 3)), ours: .null),
                    Said.Field("same_as", theirs: .text(try row.text(at: 4)), ours: .null),
                ])
                let origin = Origin(
                    file: try row.integer(at: 5), row: try row.integer(at: 6),
                    offset: try row.optionalInteger(at: 7) ?? -1)
                return (Doubt(.duplicate, .deal, record: new, other: old, said), try row.text(at: 8), origin)
            }
        }
    }
}
