import Registry
import RegistryStore
import Testing

@testable import RegistryImport

@Suite("The venue's word and its last word")
struct CorrectionTests {
    @Test("equal rows of one code are counted once and named, differing ones are all refused")
    func doubledCodes() throws {
        let desk = try ImportDesk()
        let equal = try desk.take(ImportDesk.deals(["D-1": "1", "D-2": "2", "D-1 ": "1.00"]))
        #expect(equal.counts.new == 2)
        #expect(equal.counts.unchanged == 1)
        #expect(equal.notices == [.repeatedRow(row: 4, first: 2, code: "SH/D-1")])
        let differing = try desk.take(ImportDesk.deals(["D-3": "1", "D-4": "2", "D-3 ": "1.01"]))
        let refusal = Refusal.doubledCode("SH/D-3", rows: [2, 4])
        #expect(
            differing.rejections
                == [2, 4].map { Rejection(row: $0, column: "code", value: "SH/D-3", refusal: refusal) })
        #expect(try desk.deals == Total(count: 2, fen: 300))
    }

    /// More than a megabyte of rows, so that equal codes meet at the seams of what is written at a time.
    @Test("equal codes meet however many rows there are")
    func manyDoubled() throws {
        let desk = try ImportDesk()
        let title = String(repeating: "成", count: 400)
        let rows = (0..<3000).map { "SH,D-\($0 / 3),transfer,\($0 / 3),2022-06-21,\(title)" }
        let report = try desk.take(["venue,code,kind,amount_yuan,signed_on,title"] + rows.reversed())
        #expect(report.counts.new == 1000)
        #expect(report.counts.unchanged == 2000)
        let repeated = report.notices.filter { if case .repeatedRow = $0 { true } else { false } }
        #expect(repeated.count == 100)
        #expect(report.notices.contains(.repeatedRowsOmitted(count: 1900)))
        #expect(try desk.deals == Total(count: 1000, fen: 49_950_000))
    }

    @Test("a changed word corrects the record, moves the totals and keeps the old version")
    func corrected() throws {
        let desk = try ImportDesk()
        _ = try desk.take(ImportDesk.deals(["D-1": "10", "D-2": "20"]))
        let stamp = try #require(try desk.ledger.newestMoment()).recordedAt
        let report = try desk.take(ImportDesk.deals(["D-1": "11", "D-2": "20"]))
        #expect(report.counts.changed == 1)
        #expect(report.counts.unchanged == 1)
        #expect(report.moved == [.deal: Total(count: 0, fen: 100)])
        #expect(try desk.deals == Total(count: 2, fen: 3100))
        let before = try desk.ledger.moment(knownAt: stamp)
        #expect(
            try desk.ledger.totals(asOf: desk.ledger.today, knownAt: before)[.deal] == Total(count: 2, fen: 3000))
        #expect(try desk.texts("SELECT amount_fen || '' FROM deal_history") == ["1000"])
    }

    @Test("a record made by hand stays, and the row that differs is a conflict")
    func byHand() throws {
        let desk = try ImportDesk()
        let values = ["venue": "SH", "code": "D-1", "kind": "transfer", "amount": "5", "signed_on": "2022-06-21"]
        _ = try desk.ledger.add(.deal, values, by: ImportDesk.author)
        #expect(try desk.take(ImportDesk.deals(["D-1": "5"])).counts.unchanged == 1)
        let report = try desk.take(ImportDesk.deals(["D-1": "6", "D-2": "1"]))
        #expect(report.counts.new == 1)
        #expect(report.counts.conflicts == 1)
        #expect(report.conflicts == ["2 SH/D-1"])
        #expect(try desk.deals == Total(count: 2, fen: 600))
    }

    @Test("a voided record stays void: the same word is nothing, another one a conflict")
    func voided() throws {
        let desk = try ImportDesk()
        _ = try desk.take(ImportDesk.deals(["D-1": "5", "D-2": "6"]))
        _ = try desk.ledger.void(RecordName("SH/D-1", of: .deal), by: ImportDesk.author)
        let same = try desk.take(ImportDesk.deals(["D-1": "5"]))
        #expect(same.counts.unchanged == 1)
        #expect(same.counts.conflicts == 0)
        #expect(try desk.take(ImportDesk.deals(["D-1": "7"])).counts.conflicts == 1)
        #expect(try desk.deals == Total(count: 1, fen: 600))
    }

    @Test("of a field that the file does not speak of, the record keeps its own")
    func partial() throws {
        let desk = try ImportDesk()
        _ = try desk.take(["venue,code,kind,amount_yuan,signed_on,title", "SH,D-1,transfer,5,2022-06-21,一项"])
        #expect(try desk.take(ImportDesk.deals(["D-1": "5"])).outcome == .unchanged)
        #expect(try desk.take(ImportDesk.deals(["D-1": "6"])).counts.changed == 1)
        #expect(try desk.texts("SELECT title || amount_fen FROM deals") == ["一项600"])
    }

    @Test("rows that share a made code are told apart by counting, and are not doubled by a second file")
    func madeCodes() throws {
        let desk = try ImportDesk()
        var options = ImportOptions()
        options.noun = .deal
        options.venue = "SH"
        options.values = ["kind": "service"]
        options.unit = .yuan
        options.columns = ["Amount in Sterling": "amount", "Date": "signed_on"]
        options.dayFormat = DayFormat("dd-MMM-yy")
        options.codeFrom = ["No", "Date"]
        let lines = [
            "No,Date, Amount in Sterling ", "81,23-Sep-11,\" 27,275.25 \"", "81,23-Sep-11,\" 27,275.25 \"",
            "82,06-Sep-11,0.75", "81,23-Sep-11,1",
        ]
        #expect(try desk.take(lines, options).counts.new == 4)
        let codes = ["81|23-Sep-11", "81|23-Sep-11#2", "81|23-Sep-11#3", "82|06-Sep-11"]
        #expect(try desk.texts("SELECT code FROM deals ORDER BY code") == codes)
        #expect(try desk.take(lines, options).outcome == .doubled)
        let longer = try desk.take(lines + ["81,23-Sep-11,\" 27,275.25 \""], options)
        #expect(longer.counts.new == 1)
        #expect(longer.counts.unchanged == 4)
        #expect(try desk.deals == Total(count: 5, fen: 3 * 2_727_525 + 75 + 100))
    }

    @Test("an amount whose unit nobody said is refused, the cell, the heading or the operator may say it")
    func units() throws {
        let desk = try ImportDesk()
        let lines = [
            "venue,code,kind,amount,signed_on", "SH,D-1,transfer,1.5,2022-06-21", "SH,D-2,transfer,2万元,2022-06-21",
        ]
        #expect(try desk.take(lines).rejections.map(\.refusal) == [.amountWithoutUnit("1.5")])
        var options = ImportOptions()
        options.unit = .wan
        #expect(try desk.take(lines, options).counts.new == 2)
        #expect(try desk.deals == Total(count: 2, fen: 3_500_000))
        let heading = ["venue,code,kind,amount_yuan,signed_on", "SH,D-3,transfer,2万元,2022-06-21"]
        #expect(
            try desk.take(heading).rejections.map(\.refusal) == [
                .unitsDisagree("2万元", cell: .wan, heading: .yuan)
            ])
    }

    @Test("the value decides whether a word is the kind of the contract or its trading mode")
    func kindOrMode() throws {
        let desk = try ImportDesk()
        let lines = ["venue,code,amount_yuan,signed_on,转化方式,kind", "SH,D-1,1,2022-06-21,拍卖,transfer"]
        let report = try desk.take(lines)
        #expect(report.counts.new == 1, "\(report.rejections)")
        #expect(try desk.texts("SELECT kind || mode FROM deals") == ["transferauction"])
    }
}
