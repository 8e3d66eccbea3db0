package import Registry
import SQLite

/// What `list` is to keep. Texts are found anywhere, as they are written.
package struct Filter: Sendable {
    package var venue: String?
    package var party: String?
    package var text: String?
    package var from: Day?
    package var to: Day?
    package var least: Amount?
    package var most: Amount?
    /// As the ledger stores it.
    package var kind: String?
    package var limit: Int?
    /// Only corrections made by hand at which nobody looked a second time.
    package var isUnreviewed = false

    package init() {}
}

extension Ledger {
    /// A filter that says nothing of such rows, by its option's name; nil where all do.
    package func uselessFilter(_ filter: Filter, of listed: Listed, asOf: Day? = nil) -> String? {
        if asOf != nil, listed.asOfColumn == nil { return "--as-of" }
        if filter.venue != nil, listed.venueColumn == nil { return "--venue" }
        if filter.party != nil, listed.partyColumns.isEmpty { return "--party" }
        if filter.from != nil, listed.dayColumn == nil { return "--from" }
        if filter.to != nil, listed.dayColumn == nil { return "--to" }
        if filter.least != nil, listed.moneyColumn == nil { return "--min" }
        if filter.most != nil, listed.moneyColumn == nil { return "--max" }
        if filter.text != nil, listed.textColumns.isEmpty { return "--text" }
        if filter.kind != nil, listed.kinds == nil { return "--kind" }
        if filter.isUnreviewed, listed != .corrections { return "--unreviewed" }
        return nil
    }

    /// The filter in SQL, and its values.
    func condition(_ listed: Listed, _ filter: Filter, asOf: Day? = nil) -> (String, [Value]) {
        var terms: [String] = []
        var values: [Value] = []
        func add(_ term: String, _ value: Value) {
            terms.append(term)
            values.append(value)
        }
        if let venue = filter.venue, let column = listed.venueColumn { add("\(column) = ?", .text(venue)) }
        if let kind = filter.kind { add("kind = ?", .text(kind)) }
        if let from = filter.from, let column = listed.dayColumn { add("\(column) >= ?", start(of: from, listed)) }
        if let to = filter.to, let column = listed.dayColumn {
            add("\(column) < ?", start(of: Day(number: to.number + 1), listed))
        }
        if let least = filter.least, let column = listed.moneyColumn { add("\(column) >= ?", .integer(least.fen)) }
        if let most = filter.most, let column = listed.moneyColumn { add("\(column) <= ?", .integer(most.fen)) }
        if let asOf, case .noun(let noun) = listed, let column = noun.beginning() {
            add("\(column) <= ?", .text("\(asOf)"))
            if let end = noun.endedBy, noun.isListedToItsEnd {
                let other = noun.endingKind.map { "kind <> '\($0)' OR " } ?? ""
                add("(\(other)coalesce(\(end) > ?, 1))", .text("\(asOf)"))
            }
        }
        if let word = filter.text, !listed.textColumns.isEmpty {
            terms.append("(" + listed.textColumns.map { "instr(\($0), ?) > 0" }.joined(separator: " OR ") + ")")
            values += listed.textColumns.map { _ in Value.text(word) }
        }
        if let word = filter.party, !listed.partyColumns.isEmpty {
            // A party is found by the names that were merged into it too.
            let merged = """
                IN (SELECT i.name FROM party_merge m JOIN party p ON p.id = m.party_id JOIN party i ON i.id = m.into_id
                  WHERE m.is_void = 0 AND instr(p.name, ?) > 0)
                """
            let columns = listed.partyColumns.map { "instr(\($0), ?) > 0 OR \($0) \(merged)" }
            terms.append("(" + columns.joined(separator: " OR ") + ")")
            values += columns.flatMap { _ in [Value.text(word), .text(word)] }
        }
        if filter.isUnreviewed {
            // A revert of an import is made by hand, though it names the file whose rows it takes back.
            terms.append(
                "reviewed_by IS NULL AND change_id IN (SELECT change_id FROM correcting_changes WHERE is_by_hand = 1)")
        }
        return (terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND "), values)
    }

    /// Where a day begins: a stamp is in UTC, the day in the registry's zone.
    private func start(of day: Day, _ listed: Listed) -> Value {
        guard listed == .changes || listed == .corrections || listed == .arrivals else { return .text("\(day)") }
        let second = zone.end(of: Day(number: day.number - 1))
        return .text(Stamp(microseconds: Int64(second) * 1_000_000).description)
    }
}
