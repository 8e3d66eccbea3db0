import Registry
import SQLite

/// Rows of a reversal that stay as they are, since the registry would otherwise say what cannot be.
extension Reverting {
    /// Lets rows stay as they are.
    func keep(
        _ table: ReversedTable, _ obstacle: Reversal.Obstacle, _ ids: String, toVoid isVoiding: Bool? = nil
    ) throws(SQLiteError) {
        let which = isVoiding.map { " AND becomes_void = \($0 ? 1 : 0)" } ?? ""
        try connection.run(
            "UPDATE temp.turn SET kept = ? WHERE place = ? AND kept = 0\(which) AND id IN (\(ids))",
            .integer(obstacle.rawValue), .integer(table.place))
    }

    func keepHindered(_ rows: TurnedRows) throws(SQLiteError) {
        switch rows.table.name {
        case "deal_event": try keepDisordered(rows, of: .deal)
        case "listing_event": try keepDisordered(rows, of: .listing)
        case "former_code": try keepLeadingOn(rows)
        case "deal", "listing": try keepBegun(rows)
        default: break
        }
        if !rows.isVoiding { try keepWithinPrice(rows) }
        // Where rows name others of their table, what is kept keeps another: a loan its programme.
        let passes = rows.table.references.contains { $0.target == rows.table.name } ? 3 : 1
        if rows.isVoiding {
            switch rows.table.name {
            case "party_merge": try keepMerged(rows, toVoid: true)
            case "certificate": try keepIssued(rows)
            default: break
            }
            for _ in 0..<passes { try keepNamed(rows) }
            return
        }
        for _ in 0..<passes { try keepNaming(rows) }
        try keepNameless(rows)
        try keepApart(rows)
        switch rows.table.name {
        case "party_merge":
            try keepChained(rows)
            try keepMerged(rows, toVoid: false)
        case "review": try keepOwn(rows)
        case "deal": try keepListing(rows)
        case "service": try keepUntied(rows)
        default: break
        }
    }

    /// A certificate that was issued by hand is in somebody's hands. One that a file told of may be told wrong.
    private func keepIssued(_ rows: TurnedRows) throws(SQLiteError) {
        try keep(
            rows.table, .issued,
            "SELECT id FROM certificate WHERE file_id IS NULL AND issuer IS NULL AND revoked_on IS NULL", toVoid: true)
    }

    /// Who gives a review back vouches for it, and nobody for a change of their own.
    private func keepOwn(_ rows: TurnedRows) throws(SQLiteError) {
        try keep(
            rows.table, .ownChange,
            """
            \(versions(of: rows.table)) JOIN change reviewed ON reviewed.id = was.reviewed_change_id
            JOIN change own ON own.id = \(change.number)
            WHERE t.place = \(rows.table.place) AND reviewed.actor = own.actor
            """, toVoid: false)
    }

    /// Those that come back, with their version of before as `was`.
    private func versions(of table: ReversedTable) -> String {
        "SELECT t.id FROM temp.turn t JOIN \(table.name)_history was ON was.id = t.id AND was.change_id = t.was"
    }

    /// A record that goes must not be named by one that counts, nor have anything become of it since.
    private func keepNamed(_ rows: TurnedRows) throws(SQLiteError) {
        let span = try connection.first("SELECT min(id), max(id) FROM temp.turn WHERE \(rows.condition)") {
            row throws(SQLiteError) in (try row.optionalInteger(at: 0), try row.optionalInteger(at: 1))
        }
        guard let least = span?.0, let greatest = span?.1 else { return }
        for namer in Namer.of(rows.table.name) {
            // What became of it before was no hindrance to its being void then.
            let since = namer.isEvent ? " AND change_id > \(number)" : ""
            let others = namer.table == rows.table.name ? " AND id NOT IN (\(turned(rows)))" : ""
            for column in namer.columns {
                try keep(
                    rows.table, namer.isEvent ? .correctedSince : .named,
                    """
                    SELECT \(column) FROM \(namer.table)
                    WHERE is_void = 0 AND \(column) BETWEEN \(least) AND \(greatest)\(since)\(others)
                    """, toVoid: true)
            }
        }
    }

