import Registry
import RegistryProof
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("What another program does to more than one value")
struct ForeignHandTests {
    /// SQL that runs with the triggers dropped, and the finding that must come of it.
    struct Deed: Sendable, CustomTestStringConvertible {
        let what: String
        let sql: String
        let problem: Finding.Problem
        let table: String

        init(_ what: String, _ sql: String, _ problem: Finding.Problem, of table: String) {
            (self.what, self.sql, self.problem, self.table) = (what, sql, problem, table)
        }

        var testDescription: String { what }
    }

    /// Of the totals of deals of one day, none of which is below nothing.
    private static let highest = """
        UPDATE daily_total SET fen = fen - 9223372036854775807 - 1
        WHERE measure = 'deal' AND day = (SELECT min(day) FROM daily_total WHERE measure = 'deal')
        """

    @Test(
        "is found, and stops nothing",
        arguments: [
            Deed(
                "a trigger under the name of a table", "CREATE TRIGGER deal AFTER INSERT ON figure BEGIN SELECT 1; END",
                .schemaDiffers, of: "deal"),
            Deed("an index more", "CREATE INDEX fast ON deal (title)", .schemaDiffers, of: "fast"),
            Deed("a table more", "CREATE TABLE note (text TEXT)", .schemaDiffers, of: "note"),
            Deed("a view less", "DROP VIEW figures", .schemaDiffers, of: "figures"),
            Deed("all checks of rows taken away", "DELETE FROM row_check", .checkDiffers, of: "row_check"),
            Deed(
                "the checks of the first changes taken away", "DELETE FROM row_check WHERE change_id <= 3",
                .checkDiffers, of: "row_check"),
            Deed(
                "a run of checks that holds none", "INSERT INTO row_check VALUES (3, 'deal', 9999, x'')",
                .checkDiffers, of: "row_check"),
            Deed(
                "a run of checks that holds none, of no table", "INSERT INTO row_check VALUES (3, 'zzz', 1, x'')",
                .checkDiffers, of: "row_check"),
            Deed(
                "a check that is too short", "INSERT INTO row_check VALUES (2, 'venue', 9999, x'010203')",
                .checkDiffers, of: "row_check"),
            Deed(
                "the least amounts there are", "UPDATE deal SET amount_fen = -9223372036854775807 - 1", .rowDiffers,
                of: "deal"),
            Deed(
                "amounts as far apart as may be",
                """
                UPDATE deal SET amount_fen = 9223372036854775807;
                UPDATE deal_event SET amount_fen = -9223372036854775807 - 1
                """, .rowDiffers, of: "deal_event"),
            Deed(
                "the greatest totals there are, of every change",
                "UPDATE daily_delta SET fen = 9223372036854775807, count = 9223372036854775807", .totalDiffers,
                of: "daily_delta"),
            Deed(
                "the greatest totals there are",
                "UPDATE daily_total SET fen = 9223372036854775807, count = 9223372036854775807", .totalDiffers,
                of: "daily_total"),
            Deed(
                "the greatest totals of a change whose record was altered",
                """
                UPDATE deal SET title = 'q', amount_fen = 1 WHERE id = 1;
                UPDATE daily_delta SET fen = 9223372036854775807, count = 9223372036854775807
                """, .totalDiffers, of: "daily_delta"),
            Deed(
                "the highest bit of a total",
                "\(highest) AND dimension = 'all'", .totalDiffers, of: "daily_total"),
            Deed(
                "the highest bit of two totals of a day",
                "\(highest) AND dimension IN ('all', 'region')", .totalDiffers, of: "daily_total"),
            Deed(
                "numbers of rows that run over",
                "UPDATE change_part SET new_rows = 9223372036854775807, changed_rows = 2",
                .partDiffers, of: "change_part"),
        ])
    func found(deed: Deed) throws {
        let registry = try ProofRegistry(seed: 44, rounds: 1)
        let connection = try registry.stranger()
        try connection.withoutTriggers { () throws(SQLiteError) in try connection.execute(deed.sql) }
        // The weights of the totals are drawn anew each time.
        for _ in 0..<2 {
            let findings = try registry.findings()
            #expect(
                findings.contains { $0.problem == deed.problem && $0.table == deed.table },
                "\(findings.prefix(5).map(\.cells))")
        }
    }

    @Test("a trigger under a name that SQLite keeps to itself, written past SQLite")
    func hiddenTrigger() throws {
        let registry = try ProofRegistry(seed: 48, rounds: 1)
        let connection = try registry.stranger()
        try connection.execute("CREATE TRIGGER zqlite_evil AFTER INSERT ON figure BEGIN SELECT 1; END")
        registry.settle()
        var bytes = try registry.folder.read("exchange.registry")
        let (name, hidden) = (Array("zqlite_evil".utf8), Array("sqlite_evil".utf8))
        for place in bytes.indices.dropLast(name.count)
        where bytes[place] == name[0] && bytes[place...].starts(with: name) {
            bytes.replaceSubrange(place..<place + name.count, with: hidden)
        }
        try registry.folder.write(bytes, to: "altered.registry")
        let ledger = try Ledger(
            forProofAt: registry.folder.file("altered.registry"), waitingWith: Patience(seconds: 1) { _ in })
        let found = try Verification(ledger).run()
        #expect(found.contains { $0.problem == .schemaDiffers && $0.table == "sqlite_evil" }, "\(found.map(\.cells))")
    }

    @Test("a party that is not what it was, as if its name had been erased")
    func erasedParty() throws {
        let registry = try ProofRegistry(seed: 45, rounds: 1)
        let connection = try registry.stranger()
        let party = try connection.rows(
            """
            SELECT id, salt, name FROM party
            WHERE credit_code IS NULL AND id NOT IN (SELECT id FROM party_history) LIMIT 1
            """)[0]
        guard case .text(let salt) = party[1], case .text(let name) = party[2] else {
            Issue.record("\(party)")
            return
        }
        let bytes = salt.withBytes { salt in
            name.withBytes { name in PartyIdentity.digest(salt: salt, name: name, creditCode: nil) }
        }
        let digest = String(decoding: bytes, as: UTF8.self)
        try connection.withoutTriggers { () throws(SQLiteError) in
            try connection.run(
                """
                UPDATE party SET erased_sha256 = ?, name = '', match_name = '别人', salt = NULL, credit_code = NULL
                WHERE id = ?
                """, .text(digest), party[0])
        }
        let found = try registry.findings()
        #expect(found.map(\.problem) == [.ruleBroken])
        #expect(found.first?.table == "party" && found.first?.column == "erased_sha256")
        #expect(found.first?.found == digest)
    }

    @Test("a row taken away or put in, of any table")
    func rows() throws {
        let registry = try ProofRegistry(seed: 46, rounds: 2)
        let connection = try registry.stranger()
        var dice = Dice(seed: 501)
        var missed: [String] = []
        var (removed, added): (Set<String>, Set<String>) = ([], [])
        for table in try Tampering.tables(connection) {
            var picked: Tampering?
            while picked == nil { picked = try Tampering(of: table, connection, &dice) }
            guard let tampering = picked else { continue }
            try tampering.removeRow(from: connection)
            if try !registry.findings().contains(where: tampering.isOfTable) {
                missed.append("removed from \(table): \(tampering.row)")
            }
            removed.insert(table)
            try tampering.putRowBack(to: connection)
            guard let takeOut = try tampering.addCopy(to: connection) else { continue }
            if try !registry.findings().contains(where: tampering.isOfTable) {
                missed.append("added to \(table): \(tampering.row)")
            }
            added.insert(table)
            try takeOut()
        }
        #expect(missed == [])
        #expect(try registry.findings() == [])
        #expect(removed.isSuperset(of: ["deal", "deal_event", "listing_event_history", "former_code", "row_check"]))
        #expect(added.isSuperset(of: ["deal", "deal_event", "party", "change", "change_part", "daily_total"]))
    }

    @Test(
        "an offset at which no row of the kept file begins is told in its place",
        arguments: [-1, .min, .max, 1 << 40] as [Int64])
    func offsets(offset: Int64) throws {
        let registry = try ProofRegistry(seed: 47, rounds: 1)
        let connection = try registry.stranger()
        try connection.withoutTriggers { () throws(SQLiteError) in
            try connection.run("UPDATE deal SET file_offset = ? WHERE id = 3", .integer(offset))
            try connection.run("UPDATE deal SET amount_fen = ? WHERE id = 4", .integer(.min))
        }
        let ledger = try Ledger(at: registry.path, for: .readOnly)
        var flows: [ExplainedFlow] = []
        try ledger.explain(.deal, from: Viewpoint(asOf: Day(number: 19_500))) { flow throws(StoreError) in
            flows.append(flow)
            return true
        }
        let originals = ledger.originals(of: flows)
        #expect(originals.contains(.noRow(offset: offset)))
        #expect(originals.contains { $0.text?.hasPrefix("SH,D-") == true })
    }
}
