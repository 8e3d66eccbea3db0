import RegistryProof
import SQLite
import TestSupport
import Testing

/// One value of one row, altered by another program.
struct Tampering: CustomStringConvertible {
    let table: String
    let column: String
    let row: [Value]
    let columns: [String]
    let old: Value
    let new: Value
    /// What tells the row from the others of its table.
    let key: [(column: String, value: Value)]

    /// What it held, as a finding tells it; nil for null.
    var oldText: String? { old == .null ? nil : old.words }

    var description: String { "\(table) \(key.map { "\($0.column) \($0.value)" }) \(column): \(old) -> \(new)" }

    /// Tables whose rows are recorded or derived; what merely arrived, and when a migration was applied, is not sealed.
    static func tables(_ connection: Connection) throws -> [String] {
        let all = try connection.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        return try all.compactMap { row in
            guard case .text(let name) = row[0],
                !["arrival", "repeated_reject", "lacked_record", "migration"].contains(name),
                try connection.rows("SELECT 1 FROM \(name) LIMIT 1") != []
            else { return nil }
            return name
        }
    }

    /// A random value of a random row of a table; nil where the value drawn is the same.
    init?(of table: String, _ connection: Connection, _ dice: inout Dice) throws {
        self.table = table
        let described = try connection.rows("SELECT name, pk, \"notnull\" FROM pragma_table_info(?)", [.text(table)])
        columns = described.compactMap { if case .text(let name) = $0[0] { name } else { nil } }
        let count = try connection.rows("SELECT count(*) FROM \(table)")
        guard case .integer(let rows) = count[0][0] else { return nil }
        let place = Int64.random(in: 0..<rows, using: &dice)
        row = try connection.rows("SELECT \(columns.joined(separator: ", ")) FROM \(table) LIMIT 1 OFFSET \(place)")[0]
        let index = Int.random(in: columns.indices, using: &dice)
        column = columns[index]
        old = row[index]
        key = zip(described, row).compactMap { info, value in
            if case .text(let name) = info[0], info[1] != 0 { (name, value) } else { nil }
        }
        let mayBeNull = described[index][2] == 0 && described[index][1] == 0
        new = try Self.value(otherThan: old, column, of: table, mayBeNull: mayBeNull, connection, &dice)
        if new == old { return nil }
    }

    private static func value(
        otherThan old: Value, _ column: String, of table: String, mayBeNull: Bool, _ connection: Connection,
        _ dice: inout Dice
    ) throws -> Value {
        let choice = Int.random(in: 0..<4, using: &dice)
        if choice == 0, mayBeNull, old != .null { return .null }
        if choice == 1 {
            let others = try connection.rows("SELECT DISTINCT \(column) FROM \(table) LIMIT 50")
            return others.randomElement(using: &dice)?[0] ?? old
        }
        switch old {
        case .integer(let number):
            let extremes = [Int64.max, .min, 0, -1, Int64.random(in: 0...1 << 40, using: &dice)]
            let next = number + (Bool.random(using: &dice) ? 1 : -1)
            return .integer(choice == 2 ? next : extremes.randomElement(using: &dice) ?? next)
        case .text(let text):
            var bytes = Array(text.utf8)
            if choice == 2 || bytes.isEmpty {
                bytes.append(0x20)
            } else {
                let place = Int.random(in: bytes.indices, using: &dice)
                if bytes[place] < 0x80 { bytes[place] ^= 1 } else { bytes.removeLast(bytes.count) }
            }
            return .text(String(decoding: bytes, as: UTF8.self))
        case .blob(let blob):
            var blob = blob
            blob[Int.random(in: blob.indices, using: &dice)] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            return .blob(blob)
        case .null: return try type(of: column, table, connection) == "INTEGER" ? .integer(7) : .text("x")
        case .real: return .null
        }
    }

    private static func type(of column: String, _ table: String, _ connection: Connection) throws -> String {
        let found = try connection.rows(
            "SELECT type FROM pragma_table_info(?) WHERE name = ?", [.text(table), .text(column)])
        if case .text(let type)? = found.first?.first { return type }
        return ""
    }

    /// Alters the value; false where the table itself refuses it, as a name that another row has.
    func apply(to connection: Connection) throws -> Bool {
        try set(new, where: key, on: connection)
    }

    func takeBack(from connection: Connection) throws {
        let altered = key.map { (column: $0.column, value: $0.column == column ? new : $0.value) }
        try #require(try set(old, where: altered, on: connection))
    }

    private func set(
        _ value: Value, where key: [(column: String, value: Value)], on connection: Connection
    ) throws -> Bool {
        let condition = key.map { "\($0.column) = ?" }.joined(separator: " AND ")
        do throws(SQLiteError) {
            try connection.withoutTriggers { () throws(SQLiteError) in
                let update = try connection.prepare("UPDATE \(table) SET \(column) = ? WHERE \(condition)")
                try update.bind([value] + key.map(\.value))
                try update.run()
            }
            return true
        } catch {
            if error.isConstraint { return false }
            throw error
        }
    }

    /// Whether a finding names the row, as it was or as it is now.
    func isNamed(by finding: Finding) -> Bool {
        let base = table.hasSuffix("_history") ? String(table.dropLast(8)) : table
        guard let named = finding.table, named == table || named == base || named == "\(base)_history" else {
            return false
        }
        func either(_ name: String) -> [Value] {
            guard let place = columns.firstIndex(of: name) else { return [] }
            return name == column ? [row[place], new] : [row[place]]
        }
        let changes = either("change_id")
        let isOfChange = finding.change.map { changes.contains(.integer($0)) } ?? true
        switch table {
        case "daily_delta", "daily_total":
            guard let record = finding.record, isOfChange else { return false }
            let names = ["measure", "dimension", "dimension_key", "day"].map(either)
            return names[0].contains { measure in
                names[1].contains { dimension in
                    names[2].contains { key in
                        names[3].contains { day in
                            record == [measure, dimension, key, day].map(\.words).joined(separator: " ")
                        }
                    }
                }
            }
        case "change_part":
            return isOfChange && either("table_name").contains { .text(finding.record ?? "") == $0 }
        case "row_check":
            return isOfChange && either("table_name").contains { .text(finding.record ?? "") == $0 }
        default:
            return either("id").contains { value in finding.id.map { .integer($0) == value } ?? false }
        }
    }
}

extension Value {
    fileprivate var words: String {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .null, .real, .blob: ""
        }
    }
}
