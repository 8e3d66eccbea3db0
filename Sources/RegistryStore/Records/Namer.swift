import Registry

/// A table whose rows name, or tell of, the rows of another.
struct Namer {
    let table: String
    /// Each column in which they do.
    let columns: [String]
    /// Whether it tells what became of the row, and does not merely name it.
    let isEvent: Bool

    private init(_ table: String, _ columns: [String], isEvent: Bool = false) {
        self.table = table
        self.columns = columns
        self.isEvent = isEvent
    }

    /// What keeps a row of a table from becoming void while it counts itself. A code that leads on from a venue does not: a
    /// venue recorded by mistake may go once its records were moved away, and the codes still lead to them.
    static func of(_ table: String) -> [Namer] {
        let records = Noun.allCases.compactMap { noun -> Namer? in
            let columns = noun.references.filter { $0.target.rawValue == table }.map(\.column)
            return columns.isEmpty ? nil : Namer(noun.rawValue, columns)
        }
        let others =
            switch table {
            case "party": [Namer("party_merge", ["party_id", "into_id"])]
            case "listing": [Namer("listing_event", ["listing_id"], isEvent: true)]
            case "deal": [Namer("deal_event", ["deal_id"], isEvent: true)]
            default: [Namer]()
            }
        return records + others
    }
}
