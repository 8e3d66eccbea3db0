import SQLite

/// A row that breaks a CHECK of its table.
package struct BrokenCheck: Sendable {
    package let table: String
    package let id: Int64
    /// The condition as the migration has it.
    package let rule: String
}

extension Ledger {
    /// Rows that break a CHECK. An import writes with the checks off, a table of replaced versions has none of its own and
    /// is held to those of its table, and SQLite's own check leaves them out where a file is only read.
    ///
    /// - Parameter known: tables whose rows are held to their rules otherwise.
    package func brokenChecks(except known: Set<String>) throws(StoreError) -> [BrokenCheck] {
        // As the migrations have them: what the file says is no SQL to be run.
        let tables = try Self.schemaOfMigrations().filter { $0.kind == "table" }
        return try storing { () throws(SQLiteError) in
            var broken: [BrokenCheck] = []
            for table in tables where !known.contains(table.name) {
                let conditions = Self.conditions(in: table.sql ?? "")
                let hasHistory = tables.contains { $0.name == "\(table.name)_history" }
                for name in [table.name, hasHistory ? "\(table.name)_history" : nil] {
                    guard let name, !conditions.isEmpty else { continue }
                    // One pass for all, which finds nothing as a rule.
                    let any = conditions.map { "NOT (\($0))" }.joined(separator: " OR ")
                    let hasAny = try connection.first("SELECT 1 FROM \(name) WHERE \(any) LIMIT 1") {
                        _ throws(SQLiteError) in true
                    }
                    guard hasAny == true else { continue }
                    for condition in conditions {
                        broken += try connection.query("SELECT id FROM \(name) WHERE NOT (\(condition))") {
                            row throws(SQLiteError) in
                            BrokenCheck(table: name, id: try row.integer(at: 0), rule: condition)
                        }
                    }
                }
            }
            return broken
        }
    }

    /// The conditions of the CHECKs in the text of a table, without its comments.
    static func conditions(in sql: String) -> [String] {
        let text = sql.split(separator: "\n").map { line in
            line.place(of: "--").map { line[..<$0] } ?? line
        }.joined(separator: " ")
        var conditions: [String] = []
        var rest = text[...]
        while let start = rest.place(of: "CHECK (") {
            rest = rest[start...].dropFirst("CHECK (".count)
            var depth = 1
            var isQuoted = false
            var end = rest.startIndex
            while end < rest.endIndex {
                let character = rest[end]
                if character == "'" { isQuoted.toggle() }
                if !isQuoted, character == "(" { depth += 1 }
                if !isQuoted, character == ")" { depth -= 1 }
                if depth == 0 { break }
                end = rest.index(after: end)
            }
            conditions.append(String(rest[..<end]).split(separator: " ").joined(separator: " "))
            rest = rest[end...]
        }
        return conditions
    }
}

extension Substring {
    /// Where a word begins; nil where it is not there.
    fileprivate func place(of word: String) -> Index? {
        indices.first { self[$0...].hasPrefix(word) }
    }
}
