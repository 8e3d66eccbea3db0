import Registry
import SQLite

/// A value that cannot be true beside what is recorded elsewhere, though its own row breaks no rule.
package struct Contradiction: Sendable {
    package let table: String
    package let id: Int64?
    /// Of a row without an id: what it is called.
    package let record: String?
    /// The change that recorded the value, where the row says it.
    package let change: Int64?
    package let column: String
    package let found: String?
    package let expected: String?
}

extension Ledger {
    /// Every value of the present state that contradicts another.
    package func contradictions() throws(StoreError) -> [Contradiction] {
        try storing { () throws(SQLiteError) in
            try connection.eventsBeforeTheirRecord("deal_event", of: "deal", began: "signed_on")
                + connection.eventsBeforeTheirRecord("listing_event", of: "listing", began: "listed_on")
                + connection.eventsAfterTheEnd("deal_event", of: "deal", end: "terminated")
                + connection.eventsAfterTheEnd("listing_event", of: "listing", end: "withdrawn")
                + connection.mergesIntoMerged()
                + connection.formerCodesInUse("intention") + connection.formerCodesInUse("listing")
                + connection.formerCodesInUse("deal") + connection.formerCodesOfNothing()
                + connection.suspensionsOutOfOrder() + connection.amendedTwiceOnADay() + connection.ownReviews()
                + connection.amendedBelowTheirPart() + connection.countsBelowZero()
                + connection.arrivalsThatCannotBe() + connection.accountsBelowZero()
                + connection.certifiedTwice() + connection.servicesOfOtherKind()
        }
    }
}

extension Connection {
    /// Nothing becomes of a record before the day on which it began.
    fileprivate func eventsBeforeTheirRecord(
        _ table: String, of record: String, began column: String
    ) throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: table, "effective_on",
            """
            SELECT e.id, NULL, e.change_id, e.effective_on || '', r.\(column) || '…'
            FROM \(table) e CROSS JOIN \(record) r ON r.id = e.\(record)_id
            WHERE e.is_void = 0 AND r.is_void = 0 AND e.effective_on < r.\(column)
            """)
    }

    /// Nothing follows on a termination or a withdrawal, and so there is one at the most.
    fileprivate func eventsAfterTheEnd(
        _ table: String, of record: String, end kind: String
    ) throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: table, "kind",
            """
            -- Events of one day stand in the order in which they were recorded. One that follows on two ends is told once.
            SELECT e.id, NULL, e.change_id, e.kind || ' ' || e.effective_on, '\(kind) ' || min(o.effective_on) || ' and no more'
            FROM \(table) o CROSS JOIN \(table) e ON e.\(record)_id = o.\(record)_id
            CROSS JOIN \(record) r ON r.id = e.\(record)_id
            WHERE o.kind = '\(kind)' AND o.is_void = 0 AND e.is_void = 0 AND r.is_void = 0
              AND (e.effective_on, e.id) > (o.effective_on, o.id)
            GROUP BY e.id
            """)
    }

    /// The party that stays is itself merged into none: no merge leads to another, nor back.
    fileprivate func mergesIntoMerged() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "party_merge", "into_id",
            """
            SELECT m.id, NULL, m.change_id, m.into_id || '', n.into_id || ''
            FROM party_merge m CROSS JOIN party_merge n ON n.party_id = m.into_id
            WHERE m.is_void = 0 AND n.is_void = 0
            """)
    }

    /// A code that a record was moved away from is the present one of no record.
    fileprivate func formerCodesInUse(_ noun: String) throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "former_code", "code",
            """
            SELECT f.id, NULL, f.change_id, f.code || '', NULL
            FROM former_code f CROSS JOIN \(noun) r ON r.venue_id = f.venue_id AND r.code = f.code
            WHERE f.noun = '\(noun)' AND f.is_void = 0
            """)
    }

    /// A cumulative count is never below zero; told is the day on which it falls there.
    fileprivate func countsBelowZero() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "daily_total", "count",
            """
            -- total() and not sum(): what somebody wrote into the file may be any number, and must not overflow.
            SELECT NULL, measure || ' ' || dimension || ' ' || dimension_key || ' ' || day, NULL,
              CAST(running AS INTEGER) || '', '0…'
            FROM (SELECT measure, dimension, dimension_key, day, count, total(count) OVER (
                PARTITION BY measure, dimension, dimension_key ORDER BY day) AS running FROM daily_total)
            WHERE running < 0 AND running - count >= 0
            """)
    }

    /// No more goes out of a deal's account for a purpose than has come in for it by then; a refund is of the price.
    fileprivate func accountsBelowZero() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "payment", "amount_fen",
            """
            SELECT id, NULL, change_id, CAST(held AS INTEGER) || '', '0…'
            FROM (SELECT deal_id, purpose, paid_on, max(id) AS id, max(change_id) AS change_id, total(fen) AS fen,
                total(total(fen)) OVER (PARTITION BY deal_id, purpose ORDER BY paid_on) AS held
              FROM (SELECT id, change_id, deal_id, paid_on, CASE kind WHEN 'refund' THEN 'price' ELSE kind END AS purpose,
                  CASE direction WHEN 'out' THEN -amount_fen ELSE amount_fen END AS fen
                FROM payment WHERE is_void = 0)
              GROUP BY deal_id, purpose, paid_on)
            WHERE held < 0 AND held - fen >= 0
            """)
    }

    /// No deal has two certificates that are valid on one day.
    fileprivate func certifiedTwice() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "certificate", "issued_on",
            """
            SELECT c.id, NULL, c.change_id, c.issued_on || '', coalesce(min(o.revoked_on), 'revoked ' || min(o.code)) || '…'
            FROM certificate o JOIN certificate c ON c.deal_id = o.deal_id AND c.id > o.id
            WHERE o.is_void = 0 AND c.is_void = 0
              AND max(c.issued_on, o.issued_on) < min(coalesce(c.revoked_on, '9999-12-31'), coalesce(o.revoked_on, '9999-12-31'))
            GROUP BY c.id
            """)
    }

    /// A loan names a programme, what became of it the loan, and no other service names any.
    fileprivate func servicesOfOtherKind() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "service", "service_id",
            """
            SELECT s.id, NULL, s.change_id, u.kind || '', \(ServiceKind.sqlParent(of: "s.kind")) AS needed
            FROM service s CROSS JOIN service u ON u.id = s.service_id
            WHERE s.is_void = 0 AND u.kind IS NOT needed
            """)
    }

    /// - Parameter sql: gives id, name, change, what was found and what was expected.
    func contradictions(
        in table: String, _ column: String, _ sql: String
    ) throws(SQLiteError) -> [Contradiction] {
        try query(sql) { row throws(SQLiteError) in
            Contradiction(
                table: table, id: try row.optionalInteger(at: 0), record: try row.optionalText(at: 1),
                change: try row.optionalInteger(at: 2), column: column, found: try row.optionalText(at: 3),
                expected: try row.optionalText(at: 4))
        }
    }
}
