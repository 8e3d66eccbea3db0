import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

/// What was done, change by change from 3 on, and what is to be read afterwards.
private struct Story: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let deeds: String
    let query: String
    let answer: String

    init(_ description: String, _ deeds: String, _ query: String, is answer: String) {
        (testDescription, self.deeds, self.query, self.answer) = (description, deeds, query, answer)
    }
}

@Suite("What a reversal must leave as it is")
struct HinderedRevertTests {
    private static let deals = "SELECT count(*) || ' ' || coalesce(sum(amount_fen), 0) FROM deals"
    private static let names = """
        SELECT group_concat(venue_code || '/' || code, ' ') FROM (SELECT * FROM signed_deals ORDER BY venue_code, code)
        """
    private static let leads = """
        SELECT coalesce(group_concat(venue_code || '/' || code || '>' || now_venue_code || '/' || now_code, ' '), '-')
        FROM (SELECT * FROM former_codes ORDER BY venue_code, code)
        """
    private static let events = """
        SELECT coalesce(group_concat(kind || ' ' || effective_on, ', '), '-') FROM
          (SELECT id, kind, effective_on FROM deal_event WHERE is_void = 0 UNION ALL
          SELECT id, kind, effective_on FROM listing_event WHERE is_void = 0 ORDER BY effective_on, id)
        """
    private static let merges = """
        SELECT coalesce(group_concat(name || '>' || into_name, ' '), '-') FROM (SELECT * FROM merged_parties ORDER BY name)
        """

