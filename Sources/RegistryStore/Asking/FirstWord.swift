import SQLite

/// What a statement is about, by its first word: SQLite finds other faults of one that writes before it asks whether it may.
enum FirstWord {
    /// The first word, where it begins no statement that only reads; nil too where there is none.
    static func ofWriting(_ sql: String) -> String? {
        let word = of(sql)
        return verbs.contains(word) ? word : nil
    }

    /// In capitals.
    static func of(_ sql: String) -> String {
        StatementWords(sql).first { $0.text != ";" }.map { $0.kind == .name ? $0.text.uppercased() : "" } ?? ""
    }

    /// The verb of a statement that stands behind `EXPLAIN` or a `WITH`, where it is one that does not only read.
    static func ofWritingBehind(_ sql: String) -> String? {
        var (depth, isBehindWith, isClosed) = (0, false, false)
        for word in StatementWords(sql) where word.text != ";" {
            let text = word.kind == .name ? word.text.uppercased() : word.kind == .mark ? word.text : ""
            switch text {
            case "(": depth += 1
            case ")":
                depth -= 1
                isClosed = depth == 0
            case "WITH" where !isBehindWith: isBehindWith = true
            // What a WITH names ends with a bracket; its columns do so too, before an AS.
            case ",", "AS": isClosed = false
            case _ where isBehindWith && !isClosed: break
            case "EXPLAIN", "QUERY", "PLAN": break
            default: return verbs.contains(text) ? text : nil
            }
        }
        return nil
    }

    private static let verbs: Set<String> = [
        "ALTER", "ANALYZE", "ATTACH", "BEGIN", "COMMIT", "CREATE", "DELETE", "DETACH", "DROP", "END", "INSERT",
        "REINDEX",
        "RELEASE", "REPLACE", "ROLLBACK", "SAVEPOINT", "UPDATE", "VACUUM",
    ]
}

extension InquiryFault.Forbidden {
    init(_ act: Act) {
        switch act {
        case .call(let function): self = .function(function)
        case .read(let table, _, _): self = .table(table)
        case .pragma(let name, _): self = .pragma(name)
        case .other(let verb, let object): self = .act(verb: verb, object: object)
        case .select: self = .act(verb: "SELECT", object: nil)
        case .recurse: self = .act(verb: "WITH RECURSIVE", object: nil)
        }
    }
}
