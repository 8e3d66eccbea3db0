import Registry
import SQLite

/// A table whose rows a reversal can take back, and what its rows name.
struct ReversedTable {
    let name: String
    /// Its place in the seal's format, by which the plan knows it.
    let place: Int64
    /// The columns that a version of it says something in.
    let own: [String]

    /// Every table with versions, each after those that it names.
    static let all: [ReversedTable] = {
        let order = [
            "venue", "party", "party_merge", "intention", "listing", "listing_event", "demand", "deal", "deal_event",
            "contract_registration", "instalment", "payment", "certificate", "service", "former_code", "figure",
            "review",
        ]
        return order.map(ReversedTable.init)
    }()

    private init(_ name: String) {
        self.name = name
        let place = SealBook.place(of: name)
        self.place = Int64(place)
        let noun = Noun(rawValue: name)
        own =
            noun.map { RecordTable($0).columnNames }
            ?? SealFormat.current.tables[place].columns.dropFirst().filter { !RecordTable.versionColumns.contains($0) }
    }

    var noun: Noun? { Noun(rawValue: name) }

    /// What the seal covers of a version. A party's name and code stand there as a digest, for which it reads what that
    /// takes.
    var selected: String {
        let columns = name == "party" ? ["salt", "name", "credit_code", "erased_sha256", "region"] : own
        return (["id"] + columns + RecordTable.versionColumns).joined(separator: ", ")
    }

    /// The columns whose record must not be void for a version to come back. An event of a void record counts for
    /// nothing, and does no harm.
    var references: [(column: String, target: String)] {
        if let noun { return noun.references.map { ($0.column, $0.target.rawValue) } }
        return name == "party_merge" ? [("party_id", "party"), ("into_id", "party")] : []
    }

    /// What tells a row from the others of its table; a merge or an event cannot lose it to another.
    var identity: [String] { noun.map { RecordTable($0).identity } ?? [] }

    /// What a row `r` is called, in SQL.
    var shownName: String {
        func record(_ noun: String, _ id: String) -> String {
            "(SELECT v.code || '/' || n.code FROM \(noun) n JOIN venue v ON v.id = n.venue_id WHERE n.id = \(id))"
        }
        return switch name {
        case "venue": "r.code"
        case "party": "r.name"
        case _ where noun != nil: record(name, "r.id")
        case "listing_event": record("listing", "r.listing_id")
        case "deal_event": record("deal", "r.deal_id")
        case "party_merge": "(SELECT p.name FROM party p WHERE p.id = r.party_id)"
        case "former_code": "(SELECT v.code || '/' || r.code FROM venue v WHERE v.id = r.venue_id)"
        case "figure": "r.as_of || ' ' || r.metric || ' ' || r.comparison"
        default: "CAST(r.id AS TEXT)"
        }
    }
}

/// The planned rows of a table that become void, or that do not.
struct TurnedRows {
    let table: ReversedTable
    let isVoiding: Bool
    let condition: String

    init(_ table: ReversedTable, toVoid isVoiding: Bool) {
        self.table = table
        self.isVoiding = isVoiding
        condition = "place = \(table.place) AND becomes_void = \(isVoiding ? 1 : 0) AND kept = 0"
    }

    /// Their ids, in SQL.
    var ids: String { "SELECT id FROM temp.turn WHERE \(condition)" }
}