    /// What a version that comes back names must be there.
    func keepNaming(_ rows: TurnedRows) throws(SQLiteError) {
        for (column, target) in rows.table.references {
            try keep(
                rows.table, .namesVoid,
                """
                \(versions(of: rows.table)) JOIN \(target) x ON x.id = was.\(column)
                WHERE t.place = \(rows.table.place) AND x.is_void = 1
                \(target == rows.table.name ? "AND x.id NOT IN (\(turned(rows)))" : "")
                """, toVoid: false)
        }
    }

    /// Those of the rows that go along, as far as nothing hinders them.
    private func turned(_ rows: TurnedRows) -> String {
        """
        SELECT id FROM temp.turn
        WHERE place = \(rows.table.place) AND becomes_void = \(rows.isVoiding ? 1 : 0) AND kept = 0
        """
    }

    /// A version that comes back must have its name, to which no other record was recorded or moved, and from which no code
    /// leads on but one that goes along with it.
    private func keepNameless(_ rows: TurnedRows) throws(SQLiteError) {
        let table = rows.table
        guard !table.identity.isEmpty else { return }
        let isSame = table.identity.map { "r.\($0) IS was.\($0)" }.joined(separator: " AND ")
        let isTaken = table.identity.map { "o.\($0) = was.\($0)" }.joined(separator: " AND ")
        let others = "\(versions(of: table)) JOIN \(table.name) r ON r.id = t.id"
        try keep(
            table, .nameTaken,
            """
            \(others) JOIN \(table.name) o ON \(isTaken) AND o.id <> t.id
            WHERE t.place = \(table.place) AND NOT (\(isSame))
            """, toVoid: false)
        guard let noun = table.noun, noun.belongsToVenue else { return }
        let codes = Int64(SealBook.place(of: "former_code"))
        try keep(
            table, .nameTaken,
            """
            \(others) JOIN former_code o ON o.noun = '\(noun.rawValue)' AND \(isTaken) AND o.is_void = 0
            WHERE t.place = \(table.place) AND NOT (\(isSame)) AND NOT (o.record_id = t.id AND EXISTS (
              SELECT 1 FROM temp.turn g WHERE g.place = \(codes) AND g.id = o.id AND g.becomes_void = 1 AND g.kept = 0))
            """, toVoid: false)
    }

    /// A record does not begin after what happened to it.
    private func keepBegun(_ rows: TurnedRows) throws(SQLiteError) {
        let table = rows.table
        guard let dated = table.noun?.datedBy else { return }
        try keep(
            table, .correctedSince,
            """
            \(versions(of: table)) JOIN \(table.name)_event e ON e.\(table.name)_id = t.id AND e.is_void = 0
            WHERE t.place = \(table.place) AND e.effective_on < was.\(dated)
            """, toVoid: rows.isVoiding)
    }

    /// The technical part of a deal's price stays within all that it was amended to.
    private func keepWithinPrice(_ rows: TurnedRows) throws(SQLiteError) {
        let of: String
        switch rows.table.name {
        case "deal":
            of = """
                JOIN deal_event e ON e.deal_id = t.id AND e.is_void = 0
                JOIN deal_history d ON d.id = t.id AND d.change_id = t.was
                """
        case "deal_event":
            of = """
                JOIN deal_event_history e ON e.id = t.id AND e.change_id = t.was
                JOIN deal d ON d.id = e.deal_id
                """
        default: return
        }
        try keep(
            rows.table, .aboveAmended,
            """
            SELECT t.id FROM temp.turn t \(of)
            WHERE t.place = \(rows.table.place) AND e.kind = 'amended' AND e.amount_fen < d.technical_amount_fen
            """, toVoid: false)
    }

    /// A deal and its listing are of one venue; whatever names a record of a venue is of it.
    private func keepApart(_ rows: TurnedRows) throws(SQLiteError) {
        let table = rows.table
        guard let noun = table.noun, noun.belongsToVenue else { return }
        let named = noun.references.filter(\.target.belongsToVenue).map { column, target in
            "\(target.rawValue) o ON o.id = was.\(column)"
        }
        let naming = noun.namers.map { namer, column in "\(namer.rawValue) o ON o.\(column) = t.id AND o.is_void = 0" }
        for other in named + naming {
            try keep(
                table, .venuesDiffer,
                """
                \(versions(of: table)) JOIN \(other)
                WHERE t.place = \(table.place) AND o.venue_id <> was.venue_id
                """, toVoid: false)
        }
    }