    private static let stories = [
        Story(
            "a later correction to the same value stays",
            "deal-file SH/D-1 2022-06-01\namount SH/D-1 80\namount SH/D-1 100\namount SH/D-1 80\nrevert 4", deals,
            is: "1 8000"),
        Story(
            "a correction goes though another came in between, when that was taken back",
            "deal-file SH/D-1 2022-06-01\namount SH/D-1 80\namount SH/D-1 90\nrevert 5\nrevert 4", deals, is: "1 10000"),
        Story(
            "the old code leads on for as long as the record stays moved",
            "deal-file SH/D-1 2022-06-01\nmove SH/D-1 SZ/D-3\ntitle SZ/D-3 新\nrevert 4", leads, is: "SH/D-1>SZ/D-3"),
        Story(
            "and the next file does not count it twice",
            "deal-file SH/D-1 2022-06-01\nmove SH/D-1 SZ/D-3\ntitle SZ/D-3 新\nrevert 4\ndeal-file SH/D-1 2022-06-01",
            deals, is: "1 10000"),
        Story(
            "the old code of a record that is void by now leads on",
            "deal-file SH/D-1 2022-06-01\nmove SH/D-1 SZ/D-3\nvoid SZ/D-3\nrevert 4\ndeal-file SH/D-1 2022-06-01",
            deals,
            is: "0 0"),
        Story(
            "the old code leads on where the old venue is void",
            "deal-file SH/D-1 2022-06-01\nmove SH/D-1 SZ/D-3\nvoid-venue SH\nrevert 4", leads, is: "SH/D-1>SZ/D-3"),
        Story(
            "a move that is given back leads on from no present name",
            "deal SH/D-1 2022-06-01\nmove SH/D-1 SZ/D-3\nrevert 4\ndeal SZ/D-3 2022-06-02\nrevert 5", leads, is: "-"),
        Story(
            "a move is not given back to a code that leads on to another record",
            "deal SH/D-1 2022-06-01\nmove SH/D-1 SZ/D-3\nrevert 4\ndeal SZ/D-3 2022-06-02\nmove SZ/D-3 SZ/D-9\nrevert 5",
            names, is: "SH/D-1 SZ/D-9"),
        Story(
            "a move is taken back with its code, and given back",
            "deal SH/D-1 2022-06-01\nmove SH/D-1 SZ/D-3\nrevert 4\nrevert 5", leads, is: "SH/D-1>SZ/D-3"),
        Story(
            "a deal does not begin after its termination",
            "deal SH/D-1 2022-06-10\nsigned_on SH/D-1 2022-06-01\nterminate SH/D-1 2022-06-05\nrevert 4",
            "SELECT signed_on FROM signed_deals", is: "2022-06-01"),
        Story(
            "a listing does not begin after its withdrawal",
            "listing SH/L-1 2022-06-10\nlisted_on SH/L-1 2022-06-01\nwithdrawn SH/L-1 2022-06-05\nrevert 4",
            "SELECT listed_on FROM listings", is: "2022-06-01"),
        Story(
            "a deal that a file brings again does not begin after its termination",
            "deal-file SH/D-1 2022-06-01\nterminate SH/D-1 2022-07-01\nrevert 4\nrevert 3\nrevert 5\ndeal-file SH/D-1 2022-08-15",
            "SELECT signed_on || ' ' || is_void FROM deal", is: "2022-06-01 1"),
        Story(
            "a file moves no listing past its withdrawal",
            "listing-file SH/L-1 2022-06-01\nwithdrawn SH/L-1 2022-07-01\nlisting-file SH/L-1 2022-08-01",
            "SELECT listed_on FROM listings", is: "2022-06-01"),
        Story(
            "a file may move a listing up to its withdrawal",
            "listing-file SH/L-1 2022-06-01\nwithdrawn SH/L-1 2022-07-01\nlisting-file SH/L-1 2022-07-01",
            "SELECT listed_on FROM listings", is: "2022-07-01"),
        Story(
            "a deal is terminated once",
            "deal SH/D-1 2022-06-01\nterminate SH/D-1 2022-07-01\nrevert 4\nterminate SH/D-1 2022-08-01\nrevert 5",
            events,
            is: "terminated 2022-08-01"),
        Story(
            "no amendment follows a termination",
            "deal SH/D-1 2022-06-01\namend SH/D-1 70 2022-08-01\nrevert 4\nterminate SH/D-1 2022-07-01\nrevert 5",
            events,
            is: "terminated 2022-07-01"),
        Story(
            "a listing is withdrawn once",
            "listing SH/L-1 2022-06-01\nwithdrawn SH/L-1 2022-07-01\nrevert 4\nwithdrawn SH/L-1 2022-08-01\nrevert 5",
            events, is: "withdrawn 2022-08-01"),
        Story(
            "what was resumed had been suspended",
            "listing SH/L-1 2022-06-01\nsuspended SH/L-1 2022-07-01\nresumed SH/L-1 2022-08-01\nrevert 4", events,
            is: "suspended 2022-07-01, resumed 2022-08-01"),
        Story(
            "an event that stands with the others comes back",
            "deal SH/D-1 2022-06-01\namend SH/D-1 70 2022-07-01\nrevert 4\nterminate SH/D-1 2022-08-01\nrevert 5",
            events,
            is: "amended 2022-07-01, terminated 2022-08-01"),
        Story(
            "two parties are not merged into each other",
            "party 甲\nparty 乙\nmerge 甲 乙\nunmerge 甲\nmerge 乙 甲\nrevert 6", merges, is: "乙>甲"),
        Story(
            "no merge leads to another",
            "party 甲\nparty 乙\nparty 丙\nmerge 甲 乙\nrevert 6\nmerge 乙 丙\nrevert 7", merges, is: "乙>丙"),
        Story(
            "a merge is taken back with those that it led on",
            "party 甲\nparty 乙\nparty 丙\nmerge 甲 乙\nmerge 乙 丙\nrevert 7", merges, is: "甲>乙"),
        Story(
            "and given back with them",
            "party 甲\nparty 乙\nparty 丙\nmerge 甲 乙\nmerge 乙 丙\nrevert 7\nrevert 8", merges, is: "乙>丙 甲>丙"),
        Story(
            "a listing stays at the venue of the deal that names it",
            "listing SH/L-1 2022-06-01\nmove SH/L-1 SZ/L-1\ndeal SZ/D-1 2022-06-02 L-1\nrevert 4",
            "SELECT venue_code || '/' || listing_code FROM deals", is: "SZ/L-1"),
        Story(
            "a deal does not come back without its listing",
            "listing SH/L-1 2022-06-01\ndeal SH/D-1 2022-06-02 L-1\nvoid SH/D-1\nmove SH/L-1 SZ/L-1\nrevert 5", deals,
            is: "0 0"),
    ]

