import Registry

/// How a noun lies in its table: the columns between `id` and the five that every version has, and the SQL over them.
struct RecordTable {
    /// Where the value of a column comes from.
    enum Source {
        case field(Int)
        /// The party's name as it is matched.
        case matchName
        /// The salt of a party's identity.
        case salt
        /// Null until a lawful erasure.
        case erased
    }

    struct Column {
        let name: String
        let source: Source
        /// Where it stands among the columns.
        fileprivate(set) var place = 0
    }

    static let versionColumns = ["is_void", "change_id", "file_id", "file_row", "file_offset"]

    let noun: Noun
    let columns: [Column]
    /// What tells a record from the others of its noun.
    let identity: [String]

    init(_ noun: Noun) {
        self.noun = noun
        var columns = noun.fields.enumerated().map { Column(name: $1.column, source: .field($0)) }
        if noun == .party {
            columns.insert(Column(name: "match_name", source: .matchName), at: 1)
            columns.append(Column(name: "salt", source: .salt))
            columns.append(Column(name: "erased_sha256", source: .erased))
        }
        for place in columns.indices { columns[place].place = place }
        self.columns = columns
        identity =
            switch noun {
            case .venue: ["code"]
            case .party: ["match_name"]
            case .intention, .listing, .demand, .deal, .registration, .instalment, .payment, .certificate, .service:
                ["venue_id", "code"]
            }
    }

    var name: String { noun.rawValue }
    var columnNames: [String] { columns.map(\.name) }

    /// The table column of a field.
    func column(ofField field: Int) -> Int {
        columns.firstIndex { if case .field(field) = $0.source { true } else { false } } ?? 0
    }

    private var all: String { (["id"] + columnNames + Self.versionColumns).joined(separator: ", ") }

    var insertSQL: String {
        let marks = Array(repeating: "?", count: columns.count + 6).joined(separator: ", ")
        return
            "INSERT INTO \(name) (\(all)) VALUES (\(marks)) ON CONFLICT (\(identity.joined(separator: ", "))) DO NOTHING"
    }

    /// Several rows that are known to be new. What fails ends the change, so no statement needs a journal of its own.
    func insertSQL(rows: Int) -> String {
        let marks = "(" + Array(repeating: "?", count: columns.count + 6).joined(separator: ", ") + ")"
        return "INSERT OR FAIL INTO \(name) (\(all)) VALUES "
            + Array(repeating: marks, count: rows).joined(separator: ", ")
    }

    /// Every version's columns, of whichever rows a `WHERE` that follows tells.
    var selectSQL: String { "SELECT \(all) FROM \(name)" }

    var selectByIdentitySQL: String {
        "SELECT \(all) FROM \(name) WHERE " + identity.map { "\($0) = ?" }.joined(separator: " AND ")
    }

    var selectByIDSQL: String { "SELECT \(all) FROM \(name) WHERE id = ?" }

    var selectByVenueSQL: String { "SELECT \(all) FROM \(name) WHERE venue_id = ?" }

    /// Versions that one change made of rows that were there before, in the order of their ids.
    var selectChangedSQL: String { "SELECT \(all) FROM \(name) WHERE id <= ? AND change_id = ? ORDER BY id" }

    /// The last version that came from a file, of those that were replaced.
    var selectLastFromFileSQL: String {
        "SELECT \(all) FROM \(name)_history WHERE id = ? AND file_id IS NOT NULL ORDER BY change_id DESC LIMIT 1"
    }

    var keepHistorySQL: String {
        "INSERT INTO \(name)_history (\(all), replaced_by) SELECT \(all), ? FROM \(name) WHERE id = ?"
    }

    /// Sets the given columns and where the version comes from; the id is the last value.
    func updateSQL(setting columns: [String]) -> String {
        let settings = (columns + Self.versionColumns).map { "\($0) = ?" }.joined(separator: ", ")
        return "UPDATE \(name) SET \(settings) WHERE id = ?"
    }
}
