import Registry
import RegistryStore
import TestSupport
import Testing

@testable import RegistryImport

@Suite("The valid part of a file")
struct AcceptanceTests {
    private static let heading = "venue,code,kind,amount_yuan,signed_on"

    /// So many good deals, and behind them so many without an amount.
    private static func rows(good: Int, bad: Int) -> [String] {
        [heading] + (0..<good).map { "SH,G-\($0),transfer,1,2022-06-21" }
            + (0..<bad).map { "SH,B-\($0),transfer,x,2022-06-21" }
    }

    @Test("is taken, and the other rows are kept as they came, with what is wrong in both languages")
    func part() throws {
        let desk = try ImportDesk()
        let report = try desk.takeValid([
            Self.heading, "SH,D-1,transfer,1,2022-06-21", "SH,D-2,gift,\"1,5x\",2022-06-21",
            "NJ,D-3,transfer,1,2022-06-21",
            "SH,D-4",
        ])
        #expect(report.outcome == .imported)
        #expect(report.counts.new == 1)
        #expect(report.counts.rejected == 3)
        #expect(try desk.rejects == ["J1 open SH/D-2 3", "J2 open -/D-3 4", "J3 open -/- 5"])
        #expect(
            try desk.texts("SELECT cells FROM rejected_row ORDER BY id") == [
                "SH,D-2,gift,\"1,5x\",2022-06-21", "NJ,D-3,transfer,1,2022-06-21", "\"SH,D-4\"",
            ])
        #expect(try desk.texts("SELECT DISTINCT headings FROM rejected_row") == [Self.heading])
        #expect(
            try desk.texts("SELECT reasons || '|' || reasons_zh FROM rejected_row WHERE id = 1") == [
                "amount_yuan: wrong\nkind: wrong|amount_yuan：错\nkind：错"
            ])
        #expect(try desk.texts("SELECT rows_new || ' ' || rows_rejected FROM source_file") == ["1 3"])
        #expect(try desk.texts("SELECT outcome || ' ' || rows_rejected FROM arrivals") == ["imported 3"])
        #expect(try desk.deals == Total(count: 1, fen: 100))
        #expect(
            try desk.texts(
                "SELECT 'one' FROM rejected_row r JOIN deal d ON d.change_id = r.change_id GROUP BY d.change_id")
                == ["one"])
    }

    @Test(
        "is taken up to the ceiling, and above it nothing is",
        arguments: [
            ("2", 8, 2, true), ("1", 8, 2, false), ("0", 8, 1, false), ("0", 8, 0, true), ("20%", 8, 2, true),
            ("19.99%", 8, 2, false), ("0.1%", 999, 1, true), ("0.1%", 998, 1, false),
        ])
    func ceiling(text: String, good: Int, bad: Int, isTaken: Bool) throws {
        let desk = try ImportDesk()
        let newest = try desk.newestChange
        let ceiling = try #require(RejectCeiling(text))
        let report = try desk.takeValid(Self.rows(good: good, bad: bad), ceiling: ceiling)
        #expect(try desk.deals.count == (isTaken ? Int64(good) : 0))
        guard !isTaken else { return #expect(report.counts.rejected == Int64(bad)) }
        #expect(report.outcome == .refused)
        #expect(
            report.refusal == .tooManyRejects(rows: Int64(bad), of: Int64(good + bad), ceiling: ceiling))
        #expect(report.counts.rejected == Int64(good + bad))
        #expect(try desk.newestChange == newest)
        #expect(try desk.rejects == [])
    }

    @Test("the profile's share is the ceiling where none is given, and is of no use to an import of all or nothing")
    func profile() throws {
        let desk = try ImportDesk()
        let profile = try VenueProfile(yaml: "files:\n  - match: '*'\n    tolerated_rejects: 20%\n", venue: "SH")
        var options = ImportOptions()
        options.venue = "SH"
        options = options.reading(by: try #require(profile.file(matching: "file.csv")))
        let rows = Self.rows(good: 8, bad: 2)
        #expect(try desk.take(rows, options).outcome == .refused)
        let bytes = Array((rows.joined(separator: "\n") + "\n").utf8)
        let more = Array((Self.rows(good: 7, bad: 2).joined(separator: "\n") + "\n").utf8)
        #expect(try desk.takeValid(bytes: more, options, acceptance: .asTolerated).outcome == .refused)
        #expect(try desk.takeValid(bytes: more, options, acceptance: .valid(nil)).outcome == .refused)
        #expect(try desk.takeValid(bytes: bytes, options, acceptance: .asTolerated).outcome == .imported)
        #expect(try desk.takeValid(bytes: more, acceptance: .asTolerated).refusal == nil)
        #expect(try desk.takeValid(bytes: more, options, acceptance: .valid(.rows(2))).outcome == .unchanged)
    }

    @Test("where no row is valid there is none")
    func nothing() throws {
        let desk = try ImportDesk()
        let report = try desk.takeValid(Self.rows(good: 0, bad: 3))
        #expect(report.refusal == .nothingValid(rows: 3))
        #expect(try desk.rejects == [])
        #expect(try desk.sheetLines.count == 4)
    }

    @Test("of a code that stands twice with differing values neither row is; of equal ones one is")
    func doubled() throws {
        let desk = try ImportDesk()
        let report = try desk.takeValid([
            Self.heading, "SH,D-1,transfer,1,2022-06-21", "SH,D-1,transfer,2,2022-06-21",
            "SH,D-2,transfer,1,2022-06-21",
            "SH,D-2,transfer,1,2022-06-21", "SH,D-3,transfer,x,2022-06-21", "SH,D-3,transfer,x,2022-06-21",
            "SH,D-4,transfer,x,2022-06-21", "SH,D-4,transfer,4,2022-06-21",
        ])
        #expect((report.counts.new, report.counts.unchanged, report.counts.rejected) == (1, 1, 6))
        #expect(try desk.rejects.count == 6)
        #expect(try desk.texts("SELECT code FROM deal") == ["D-2"])
    }

    @Test("a record that is named and not there rejects its row, and makes no party of it")
    func missingRecord() throws {
        let desk = try ImportDesk()
        let report = try desk.takeValid([
            Self.heading + ",listing,seller", "SH,D-1,transfer,1,2022-06-21,,甲", "SH,D-2,transfer,1,2022-06-21,L-1,乙",
        ])
        #expect(report.rejections.map(\.refusal) == [.unknownNamed(.listing, "L-1")])
        #expect(try desk.texts("SELECT name FROM party") == ["甲"])
        #expect(try desk.rejects == ["J1 open SH/D-2 3"])
        _ = try desk.ledger.add(.party, ["name": "丙"], by: ImportDesk.author)
        _ = try desk.ledger.void(RecordName("丙", of: .party), by: ImportDesk.author)
        let named = try desk.takeValid([
            Self.heading + ",seller,buyer", "SH,D-3,transfer,1,2022-06-21,丁,丙", "SH,D-4,transfer,1,2022-06-21,戊,甲",
        ])
        #expect(named.rejections.map(\.refusal) == [.voidParty("丙")])
        #expect(try desk.texts("SELECT name FROM party ORDER BY id") == ["甲", "丙", "戊"])
    }

    @Test("a total of the file counts the rejected rows too, and one that cannot be is the file's fault")
    func totals() throws {
        let heading = "code,kind,成交金额（元）,signed_on"
        var options = ImportOptions()
        options.venue = "SH"
        func take(_ bad: String, _ total: String) throws -> FileReport {
            try ImportDesk().takeValid([heading, "D-1,transfer,1,2022-06-21", bad, total], options)
        }
        let (badDay, badAmount) = ("D-2,transfer,2,2022-02-30", "D-2,transfer,x,2022-06-21")
        #expect(try take(badDay, "合计,,3,").outcome == .imported)
        #expect(try take(badDay, "合计,,1,").refusal == .totalsDiffer)
        #expect(try take(badAmount, "合计,,3,").notices.contains(.totalUnchecked(row: 4)))
        #expect(try take(badAmount, "合计,,3,").outcome == .imported)
        let below = try take(badAmount, "合计,,0.5,")
        #expect(below.refusal == .totalsDiffer)
        #expect(below.rejections.map(\.refusal).contains(.totalBelowRows("0.5", sumFen: 100, unit: .yuan)))
        #expect(try take(badAmount, "合计（2项）,,3,").outcome == .imported)
        #expect(try take(badAmount, "合计（3项）,,3,").refusal == .totalsDiffer)
    }

    @Test("a fault of the whole file refuses the whole file")
    func wholeFile() throws {
        let desk = try ImportDesk()
        #expect(try desk.takeValid(["code,kind,signed_on", "D-1,transfer,2022-06-21"]).outcome == .refused)
        #expect(try desk.takeValid(bytes: [0xBC, 0xBC, 0x0A]).outcome == .refused)
        #expect(try desk.rejects == [])
    }

    @Test("rows whose made codes are numbered are taken whole or not at all, unless the row at fault stands alone")
    func numbered() throws {
        var options = ImportOptions()
        (options.noun, options.venue, options.unit) = (.deal, "SH", .yuan)
        options.values = ["kind": "service"]
        (options.columns, options.codeFrom) = (["Amount": "amount", "Day": "signed_on"], ["Ref"])
        func take(_ rows: [String]) throws -> FileReport {
            try ImportDesk().takeValid(["Ref,Amount,Day"] + rows, options)
        }
        #expect(try take(["A,1,2022-06-21", "B,x,2022-06-21"]).outcome == .imported)
        #expect(
            try take(["A,1,2022-06-21", "A,2,2022-06-21", "A,x,2022-06-21"]).refusal == .rowsNumberedTogether(row: 4))
        #expect(try take(["A,1,2022-06-21", ",1,2022-06-21"]).refusal == .rowsNumberedTogether(row: 3))
        #expect(try take(["A,1,2022-06-21", "A,1"]).refusal == .rowsNumberedTogether(row: 3))
    }

    @Test("what a complete file lacks is not told while rows of it are rejected")
    func missing() throws {
        let desk = try ImportDesk()
        _ = try desk.take(ImportDesk.deals(["D-1": "1", "D-2": "2"]))
        var options = ImportOptions()
        options.full = .month
        let report = try desk.takeValid(ImportDesk.deals(["D-1": "1", "D-2": "x"]), options)
        #expect(report.missing == nil)
        #expect(report.notices.contains(.missingUntold))
    }

    @Test("a rehearsal keeps nothing")
    func rehearsal() throws {
        let desk = try ImportDesk()
        let newest = try desk.newestChange
        let report = try desk.ledger.rehearse { () throws(StoreError) in
            Result { try desk.takeValid(Self.rows(good: 1, bad: 1)) }
        }.get()
        #expect((report.counts.new, report.counts.rejected) == (1, 1))
        #expect(try desk.newestChange == newest)
        #expect(try desk.rejects == [])
        #expect(try desk.sheetLines.last?.hasPrefix(",3,") == true)
    }

    @Test("any kind of record has one", arguments: Noun.allCases)
    func nouns(noun: Noun) throws {
        let files: [Noun: [String]] = [
            .venue: ["code,name,network,joined_on", "HZ,杭,core,2020-01-01", "NB,甬,core,2020-02-30"],
            .party: ["name,credit_code", "甲,", "乙,123"],
            .intention: ["venue,code,title,received_on", "SH,I-1,a,2022-06-01", "SH,I-2,b,2022-06-31"],
            .listing: ["venue,code,title,listed_on", "SH,L-1,a,2022-06-01", "SH,L-2,b,2022-06-31"],
            .demand: ["venue,code,title,posted_on", "SH,N-1,a,2022-06-01", "SH,N-2,b,2022-06-31"],
            .deal: [Self.heading, "SH,D-1,transfer,1,2022-06-21", "SH,D-2,transfer,1,2022-06-31"],
            .registration: [
                "venue,code,kind,amount_yuan,registered_on", "SH,22310101000001,transfer,1,2022-06-21",
                "SH,22990101000001,transfer,1,2022-06-21",
            ],
            .instalment: [
                "venue,code,deal,kind,amount_yuan,due_on", "SH,T-1,D-0,price,1,2030-06-01",
                "SH,T-2,D-0,price,0,2030-06-01",
            ],
            .payment: [
                "venue,code,deal,kind,direction,amount_yuan,paid_on", "SH,P-2,D-0,price,out,1,2022-06-20",
                "SH,P-1,D-0,fee,in,1,2022-06-20",
            ],
            .certificate: [
                "venue,code,deal,issued_on,issuer", "SH,C-1,D-0,2022-06-20,他所", "SH,C-2,D-0,2022-06-20,他所",
            ],
            .service: [
                "venue,code,kind,provider,customer,started_on", "SH,S-1,custody,托管行,甲,2022-06-01",
                "SH,S-2,custody,托管行,,2022-06-01",
            ],
        ]
        let desk = try ImportDesk()
        if noun.isOfSettlement || noun == .certificate {
            _ = try desk.takeValid([Self.heading, "SH,D-0,transfer,1,2022-06-01"])
        }
        let report = try desk.takeValid(try #require(files[noun]))
        #expect((report.noun, report.counts.new, report.counts.rejected) == (noun, 1, 1))
        let names: [Noun: String] = [
            .venue: "-/NB", .party: "-/乙", .intention: "SH/I-2", .listing: "SH/L-2", .deal: "SH/D-2",
            .demand: "SH/N-2", .registration: "SH/22990101000001", .instalment: "SH/T-2", .payment: "SH/P-2",
            .certificate: "SH/C-2", .service: "SH/S-2",
        ]
        #expect(try desk.rejects == ["J1 open \(names[noun] ?? "") \(noun == .payment ? 2 : 3)"])
    }
}
