import Registry
import RegistryStore
import SQLite
import Testing

extension TestRegistry {
    /// Does what each line says as one change, in a registry whose newest change is 2, the venues `SH`, `SZ` and `KY`.
    func follow(_ script: String) throws {
        for line in script.split(separator: "\n") { try follow(line: String(line)) }
    }

    /// A deed and what it is done to: `deal SH/D-1 2022-06-10`, `move SH/D-1 SZ/D-3`, `revert 5`.
    ///
    /// - Throws: the ``StoreError`` with which it is refused.
    func follow(line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        let deed = words[0]
        func name(_ place: Int) throws -> RecordName {
            let noun: Noun = words[place].contains("/D-") ? .deal : words[place].contains("/L-") ? .listing : .party
            return try RecordName(words[place], of: noun)
        }
        func day(_ place: Int) throws -> Day {
            try words[place].withBytes { bytes throws(Refusal) in try Day.read(bytes) }
        }
        switch deed {
        case "deal", "deal-file", "listing", "listing-file":
            let asked = try name(1)
            let named = words.count > 3 ? words[3] : nil
            // What was moved away keeps its code, as add-deal says.
            if !deed.hasSuffix("file"), try ledger.find(asked) != nil {
                throw StoreError.notARecordName(text: words[1])
            }
            try record(fromFile: deed.hasSuffix("file")) { all throws(StoreError) in
                let values: KeyValuePairs<String, String?> =
                    asked.noun == .deal
                    ? [
                        "venue": asked.venue, "code": asked.code, "kind": "transfer", "amount": "100",
                        "signed_on": words[2], "listing": named,
                    ]
                    : ["venue": asked.venue, "code": asked.code, "title": "成果", "listed_on": words[2]]
                guard deed.hasSuffix("file"), try all.meet(asked.noun, values) != .absent else {
                    try all.add(asked.noun, values)
                    return
                }
            }
        case "party": try record { all throws(StoreError) in try all.add(.party, ["name": words[1]]) }
        case "amount", "title", "signed_on", "listed_on":
            _ = try ledger.amend(try name(1), [deed: words[2]], clearing: [], by: .tester)
        case "amend":
            let fen = try #require(Int64(words[2])) * 100
            _ = try ledger.amend(try name(1), to: Amount(fen: fen), effectiveOn: try day(3), by: .tester)
        case "terminate": _ = try ledger.terminate(try name(1), on: try day(2), by: .tester)
        case "void-event": _ = try ledger.voidEvent(of: try name(1), on: try day(2), by: .tester)
        case "void": _ = try ledger.void(try name(1), by: .tester)
        case "void-venue": _ = try ledger.void(try RecordName(words[1], of: .venue), by: .tester)
        case "move": _ = try ledger.move(try name(1), to: try name(2), by: .tester)
        case "merge": _ = try ledger.merge(try name(1), into: try name(2), by: .tester)
        case "unmerge": _ = try ledger.unmerge(try name(1), by: .tester)
        case "revert": _ = try ledger.revert(try #require(Int64(words[1])), by: .tester)
        default:
            let kind = try #require(ListingEvent.Kind(rawValue: deed))
            _ = try ledger.record(ListingEvent(kind: kind, effectiveOn: try day(2)), of: try name(1), by: .tester)
        }
    }

    /// Expects that the registry says nothing that cannot be.
    func expectSound(_ after: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let connection = ledger.connection
        let impossible = [
            "a merge that leads to another":
                """
            SELECT count(*) FROM party_merge a JOIN party_merge b ON b.party_id = a.into_id
            WHERE a.is_void = 0 AND b.is_void = 0
            """,
            "a deal that names a listing of another venue":
                """
            SELECT count(*) FROM deal d JOIN listing l ON l.id = d.listing_id
            WHERE d.is_void = 0 AND d.venue_id <> l.venue_id
            """,
            "a code that leads on from a deal's present name":
                """
            SELECT count(*) FROM former_code f JOIN deal d ON d.venue_id = f.venue_id AND d.code = f.code
            WHERE f.noun = 'deal' AND f.is_void = 0
            """,
            "a code that leads on from a listing's present name":
                """
            SELECT count(*) FROM former_code f JOIN listing l ON l.venue_id = f.venue_id AND l.code = f.code
            WHERE f.noun = 'listing' AND f.is_void = 0
            """,
            "less than no records as of a day":
                """
            SELECT count(*) FROM (SELECT sum(count) OVER
              (PARTITION BY measure, dimension, dimension_key ORDER BY day) AS so_far FROM daily_total)
            WHERE so_far < 0
            """,
        ]
        for (what, sql) in impossible {
            #expect(try connection.number(sql) == 0, "\(what), after \(after)", sourceLocation: sourceLocation)
        }
        func began(_ value: Value) throws -> Day {
            guard case .text(let text) = value else { return Day(number: 0) }
            return try text.withBytes { bytes throws(Refusal) in try Day.read(bytes) }
        }
        for row in try connection.rows(
            """
            SELECT d.signed_on, e.kind, e.effective_on, d.id FROM deal_event e JOIN deal d ON d.id = e.deal_id
            WHERE e.is_void = 0 GROUP BY d.id
            """)
        {
            let events = try connection.rows(
                "SELECT kind, effective_on FROM deal_event WHERE deal_id = ? AND is_void = 0 ORDER BY id", row[3]
            ).map {
                DealEvent(
                    kind: $0[0] == "terminated" ? .terminated : .amended, effectiveOn: try began($0[1]),
                    amount: Amount(fen: 0))
            }
            #expect(throws: Never.self, "events of a deal, after \(after)", sourceLocation: sourceLocation) {
                try DealEvent.check(events, signedOn: try began(row[0]), new: nil)
            }
        }
        for row in try connection.rows(
            "SELECT l.listed_on, l.id FROM listing_event e JOIN listing l ON l.id = e.listing_id WHERE e.is_void = 0 GROUP BY l.id"
        ) {
            let events = try connection.rows(
                "SELECT kind, effective_on FROM listing_event WHERE listing_id = ? AND is_void = 0 ORDER BY id", row[1]
            ).map {
                guard case .text(let kind) = $0[0] else {
                    return ListingEvent(kind: .withdrawn, effectiveOn: Day(number: 0))
                }
                return ListingEvent(
                    kind: ListingEvent.Kind(rawValue: kind) ?? .withdrawn, effectiveOn: try began($0[1]))
            }
            #expect(throws: Never.self, "events of a listing, after \(after)", sourceLocation: sourceLocation) {
                try ListingEvent.check(events, listedOn: try began(row[0]), new: nil)
            }
        }
    }
}
