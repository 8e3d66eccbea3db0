package import Registry
import SQLite

/// A counterpart of a listing or a demand, and why it is one.
package struct Match: Sendable {
    package let name: RecordName
    package let title: String
    /// What the text is worth, times what the rest adds: the higher the better; a text that says all of the asked one's has 1.
    package let score: Double
    /// What both texts say, what tells most of it first.
    package let terms: [String]
    package let side: Side
    package let accord: Accord
}

extension Ledger {
    /// The listings that answer a demand, or the demands that a listing answers, the best first. Every text is looked at, so
    /// that what any program wrote is met, and nothing has to be kept beside the records for it.
    ///
    /// - Parameters:
    ///   - asked: a listing or a demand.
    ///   - viewpoint: the times from which the records are looked at; whether they are open is told as of its day, or today.
    /// - Throws: ``StoreError/unknownRecord(noun:name:)``, ``StoreError/voidRecord(noun:name:)`` and, for another viewpoint than
    ///   the present, what ``show(_:from:)`` throws.
    package func matches(
        of asked: RecordName, from viewpoint: Viewpoint = Viewpoint(), most: Int
    ) throws(StoreError) -> [Match] {
        guard let id = try id(of: asked, from: viewpoint) else {
            throw .unknownRecord(noun: asked.noun, name: "\(asked)")
        }
        let other: Noun = asked.noun == .listing ? .demand : .listing
        let own = try storing { () throws(SQLiteError) in
            try MatchReading(asked.noun, on: connection, from: viewpoint, today: today).record(id)
        }
        guard let own else { throw try absence(of: asked, id, from: viewpoint) }
        return try storing { () throws(SQLiteError) in
            let reading = try MatchReading(other, on: connection, from: viewpoint, today: today)
            var scan = MatchScan(LetterPairs(of: [own.title, own.abstract ?? ""]))
            guard scan.pairs.count > 0 else { return [] }
            try scan.run(try reading.texts())
            var matches: [Match] = []
            // What the rest adds moves a text by a third at most: those far behind by their text stay there.
            let candidates = scan.best(max(200, most))
            let sold = other == .listing ? try reading.sold(among: candidates.map(\.id)) : nil
            for candidate in candidates {
                guard let found = try reading.record(candidate.id, standing: sold?.standing(of: candidate.id)) else {
                    continue
                }
                let accord = Accord(of: own.side, with: found.side)
                matches.append(
                    Match(
                        name: found.name, title: found.title, score: candidate.text * accord.weight(of: found.side),
                        terms: scan.terms(of: candidate, most: 6), side: found.side, accord: accord))
            }
            matches.sort { left, right in
                if left.score != right.score { return left.score > right.score }
                return "\(left.name)".utf8.lexicographicallyPrecedes("\(right.name)".utf8)
            }
            return Array(matches.prefix(most))
        }
    }
}

/// The listings or the demands as a match looks at them.
private final class MatchReading {
    private let noun: Noun
    private let connection: Connection
    private let past: (sql: String, values: [Value])
    private let viewpoint: Viewpoint
    private let day: Day
    /// What of the noun's records is there from the viewpoint.
    private let condition: String
    /// One of them, by its id.
    private let single: Statement

    init(_ noun: Noun, on connection: Connection, from viewpoint: Viewpoint, today: Day) throws(SQLiteError) {
        self.noun = noun
        self.connection = connection
        self.viewpoint = viewpoint
        day = viewpoint.asOf ?? today
        past = try PastView.prefix(
            of: ["venue", "party", "party_merge", "listing_event", noun.rawValue], from: viewpoint, on: connection)
        condition = "r.is_void = 0" + (viewpoint.asOf.map { " AND r.\(noun.datedBy ?? "") <= '\($0)'" } ?? "")
        let isListing = noun == .listing
        let own =
            isListing
            ? """
            r.asking_price_fen, r.listed_until, r.maturity, (SELECT e.kind FROM listing_event e
              WHERE e.listing_id = r.id AND e.is_void = 0 AND e.effective_on <= '\(day)'
              ORDER BY e.effective_on DESC, e.id DESC LIMIT 1)
            """
            : "r.budget_fen, r.posted_until, NULL, NULL"
        let party = isListing ? "owner_id" : "demander_id"
        single = try connection.prepare(
            """
            \(past.sql)SELECT v.code, r.code, r.title, r.abstract, r.field, coalesce(p.region, v.region), \(own)
            FROM \(noun.rawValue) r LEFT JOIN venue v ON v.id = r.venue_id
            LEFT JOIN party_merge m ON m.party_id = r.\(party) AND m.is_void = 0
            LEFT JOIN party p ON p.id = coalesce(m.into_id, r.\(party))
            WHERE r.id = ? AND \(condition)
            """)
    }

    /// Id, title and abstract of every record.
    func texts() throws(SQLiteError) -> Statement {
        let rows = try connection.prepare(
            "\(past.sql)SELECT r.id, r.title, r.abstract FROM \(noun.rawValue) r WHERE \(condition)")
        try rows.bind(past.values)
        return rows
    }

    struct Record {
        let name: RecordName
        let title: String
        let abstract: String?
        let side: Side
    }

    func sold(among ids: [Int64]) throws(SQLiteError) -> SoldListings {
        try SoldListings(among: ids, on: connection, from: viewpoint, by: day)
    }

    /// One of them; nil where it is not there from the viewpoint.
    ///
    /// - Parameter deal: how it stands by its deals.
    func record(_ id: Int64, standing deal: Side.Standing? = nil) throws(SQLiteError) -> Record? {
        single.reset()
        try single.bind(past.values + [.integer(id)])
        guard try single.step() else { return nil }
        let side = Side(
            noun: noun, field: try single.optionalText(at: 4),
            price: try single.optionalInteger(at: 6).map(Amount.init(fen:)), region: try single.optionalText(at: 5),
            maturity: try single.optionalText(at: 8),
            standing: standing(
                until: try single.optionalDay(at: 7), event: try single.optionalText(at: 9), deal: deal))
        return Record(
            name: RecordName(noun: noun, venue: try single.optionalText(at: 0), code: try single.text(at: 1)),
            title: try single.text(at: 2), abstract: try single.optionalText(at: 3), side: side)
    }

    private func standing(until: Day?, event: String?, deal: Side.Standing?) -> Side.Standing {
        if deal == .sold { return .sold }
        if event == "withdrawn" { return .withdrawn }
        if let until, until < day { return .expired }
        return event == "suspended" ? .suspended : deal ?? .open
    }
}
