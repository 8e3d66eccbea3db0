import Registry
import RegistryStore
import SQLite
import Testing

@Suite("Other programs that write")
struct GateTests {
    /// Every table, with the columns that tell its rows apart and the one that names the change of a version.
    struct Table: CustomTestStringConvertible, Sendable {
        let name: String
        let identity: [String]
        var change: String? = "change_id"

        var testDescription: String { name }
        var isHistory: Bool { name.hasSuffix("_history") }
        /// A row of its own number may be replaced by one with the same identity.
        var hasOwnNumber: Bool { identity != ["id"] && !isHistory && !name.hasPrefix("daily") && name != "change_part" }
    }

    static let versioned = [
        "venue", "party", "intention", "listing", "deal", "deal_event", "figure", "listing_event", "former_code",
        "party_merge", "review", "demand", "contract_registration", "instalment", "payment",
        "certificate",
        "service",
    ]
    static let records = [
        Table(name: "venue", identity: ["code"]), Table(name: "party", identity: ["match_name"]),
        Table(name: "intention", identity: ["venue_id", "code"]),
        Table(name: "listing", identity: ["venue_id", "code"]),
        Table(name: "deal", identity: ["venue_id", "code"]), Table(name: "deal_event", identity: ["id"]),
        Table(name: "figure", identity: ["as_of", "metric", "comparison", "origin"]),
        Table(name: "listing_event", identity: ["id"]),
        Table(name: "former_code", identity: ["noun", "venue_id", "code"]),
        Table(name: "party_merge", identity: ["party_id"]), Table(name: "review", identity: ["reviewed_change_id"]),
        Table(name: "demand", identity: ["venue_id", "code"]),
        Table(name: "contract_registration", identity: ["venue_id", "code"]),
        Table(name: "instalment", identity: ["venue_id", "code"]),
        Table(name: "payment", identity: ["venue_id", "code"]),
        Table(name: "certificate", identity: ["venue_id", "code"]),
        Table(name: "service", identity: ["venue_id", "code"]),
        Table(name: "setting", identity: ["name"]), Table(name: "source_file", identity: ["id"]),
    ]
    static let histories = versioned.map { Table(name: "\($0)_history", identity: ["id"], change: "replaced_by") }
    static let derived = [
        Table(name: "daily_delta", identity: []), Table(name: "daily_total", identity: [], change: nil),
        Table(name: "row_check", identity: ["sums"]),
    ]
    static let nightly = [
        "venue_profile", "calendar_day", "rejected_row", "closed_reject", "review_item", "review_answer",
    ].map { Table(name: $0, identity: ["id"]) }
    /// What merely arrived belongs to no change.
    static let arrived = [
        Table(name: "arrival", identity: ["id"]), Table(name: "repeated_reject", identity: ["id"], change: nil),
        Table(name: "lacked_record", identity: ["id"], change: nil),
    ]
    static let all =
        records + histories + derived + arrived + [
            Table(name: "change_part", identity: []), Table(name: "change", identity: ["id"], change: nil),
            Table(name: "migration", identity: ["id"], change: nil), Table(name: "reversal", identity: ["id"]),
        ] + nightly

    private let registry: TestRegistry
    private let raw: Connection

    init() throws {
        registry = try TestRegistry.withEveryTable()
        raw = try registry.stranger()
    }

    /// Runs the SQL and expects a trigger to refuse it, with every row as it was.
    private func expectRefused(_ sql: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let before = try raw.dump()
        let refused = try refusal(sourceLocation: sourceLocation) { () throws(SQLiteError) in try raw.run(sql) }
        #expect(refused.isTrigger, "\(refused)", sourceLocation: sourceLocation)
        #expect(try raw.dump() == before, sourceLocation: sourceLocation)
    }