    @Test("is what could not be beside what was recorded since", arguments: stories, [false, true])
    private func stays(story: Story, inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.recordVenues()
        var done = ""
        for deed in story.deeds.split(separator: "\n") {
            done += "\(deed); "
            do {
                try registry.follow(line: String(deed))
            } catch let error as StoreError {
                // Where nothing but that would be taken back, nothing is.
                guard case .nothingTakenBack(_, let kept, _) = error, !kept.isEmpty else { throw error }
            }
            try registry.expectSound(done)
        }
        #expect(try registry.ledger.connection.rows(story.query) == [[.text(story.answer)]])
        try SealTests().expectSealed(registry.ledger.connection)
    }

    @Test("and a change that is taken back is not taken back again, whatever came of its records since")
    func twice() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.follow("deal-file SH/D-1 2022-06-01\nrevert 3\ndeal-file SH/D-1 2022-06-01")
        let refused = try refusal { () throws(StoreError) in _ = try registry.ledger.revert(3, by: .tester) }
        guard case .revertedAlready(3, by: 4) = refused else { return wrong(refused) }
        #expect(try registry.ledger.connection.number("SELECT count(*) FROM deals") == 1)
    }

    @Test("whatever is recorded and taken back at random, the registry says nothing that cannot be", arguments: 1...8)
    func atRandom(seed: Int) throws {
        let registry = try TestRegistry(inBulk: seed % 2 == 0)
        try registry.recordVenues()
        var dice = Dice(seed: UInt64(seed))
        func pick(_ words: String) -> String {
            words.split(separator: " ").randomElement(using: &dice).map(String.init) ?? ""
        }
        var (done, reverted) = ("", 0)
        for _ in 0..<150 {
            let newest = try #require(try registry.ledger.newestMoment()).change
            let venue = pick("SH SZ")
            let (deal, listing) = ("\(venue)/D-\(pick("1 2 3"))", "\(pick("SH SZ"))/L-\(pick("1 2"))")
            let day = "2022-0\(pick("1 2 3 4 5 6"))-1\(pick("1 5"))"
            let isReversal = newest > 12 && Bool.random(using: &dice)
            let deed =
                isReversal
                ? "revert \(Int64.random(in: 3...newest, using: &dice))"
                : [
                    "deal \(deal) \(day)", "deal-file \(deal) \(day)", "deal-file \(deal) \(day) L-1",
                    "listing \(listing) \(day)", "listing-file \(listing) \(day)", "party \(pick("甲 乙 丙 丁"))",
                    "amount \(deal) \(pick("80 90"))", "title \(deal) \(pick("新 旧"))", "signed_on \(deal) \(day)",
                    "listed_on \(listing) \(day)", "amend \(deal) \(pick("60 70")) \(day)", "terminate \(deal) \(day)",
                    "void-event \(deal) \(day)", "void-event \(listing) \(day)", "void \(deal)", "void \(listing)",
                    "move \(deal) \(pick("SH SZ"))/D-\(pick("1 2 3 4"))",
                    "move \(listing) \(pick("SH SZ"))/L-\(pick("1 2 3"))",
                    "merge \(pick("甲 乙 丙 丁")) \(pick("甲 乙 丙 丁"))", "unmerge \(pick("甲 乙 丙 丁"))",
                    "\(pick("suspended resumed withdrawn")) \(listing) \(day)",
                ].randomElement(using: &dice) ?? ""
            do {
                try registry.follow(line: deed)
            } catch let error as StoreError {
                if case .sqlite = error { throw error }
                continue
            }
            done += "\(deed); "
            if isReversal { reverted += 1 }
            try registry.expectSound(done)
        }
        #expect(reverted > 5)
        try SealTests().expectSealed(registry.ledger.connection)
    }
}
