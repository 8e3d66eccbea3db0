import Registry
import RegistryImport
import RegistryProof
import RegistryStore
import SQLite
import TestSupport
import Testing

/// A registry in a folder of a test's own, with random records of every kind, from files and by hand, corrected in every way.
final class ProofRegistry {
    let folder: TestFolder
    let path: String
    private let ledger: Ledger
    private var dice: Dice
    private var filesMade = 0
    static let author = Author(
        actor: "登记员", login: "tester", uid: 1000, host: "desk-1", command: "test --reason", reason: "as, \"told\"")

    init(seed: UInt64, rounds: Int = 4) throws {
        folder = try TestFolder()
        path = folder.file("exchange.registry")
        dice = Dice(seed: seed)
        _ = try Ledger.create(at: path, zone: Zone.standard, group: nil, author: Self.author)
        ledger = try Ledger(at: path, for: .readWrite)
        try take([
            "code,name,network,joined_on,region", "SH,\"沪东,所\",core,2020-01-01,上海", "SZ,深港,core,2020-01-01,",
            "KY,科院,service,2020-05-01,北京",
        ])
        try add(.venue, ["code": "XX", "name": "误记", "network": "core", "joined_on": "2020-05-01"])
        try add(.party, ["name": "有码 公司", "credit_code": "91350100M000100Y43", "region": "福建"])
        for round in 0..<rounds { try take(round) }
        // A correction, an import and a hand's record are taken back, and one of them is given back.
        for change in [5, 9, 15] as [Int64] { _ = try ledger.revert(change, by: Self.author) }
        if let newest = try ledger.newestMoment() { _ = try ledger.revert(newest.change, by: Self.author) }
        _ = try ledger.publish(asOf: day("2022-01-01"), source: "年报", by: Self.author)
        _ = try ledger.void(RecordName("XX", of: .venue), by: Self.author)
        try add(.deal, ["venue": "SZ", "kind": "licence", "amount": "120万元", "signed_on": "2022-02-28", "buyer": "丙"])
        _ = try ledger.publish(asOf: day("2022-03-01"), source: "季报 \"一\"", by: Self.author)
        _ = try ledger.publish(asOf: day("2022-03-01"), source: "季报二", by: Self.author)
        try correct()
        try keepWhatTheNightKeeps()
    }

    /// What an import and its operator keep beside the records.
    private func keepWhatTheNightKeeps() throws {
        _ = try ledger.write(by: Self.author) { change throws(StoreError) in
            do throws(SQLiteError) {
                for round in 1...3 as ClosedRange<Int64> {
                    try change.addRow(
                        to: "venue_profile", [.integer(round), .text("files:\n  - match: \"\(round)*\"\n")])
                    try change.addRow(
                        to: "calendar_day",
                        [.text("2022-10-0\(round)"), .integer(0), round == 2 ? .null : .text("国庆, 节")])
                    try change.addRow(
                        to: "rejected_row",
                        [
                            .integer(1), .integer(round), .integer(1), .text("D-\(round)"), .text("编号,成交金额"),
                            .text("D-\(round),\"一,元\""), .text("no amount"), .text("不是金额"),
                        ])
                    try change.addRow(to: "closed_reject", [.integer(round)])
                    try change.addRow(
                        to: "review_item",
                        [
                            .text("conflict"), .text("deal"), .integer(round), .null,
                            .text("{\"amount_fen\": \(round)}"),
                            .integer(1), .integer(round), .null,
                        ])
                    try change.addRow(to: "review_answer", [.integer(round), .text("keep")])
                }
            } catch {
                throw .sqlite(error)
            }
        }
    }

