import SQLite

/// What cannot have been recorded one after another, nor by whom it is said to be.
extension Connection {
    /// A listing is suspended once at a time, and resumed only then.
    func suspensionsOutOfOrder() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "listing_event", "kind",
            """
            -- What follows on a withdrawal is told as that.
            SELECT id, NULL, change_id, kind || ' ' || effective_on,
              CASE kind WHEN 'resumed' THEN 'suspended before it' ELSE 'resumed before it' END
            FROM (SELECT e.id, e.change_id, e.kind, e.effective_on, lag(e.kind) OVER (
                PARTITION BY e.listing_id ORDER BY e.effective_on, e.id) AS before
              FROM listing_event e CROSS JOIN listing r ON r.id = e.listing_id
              WHERE e.is_void = 0 AND r.is_void = 0)
            WHERE kind = 'resumed' AND (before IS NULL OR before = 'resumed') OR kind = 'suspended' AND before = 'suspended'
            """)
    }

    /// Of one day a deal has one amendment.
    func amendedTwiceOnADay() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "deal_event", "effective_on",
            """
            SELECT e.id, NULL, e.change_id, e.effective_on || '', 'amended on it already'
            FROM deal_event o CROSS JOIN deal_event e ON e.deal_id = o.deal_id CROSS JOIN deal r ON r.id = e.deal_id
            WHERE o.kind = 'amended' AND e.kind = 'amended' AND o.is_void = 0 AND e.is_void = 0 AND r.is_void = 0
              AND e.effective_on = o.effective_on AND e.id > o.id
            GROUP BY e.id
            """)
    }

    /// A former code leads to a record that is there.
    func formerCodesOfNothing() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "former_code", "record_id",
            """
            SELECT f.id, NULL, f.change_id, f.record_id || '', f.noun || ' …'
            FROM former_code f
            WHERE NOT EXISTS (
              SELECT 1 FROM intention WHERE f.noun = 'intention' AND id = f.record_id UNION ALL
              SELECT 1 FROM listing WHERE f.noun = 'listing' AND id = f.record_id UNION ALL
              SELECT 1 FROM deal WHERE f.noun = 'deal' AND id = f.record_id)
            """)
    }

    /// Nobody is the second pair of eyes on a change of their own.
    func ownReviews() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "review", "reviewed_change_id",
            """
            SELECT r.id, NULL, r.change_id, r.reviewed_change_id || ' by ' || own.actor, 'another actor'
            FROM review r CROSS JOIN change own ON own.id = r.change_id
            CROSS JOIN change reviewed ON reviewed.id = r.reviewed_change_id
            WHERE r.is_void = 0 AND own.actor = reviewed.actor
            """)
    }

    /// A deal is amended to no less than the part of its price that is for technology.
    func amendedBelowTheirPart() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "deal_event", "amount_fen",
            """
            SELECT e.id, NULL, e.change_id, e.amount_fen || '', r.technical_amount_fen || '…'
            FROM deal_event e CROSS JOIN deal r ON r.id = e.deal_id
            WHERE e.kind = 'amended' AND e.is_void = 0 AND r.is_void = 0 AND e.amount_fen < r.technical_amount_fen
            """)
    }
}
