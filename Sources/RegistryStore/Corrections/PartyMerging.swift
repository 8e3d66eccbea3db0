import Registry
import SQLite

/// Two spellings of one party. Records keep the party that they were recorded with; what is read shows the one that stays.
extension Ledger {
    /// The party that one is merged into; nil for one that stands by itself.
    func mergedInto(_ party: Int64) throws(StoreError) -> (id: Int64, name: String)? {
        try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT i.id, i.name FROM party_merge m JOIN party i ON i.id = m.into_id
                WHERE m.party_id = ? AND m.is_void = 0
                """, .integer(party)
            ) { row throws(SQLiteError) in (try row.integer(at: 0), try row.text(at: 1)) }
        }
    }

    /// Says that a party is the same as another, which stays.
    ///
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)``, and ``StoreError/voidRecord(noun:name:)`` for either.
    package func merge(_ asked: RecordName, into other: RecordName, by author: Author) throws(StoreError) -> Correction
    {
        try correct(asked, by: author) { id, name, desk throws(StoreError) in
            let into = try standing(other)
            guard into.id != id else { throw .cannotFollow(noun: .party, name: "\(name)", .sameParty) }
            let (codes, others) = (try creditCodes(of: id), try creditCodes(of: into.id))
            if let code = codes.first, let other = others.first(where: { $0 != code }) {
                throw .cannotFollow(noun: .party, name: "\(name)", .differentCreditCodes(code, other))
            }
            let change = desk.change
            try storing { () throws(SQLiteError) in
                // What was merged into the one that goes is led on to the one that stays, so that no merge leads to another.
                let led = try connection.query(
                    "SELECT id, party_id FROM party_merge WHERE into_id = ? AND is_void = 0 ORDER BY id", .integer(id)
                ) { row throws(SQLiteError) in (row: try row.integer(at: 0), party: try row.integer(at: 1)) }
                for merge in led {
                    try change.replaceRow(merge.row, of: "party_merge", [.integer(merge.party), .integer(into.id)])
                }
                let known = try connection.first("SELECT id FROM party_merge WHERE party_id = ?", .integer(id)) {
                    row throws(SQLiteError) in try row.integer(at: 0)
                }
                if let known {
                    try change.replaceRow(known, of: "party_merge", [.integer(id), .integer(into.id)])
                } else {
                    try change.addRow(to: "party_merge", [.integer(id), .integer(into.id)])
                }
            }
            return name
        }
    }

    /// Says that a party is not the one that it was merged into.
    ///
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)``.
    package func unmerge(_ asked: RecordName, by author: Author) throws(StoreError) -> Correction {
        try correct(asked, mayBeMerged: true, by: author) { id, name, desk throws(StoreError) in
            let change = desk.change
            let merge = try storing { () throws(SQLiteError) in
                try connection.first(
                    "SELECT id, into_id FROM party_merge WHERE party_id = ? AND is_void = 0", .integer(id)
                ) { row throws(SQLiteError) in (row: try row.integer(at: 0), into: try row.integer(at: 1)) }
            }
            guard let merge else { throw .cannotFollow(noun: .party, name: "\(name)", .notMerged) }
            try storing { () throws(SQLiteError) in
                try change.replaceRow(
                    merge.row, of: "party_merge", [.integer(id), .integer(merge.into)], isVoid: true)
                for other in try led(through: id, to: merge.into) {
                    try change.replaceRow(other.row, of: "party_merge", [.integer(other.party), .integer(id)])
                }
            }
            try requireProviders(desk)
            return name
        }
    }

    /// No loan is of another bank than what it names, now that two are one no more.
    private func requireProviders(_ desk: WriterDesk) throws(StoreError) {
        let found = try storing { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT s.id, u.id, ps.name, pu.name FROM service s JOIN service u ON u.id = s.service_id
                JOIN party ps ON ps.id = s.provider_id JOIN party pu ON pu.id = u.provider_id
                LEFT JOIN party_merge ms ON ms.party_id = ps.id AND ms.is_void = 0
                LEFT JOIN party_merge mu ON mu.party_id = pu.id AND mu.is_void = 0
                WHERE s.is_void = 0 AND s.kind IN \(ServiceKind.sqlOfParentsProvider) AND s.provider_id <> u.provider_id
                  AND coalesce(ms.into_id, ps.id) <> coalesce(mu.into_id, pu.id)
                ORDER BY s.id LIMIT 1
                """
            ) { row throws(SQLiteError) in
                let fault = ServiceFault.otherProvider(try row.text(at: 2), parent: try row.text(at: 3))
                return (try row.integer(at: 0), try row.integer(at: 1), fault)
            }
        }
        guard let (child, parent, fault) = found else { return }
        let names = try storing { () throws(SQLiteError) in
            (try connection.name(of: .service, child), try connection.name(of: .service, parent))
        }
        throw .refused([FieldRefusal(field: nil, .service("\(names.0)", of: "\(names.1)", fault))])
    }

    /// The merges that were led on to a party because the one that they named, or one after that, was merged into it.
    private func led(through party: Int64, to into: Int64) throws(SQLiteError) -> [(row: Int64, party: Int64)] {
        try connection.query(
            """
            WITH RECURSIVE
            -- Each merge into the one that stays, with the party that it named when it was made: in the first version after
            -- the last void one.
            made (id, party_id, named_id) AS (
              SELECT m.id, m.party_id, coalesce(
                (SELECT h.into_id FROM party_merge_history h WHERE h.id = m.id AND h.change_id > coalesce(
                  (SELECT max(v.change_id) FROM party_merge_history v WHERE v.id = m.id AND v.is_void = 1), 0)
                ORDER BY h.change_id LIMIT 1), m.into_id)
              FROM party_merge m WHERE m.into_id = ?2 AND m.is_void = 0),
            passing (party_id) AS (
              SELECT ?1 UNION SELECT made.party_id FROM passing JOIN made ON made.named_id = passing.party_id)
            SELECT made.id, made.party_id FROM made JOIN passing ON passing.party_id = made.party_id ORDER BY made.id
            """, .integer(party), .integer(into)
        ) { row throws(SQLiteError) in (row: try row.integer(at: 0), party: try row.integer(at: 1)) }
    }

    /// The credit codes of a party, its own first, and of all that are merged into it.
    private func creditCodes(of party: Int64) throws(StoreError) -> [String] {
        try storing { () throws(SQLiteError) in
            try connection.query(
                """
                SELECT credit_code FROM party
                WHERE credit_code IS NOT NULL
                  AND (id = ?1 OR id IN (SELECT party_id FROM party_merge WHERE into_id = ?1 AND is_void = 0))
                ORDER BY id <> ?1, id
                """, .integer(party)
            ) { row throws(SQLiteError) in try row.text(at: 0) }
        }
    }
}
