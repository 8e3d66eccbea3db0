import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

/// What became of the record before the venue sends it again.
private enum Before: Sendable {
    case fromFile
    case fromFileThenAnotherFile
    case byHand
    case fromFileThenHand
    case fromFileThenVoid
    case byHandThenVoid
    case inThisChange
}

private struct Case: CustomTestStringConvertible, Sendable {
    let before: Before
    /// What the row says: the record was first recorded at 100 yuan, then corrected to 120.
    let yuan: Int
    let meeting: Meeting
    /// What the record then has.
    let stays: Int

    init(_ before: Before, says yuan: Int, _ meeting: Meeting, stays: Int) {
        (self.before, self.yuan, self.meeting, self.stays) = (before, yuan, meeting, stays)
    }

    var testDescription: String { "\(before), says \(yuan): \(meeting)" }
}

@Suite("A row of a file against the record of its name (law 8)")
struct MeetingTests {
    private static let cases: [Case] = [
        Case(.fromFile, says: 100, .unchanged, stays: 100),
        Case(.fromFile, says: 110, .changed, stays: 110),
        Case(.fromFileThenAnotherFile, says: 120, .unchanged, stays: 120),
        Case(.fromFileThenAnotherFile, says: 100, .changed, stays: 100),
        Case(.byHand, says: 100, .unchanged, stays: 100),
        Case(.byHand, says: 110, .conflict, stays: 100),
        // The venue has not changed its word: the correction by hand stands.
        Case(.fromFileThenHand, says: 100, .unchanged, stays: 120),
        Case(.fromFileThenHand, says: 120, .unchanged, stays: 120),
        Case(.fromFileThenHand, says: 110, .conflict, stays: 120),
        Case(.fromFileThenVoid, says: 100, .unchanged, stays: 100),
        Case(.fromFileThenVoid, says: 110, .conflict, stays: 100),
        Case(.byHandThenVoid, says: 100, .conflict, stays: 100),
        Case(.inThisChange, says: 100, .doubled, stays: 100),
        Case(.inThisChange, says: 110, .doubled, stays: 100),
    ]

    @Test("is told by the venue's last word", arguments: cases, [false, true])
    private func meet(row: Case, inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.recordVenues()
        let isByHand = row.before == .byHand || row.before == .byHandThenVoid
        if row.before != .inThisChange {
            try registry.record(fromFile: !isByHand) { all throws(StoreError) in
                try all.addDeal("SH", "D-1", yuan: 100, on: "2022-01-01", title: "合同")
            }
        }
        switch row.before {
        case .fromFileThenAnotherFile:
            try registry.record(fromFile: true) { all throws(StoreError) in
                try all.meet(.deal, ["venue": "SH", "code": "D-1", "amount": "120"])
            }
        case .fromFileThenHand:
            try registry.record { all throws(StoreError) in
                try all.add(.party, ["name": "无关者"])
                try registry.correctByHand("deal", "amount_fen = 12000", in: all)
            }
        case .fromFileThenVoid, .byHandThenVoid:
            try registry.record { all throws(StoreError) in try all.void(.deal, 1) }
        default: break
        }
        let before = try registry.ledger.connection.rows("SELECT * FROM deal")
        var meeting: Meeting?
        try registry.record(fromFile: true) { all throws(StoreError) in
            if row.before == .inThisChange { try all.addDeal("SH", "D-1", yuan: 100, on: "2022-01-01") }
            meeting = try all.meet(.deal, ["venue": "SH", "code": "D-1", "amount": "\(row.yuan)"])
        }
        #expect(meeting == row.meeting)
        #expect(try registry.ledger.connection.number("SELECT amount_fen FROM deal") == Int64(row.stays * 100))
        if row.meeting != .changed, row.before != .inThisChange {
            #expect(try registry.ledger.connection.rows("SELECT * FROM deal") == before)
        }
    }

