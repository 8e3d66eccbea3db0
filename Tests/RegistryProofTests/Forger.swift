import Digests
import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

@testable import RegistryProof

/// Somebody who alters a record, and then makes anew all that could tell of it: parts, checks, totals, and every seal.
struct Forger {
    let registry: ProofRegistry
    let connection: Connection

    /// Alters one thing in a change up to `last`.
    func alter(upTo last: Int64, _ dice: inout Dice) throws {
        let texts: [(table: String, column: String)] = [
            ("deal", "title"), ("listing", "title"), ("source_file", "name"), ("figure", "source"),
        ]
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: try alterAmount(upTo: last, &dice)
        case 1:
            let change = Int64.random(in: 1...last, using: &dice)
            try run("UPDATE change SET actor = actor || '!' WHERE id = ?", [.integer(change)])
        default:
            let text = texts.randomElement(using: &dice) ?? texts[0]
            let rows = try connection.rows(
                "SELECT id FROM \(text.table) WHERE change_id <= ? AND \(text.column) IS NOT NULL", [.integer(last)])
            let row = try #require(rows.randomElement(using: &dice))
            try run("UPDATE \(text.table) SET \(text.column) = \(text.column) || '!' WHERE id = ?", row)
            if text.table == "source_file" {
                try run(
                    """
                    UPDATE arrival SET name = name || '!'
                    WHERE change_id = (SELECT change_id FROM source_file WHERE id = ?) AND outcome = 'imported'
                    """, row)
            }
        }
        try sealAnew()
    }

    /// Alters what the SQL says.
    func alter(_ sql: String) throws {
        try run(sql, [])
        try sealAnew()
    }

    /// The amount of a deal of SH that has one version, and the totals that it enters.
    private func alterAmount(upTo last: Int64, _ dice: inout Dice) throws {
        let deals = try connection.rows(
            """
            SELECT d.id, d.change_id, d.signed_on, d.kind, coalesce(d.field, ''), v.network, v.region
            FROM deal d JOIN venue v ON v.id = d.venue_id
            WHERE v.code = 'SH' AND d.is_void = 0 AND d.change_id <= ?
              AND NOT EXISTS (SELECT 1 FROM deal_history h WHERE h.id = d.id)
              AND NOT EXISTS (SELECT 1 FROM deal_event e WHERE e.deal_id = d.id)
            """, [.integer(last)])
        let deal = try #require(deals.randomElement(using: &dice))
        try run("UPDATE deal SET amount_fen = amount_fen + 100, technical_amount_fen = NULL WHERE id = ?", [deal[0]])
        let lines: [(String, Value)] = [
            ("all", ""), ("venue", "SH"), ("kind", deal[3]), ("field", deal[4]), ("network", deal[5]),
            ("region", deal[6]),
        ]
        for (dimension, key) in lines {
            let line: [Value] = [.text(dimension), key, deal[2]]
            let condition = "measure = 'deal' AND dimension = ? AND dimension_key = ? AND day = ?"
            try run("UPDATE daily_total SET fen = fen + 100 WHERE \(condition)", line)
            try run("UPDATE daily_delta SET fen = fen + 100 WHERE \(condition) AND change_id = ?", line + [deal[1]])
        }
    }

    private func sealAnew() throws {
        let ledger = try Ledger(forProofAt: registry.path, waitingWith: Patience(seconds: 1) { _ in })
        let roll = try ChangeRoll(ledger) { _ in }
        let checks = try ledger.storedChecks()
        var sums = FlowSums(changes: roll.last)
        var parts: [Int64: [SealedPart]] = [:]
        var suspects: [(table: String, suspect: Suspect)] = []
        for plan in TablePlan.all(roll.formats) {
            let scan = try TableScan(plan, ledger, roll: roll, checks: checks, flows: nil, named: NamedVenues()) {
                _ in
            }
            try scan.run(ledger, sums: &sums)
            for (change, part) in scan.parts { parts[change, default: []].append(part.sealed(plan.table.name)) }
            suspects += scan.suspects.map { (plan.table.name, $0) }
        }
        var changes: [StoredChange] = []
        try ledger.forEachChange { changes.append($0) }
        for (table, suspect) in suspects { try check(table, suspect) }
        var previous: String?
        for change in changes {
            let format = try #require(change.sealFormat.flatMap { SealFormat.numbered($0) })
            let own = format.tables.compactMap { table in parts[change.number]?.first { $0.table == table.name } }
            for part in own {
                try run(
                    "UPDATE change_part SET new_sha256 = ?, changed_sha256 = ? WHERE change_id = ? AND table_name = ?",
                    [.text(part.newSHA256), .text(part.changedSHA256), .integer(change.number), .text(part.table)])
            }
            let seal = SHA256.hash(
                SealText.of(
                    change.number, format: format.number, after: previous, at: try #require(change.recordedAt),
                    by: change.author, parts: own))
            try run("UPDATE change SET seal = ? WHERE id = ?", [.text(seal), .integer(change.number)])
            previous = seal
        }
    }

    private func check(_ table: String, _ suspect: Suspect) throws {
        let block = try connection.rows(
            """
            SELECT first_id, sums FROM row_check WHERE change_id = ? AND table_name = ? AND first_id <= ?
            ORDER BY first_id DESC LIMIT 1
            """, [.integer(suspect.change), .text(table), .integer(suspect.id)])
        guard case .integer(let first) = block[0][0], case .blob(var sums) = block[0][1] else { return }
        let sum = (suspect.line + [UInt8(ascii: "\n")]).withUnsafeBytes { LineCheck.of($0) }
        for byte in 0..<4 {
            sums[Int(suspect.id - first) * 4 + byte] = UInt8(truncatingIfNeeded: sum >> UInt32(byte * 8))
        }
        try run(
            "UPDATE row_check SET sums = ? WHERE change_id = ? AND table_name = ? AND first_id = ?",
            [.blob(sums), .integer(suspect.change), .text(table), .integer(first)])
    }

    private func run(_ sql: String, _ values: [Value]) throws {
        try connection.withoutTriggers { () throws(SQLiteError) in
            let statement = try connection.prepare(sql)
            try statement.bind(values)
            try statement.run()
        }
    }
}
