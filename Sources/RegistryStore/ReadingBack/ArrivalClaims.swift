import SQLite

/// What no arrival can claim. No seal covers what merely arrived, but it must agree with what was recorded of it, and with
/// itself.
extension Connection {
    func arrivalsThatCannotBe() throws(SQLiteError) -> [Contradiction] {
        try arrivalsOfOtherFiles() + arrivalsOtherwiseThanRecorded() + filesThatNeverArrived() + arrivalsThatNeverAre()
            + arrivalsThatSayOtherwise()
    }

    /// What was imported is the file of its change.
    private func arrivalsOfOtherFiles() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "arrival", "sha256",
            """
            SELECT a.id, a.name || '', a.change_id, a.sha256 || '',
              (SELECT min(f.sha256) FROM source_file f WHERE f.change_id = a.change_id)
            FROM arrival a
            WHERE a.outcome = 'imported' AND NOT EXISTS (
              SELECT 1 FROM source_file f WHERE f.change_id = a.change_id AND f.sha256 = a.sha256)
            """)
    }

    /// Name, noun, venue, size and counts of what was imported are those that were recorded and sealed.
    private func arrivalsOtherwiseThanRecorded() throws(SQLiteError) -> [Contradiction] {
        var found: [Contradiction] = []
        for column in [
            "name", "noun", "venue_id", "size_bytes", "rows_read", "rows_new", "rows_changed", "rows_unchanged",
            "rows_rejected", "rows_set_aside",
        ] {
            found += try contradictions(
                in: "arrival", column,
                """
                SELECT a.id, a.name || '', a.change_id, a.\(column) || '', f.\(column) || ''
                FROM arrival a CROSS JOIN source_file f ON f.change_id = a.change_id AND f.sha256 = a.sha256
                WHERE a.outcome = 'imported' AND a.\(column) IS NOT f.\(column)
                """)
        }
        return found
    }

    /// The arrival of an imported file commits with its rows. Lists of figures keep none.
    private func filesThatNeverArrived() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "arrival", "change_id",
            """
            SELECT NULL, f.name || '', f.change_id, NULL, f.change_id || ''
            FROM source_file f
            -- No index leads to the arrivals of a change: they are read once.
            WHERE f.noun <> 'figure' AND f.change_id NOT IN (
              SELECT change_id FROM arrival WHERE outcome = 'imported' AND change_id IS NOT NULL)
            """)
    }

    /// Only an import has a change, every row that was read is counted once, and no count is below zero.
    private func arrivalsThatNeverAre() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "arrival", "outcome",
            """
            SELECT id, name || '', change_id, outcome || '', 'imported|unchanged|doubled|refused|empty'
            FROM arrival WHERE outcome NOT IN ('imported', 'unchanged', 'doubled', 'refused', 'empty')
            """)
            + contradictions(
                in: "arrival", "change_id",
                """
                SELECT id, name || '', change_id, change_id || '', NULL FROM arrival
                WHERE outcome <> 'imported' AND change_id IS NOT NULL
                """)
            + contradictions(
                in: "arrival", "rows_read",
                """
                SELECT id, name || '', change_id, rows_read || '',
                  CAST(total(rows_new) + rows_changed + rows_unchanged + rows_rejected AS INTEGER) || ''
                FROM arrival GROUP BY id
                HAVING rows_read <> total(rows_new) + rows_changed + rows_unchanged + rows_rejected
                  OR min(rows_read, rows_new, rows_changed, rows_unchanged, rows_rejected, rows_set_aside, rows_missing,
                    conflicts, size_bytes) < 0
                """)
            + contradictions(
                in: "arrival", "arrived_at",
                """
                SELECT id, name || '', change_id, arrived_at || '', 'YYYY-MM-DDTHH:MM:SS.ffffffZ' FROM arrival
                WHERE arrived_at NOT GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].*Z'
                """)
            + contradictions(
                in: "arrival", "refusal",
                """
                SELECT id, name || '', change_id, refusal || '', NULL FROM arrival
                WHERE refusal IS NOT NULL AND outcome <> 'refused'
                """)
            + contradictions(
                in: "arrival", "rows_read",
                "SELECT id, name || '', change_id, rows_read || '', '0' FROM arrival WHERE outcome = 'empty' AND rows_read <> 0"
            )
            + contradictions(
                in: "arrival", "night",
                """
                SELECT id, name || '', change_id, night || '', 'YYYY-MM-DD' FROM arrival
                WHERE night NOT GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
                """)
            + contradictions(
                in: "arrival", "change_id",
                """
                SELECT max(id), name || '', change_id, change_id || '', NULL FROM arrival
                WHERE outcome = 'imported' GROUP BY change_id, sha256 HAVING count(*) > 1
                """)
    }

    /// A file lacks as many records as it was counted to, and no more of its rows say what was rejected before than were
    /// rejected.
    private func arrivalsThatSayOtherwise() throws(SQLiteError) -> [Contradiction] {
        try contradictions(
            in: "arrival", "rows_missing",
            """
            SELECT a.id, a.name || '', a.change_id, a.rows_missing || '', count(*) || ''
            FROM arrival a JOIN lacked_record l ON l.arrival_id = a.id AND l.is_there = 0
            GROUP BY a.id HAVING a.rows_missing <> count(*)
            """)
            + contradictions(
                in: "arrival", "rows_rejected",
                """
                SELECT a.id, a.name || '', a.change_id, a.rows_rejected || '', count(*) || '…'
                FROM arrival a JOIN repeated_reject p ON p.arrival_id = a.id
                GROUP BY a.id HAVING a.rows_rejected < count(*)
                """)
    }
}