    /// Corrections of every kind, each table of theirs with a version that was replaced.
    private func correct() throws {
        let author = Self.author
        let (deal, other) = (try RecordName("SZ/D-3", of: .deal), try RecordName("SZ/D-4", of: .deal))
        _ = try ledger.amend(deal, ["amount": "90", "title": "更正, \"一\""], clearing: ["field"], by: author)
        _ = try ledger.amend(deal, to: Amount(fen: 8000), effectiveOn: day("2022-06-01"), by: author)
        _ = try ledger.terminate(deal, on: day("2022-07-01"), by: author)
        _ = try ledger.voidEvent(of: deal, on: day("2022-07-01"), by: author)
        _ = try ledger.terminate(other, on: day("2022-08-01"), by: author)
        let listing = try RecordName("SH/L-3", of: .listing)
        for (kind, text) in [
            (ListingEvent.Kind.suspended, "2022-06-01"), (.resumed, "2022-06-02"), (.withdrawn, "2022-06-03"),
        ] {
            _ = try ledger.record(ListingEvent(kind: kind, effectiveOn: day(text)), of: listing, by: author)
        }
        _ = try ledger.voidEvent(of: listing, on: day("2022-06-03"), by: author)
        let moved = try RecordName("SH/D-M", of: .deal)
        _ = try ledger.move(deal, to: moved, by: author)
        _ = try ledger.move(moved, to: deal, by: author)
        _ = try ledger.move(other, to: RecordName("SH/D-N", of: .deal), by: author)
        for name in ["卖3", "卖4", "卖5"] {
            _ = try ledger.merge(RecordName(name, of: .party), into: RecordName("丁", of: .party), by: author)
        }
        _ = try ledger.unmerge(RecordName("卖4", of: .party), by: author)
        let second = Author(actor: "复核员", login: "second", uid: 1001, host: "desk-2", command: "review")
        let newest = try ledger.newestMoment()?.change ?? 0
        for change in [newest, newest - 1, newest - 2] { _ = try ledger.review(change, by: second) }
        _ = try ledger.revert(newest + 2, by: author)
    }

    /// Files of every noun, in which some of the last round's records come again, altered; then corrections by hand.
    private func take(_ round: Int) throws {
        let codes = (1...9).map { "\(round * 4 + $0)" }
        try take(
            ["venue,code,title,field,owner,amount_yuan,received_on"]
                + codes.map { "SH,I-\($0),意向\($0),\(pick(["energy", "urban", ""])),甲\($0),\(yuan()),\(date())" })
        try take(
            ["venue,code,title,kind,asking_price_yuan,listed_on,listed_until,owner,abstract"]
                + codes.map {
                    "SH,L-\($0),\"成果, \($0)\",\(pick(["patent", "know_how", ""])),\(pick([yuan(), ""])),\(date()),,乙\($0),\"简介, \($0)\""
                })
        try take(
            ["venue,code,title,kind,field,mode,listing,seller,buyer,amount_yuan,signed_on"]
                + codes.flatMap { code in
                    [
                        "SH,D-\(code),一 项 ,\(pick(["transfer", "service"])),\(pick(["energy", ""])),auction,L-\(code),卖\(code),买\(code),\(yuan()),\(date())",
                        "SZ,D-\(code),,\(pick(["equity", "licence"])),urban,,,,,\(yuan()),\(date())",
                    ]
                })
        try take(
            ["venue,code,title,abstract,field,demander,budget_yuan,posted_on,posted_until"]
                + codes.map {
                    "SH,N-\($0),需求\($0),\"全文, \($0)\",energy,需\($0),\(yuan()),\(date()),\(pick(["2030-01-01", ""]))"
                })
        try take(
            ["venue,code,deal,kind,seller,amount_yuan,technical_amount_yuan,office,channel,by_commitment,registered_on"]
                + codes.map {
                    "SH,203101010000\(10 + (Int($0) ?? 0)),\(Int($0).map { $0 % 4 == 2 } == true ? "D-\($0)" : ""),transfer,卖\($0),\(yuan()),0.5,市场办,online,yes,2022-02-02"
                })
        // An instalment or a payment stays with its deal.
        try take(
            ["venue,code,deal,kind,amount_yuan,due_on,note"]
                + codes.map { "SH,T-\($0),D-4,royalty,\(yuan()),\(date()),\"期, \($0)\"" })
        try take(
            ["venue,code,deal,kind,direction,amount_yuan,paid_on,payer,payee,note"]
                + codes.map { "SH,P-\($0),D-4,deposit,in,\(yuan()),\(date()),买\($0),卖\($0),凭证" })
        // Each valid for a day of its own, since a deal has one at a time; with its deal it stays too.
        try take(
            [
                "venue,code,deal,issued_on,revoked_on,title,kind,seller,buyer_agent,valuation_yuan,amount_yuan,conclusion,issuer"
            ]
                + codes.map { code in
                    let issued = 19_023 + (Int32(code) ?? 0)
                    return
                        "SH,C-\(code),D-4,\(Day(number: issued)),\(Day(number: issued + 1)),标的,licence,卖\(code),代理\(code),\(yuan()),\(yuan()),\"鉴证, 一\",他所"
                })
        // The events before their loan, the loans before their programme.
        try take(
            ["venue,code,kind,title,provider,customer,service,listing,amount_yuan,attendees,place,started_on,closed_on"]
                + codes.flatMap { code in
                    let drawn = (0..<3).map { _ in yuan() }
                    let sums = drawn.sorted { ($0.count, $0) < ($1.count, $1) }
                    return [
                        "SH,SA-\(code),relief,,行\(code),,SB-\(code),,\(sums[0]),,,2022-01-03,",
                        "SH,SB-\(code),loan,,行\(code),买\(code),SC-\(code),,\(sums[1]),,,2022-01-02,",
                        "SH,SC-\(code),programme,计划,行\(code),,,,\(sums[2]),,,2022-01-01,",
                        "SH,SD-\(code),service_point,点,办,,,,,,\"路, \(code)\",2022-01-05,\(pick(["2022-05-05", ""]))",
                        "SH,SE-\(code),valuation,,估,买\(code),,L-\(code),\(yuan()),\"3,家\",,\(date()),",
                    ]
                })
        if round == 1 {
            try take(["code,name,network,joined_on,region", "SZ,深港新,service,2020-02-01,广东"])
            try take(["name,region", "有码 公司,江苏", "甲1,江苏"])
        }
        for noun in [Noun.intention, .deal] {
            let code = noun == .deal ? "D" : "I"
            _ = try ledger.void(RecordName("SH/\(code)-\(round * 4 + 1)", of: noun), by: Self.author)
        }
        try add(
            .listing, ["venue": "SZ", "title": "手录\(round)", "listed_on": date(), "asking_price": yuan(), "owner": "丁"])
    }

