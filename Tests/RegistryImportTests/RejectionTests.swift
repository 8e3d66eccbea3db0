import Glibc
import Registry
import RegistryStore
import Spreadsheets
import TestSupport
import Testing

@testable import RegistryImport

@Suite("What is wrong with a file")
struct RejectionTests {
    @Test("a bad amount in the last row: nothing is recorded, its place is named")
    func lastRow() throws {
        let desk = try ImportDesk()
        let newest = try desk.newestChange
        let rows = (1...500).map { "SH,D-\($0),transfer,\($0),2022-06-21,甲\($0)公司" }
        let report = try desk.take(
            ["venue,code,kind,amount_yuan,signed_on,seller"] + rows + ["SH,D-501,transfer,12x,2022-06-21,乙公司"])
        #expect(report.outcome == .refused)
        #expect(report.receipt == nil)
        #expect(
            report.rejections == [
                Rejection(row: 502, column: "amount_yuan", value: "12x", refusal: .notAnAmount("12x"))
            ])
        #expect(report.counts.rejected == 501)
        #expect(report.faultyRows == 1)
        #expect(try desk.newestChange == newest)
        #expect(try desk.texts("SELECT code FROM deal UNION ALL SELECT name FROM party") == [])
        #expect(try desk.texts("SELECT outcome FROM arrivals") == ["refused"])
    }

    @Test(
        "a fault of the file's form has its place",
        arguments: [
            ("SH,D-1,transfer,1", "2:", Refusal.shortRow(fields: 4, headings: 5)),
            ("SH,D-1,transfer,1,2022-06-21,x", "2:", .longRow(fields: 6, headings: 5)),
            ("SH,D-1,tr\"ansfer,1,2022-06-21", "2:kind", .strayQuote),
            ("SH,\"D\"-1,transfer,1,2022-06-21", "2:code", .textAfterQuote),
            ("SH,D-1,\"transfer,1,2022-06-21", "2:kind", .unclosedQuote),
            ("SH,D-\0,transfer,1,2022-06-21", "2:code", .nulByte),
            ("SH,D-1\rx,transfer,1,2022-06-21", "2:code", .bareCarriageReturn),
        ])
    func form(line: String, place: String, refusal: Refusal) throws {
        let desk = try ImportDesk()
        let report = try desk.take(["venue,code,kind,amount_yuan,signed_on", line])
        #expect(report.places.contains(place), "\(report.places)")
        #expect(report.rejections.map(\.refusal).contains(refusal))
        #expect(report.outcome == .refused)
        #expect(report.counts.read == 1)
        #expect(try desk.deals == Total())
    }

    @Test("bytes that are no UTF-8 are refused where they stand")
    func notUTF8() throws {
        let desk = try ImportDesk()
        let heading = Array("venue,code,kind,amount_yuan,signed_on\n".utf8)
        let row = Array("SH,D-1,".utf8) + [0xBC, 0xBC, 0xCA, 0xF5] + Array(",1,2022-06-21\n".utf8)
        let report = try desk.take(bytes: heading + row)
        #expect(report.places == ["2:kind"])
        #expect(
            try desk.take(bytes: [0xBC, 0xBC] + heading).refusal
                == .form(.encodingUnknown(asGB18030: "技venue, code, kind, amount_yuan, signed_on")))
    }

    @Test("all that is wrong is told, none hides the next")
    func all() throws {
        let desk = try ImportDesk()
        let report = try desk.take([
            "venue,code,kind,amount_yuan,signed_on,listing", "SH,D-1,gift,-1,2022-02-30,",
            "SH,D-2,transfer,0.001,2999-01-01,",
            "SH,D-3", "NJ,D-4,transfer,1,2022-06-21,", "SH,D-5,transfer,1,2022-06-21,L-404",
            "SH,D-6,transfer,1,2022-06-21,", "SH,D-6,transfer,2,2022-06-21,", ",,transfer,1,2022-06-21,",
            "SH,D-7,transfer,10000000000000.01,2022-06-21,",
        ])
        #expect(
            report.places == [
                "2:amount_yuan", "2:kind", "2:signed_on", "3:amount_yuan", "3:signed_on", "4:", "5:venue", "6:listing",
                "7:code", "8:code", "9:code", "9:venue", "10:amount_yuan",
            ])
        #expect(report.faultyRows == 9)
        #expect(report.counts.rejected == 9)
    }

    @Test("a row at fault still has its unknown venue told")
    func venueOfFaultyRow() throws {
        let desk = try ImportDesk()
        let report = try desk.take(["venue,code,kind,amount_yuan,signed_on", "NJ,D-1,gift,1,2022-06-21"])
        #expect(report.places.contains("2:kind"))
        #expect(report.places.contains("2:venue"))
        #expect(report.faultyRows == 1)
    }

    @Test("rows count as a spreadsheet counts them, and a quoted line end is no row")
    func rowNumbers() throws {
        let desk = try ImportDesk()
        let report = try desk.take([
            "venue,code,kind,amount_yuan,signed_on,title", "SH,D-1,transfer,1,2022-06-21,\"two\nlines\"",
            "SH,D-2,transfer,x,2022-06-21,",
        ])
        #expect(report.places == ["3:amount_yuan"])
    }

    @Test("a file of another venue, and a record that ends before it begins, are refused")
    func crossChecks() throws {
        let desk = try ImportDesk()
        var options = ImportOptions()
        options.venue = "BJ"
        #expect(
            try desk.take(ImportDesk.deals(["D-1": "1"]), options).rejections.map(\.refusal) == [
                .venueOfAnotherFile("SH", fileVenue: "BJ")
            ])
        let listing = ["venue,code,title,listed_on,listed_until", "SH,L-1,x,2022-06-21,2022-06-20"]
        #expect(try desk.take(listing).places == ["2:listed_until"])
        let part = ["venue,code,kind,amount_yuan,technical_amount_yuan,signed_on", "SH,D-1,transfer,1,2,2022-06-21"]
        #expect(try desk.take(part).places == ["2:technical_amount_yuan"])
        let venue = ["code,name,network,joined_on", "A/B,x,core,2020-01-01"]
        #expect(try desk.take(venue).rejections.map(\.refusal) == [.slashInVenue("A/B")])
    }

    @Test("what is no plain file is refused, without waiting")
    func noFile() throws {
        let desk = try ImportDesk()
        let importer = Importer(desk.ledger, author: ImportDesk.author)
        #expect(try importer.run(desk.folder.file("none.csv"), ImportOptions()).refusal == .missing)
        #expect(try importer.run(desk.folder.path, ImportOptions()).refusal == .notAFile)
        #expect(mkfifo(desk.folder.file("pipe"), 0o600) == 0)
        #expect(try importer.run(desk.folder.file("pipe"), ImportOptions()).refusal == .notAFile)
        #expect(try desk.take(bytes: []).refusal == .empty)
        #expect(try desk.take(bytes: [0xEF, 0xBB, 0xBF]).refusal == .empty)
    }

    @Test("an unknown venue of the whole file refuses the file")
    func unknownVenue() throws {
        let desk = try ImportDesk()
        var options = ImportOptions()
        options.venue = "NJ"
        let report = try desk.take(ImportDesk.deals(["D-1": "1"]), options)
        #expect(report.refusal == .unknownVenue("NJ", nearest: "BJ"))
        #expect(report.outcome == .refused)
    }
}
