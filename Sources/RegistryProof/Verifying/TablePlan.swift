import Registry
import RegistryStore
import Spreadsheets

/// How the sealed lines of a table are made again from its columns, by each of the formats.
struct TablePlan {
    enum Step {
        case id
        case change
        /// A column, by its place in ``columns``.
        case value(Int)
        /// The digest of salt, name and credit code, or what was left of it after an erasure.
        case identity
    }

    let table: SealedTable
    /// What is read of every version, besides its id and its change.
    let columns: [String]
    /// By the place of the format; empty where it does not seal the table.
    private let steps: [[Step]]
    /// The columns of the sealed line by the place of the format.
    private let sealed: [[String]]
    /// Columns that a later format brought, by the place of the format that does not seal them: no row of it has a value there.
    private let unsealed: [[Int]]
    private let salt: Int
    private let name: Int
    private let creditCode: Int
    private let erased: Int

    /// The tables that any of the formats seals, in the order of the newest.
    static func all(_ formats: [SealFormat]) -> [TablePlan] {
        var names: [String] = []
        for format in formats.reversed() {
            for table in format.tables where !names.contains(table.name) { names.append(table.name) }
        }
        return names.map { TablePlan($0, formats) }
    }

    /// How a format seals a table; nil where it does not. The only place is 0.
    static func of(_ table: String, in format: SealFormat) -> TablePlan? {
        format.tables.contains { $0.name == table } ? TablePlan(table, [format]) : nil
    }

    private init(_ tableName: String, _ formats: [SealFormat]) {
        let tables = formats.map { format in format.tables.first { $0.name == tableName } }
        guard let newest = tables.compactMap({ $0 }).last else { preconditionFailure("no format seals \(tableName)") }
        table = newest
        var columns: [String] = []
        for case let table? in tables {
            for column in table.columns where !["id", "change_id"].contains(column) {
                let stored =
                    column == "identity_sha256"
                    ? ["salt", "name", "credit_code", "erased_sha256", "match_name"] : [column]
                for column in stored where !columns.contains(column) { columns.append(column) }
            }
        }
        self.columns = columns
        sealed = tables.map { $0?.columns ?? [] }
        steps = tables.map { table in
            (table?.columns ?? []).map { column in
                switch column {
                case "id": .id
                case "change_id": .change
                case "identity_sha256": .identity
                default: .value(columns.firstIndex(of: column) ?? 0)
                }
            }
        }
        unsealed = tables.map { table in
            guard let table, tableName != "party" else { return [] }
            return columns.indices.filter { !table.columns.contains(columns[$0]) }
        }
        salt = columns.firstIndex(of: "salt") ?? 0
        name = columns.firstIndex(of: "name") ?? 0
        creditCode = columns.firstIndex(of: "credit_code") ?? 0
        erased = columns.firstIndex(of: "erased_sha256") ?? 0
    }

    /// The columns of the sealed line.
    func columns(of format: Int) -> [String] { sealed[format] }

    func place(of column: String) -> Int? { columns.firstIndex(of: column) }

    /// The first column that has a value though its version was sealed before the column came.
    func unsealedValue(in row: StoredVersions, format: Int) -> Int? {
        guard !unsealed[format].isEmpty else { return nil }
        let values = row.values
        return unsealed[format].first { !values[$0].isNull }
    }

    /// Makes the line of the version that the reader stands on.
    func write(_ row: StoredVersions, format: Int, to line: inout CSVLine) {
        line.clear()
        let values = row.values
        for step in steps[format] {
            switch step {
            case .id: line.appendField(row.id)
            case .change: line.appendField(row.change)
            case .value(let place): line.append(values[place])
            case .identity:
                if let digest = values[erased].text {
                    line.appendField(digest)
                } else {
                    let none = Bytes(start: nil, count: 0)
                    line.appendField(
                        PartyIdentity.digest(
                            salt: values[salt].text ?? none, name: values[name].text ?? none,
                            creditCode: values[creditCode].text))
                }
            }
        }
        line.endLine()
    }
}

extension CSVLine {
    @inline(__always)
    fileprivate mutating func append(_ value: StoredValue) {
        switch value {
        case .null: appendNull()
        case .integer(let number): appendField(number)
        case .text(let bytes): appendField(bytes)
        // Never sealed; a field that no seal holds.
        case .foreign: appendField("\u{0}")
        }
    }
}
