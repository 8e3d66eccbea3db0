import SQLite

/// What a statement is about, by its first word: SQLite finds other faults of one that writes before it asks whether it may.
enum FirstWord {
    /// The first word, where it begins no statement that only reads; nil too where there is none.
    static func ofWriting(_ sql: String) -> String? {
        let word = of(sql).uppercased()
        return verbs.contains(word) ? word : nil
    }

    private static let verbs: Set<String> = [
        "ALTER", "ANALYZE", "ATTACH", "BEGIN", "COMMIT", "CREATE", "DELETE", "DETACH", "DROP", "END", "INSERT",
        "REINDEX",
        "RELEASE", "REPLACE", "ROLLBACK", "SAVEPOINT", "UPDATE", "VACUUM",
    ]

    private static func of(_ sql: String) -> Substring {
        var rest = sql[...]
        while let first = rest.unicodeScalars.first {
            if rest.hasPrefix("--") {
                rest = rest.drop { !$0.isNewline }
            } else if rest.hasPrefix("/*") {
                rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
            } else if first.properties.isWhitespace || first == ";" {
                rest.removeFirst()
            } else {
                return rest.prefix { $0.isLetter }
            }
        }
        return ""
    }
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