    /// Records one more deal.
    func grow() throws {
        try add(.deal, ["venue": "SH", "kind": "equity", "amount": yuan(), "signed_on": date()])
    }

    private func pick(_ choices: [String]) -> String { choices.randomElement(using: &dice) ?? "" }
    private func yuan() -> String {
        "\(Int.random(in: 1...9_999_999, using: &dice)).\(Int.random(in: 10...99, using: &dice))"
    }
    private func date() -> String { "\(Day(number: Int32.random(in: 18_700...19_000, using: &dice)))" }
    private func day(_ text: String) throws -> Day { try text.withBytes { bytes in try Day.read(bytes) } }

    private func add(_ noun: Noun, _ texts: [String: String]) throws {
        _ = try ledger.add(noun, texts, by: Self.author)
    }

    private func take(_ lines: [String]) throws {
        filesMade += 1
        let name = "\(filesMade).csv"
        try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: name)
        let report = try Importer(ledger, author: Self.author).run(folder.file(name), ImportOptions())
        try #require(report.receipt != nil, "\(name): \(report)")
    }

    /// What verify finds in the file, as another program that opens it afresh.
    func findings(against checkpoint: Checkpoint? = nil, withFiles: Bool = false) throws -> [Finding] {
        let ledger = try Ledger(forProofAt: path, waitingWith: Patience(seconds: 1) { _ in })
        return try Verification(ledger).run(against: checkpoint, withFiles: withFiles)
    }

    /// The same, with the error where the file cannot be read as a registry at all.
    func verdict() -> Result<[Finding], StoreError> {
        do throws(StoreError) {
            let ledger = try Ledger(forProofAt: path, waitingWith: Patience(seconds: 1) { _ in })
            return .success(try Verification(ledger).run())
        } catch {
            return .failure(error)
        }
    }

    func checkpoint() throws -> Checkpoint {
        let ledger = try Ledger(at: path, for: .readOnly)
        return try #require(try Checkpoint(of: ledger, asOf: ledger.today))
    }

    /// Moves the log into the file, so that the file alone is the registry.
    func settle() { ledger.settle() }

    /// Another program's connection, with the checks and the foreign keys of its own.
    func stranger() throws -> Connection {
        let connection = try Connection(path: path, mode: .readWrite)
        try connection.setForeignKeys(enabled: false)
        try connection.execute("PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF")
        return connection
    }
}

extension Connection {
    /// Runs the script with every trigger dropped, and makes the triggers again as they were.
    func withoutTriggers(_ body: () throws(SQLiteError) -> Void) throws(SQLiteError) {
        let triggers = try query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
            row throws(SQLiteError) in (try row.text(at: 0), try row.text(at: 1))
        }
        try transaction(.immediate) { () throws(SQLiteError) in
            for (name, _) in triggers { try execute("DROP TRIGGER \(name)") }
            try body()
            for (_, sql) in triggers { try execute(sql) }
        }
    }

    /// Every row of a query, each column as a value.
    func rows(_ sql: String, _ values: [Value] = []) throws(SQLiteError) -> [[Value]] {
        let statement = try prepare(sql)
        try statement.bind(values)
        var rows: [[Value]] = []
        while try statement.step() {
            var row: [Value] = []
            for column in 0..<statement.columnCount { row.append(try statement.value(at: column)) }
            rows.append(row)
        }
        return rows
    }
}