    /// `INSERT … SELECT` of the table's first row with some columns given another value.
    private func copying(_ table: Table, _ verb: String, _ others: [String: String] = [:]) throws -> String {
        let columns = try raw.query("SELECT name FROM pragma_table_info(?)", .text(table.name)) {
            row throws(SQLiteError) in
            try row.text(at: 0)
        }
        let values = columns.map { others[$0] ?? $0 }.joined(separator: ", ")
        return "\(verb) INTO \(table.name) SELECT \(values) FROM (SELECT * FROM \(table.name) LIMIT 1)"
    }

    /// The next change, open.
    private func openChange() throws {
        try raw.begin(.immediate)
        try raw.run(
            """
            INSERT INTO change (id, command, actor, login, uid, host)
            SELECT max(id) + 1, 'raw', 'a', 'a', 1, 'h' FROM change
            """)
    }

    @Test("a table named here is in the schema, and the other way round")
    func complete() throws {
        #expect(try raw.tables() == Self.all.map(\.name).sorted())
        for table in Self.all { #expect(try raw.number("SELECT count(*) FROM \(table.name)") > 0, "\(table.name)") }
    }

    @Test("a row is not deleted", arguments: all)
    func delete(table: Table) throws {
        try expectRefused("DELETE FROM \(table.name)")
        try openChange()
        try expectRefused("DELETE FROM \(table.name)")
    }

    @Test("a row is not changed without a change", arguments: all)
    func update(table: Table) throws {
        let column = table.identity.first ?? "count"
        let set = table.name == "change_part" ? "new_rows = new_rows" : "\(column) = \(column)"
        try expectRefused("UPDATE \(table.name) SET \(set)")
        try expectRefused("UPDATE OR REPLACE \(table.name) SET \(set)")
        guard table.name != "daily_total" else { return }
        // Nor by a change that does not put its number on the row.
        try openChange()
        try expectRefused("UPDATE \(table.name) SET \(set)" + (table.name == "change" ? " WHERE id = 1" : ""))
    }

    @Test(
        "a row is not added without an open change",
        arguments: all.filter { table in !arrived.contains { $0.name == table.name } })
    func insert(table: Table) throws {
        var own = ["id": "id + 1000"]
        if table.name == "daily_delta" || table.name == "daily_total" { own = ["day": "'2001-01-01'"] }
        if table.name == "row_check" { own = ["first_id": "first_id + 1000"] }
        if table.name == "change_part" { own = ["table_name": "'other'"] }
        if table.name == "setting" { own["name"] = "'other'" }
        for column in ["code", "match_name", "as_of"] where table.identity.contains(column) {
            own[column] = column == "as_of" ? "'2001-01-01'" : "'other'"
        }
        for verb in ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE"] {
            try expectRefused(try copying(table, verb, own))
        }
        // A change that is not there, and none at all.
        guard let change = table.change else { return }
        own[change] = "999"
        try expectRefused(try copying(table, "INSERT", own))
        own[change] = "NULL"
        try expectRefused(try copying(table, "INSERT", own))
    }

    @Test("a row is not replaced by its number", arguments: all)
    func replaceByNumber(table: Table) throws {
        try expectRefused(try copying(table, "INSERT OR REPLACE"))
        try openChange()
        guard table.name != "daily_total" else { return }
        try expectRefused(try copying(table, "INSERT OR REPLACE"))
        guard let change = table.change, !table.isHistory,
            !["daily_delta", "row_check", "change_part"].contains(table.name)
        else { return }
        try expectRefused(try copying(table, "INSERT OR REPLACE", [change: "(SELECT max(id) FROM change)"]))
    }

    @Test("a row is not replaced by its identity", arguments: records.filter(\.hasOwnNumber))
    func replaceByIdentity(table: Table) throws {
        try expectRefused(try copying(table, "INSERT OR REPLACE", ["id": "id + 1000"]))
        try openChange()
        try expectRefused(
            try copying(table, "INSERT OR REPLACE", ["id": "id + 1000", "change_id": "(SELECT max(id) FROM change)"]))
    }