    @Test("a row of a name that is not there meets nothing")
    func absent() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 1, on: "2022-01-01") }
        var met: [Meeting] = []
        try registry.record(fromFile: true) { all throws(StoreError) in
            for (venue, code) in [("SH", "D-2"), ("SZ", "D-1"), ("SH", "d-1"), ("SH", "D-1")] {
                met.append(try all.meet(.deal, ["venue": venue, "code": code, "amount": "1"]))
            }
        }
        #expect(met == [.absent, .absent, .absent, .unchanged])
    }

    @Test("in whatever order rows come, each meets the record of its name as it then is", arguments: 1...4)
    func anyOrder(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        let registry = try TestRegistry(inBulk: true)
        try registry.recordVenues()
        // Codes whose order is not that of their numbers, some of them the beginning of others.
        let names = (0..<400).map { (venue: $0 % 2 == 0 ? "SH" : "SZ", code: "D-\($0 / 2 * 7 % 200)") }
        var yuan: [String: Int] = [:]
        let recorded = names.shuffled(using: &dice).prefix(250)
        try registry.record(fromFile: true) { all throws(StoreError) in
            for (place, name) in recorded.enumerated() {
                yuan[name.venue + name.code] = 500 + place
                try all.addDeal(name.venue, name.code, yuan: Int64(500 + place), on: "2022-01-01")
            }
        }
        // Stretches in order, as files come, with leaps forward and back between them.
        var asked: [(venue: String, code: String)] = []
        let inOrder = names.sorted { ($0.venue, $0.code) < ($1.venue, $1.code) }
        while asked.count < 1500 {
            let start = Int.random(in: inOrder.indices, using: &dice)
            let end = min(inOrder.count, start + Int.random(in: 1...80, using: &dice))
            asked += stride(from: start, to: end, by: Int.random(in: 1...30, using: &dice)).map { inOrder[$0] }
        }
        var (met, expected): ([Meeting], [Meeting]) = ([], [])
        var changed: Set<String> = []
        try registry.record(fromFile: true) { all throws(StoreError) in
            for (venue, code) in asked {
                let known = yuan[venue + code]
                let says = (known ?? 1) + (Int.random(in: 0..<4, using: &dice) == 0 ? 1 : 0)
                met.append(try all.meet(.deal, ["venue": venue, "code": code, "amount": "\(says)"]))
                guard let known else {
                    expected.append(.absent)
                    continue
                }
                let isOther = !changed.contains(venue + code) && says != known
                expected.append(changed.contains(venue + code) ? .doubled : isOther ? .changed : .unchanged)
                if isOther {
                    changed.insert(venue + code)
                    yuan[venue + code] = says
                }
            }
        }
        #expect(met == expected)
        #expect(changed.count > 20)
        let stored = try registry.ledger.connection.query(
            "SELECT v.code || d.code, d.amount_fen / 100 FROM deal d JOIN venue v ON v.id = d.venue_id"
        ) { row throws(SQLiteError) in (try row.text(at: 0), Int(try row.integer(at: 1))) }
        #expect(Dictionary(uniqueKeysWithValues: stored) == yuan)
    }

    @Test("what the file does not speak of is kept, what it leaves empty is emptied")
    func kept() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.addListing("SH", "L-1", on: "2022-01-01")
            try all.addDeal(
                "SH", "D-1", yuan: 1, on: "2022-02-01", field: "urban", title: "旧", seller: "甲", listing: "L-1")
        }
        let columns =
            "SELECT title, field, seller_id, listing_id, amount_fen, kind, signed_on, file_id, file_row FROM deal"
        #expect(
            try registry.ledger.connection.rows(columns) == [
                ["旧", "urban", 1, 1, 100, "transfer", "2022-02-01", 1, 3]
            ])
        try registry.record(fromFile: true) { all throws(StoreError) in
            try all.meet(.deal, ["venue": "SH", "code": "D-1", "title": nil, "seller": "乙"])
        }
        #expect(
            try registry.ledger.connection.rows(columns) == [
                [.null, "urban", 2, 1, 100, "transfer", "2022-02-01", 2, 2]
            ])
        #expect(
            try registry.ledger.connection.rows("SELECT title, seller_id, replaced_by FROM deal_history") == [
                ["旧", 1, 4]
            ])
    }

    @Test("a party that a row only names in a conflict is not made, and breaks nothing", arguments: [false, true])
    func partyOfConflict(inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            try all.addDeal("SH", "D-1", yuan: 1, on: "2022-02-01", seller: "甲")
        }
        var meeting: Meeting?
        try registry.record(fromFile: true) { all throws(StoreError) in
            meeting = try all.meet(.deal, ["venue": "SH", "code": "D-1", "seller": "从未见过"])
        }
        #expect(meeting == .conflict)
        #expect(try registry.ledger.connection.rows("SELECT name FROM party") == [["甲"]])
    }
}

extension TestRegistry {
    /// A correction as a hand makes it: the version comes from no file.
    func correctByHand(_ table: String, _ settings: String, in all: Recorder) throws(StoreError) {
        let change = all.change.number
        if isInBulk {
            try run("INSERT INTO \(table)_history SELECT *, \(change) FROM \(table) WHERE id = 1")
        }
        try run(
            """
            UPDATE \(table) SET \(settings), change_id = \(change), file_id = NULL, file_row = NULL, file_offset = NULL
            WHERE id = 1
            """)
    }
}
