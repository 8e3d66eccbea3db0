import Registry
import SQLite

/// Services that stay as they are, since they would not agree with what they name or with what names them: the rules that every
/// command keeps when it writes one.
extension Reverting {
    /// Each that is kept may hinder another, until none is left that does; where that goes on and on, all that are left stay.
    func keepUntied(_ rows: TurnedRows) throws(SQLiteError) {
        var left = try count(rows)
        for _ in 0..<100 where left > 0 {
            try keepNaming(rows)
            for ids in [untiedBelow, untiedAbove, overdrawn, ofOtherListing] {
                try keep(rows.table, .untied, ids(rows.table.place), toVoid: false)
            }
            let rest = try count(rows)
            if rest == left { return }
            left = rest
        }
        try keep(rows.table, .untied, comingBack(rows.table.place), toVoid: false)
    }

    /// A deal keeps the listing with which services name it.
    func keepListing(_ rows: TurnedRows) throws(SQLiteError) {
        try keep(
            rows.table, .untied,
            """
            SELECT t.id FROM temp.turn t JOIN deal_history d ON d.id = t.id AND d.change_id = t.was
            JOIN service s ON s.deal_id = t.id AND s.is_void = 0
            WHERE t.place = \(rows.table.place) AND s.listing_id <> d.listing_id
            """, toVoid: false)
    }

    /// Merges by which a service and the one that it names are of one provider.
    ///
    /// - Parameter isVoiding: whether they would be void, or lead to another party again.
    func keepMerged(_ rows: TurnedRows, toVoid isVoiding: Bool) throws(SQLiteError) {
        try keep(
            rows.table, .untied,
            """
            SELECT m.id FROM service s JOIN service u ON u.id = s.service_id
            JOIN party_merge m ON m.is_void = 0 AND m.party_id IN (s.provider_id, u.provider_id)
            WHERE s.is_void = 0 AND s.kind IN \(ServiceKind.sqlOfParentsProvider) AND s.provider_id <> u.provider_id
            """, toVoid: isVoiding)
    }

    /// Those that come back, with their version of before as `was`.
    private func back(_ place: Int64) -> String {
        """
        temp.turn t JOIN service_history was ON t.place = \(place) AND t.becomes_void = 0 AND t.kept = 0
          AND was.id = t.id AND was.change_id = t.was
        """
    }

    /// The ids of those that come back.
    private func comingBack(_ place: Int64) -> String {
        "SELECT id FROM temp.turn WHERE place = \(place) AND becomes_void = 0 AND kept = 0"
    }

    /// Whether a service `s` will be void: it goes, and none that stays names it.
    private func goes(_ place: Int64) -> String {
        """
        s.id IN (SELECT id FROM temp.turn WHERE place = \(place) AND becomes_void = 1 AND kept = 0)
          AND NOT EXISTS (SELECT 1 FROM service n WHERE n.service_id = s.id AND n.is_void = 0
            AND n.id NOT IN (SELECT id FROM temp.turn WHERE place = \(place) AND kept = 0))
        """
    }

    /// Whether a service cannot name another; aliases of two versions.
    private func cannotName(_ child: String, _ parent: String) -> String {
        func party(_ version: String) -> String {
            """
            coalesce((SELECT into_id FROM party_merge WHERE party_id = \(version).provider_id AND is_void = 0),
              \(version).provider_id)
            """
        }
        return """
            (\(parent).kind IS NOT \(ServiceKind.sqlParent(of: "\(child).kind"))
              OR \(child).started_on < \(parent).started_on
              OR \(parent).closed_on IS NOT NULL AND \(child).started_on >= \(parent).closed_on
              OR \(child).kind IN \(ServiceKind.sqlOfParentsProvider) AND \(party(child)) <> \(party(parent)))
            """
    }

    /// Those that would name what they cannot, and what they name where that comes back along with them.
    private func untiedBelow(_ place: Int64) -> String {
        """
        SELECT t.id FROM \(back(place)) JOIN service u ON u.id = was.service_id
        WHERE u.id NOT IN (\(comingBack(place))) AND \(cannotName("was", "u"))
        UNION ALL SELECT pair.id FROM (SELECT t.id AS child, was.service_id AS parent FROM \(back(place))
          JOIN temp.turn tu ON tu.place = \(place) AND tu.becomes_void = 0 AND tu.kept = 0 AND tu.id = was.service_id
          JOIN service_history u ON u.id = tu.id AND u.change_id = tu.was
          WHERE \(cannotName("was", "u"))) both JOIN temp.turn pair
          ON pair.place = \(place) AND pair.id IN (both.child, both.parent)
        """
    }

    /// Those that others would name which cannot.
    private func untiedAbove(_ place: Int64) -> String {
        """
        SELECT t.id FROM \(back(place)) JOIN service s ON s.service_id = t.id AND s.is_void = 0
        WHERE s.id NOT IN (\(comingBack(place))) AND NOT (\(goes(place))) AND \(cannotName("s", "was"))
        """
    }

    /// Programmes of which more would be drawn than their quota, and what would be drawn of them.
    private func overdrawn(_ place: Int64) -> String {
        let programmes = """
            SELECT was.service_id AS id FROM \(back(place)) WHERE was.kind = 'loan' AND was.service_id IS NOT NULL
            UNION SELECT was.id FROM \(back(place)) WHERE was.kind = 'programme'
            """
        let drawn = """
            SELECT s.service_id AS id, s.amount_fen AS fen FROM (\(programmes)) p JOIN service s ON s.service_id = p.id
            WHERE s.kind = 'loan' AND s.is_void = 0 AND s.id NOT IN (\(comingBack(place))) AND NOT (\(goes(place)))
            UNION ALL SELECT was.service_id, was.amount_fen FROM \(back(place)) WHERE was.kind = 'loan'
            """
        let over = """
            SELECT d.id FROM (SELECT id, total(fen) AS fen FROM (\(drawn)) GROUP BY id) d JOIN service u ON u.id = d.id
            WHERE d.fen > coalesce((SELECT was.amount_fen FROM \(back(place)) WHERE t.id = d.id), u.amount_fen)
            """
        return "SELECT t.id FROM \(back(place)) WHERE t.id IN (\(over)) OR was.service_id IN (\(over))"
    }

    private func ofOtherListing(_ place: Int64) -> String {
        "SELECT t.id FROM \(back(place)) JOIN deal d ON d.id = was.deal_id WHERE d.listing_id <> was.listing_id"
    }
}
