import RegistryProof
import SQLite
import Testing

@Suite("A rule that a sealed value breaks")
struct RuleTests {
    /// What an import with a fault of its own might have recorded: sealed as it is, and wrong all the same.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let sql: String
        let table: String
        let column: String?
        var problem = Finding.Problem.ruleBroken

        var testDescription: String { sql }
    }

    @Test(
        "is told with its column",
        arguments: [
            Wrong(
                sql: "UPDATE deal SET technical_amount_fen = amount_fen + 1 WHERE id = 3", table: "deal",
                column: "technical_amount_fen"),
            Wrong(
                sql: "UPDATE deal SET technical_amount_fen = -1 WHERE id = 3", table: "deal",
                column: "technical_amount_fen"),
            Wrong(sql: "UPDATE deal SET mode = 'barter' WHERE id = 3", table: "deal", column: "mode"),
            Wrong(sql: "UPDATE deal SET payment_form = 'cash' WHERE id = 3", table: "deal", column: "payment_form"),
            Wrong(
                sql: "UPDATE listing SET listed_until = '2001-01-01' WHERE id = 3", table: "listing",
                column: "listed_until"),
            Wrong(
                sql: "UPDATE figure SET published_on = 'tomorrow' WHERE id = 3", table: "figure", column: "published_on"
            ),
            Wrong(sql: "UPDATE figure SET origin = 'hearsay' WHERE id = 3", table: "figure", column: nil),
            Wrong(sql: "UPDATE source_file SET rows_read = 0 WHERE id = 3", table: "source_file", column: nil),
            Wrong(sql: "UPDATE deal SET is_void = 2 WHERE id = 3", table: "deal", column: "is_void"),
            Wrong(
                sql: "UPDATE party SET match_name = match_name || '!' WHERE id = 3", table: "party",
                column: "match_name"),
            Wrong(
                sql:
                    "UPDATE deal SET listing_id = (SELECT id FROM listing WHERE venue_id <> deal.venue_id) WHERE id = 3",
                table: "deal", column: "listing_id"),
            Wrong(
                sql: "UPDATE deal SET buyer_id = 999 WHERE id = 3", table: "deal", column: "buyer_id",
                problem: .referenceBroken),
            Wrong(
                sql: "UPDATE deal SET listing_id = 0 WHERE id = 3", table: "deal", column: "listing_id",
                problem: .referenceBroken),
            Wrong(
                sql: "UPDATE migration SET applied_at = 'never' WHERE id = 3", table: "migration", column: "applied_at",
                problem: .migrationDiffers),
            Wrong(
                sql: "UPDATE arrival SET change_id = 999 WHERE id = 3", table: "arrival", column: nil,
                problem: .referenceBroken),
        ])
    func told(wrong: Wrong) throws {
        let registry = try ProofRegistry(seed: 41, rounds: 1)
        let forger = Forger(registry: registry, connection: try registry.stranger())
        try forger.alter(wrong.sql)
        let found = try registry.findings()
        #expect(
            found.contains { $0.problem == wrong.problem && $0.table == wrong.table && $0.column == wrong.column },
            "\(found.map(\.cells))")
        let id = found.first { $0.problem == wrong.problem }?.id
        #expect(id == 3)
        // The seals hold: the value is what was recorded.
        let seals: Set<Finding.Problem> = [.rowDiffers, .rowsDiffer, .sealDiffers, .partDiffers, .checkDiffers]
        #expect(found.allSatisfy { !seals.contains($0.problem) })
    }

    @Test("the column of a record that counts is told by the totals, and what it held")
    func columnTold() throws {
        let registry = try ProofRegistry(seed: 42, rounds: 1)
        let connection = try registry.stranger()
        let deals = try connection.rows(
            "SELECT id, amount_fen, signed_on, kind FROM deal WHERE is_void = 0 AND field = 'energy' LIMIT 1")
        let deal = try #require(deals.first)
        let edits: [(column: String, sql: String, expected: Value)] = [
            ("amount_fen", "amount_fen = amount_fen + 12345", deal[1]),
            ("signed_on", "signed_on = '2021-01-02'", deal[2]),
            ("kind", "kind = 'consulting'", deal[3]), ("field", "field = NULL", "energy"),
        ]
        for edit in edits {
            try connection.withoutTriggers { () throws(SQLiteError) in
                try connection.run("UPDATE deal SET \(edit.sql) WHERE id = ?", deal[0])
            }
            let found = try registry.findings().filter { $0.problem == .rowDiffers }
            #expect(found.count == 1 && found.first?.column == edit.column)
            let expected = if case .text(let text) = edit.expected { text } else { "\(edit.expected)" }
            #expect(expected.contains(found.first?.expected ?? "-"))
            try connection.withoutTriggers { () throws(SQLiteError) in
                try connection.run("UPDATE deal SET \(edit.column) = ? WHERE id = ?", edit.expected, deal[0])
            }
        }
        #expect(try registry.findings() == [])
    }
}