    @Test("an update does not replace another record", arguments: records.filter { versioned.contains($0.name) })
    func updateOrReplace(table: Table) throws {
        try openChange()
        let other = "(SELECT max(id) FROM \(table.name))"
        let open = "change_id = (SELECT max(id) FROM change)"
        try expectRefused("UPDATE OR REPLACE \(table.name) SET id = \(other), \(open) WHERE id = 1")
        guard table.identity != ["id"] else { return }
        let identity = table.identity.map { "\($0) = (SELECT \($0) FROM \(table.name) WHERE id = \(other))" }
        let set = identity.joined(separator: ", ")
        try expectRefused("UPDATE OR REPLACE \(table.name) SET \(set), \(open) WHERE id = 1")
    }

    @Test("a review is of a change by another actor", arguments: [3, 5, 6] as [Int64])
    func reviewOfOnesOwn(change: Int64) throws {
        // Change 4 is the other actor's; 6 is this one.
        try openChangeOfTester()
        try expectRefused(
            """
            INSERT INTO review (reviewed_change_id, change_id) VALUES (\(change), (SELECT max(id) FROM change))
            """)
    }

    @Test(
        "a review that was recorded is not made one's own, nor one of another change",
        arguments: ["id = 1 AND is_void = 1", "id = 2 AND is_void = 0"], ["is_void = 0", "reviewed_change_id = 4"])
    func reviewMadeOnesOwn(rows: String, set: String) throws {
        try openChangeOfTester()
        try expectRefused("UPDATE review SET \(set), change_id = (SELECT max(id) FROM change) WHERE \(rows)")
    }

    @Test("a review is taken back by whoever looks again")
    func reviewTakenBack() throws {
        try openChangeOfTester()
        try raw.run("UPDATE review SET is_void = 1, change_id = (SELECT max(id) FROM change) WHERE id = 2")
        #expect(raw.changes == 1)
    }

    /// What a former code would be: another record's name, and one of no record.
    @Test(
        "a former code is of a record and is no other record's name",
        arguments: [
            "'deal', 1, 'D-2', 1", "'listing', 1, 'L-2', 1", "'intention', 1, 'I-2', 1", "'deal', 2, 'D-7', 99",
            "'listing', 2, 'L-7', 99", "'intention', 2, 'I-7', 99",
        ])
    func formerCode(row: String) throws {
        try openChange()
        let change = "(SELECT max(id) FROM change)"
        try expectRefused(
            "INSERT INTO former_code (noun, venue_id, code, record_id, change_id) VALUES (\(row), \(change))")
        try expectRefused(
            """
            UPDATE former_code SET (noun, venue_id, code, record_id) = (\(row)), is_void = 0, change_id = \(change)
            WHERE id = 2
            """)
    }

    @Test("a change that leaves a merge into a merged party is not sealed", arguments: ["(7, 6)", "(6, 5)"])
    func chainOfMerges(merge: String) throws {
        // 5 is merged into 7; the merge of 4 was taken back.
        try openChange()
        let change = "(SELECT max(id) FROM change)"
        try raw.run(
            "UPDATE party_merge SET (party_id, into_id) = \(merge), is_void = 0, change_id = \(change) WHERE id = 1")
        try raw.run("INSERT INTO change_part VALUES (\(change), 'party_merge', 0, 'a', 1, 'b')")
        let before = try raw.dump()
        let refused = try refusal { () throws(SQLiteError) in
            try raw.run(
                "UPDATE change SET recorded_at = '2026-01-01', seal_format = 2, seal = 'aa' WHERE id = \(change)")
        }
        #expect(refused.isTrigger && refused.message.hasPrefix("party_merge"), "\(refused)")
        #expect(try raw.dump() == before)
    }

    private func openChangeOfTester() throws {
        try raw.begin(.immediate)
        try raw.run(
            """
            INSERT INTO change (id, command, actor, login, uid, host)
            SELECT max(id) + 1, 'raw', ?, 'a', 1, 'h' FROM change
            """, .text(Author.tester.actor))
    }
}
