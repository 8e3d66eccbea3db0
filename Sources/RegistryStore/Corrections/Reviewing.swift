import Registry
import SQLite

/// A second pair of eyes (复核), and what still wants it.
extension Ledger {
    /// Records that another actor looked at a correction.
    ///
    /// - Throws: ``StoreError/cannotReview(change:_:)``; ``StoreError/noSuchChange(number:newest:)``.
    package func review(_ number: Int64, by author: Author) throws(StoreError) -> Receipt? {
        try write(by: author) { change throws(StoreError) in
            let found = try storing { () throws(SQLiteError) in
                try connection.first(
                    """
                    SELECT c.actor, EXISTS (SELECT 1 FROM correcting_changes k WHERE k.change_id = c.id)
                    FROM change c WHERE c.id = ? AND c.seal IS NOT NULL
                    """, .integer(number)
                ) { row throws(SQLiteError) in (actor: try row.text(at: 0), corrects: try row.integer(at: 1) == 1) }
            }
            guard let found else { throw .noSuchChange(number: number, newest: change.number - 1) }
            guard found.corrects else { throw .cannotReview(change: number, .noCorrection) }
            guard found.actor != author.actor else {
                throw .cannotReview(change: number, .ownChange(actor: author.actor))
            }
            let known = try storing { () throws(SQLiteError) in
                try connection.first(
                    """
                    SELECT r.id, r.is_void, c.actor, r.change_id FROM review r JOIN change c ON c.id = r.change_id
                    WHERE r.reviewed_change_id = ?
                    """, .integer(number)
                ) { row throws(SQLiteError) in
                    (
                        id: try row.integer(at: 0), isVoid: try row.integer(at: 1) == 1, actor: try row.text(at: 2),
                        change: try row.integer(at: 3)
                    )
                }
            }
            if let known, !known.isVoid {
                throw .cannotReview(change: number, .reviewedAlready(by: known.actor, change: known.change))
            }
            try storing { () throws(SQLiteError) in
                if let known {
                    try change.replaceRow(known.id, of: "review", [.integer(number)])
                } else {
                    try change.addRow(to: "review", [.integer(number)])
                }
            }
        }
    }

    /// How many changes there are, and how many that corrected something by hand wait for another pair of eyes.
    package func correctionCounts() throws(StoreError) -> (changes: Int64, corrections: Int64, unreviewed: Int64) {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT (SELECT count(*) FROM change WHERE seal IS NOT NULL), count(*),
                  coalesce(sum(CASE WHEN k.is_by_hand = 1 AND r.change_id IS NULL THEN 1 ELSE 0 END), 0)
                FROM correcting_changes k LEFT JOIN reviews r ON r.reviewed_change_id = k.change_id
                """
            ) { row throws(SQLiteError) in (try row.integer(at: 0), try row.integer(at: 1), try row.integer(at: 2)) }
                ?? (0, 0, 0)
        }
    }
}
