import SQLite

extension Ledger {
    /// The certificates of which a change recorded a version, in the order of their ids.
    package func certificates(recordedBy change: Int64) throws(StoreError) -> [Int64] {
        try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT id FROM certificate WHERE change_id = ?1
                UNION SELECT id FROM certificate_history WHERE change_id = ?1 ORDER BY id
                """, .integer(change)
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
        }
    }

    /// The changes that recorded versions of certificates, in their order.
    package func changesOfCertificates() throws(StoreError) -> [Int64] {
        try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT change_id FROM certificate UNION SELECT change_id FROM certificate_history
                UNION SELECT change_id FROM change_part WHERE table_name = 'certificate' ORDER BY change_id
                """
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
        }
    }

    /// Whether there are as many certificates, and as many earlier versions of them, as changes have sealed.
    package func isCertificateRollComplete() throws(StoreError) -> Bool {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT (SELECT count(*) FROM certificate) = (SELECT coalesce(sum(new_rows), 0) FROM change_part
                    WHERE table_name = 'certificate')
                  AND (SELECT count(*) FROM certificate_history) = (SELECT coalesce(sum(changed_rows), 0) FROM change_part
                    WHERE table_name = 'certificate')
                """
            ) { row throws(SQLiteError) in try row.integer(at: 0) == 1 } ?? false
        }
    }
}
