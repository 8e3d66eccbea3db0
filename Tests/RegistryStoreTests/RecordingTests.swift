import Registry
import RegistryStore
import SQLite
import Testing

@Suite("Recording")
struct RecordingTests {
    private func deltas(_ registry: TestRegistry, of change: Int64, _ measure: String) throws -> [[Value]] {
        try registry.ledger.connection.rows(
            """
            SELECT dimension, dimension_key, day, count, fen FROM daily_delta WHERE change_id = ? AND measure = ?
            ORDER BY 1, 2, 3
            """, .integer(change), .text(measure))
    }

    @Test("a new deal is a row and a delta in every dimension", arguments: [false, true])
    func new(inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.recordVenues()
        let receipt = try #require(
            try registry.record(fromFile: true) { all throws(StoreError) in
                try all.addDeal("SH", "D-1", yuan: 100, on: "2022-01-05", field: "urban", seller: "甲")
                try all.addDeal("SZ", "D-1", yuan: 20, on: "2022-01-05", kind: "licence")
            })
        #expect(
            try registry.ledger.connection.rows(
                "SELECT id, venue_id, code, kind, field, seller_id, amount_fen, is_void, change_id, file_id, file_row, file_offset FROM deal"
            ) == [
                [1, 1, "D-1", "transfer", "urban", 1, 10000, 0, 3, 1, 2, 200],
                [2, 2, "D-1", "licence", .null, .null, 2000, 0, 3, 1, 3, 300],
            ])
        let day: Value = "2022-01-05"
        let expected: [[Value]] = [
            ["all", "", day, 2, 12000],
            ["field", "", day, 1, 2000], ["field", "urban", day, 1, 10000],
            ["kind", "licence", day, 1, 2000], ["kind", "transfer", day, 1, 10000],
            ["network", "core", day, 2, 12000],
            ["region", "", day, 1, 2000], ["region", "上海", day, 1, 10000],
            ["venue", "SH", day, 1, 10000], ["venue", "SZ", day, 1, 2000],
        ]
        #expect(try deltas(registry, of: receipt.change, "deal") == expected)
        #expect(
            try registry.ledger.connection.rows(
                "SELECT dimension, dimension_key, day, count, fen FROM daily_total WHERE measure = 'deal' ORDER BY 1, 2, 3"
            ) == expected)
        #expect(try registry.ledger.moved(by: receipt.change) == [.deal: Total(count: 2, fen: 12000)])
        #expect(try registry.ledger.connection.rows("PRAGMA foreign_key_check") == [])
    }

    @Test("a venue and a member count as themselves until they leave")
    func venues() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            try all.add(
                .venue,
                [
                    "code": "BJ", "name": "北京", "network": "core", "joined_on": "2021-01-01", "left_on": "2022-01-01",
                ])
        }
        #expect(try registry.totals("2020-01-01") == [:])
        #expect(try registry.totals("2020-01-02") == [.venue: Total(count: 2), .serviceMember: Total(count: 1)])
        #expect(try registry.totals("2021-12-31") == [.venue: Total(count: 3), .serviceMember: Total(count: 1)])
        #expect(try registry.totals("2022-01-01") == [.venue: Total(count: 2), .serviceMember: Total(count: 1)])
    }

    @Test("the history has the old version as it was, with the change that replaced it", arguments: [false, true])
    func history(inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.recordVenues()
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.addDeal("SH", "D-1", yuan: 100, on: "2022-01-05")
        }
        let first = try registry.ledger.connection.rows("SELECT * FROM deal")
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.meet(.deal, ["venue": "SH", "code": "D-1", "signed_on": "2022-02-05", "amount": "70"])
        }
        #expect(try registry.ledger.connection.rows("SELECT * FROM deal_history") == [first[0] + [4]])
        #expect(
            try deltas(registry, of: 4, "deal").filter { $0[0] == "all" } == [
                ["all", "", "2022-01-05", -1, -10000], ["all", "", "2022-02-05", 1, 7000],
            ])
        let second = try registry.ledger.connection.rows("SELECT * FROM deal")
        try registry.record { all throws(StoreError) in try all.void(.deal, 1) }
        #expect(
            try registry.ledger.connection.rows("SELECT * FROM deal_history ORDER BY change_id") == [
                first[0] + [4], second[0] + [5],
            ])
    }

    @Test("an accounted update by SQL keeps the old version by itself", arguments: GateTests.versioned)
    func accountedUpdate(table: String) throws {
        let registry = try TestRegistry.withEveryTable()
        let raw = try registry.stranger()
        let names = try raw.rows("SELECT name FROM pragma_table_info('\(table)')").map { row -> String in
            if case .text(let name) = row[0] { name } else { "" }
        }
        let columns = names.joined(separator: ", ")
        let before = try raw.rows("SELECT \(columns) FROM \(table) WHERE id = 2")[0]
        try raw.execute(
            """
            INSERT INTO change (id, command, actor, login, uid, host) SELECT max(id) + 1, 'raw', 'a', 'a', 1, 'h' FROM change;
            UPDATE \(table) SET is_void = 1, change_id = (SELECT max(id) FROM change) WHERE id = 2;
            """)
        let change = try raw.number("SELECT max(id) FROM change")
        // A column that came later stands behind the others, and so elsewhere in a table than in its history.
        let kept = try raw.rows("SELECT \(columns), replaced_by FROM \(table)_history WHERE id = 2")
        #expect(kept == [before + [.integer(change)]])
        #expect(try raw.number("SELECT change_id FROM \(table) WHERE id = 2") == change)
    }

    @Test("a correction moves an amended deal's difference with it")
    func amended() throws {
        let registry = try TestRegistry.withEveryTable()
        // Deal 2: 9 yuan signed, 10 from May on. The signed amount was 4: the amendment is of 6 then.
        let receipt = try #require(
            try registry.ledger.amend(RecordName("SH/D-2", of: .deal), ["amount": "4"], clearing: [], by: .tester)
                .receipt)
        #expect(
            try deltas(registry, of: receipt.change, "deal").filter { $0[0] == "all" } == [
                ["all", "", "2022-03-01", 0, -500], ["all", "", "2022-05-01", 0, 500],
            ])
    }

    @Test("a party is found by its name whatever its width and spaces")
    func parties() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            for (code, name) in [("1", "ＡＢ 公司"), ("2", "AB 公司"), ("3", "AB\u{3000}\u{3000}公司"), ("4", "AB公司")] {
                try all.addDeal("SH", code, yuan: 1, on: "2022-01-05", seller: name)
            }
        }
        #expect(try registry.ledger.connection.rows("SELECT seller_id FROM deal ORDER BY id") == [[1], [1], [1], [2]])
        #expect(
            try registry.ledger.connection.rows("SELECT name, match_name FROM party") == [
                ["ＡＢ 公司", "AB 公司"], ["AB公司", "AB公司"],
            ])
        #expect(
            try registry.ledger.connection.number("SELECT count(DISTINCT salt) FROM party WHERE length(salt) = 32") == 2
        )
    }
}