    /// No merge leads to another: neither the party that stays nor the one that goes may be the other one of a merge that
    /// counts once all are turned. Each that is kept may hinder another.
    private func keepChained(_ rows: TurnedRows) throws(SQLiteError) {
        var left = try count(rows)
        while left > 0 {
            let merges = """
                WITH later AS (
                  SELECT m.id, coalesce(h.party_id, m.party_id) AS party_id, coalesce(h.into_id, m.into_id) AS into_id
                  FROM party_merge m
                  LEFT JOIN temp.turn t ON t.place = \(rows.table.place) AND t.id = m.id AND t.kept = 0
                  LEFT JOIN party_merge_history h ON h.id = m.id AND h.change_id = t.was
                  WHERE coalesce(t.becomes_void, m.is_void) = 0)
                """
            try keep(
                rows.table, .correctedSince,
                """
                \(merges) SELECT a.id FROM later a JOIN later b ON b.party_id = a.into_id
                UNION ALL SELECT a.id FROM later a JOIN later b ON b.into_id = a.party_id
                """, toVoid: false)
            let rest = try count(rows)
            if rest == left { return }
            left = rest
        }
    }

    /// A code leads on to its record for as long as that, or any other, is not itself recorded under it.
    private func keepLeadingOn(_ rows: TurnedRows) throws(SQLiteError) {
        let (table, version) = (rows.table, rows.isVoiding ? "r" : "was")
        let holders = Noun.allCases.filter(\.belongsToVenue).map { noun in
            """
            SELECT 1 FROM \(noun.rawValue) n WHERE \(version).noun = '\(noun.rawValue)'
              AND n.venue_id = \(version).venue_id AND n.code = \(version).code
            """
        }
        .joined(separator: " UNION ALL ")
        let turned =
            rows.isVoiding
            ? "SELECT t.id FROM temp.turn t JOIN former_code r ON r.id = t.id" : versions(of: table)
        try keep(
            table, .correctedSince,
            """
            \(turned) WHERE t.place = \(table.place) AND \(rows.isVoiding ? "NOT " : "")EXISTS (\(holders))
            """, toVoid: rows.isVoiding)
    }

    /// What became of a record must be able to stand together, without what goes and with what comes back.
    private func keepDisordered(_ rows: TurnedRows, of noun: Noun) throws(SQLiteError) {
        let turned = try connection.query(
            """
            SELECT id, \(noun.rawValue)_id FROM \(rows.table.name) WHERE id IN (\(rows.ids))
            ORDER BY id\(rows.isVoiding ? " DESC" : "")
            """
        ) { row throws(SQLiteError) in (event: try row.integer(at: 0), record: try row.integer(at: 1)) }
        var turnedOf: [Int64: Set<Int64>] = [:]
        for (event, record) in turned {
            var those = turnedOf[record] ?? []
            those.insert(event)
            if try canStand(those, toVoid: rows.isVoiding, of: noun, record) {
                turnedOf[record] = those
            } else {
                try keep(rows.table, .correctedSince, "\(event)", toVoid: rows.isVoiding)
            }
        }
    }

    /// Whether the events of a record can stand together once some are void, or not void any more.
    private func canStand(
        _ turned: Set<Int64>, toVoid isVoiding: Bool, of noun: Noun, _ record: Int64
    ) throws(SQLiteError) -> Bool {
        let began = try connection.start(noun == .deal ? "signed_on" : "listed_on", of: noun, record)
        func later<Event>(
            _ read: (_ voidToo: Bool) throws(SQLiteError) -> [(row: Int64, event: Event)]
        ) throws(SQLiteError) -> [Event] {
            let live = Set(try read(false).map(\.row))
            let rest = isVoiding ? live.subtracting(turned) : live.union(turned)
            return try read(true).filter { rest.contains($0.row) }.map(\.event)
        }
        let ofDeal =
            noun == .deal
            ? try later { all throws(SQLiteError) in try connection.dealEvents(of: record, voidToo: all) } : []
        let ofListing =
            noun == .listing
            ? try later { all throws(SQLiteError) in try connection.listingEvents(of: record, voidToo: all) } : []
        do throws(CorrectionRefusal) {
            try DealEvent.check(ofDeal, signedOn: began, new: nil)
            try ListingEvent.check(ofListing, listedOn: began, new: nil)
            return true
        } catch {
            return false
        }
    }
}
