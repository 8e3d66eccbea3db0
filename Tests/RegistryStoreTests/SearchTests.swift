import Registry
import SQLite
import TestSupport
import Testing

@testable import RegistryStore

@Suite("Searching")
struct SearchTests {
    private func names(_ found: Findings) -> [String] { found.records.map { "\($0.name)" } }

    @Test("what is found is what instr finds in the reading view, whatever is looked for")
    func asInstr() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        var dice = Dice(seed: 11)
        let alphabet = Array("氢电池灭菌装置的一种新aA%_'\"Ａé 👩‍🔬")
        let words = (0..<400).map { _ in
            String((0..<Int.random(in: 1...14, using: &dice)).map { _ in alphabet.randomElement(using: &dice) ?? "氢" })
        }
        try registry.record { all throws(StoreError) in
            for (place, word) in words.enumerated() {
                let day = "2022-0\(place % 9 + 1)-0\(place % 7 + 1)"
                try all.add(
                    .listing,
                    [
                        "venue": place % 3 == 0 ? "SH" : "SZ", "code": "L-\(place)", "title": "\(word)x",
                        "owner": "\(words[place / 2])厂", "listed_on": day,
                        "abstract": place % 4 == 0 ? words[place / 3] : nil,
                    ])
            }
        }
        try registry.record { all throws(StoreError) in try all.void(.listing, 7) }
        for _ in 0..<300 {
            let word = words.randomElement(using: &dice) ?? "氢"
            let start = Int.random(in: 0..<word.count, using: &dice)
            let text = String(word.dropFirst(start).prefix(Int.random(in: 1...12, using: &dice)))
            let expected = try registry.ledger.connection.query(
                """
                SELECT venue_code || '/' || code FROM listings
                WHERE instr(code, ?1) > 0 OR instr(title, ?1) > 0 OR instr(owner, ?1) > 0 OR instr(abstract, ?1) > 0
                ORDER BY listed_on DESC, venue_code, code
                """, .text(text)
            ) { row throws(SQLiteError) in try row.text(at: 0) }
            let all = try registry.ledger.search(Needle(text), in: .listing)
            #expect(names(all) == expected, "\(text)")
            #expect(all.count == expected.count)
            let first = try registry.ledger.search(Needle(text), in: .listing, most: 5)
            #expect(names(first) == Array(expected.prefix(5)), "\(text)")
            #expect(first.count == expected.count)
        }
    }

    @Test("as known at a change each record is found once, as it was then")
    func knownAt() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            for place in 1...9 {
                try all.add(
                    .listing,
                    [
                        "venue": "SH", "code": "L-\(place)", "title": "氢\(place)", "owner": "甲厂",
                        "listed_on": "2022-01-0\(place)",
                    ])
            }
        }
        try registry.record { all throws(StoreError) in
            for id in 1...4 { try all.void(.listing, Int64(id)) }
        }
        let then = Viewpoint(knownAt: try registry.ledger.moment(ofChange: 3))
        for (text, viewpoint, count) in [
            ("氢", then, 9), ("甲", then, 9), ("氢3", then, 1), ("氢", Viewpoint(), 5), ("氢3", Viewpoint(), 0),
            ("甲", Viewpoint(asOf: try "2022-01-07".withBytes { bytes in try Day.read(bytes) }), 3),
        ] {
            for most in [nil, 2] {
                let found = try registry.ledger.search(Needle(text), in: .listing, from: viewpoint, most: most)
                #expect(found.count == count, "\(text)")
                #expect(found.records.count == min(count, most ?? count))
                #expect(Set(names(found)).count == found.records.count)
            }
        }
    }

    @Test(
        "a piece of the text is shown around the first place",
        arguments: [
            ("一二三四五六七八九十", "五", 2, "…三四五六七…"), ("一二三", "一", 1, "一二…"), ("一二三", "三", 9, "一二三"),
            ("甲\n乙丙", "丙", 4, "甲 乙丙"), ("e\u{301}e\u{301}氢", "氢", 1, "…e\u{301}氢"), ("abc", "", 1, nil),
            ("一二三", "四", 1, nil),
        ] as [(String, String, Int, String?)])
    func excerpt(text: String, found: String, around: Int, piece: String?) {
        #expect(Needle(found).excerpt(of: text, around: around) == piece)
    }

    @Test(
        "with any form neither case nor width counts, and the piece is shown as it is written",
        arguments: [
            ("ＤＮＡ测序", "dna", "ＤＮＡ测序"), ("type　B", "ＴＹＰＥ b", "type　B"), ("（甲）", "(甲)", "（甲）"),
        ])
    func anyForm(text: String, found: String, piece: String) {
        #expect(Needle(found).excerpt(of: text) == nil)
        #expect(Needle(found, isLoose: true).excerpt(of: text) == piece)
    }

    @Test("a text that ends within another's last character is not found")
    func wholeBytes() {
        #expect(Needle("氢").excerpt(of: "气") == nil)
        #expect(Needle("aab").excerpt(of: "aaab", around: 0) == "…aab")
    }
}
