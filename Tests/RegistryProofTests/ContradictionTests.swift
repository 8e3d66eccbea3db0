import RegistryProof
import SQLite
import Testing

@Suite("A value that contradicts another record")
struct ContradictionTests {
    struct Broken: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let table: String
        var id: Int64?
        var record: String?
        let column: String
        var found: String?
        let expected: String?
    }

    @Test(
        "is told with its record, its column, and what was found",
        arguments: [
            Broken(
                testDescription: "new terms before the deal was signed",
                sql: "UPDATE deal_event SET effective_on = '2001-01-01' WHERE id = 1", table: "deal_event", id: 1,
                record: "SZ/D-3", column: "effective_on", found: "2001-01-01", expected: nil),
            Broken(
                testDescription: "a listing suspended before it was listed",
                sql: "UPDATE listing_event SET effective_on = '2001-01-01' WHERE id = 1", table: "listing_event",
                id: 1, record: "SH/L-3", column: "effective_on", found: "2001-01-01", expected: nil),
            Broken(
                testDescription: "new terms after a termination",
                sql: "UPDATE deal_event SET is_void = 0, effective_on = '2022-05-01' WHERE id = 2",
                table: "deal_event", id: 1, record: "SZ/D-3", column: "kind", found: "amended 2022-06-01",
                expected: "terminated 2022-05-01 and no more"),
            Broken(
                testDescription: "a deal terminated twice",
                sql: """
                    UPDATE deal_event SET is_void = 0, deal_id = (SELECT deal_id FROM deal_event WHERE id = 3)
                    WHERE id = 2
                    """, table: "deal_event", id: 3, record: "SH/D-N", column: "kind",
                found: "terminated 2022-08-01", expected: "terminated 2022-07-01 and no more"),
            Broken(
                testDescription: "a listing resumed after it was withdrawn",
                sql: "UPDATE listing_event SET is_void = 0, effective_on = '2022-06-01' WHERE id = 3",
                table: "listing_event", id: 2, record: "SH/L-3", column: "kind", found: "resumed 2022-06-02",
                expected: "withdrawn 2022-06-01 and no more"),
            Broken(
                testDescription: "a listing withdrawn twice",
                sql: "UPDATE listing_event SET is_void = 0, kind = 'withdrawn' WHERE id IN (2, 3)",
                table: "listing_event", id: 3, record: "SH/L-3", column: "kind", found: "withdrawn 2022-06-03",
                expected: "withdrawn 2022-06-02 and no more"),
            Broken(
                testDescription: "a party merged into one that is merged itself",
                sql: "UPDATE party_merge SET into_id = (SELECT party_id FROM party_merge WHERE id = 3) WHERE id = 1",
                table: "party_merge", id: 1, record: "卖3", column: "into_id",
                found: "(SELECT party_id FROM party_merge WHERE id = 3)", expected: nil),
            Broken(
                testDescription: "a former code that is the present one",
                sql: """
                    UPDATE former_code SET (venue_id, code) = (SELECT venue_id, code FROM deal WHERE id = record_id)
                    WHERE id = 3
                    """, table: "former_code", id: 3, record: "SH/D-N", column: "code", found: "D-N", expected: nil),
            Broken(
                testDescription: "a listing resumed that was not suspended",
                sql: "UPDATE listing_event SET is_void = 1 WHERE id = 1", table: "listing_event", id: 2,
                record: "SH/L-3", column: "kind", found: "resumed 2022-06-02", expected: "suspended before it"),
            Broken(
                testDescription: "a listing suspended twice",
                sql: "UPDATE listing_event SET kind = 'suspended' WHERE id = 2", table: "listing_event", id: 2,
                record: "SH/L-3", column: "kind", found: "suspended 2022-06-02", expected: "resumed before it"),
            Broken(
                testDescription: "a deal amended twice on a day",
                sql: "UPDATE deal_event SET kind = 'amended', is_void = 0, effective_on = '2022-06-01' WHERE id = 2",
                table: "deal_event", id: 2, record: "SZ/D-3", column: "effective_on", found: "2022-06-01",
                expected: "amended on it already"),
            Broken(
                testDescription: "a former code of no record",
                sql: "UPDATE former_code SET record_id = 999 WHERE id = 3", table: "former_code", id: 3,
                record: "SZ/D-4", column: "record_id", found: "999", expected: "deal …"),
            Broken(
                testDescription: "a review of a change by its own author",
                sql:
                    "UPDATE change SET actor = '登记员' WHERE id = (SELECT change_id FROM review WHERE is_void = 0 LIMIT 1)",
                table: "review", id: 1, column: "reviewed_change_id", expected: "another actor"),
            Broken(
                testDescription: "an arrival of a file that was never imported",
                sql: "UPDATE arrival SET sha256 = 'abc' WHERE id = 2", table: "arrival", id: 2, column: "sha256",
                found: "abc", expected: nil),
            Broken(
                testDescription: "an arrival with another count than was recorded",
                sql: "UPDATE arrival SET rows_new = rows_new - 1, rows_unchanged = rows_unchanged + 1 WHERE id = 2",
                table: "arrival", id: 2, column: "rows_new", expected: nil),
            Broken(
                testDescription: "an arrival under another name than was recorded",
                sql: "UPDATE arrival SET name = 'other.csv' WHERE id = 2", table: "arrival", id: 2, column: "name",
                found: "other.csv", expected: nil),
            Broken(
                testDescription: "an arrival that counts a row twice",
                sql: """
                    INSERT INTO arrival (id, arrived_at, name, sha256, size_bytes, outcome, rows_read, rows_new, rows_changed,
                      rows_unchanged, rows_rejected, rows_set_aside, conflicts, actor, login, uid, host)
                    VALUES (999, '2022-06-21T00:00:00.000000Z', 'a.csv', 'abc', 1, 'refused', 3, 0, 0, 1, 3, 0, 0, 'a', 'a', 1, 'h')
                    """, table: "arrival", id: 999, column: "rows_read", found: "3", expected: "4"),
            Broken(
                testDescription: "a refused arrival with a change",
                sql: "UPDATE arrival SET outcome = 'refused' WHERE id = 2", table: "arrival", id: 2,
                column: "change_id", expected: nil),
            Broken(
                testDescription: "an arrival that came to no end there is",
                sql: "UPDATE arrival SET outcome = 'lost' WHERE id = 2", table: "arrival", id: 2, column: "outcome",
                found: "lost", expected: "imported|unchanged|doubled|refused|empty"),
            Broken(
                testDescription: "an arrival at no time",
                sql: "UPDATE arrival SET arrived_at = 'yesterday' WHERE id = 2", table: "arrival", id: 2,
                column: "arrived_at", found: "yesterday", expected: nil),
            Broken(
                testDescription: "an arrival that lacks a record and counts none",
                sql: "INSERT INTO lacked_record (arrival_id, noun, record_id, is_there) VALUES (2, 'deal', 1, 0)",
                table: "arrival", id: 2, column: "rows_missing", found: "0", expected: "1"),
            Broken(
                testDescription: "an arrival that repeats a reject and has no rejected row",
                sql: "INSERT INTO repeated_reject (arrival_id, reject_id) VALUES (2, 1)",
                table: "arrival", id: 2, column: "rows_rejected", found: "0", expected: "1…"),
            Broken(
                testDescription: "an imported file that never arrived",
                sql: "DELETE FROM arrival WHERE id = 2", table: "arrival", column: "change_id", expected: nil),
            Broken(
                testDescription: "new terms below the part that is for technology",
                sql: """
                    UPDATE deal SET technical_amount_fen = 8001 WHERE id = (SELECT deal_id FROM deal_event WHERE id = 1)
                    """, table: "deal_event", id: 1, record: "SZ/D-3", column: "amount_fen", found: "8000",
                expected: "8001…"),
            Broken(
                testDescription: "a renewal of what is no loan",
                sql: "UPDATE service SET kind = 'renewal', service_id = 2 WHERE id = 1", table: "service", id: 1,
                column: "service_id", found: "programme", expected: "loan"),
            Broken(
                testDescription: "fewer deals than none",
                sql:
                    "UPDATE daily_total SET count = -1 WHERE measure = 'deal' AND dimension = 'all' AND day = '2022-02-28'; "
                    + "DELETE FROM daily_total WHERE measure = 'deal' AND dimension = 'all' AND day < '2022-02-28'",
                table: "daily_total", record: "deal all  2022-02-28", column: "count", found: "-1", expected: "0…"),
        ])
    func told(broken: Broken) throws {
        let registry = try ProofRegistry(seed: 41, rounds: 1)
        #expect(try registry.findings() == [])
        let connection = try registry.stranger()
        try connection.withoutTriggers { () throws(SQLiteError) in try connection.execute(broken.sql) }
        var value = broken.found
        if let sql = value, sql.hasPrefix("(SELECT"), case .integer(let id) = try connection.rows("SELECT \(sql)")[0][0]
        {
            value = "\(id)"
        }
        let findings = try registry.findings().filter { $0.problem == .ruleBroken }
        let found = try #require(
            findings.first { $0.table == broken.table && $0.id == broken.id && $0.column == broken.column },
            "\(findings.map(\.cells))")
        if let record = broken.record { #expect(found.record == record) }
        if let value { #expect(found.found == value) }
        if let expected = broken.expected { #expect(found.expected == expected) }
    }

    @Test("is no contradiction where the record, the event or the merge is void")
    func void() throws {
        let registry = try ProofRegistry(seed: 41, rounds: 1)
        let connection = try registry.stranger()
        try connection.withoutTriggers { () throws(SQLiteError) in
            try connection.execute(
                """
                UPDATE deal_event SET effective_on = '2001-01-01' WHERE id = 2;
                UPDATE deal SET is_void = 1 WHERE id = (SELECT deal_id FROM deal_event WHERE id = 3);
                UPDATE deal_event SET effective_on = '2001-01-01' WHERE id = 3;
                UPDATE listing_event SET effective_on = '2001-01-01' WHERE id = 3;
                UPDATE party_merge SET into_id = (SELECT party_id FROM party_merge WHERE id = 2) WHERE id = 1;
                """)
        }
        let columns: Set<String> = ["effective_on", "kind", "into_id"]
        let findings = try registry.findings().filter { $0.problem == .ruleBroken }
        #expect(findings.filter { columns.contains($0.column ?? "") } == [])
    }
}
