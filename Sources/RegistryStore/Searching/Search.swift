package import Registry
import SQLite

extension Ledger {
    /// The records of a noun whose code, title, abstract or party holds a text: every row is looked at, so that no index has
    /// to know the text, be it a single character.
    ///
    /// A party is named as the reading views name it: one that was merged away by the name of the one it was merged into.
    ///
    /// - Parameters:
    ///   - venue: only of the venue of this code.
    ///   - most: so many of them are told of, the newest; nil for all.
    package func search(
        _ needle: Needle, in noun: Noun, venue: String? = nil, from viewpoint: Viewpoint = Viewpoint(), most: Int? = nil
    ) throws(StoreError) -> Findings {
        try storing { () throws(SQLiteError) in
            try SearchScan(noun, needle, on: connection, from: viewpoint).run(venue: venue, most: most)
        }
    }
}

/// The rows of a noun's table, looked through for a text.
private struct SearchScan {
    private let noun: Noun
    private let needle: Needle
    private let connection: Connection
    private let viewpoint: Viewpoint
    private let past: (sql: String, values: [Value])
    private let texts: [Field]
    private let parties: [Field]

    init(_ noun: Noun, _ needle: Needle, on connection: Connection, from viewpoint: Viewpoint) throws(SQLiteError) {
        (self.noun, self.needle, self.connection, self.viewpoint) = (noun, needle, connection, viewpoint)
        past = try PastView.prefix(
            of: ["venue", "party", "party_merge", noun.rawValue], from: viewpoint, on: connection)
        texts = noun.fields.filter { ["code", "title", "abstract"].contains($0.name) }
        parties = noun.fields.filter { if case .party = $0.kind { true } else { false } }
    }

    func run(venue: String?, most: Int?) throws(SQLiteError) -> Findings {
        let hits = try scan(venue: venue)
        return Findings(records: try read(try first(most, of: hits)), count: hits.count)
    }

    /// The ids of the newest so many, those of a day by their names; told by as little as that takes.
    private func first(_ most: Int?, of hits: Hits) throws(SQLiteError) -> [Int64] {
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT v.code, r.code FROM \(noun.rawValue) r LEFT JOIN venue v ON v.id = r.venue_id WHERE r.id = ?
            """)
        var named: [(hit: Hits.Hit, name: String)] = []
        for hit in hits.newest(most) {
            rows.reset()
            try rows.bind(past.values + [.integer(hit.id)])
            guard try rows.step() else { continue }
            let name = RecordName(noun: noun, venue: try rows.optionalText(at: 0), code: try rows.text(at: 1))
            named.append((hit, "\(name)"))
        }
        named.sort { left, right in
            if left.hit.day != right.hit.day { return left.hit.day > right.hit.day }
            return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
        return named.prefix(most ?? named.count).map(\.hit.id)
    }

    private func scan(venue: String?) throws(SQLiteError) -> Hits {
        let owners = try foundParties()
        var values = past.values
        var condition = "r.is_void = 0"
        if let venue {
            condition += " AND r.venue_id = (SELECT id FROM venue WHERE code = ? AND is_void = 0)"
            values.append(.text(venue))
        }
        let day = noun.datedBy ?? ""
        if let asOf = viewpoint.asOf {
            condition += " AND r.\(day) <= ?"
            values.append(.text("\(asOf)"))
        }
        var hits = Hits()
        let (needle, firstParty) = (needle, 2 + texts.count)
        try connection.define("is_found") { row in
            // A party is told by its number, at no cost, so it is looked at first.
            for place in firstParty..<row.count {
                if let party = row.integer(at: place), owners.contains(party) { return hits.add(row) }
            }
            for place in 2..<firstParty where needle.isIn(row.bytes(at: place)) { return hits.add(row) }
            return false
        }
        let columns = (texts + (owners.isEmpty ? [] : parties)).map { "r.\($0.column)" }.joined(separator: ", ")
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT count(*) FROM \(noun.rawValue) r
            WHERE \(condition) AND is_found(r.id, r.\(day), \(columns))
            """)
        try rows.bind(values)
        try rows.run()
        return hits
    }

    /// Those under whose name the text is shown.
    private func foundParties() throws(SQLiteError) -> PartySet {
        guard !parties.isEmpty else { return PartySet() }
        var found = PartySet()
        let rows = try connection.prepare("\(past.sql)SELECT id, name FROM party")
        try rows.bind(past.values)
        while try rows.step() {
            if needle.isIn(rows.bytes(at: 1)) { found.insert(try rows.integer(at: 0)) }
        }
        let merges = try connection.prepare("\(past.sql)SELECT party_id, into_id FROM party_merge WHERE is_void = 0")
        try merges.bind(past.values)
        var shown = found
        while try merges.step() {
            let party = try merges.integer(at: 0)
            if found.contains(try merges.integer(at: 1)) { shown.insert(party) } else { shown.remove(party) }
        }
        return shown
    }

    private func read(_ ids: [Int64]) throws(SQLiteError) -> [FoundRecord] {
        let fields = noun.fields.filter { field in (texts + parties).contains { $0 === field } }
        var (columns, joins): ([String], [String]) = ([], [])
        for (place, field) in fields.enumerated() {
            guard case .party = field.kind else {
                columns.append("r.\(field.column)")
                continue
            }
            joins.append(
                "LEFT JOIN party_merge m\(place) ON m\(place).party_id = r.\(field.column) AND m\(place).is_void = 0")
            joins.append("LEFT JOIN party p\(place) ON p\(place).id = coalesce(m\(place).into_id, r.\(field.column))")
            columns.append("p\(place).name")
        }
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT v.code, r.\(noun.datedBy ?? ""), \(columns.joined(separator: ", "))
            FROM \(noun.rawValue) r LEFT JOIN venue v ON v.id = r.venue_id \(joins.joined(separator: " "))
            WHERE r.id = ?
            """)
        var found: [FoundRecord] = []
        for id in ids {
            rows.reset()
            try rows.bind(past.values + [.integer(id)])
            guard try rows.step(), let day = try rows.optionalDay(at: 1) else { continue }
            var texts: [(field: Field, text: String)] = []
            for (place, field) in fields.enumerated() {
                if let text = try rows.optionalText(at: Int32(place + 2)) { texts.append((field, text)) }
            }
            let pieces = texts.compactMap { text in needle.excerpt(of: text.text).map { (text.field.name, $0) } }
            found.append(
                FoundRecord(
                    name: RecordName(
                        noun: noun, venue: try rows.optionalText(at: 0),
                        code: texts.first { $0.field.name == "code" }?.text ?? ""),
                    title: texts.first { $0.field.name == "title" }?.text, day: day,
                    fields: pieces.map(\.0), excerpt: pieces.first?.1 ?? ""))
        }
        return found
    }
}
