import Registry

/// What the kinds of service say of themselves, for SQL that asks it.
extension ServiceKind {
    /// The kinds of which something holds, as SQL has them after IN: `('renewal', 'deferral')`.
    static func sqlList(where holds: (ServiceKind) -> Bool) -> String {
        "(\(allCases.filter(holds).map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
    }

    /// The kind of the service that one names, by its own kind in a column; NULL where it names none.
    static func sqlParent(of column: String) -> String {
        let whens = allCases.compactMap { kind in
            kind.parent.map { "WHEN '\(kind.rawValue)' THEN '\($0.rawValue)'" }
        }
        return "CASE \(column) \(whens.joined(separator: " ")) END"
    }

    /// Those whose provider is that of the service which they name.
    static let sqlOfParentsProvider = sqlList(where: \.isOfParentsProvider)
}
