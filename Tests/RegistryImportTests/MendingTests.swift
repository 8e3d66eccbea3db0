import Registry
import RegistryStore
import Spreadsheets
import SystemPackage
import TestSupport
import Testing

@testable import RegistryImport

@Suite("Rejected rows that come back mended")
struct MendingTests {
    private static let heading = "venue,code,kind,amount_yuan,signed_on"
    private static let bad = [
        heading, "SH,001,transfer,1,2022-06-21", "SH,002,transfer,x,2022-06-21", ",,transfer,3,2022-06-21",
    ]

    private static func of(_ venue: String) -> ImportOptions {
        var options = ImportOptions()
        options.venue = venue
        return options
    }

    /// The sheet of a desk with some words replaced, as CSV.
    private static func mended(_ desk: ImportDesk, _ words: KeyValuePairs<String, String>) throws -> [UInt8] {
        var text = try desk.sheetLines.joined(separator: "\n") + "\n"
        for (old, new) in words { text = text.replacing(old, with: new) }
        return Array(text.utf8)
    }

    /// The rows of the workbook of a desk.
    private static func rows(_ desk: ImportDesk, _ name: String = "to-mend.xlsx") throws -> [(Int, [String])] {
        let file = try FileDescriptor.open(desk.folder.file(name), .readOnly)
        defer { try? file.close() }
        let book = try Workbook(file)
        let sheet = try book.rows(of: try #require(book.sheets.first))
        var rows: [(Int, [String])] = []
        while let row = try sheet.next() { rows.append((row.row, (0..<row.fieldCount).map { row.field($0).text })) }
        return rows
    }

    @Test("the sheets hold the rows as they came, and a workbook the same as the CSV")
    func sheets() throws {
        let desk = try ImportDesk()
        _ = try desk.takeValid(Self.bad)
        #expect(
            try desk.sheetLines == [
                "\u{FEFF}退回编号 reject_no,退回行号 reject_row,退回原因 reject_reason_zh,reject_reason,\(Self.heading)",
                "J1,3,amount_yuan：错,amount_yuan: wrong,SH,002,transfer,x,2022-06-21",
                "J2,4,\"code：错", "venue：错\",\"code: wrong", "venue: wrong\",,,transfer,3,2022-06-21",
            ])
        let rows = try Self.rows(desk)
        #expect(rows.map(\.0) == [1, 2, 3])
        #expect(rows[0].1 == ReturnedSheet.headings + Self.heading.split(separator: ",").map(String.init))
        #expect(
            rows[1].1 == ["J1", "3", "amount_yuan：错", "amount_yuan: wrong", "SH", "002", "transfer", "x", "2022-06-21"])
        #expect(rows[2].1[4...] == ["", "", "transfer", "3", "2022-06-21"])
        #expect(!desk.folder.names.contains { $0.contains(".new-") })
    }

    @Test("the CSV comes back as it is: its rows are recorded, and their rejects closed, with a code or without")
    func csv() throws {
        let desk = try ImportDesk()
        _ = try desk.takeValid(Self.bad)
        let report = try desk.take(
            bytes: try Self.mended(desk, [",x,": ",2,", ",,,transfer,3": ",SH,003,transfer,3"]), as: "mended.csv")
        #expect((report.outcome, report.counts.new) == (.imported, 2))
        #expect(report.notices.contains(.rejectsClosed(count: 2)))
        #expect(!report.notices.contains { if case .unknownHeadings = $0 { true } else { false } })
        #expect(try desk.rejects == ["J1 mended SH/002 3", "J2 mended -/- 4"])
        #expect(try desk.deals == Total(count: 3, fen: 600))
        #expect(
            try desk.texts(
                "SELECT 'one' FROM closed_reject c JOIN deal d ON d.change_id = c.change_id AND d.code = '003' GROUP BY 1"
            ) == ["one"])
    }

    @Test("a workbook comes back as it is, and codes keep their zeros")
    func workbook() throws {
        let desk = try ImportDesk()
        _ = try desk.takeValid(Self.bad)
        let file = try FileDescriptor.open(
            desk.folder.file("mended.xlsx"), .readWrite, options: [.create], permissions: .ownerReadWrite)
        let sheet = try SheetWriting(file.rawValue, sheet: "更正", widths: [], frozenRows: 1)
        for (row, cells) in try Self.rows(desk) {
            var cells = cells.map { ($0 == "x" ? "2" : $0, SheetWriting.Look.plain) }
            if cells[0].0 == "J2" { (cells[4].0, cells[5].0) = ("SH", "0003") }
            #expect(try sheet.row(row, cells))
        }
        try sheet.finish()
        try file.close()
        let report = try desk.take(bytes: try desk.folder.read("mended.xlsx"), as: "back.xlsx")
        #expect(report.counts.new == 2)
        #expect(try desk.texts("SELECT code FROM deal ORDER BY code") == ["0003", "001", "002"])
        #expect(try desk.rejects == ["J1 mended SH/002 3", "J2 mended -/- 4"])
    }

    @Test("a later file of the venue that has the record closes its reject, another venue's does not")
    func byCode() throws {
        let desk = try ImportDesk()
        _ = try desk.takeValid(Self.bad)
        _ = try desk.take([Self.heading, "BJ,002,transfer,2,2022-06-21"], as: "bj.csv")
        #expect(try desk.rejects.first == "J1 open SH/002 3")
        _ = try desk.take(["venue,code,title,listed_on", "SH,002,x,2022-06-21"], as: "listings.csv")
        #expect(try desk.rejects.first == "J1 open SH/002 3")
        let report = try desk.take([Self.heading, "SH,001,transfer,1,2022-06-21", "SH,002,transfer,2,2022-06-21"])
        #expect(report.notices.contains(.rejectsClosed(count: 1)))
        #expect(try desk.rejects == ["J1 mended SH/002 3", "J2 open -/- 4"])
    }

    @Test("a sheet of one venue closes nothing of another's, whatever number it names")
    func foreignNumber() throws {
        let desk = try ImportDesk()
        _ = try desk.takeValid(Self.bad)
        let sheet = [ReturnedSheet.headings[0] + "," + Self.heading, "J1,BJ,X,transfer,1,2022-06-21"]
        _ = try desk.take(sheet, as: "bj.csv")
        #expect(try desk.rejects.first == "J1 open SH/002 3")
    }

    @Test("when the import that mended them is taken back they wait again, and when theirs is they are gone")
    func revert() throws {
        let desk = try ImportDesk()
        let first = try desk.takeValid(Self.bad)
        let mended = try desk.take(bytes: try Self.mended(desk, [",x,": ",2,", ",,,t": ",SH,3,t"]), as: "mended.csv")
        _ = try desk.ledger.revert(try #require(mended.receipt?.change), by: ImportDesk.author)
        #expect(try desk.rejects == ["J1 open SH/002 3", "J2 open -/- 4"])
        let again = try desk.take(bytes: try Self.mended(desk, [",x,": ",2,", ",,,t": ",SH,3,t"]), as: "mended.csv")
        #expect(again.notices.contains(.rejectsClosed(count: 2)))
        _ = try desk.ledger.revert(try #require(again.receipt?.change), by: ImportDesk.author)
        _ = try desk.ledger.revert(try #require(first.receipt?.change), by: ImportDesk.author)
        #expect(try desk.rejects == [])
        #expect(try desk.takeValid(Self.bad).counts.rejected == 2)
        #expect(try desk.rejects == ["J3 open SH/002 3", "J4 open -/- 4"])
    }

    @Test("the same file again, and the same row in another file, are kept once; a mended row stays so")
    func again() throws {
        let desk = try ImportDesk()
        _ = try desk.takeValid(Self.bad)
        let newest = try desk.newestChange
        let again = try desk.takeValid(Self.bad)
        #expect((again.outcome, again.counts.unchanged, again.counts.rejected) == (.unchanged, 1, 2))
        #expect(try desk.sheetLines[1].hasPrefix("J1,3,"))
        #expect(try desk.newestChange == newest)
        _ = try desk.takeValid(Self.bad + ["SH,004,transfer,4,2022-06-21"], as: "more.csv")
        #expect(try desk.rejects.count == 2)
        _ = try desk.take([Self.heading, "SH,002,transfer,2,2022-06-21"], as: "one.csv")
        _ = try desk.takeValid(Self.bad)
        #expect(try desk.rejects == ["J1 mended SH/002 3", "J2 open -/- 4"])
    }

    @Test("what was wrong may be right by then: the same file is read again and the row taken")
    func rightByNow() throws {
        let desk = try ImportDesk()
        let rows = [Self.heading + ",listing", "SH,D-1,transfer,1,2022-06-21,", "SH,D-2,transfer,2,2022-06-21,L-1"]
        _ = try desk.takeValid(rows)
        #expect(try desk.rejects == ["J1 open SH/D-2 3"])
        _ = try desk.take(["venue,code,title,listed_on", "SH,L-1,x,2022-06-01"], as: "listings.csv")
        let report = try desk.take(rows)
        #expect((report.outcome, report.counts.new, report.counts.unchanged) == (.imported, 1, 1))
        #expect(try desk.rejects == ["J1 mended SH/D-2 3"])
        #expect(try desk.take(rows).outcome == .doubled)
    }

    @Test("a row that comes back and is still wrong goes on waiting under its number")
    func stillWrong() throws {
        let desk = try ImportDesk()
        _ = try desk.takeValid(Self.bad)
        let half = try Self.mended(desk, [",x,": ",y,", ",,,transfer,3": ",SH,003,transfer,3"])
        let report = try desk.takeValid(bytes: half, as: "mended.csv")
        #expect((report.counts.new, report.counts.rejected) == (1, 1))
        #expect(try desk.rejects == ["J1 open SH/002 3", "J2 mended -/- 4"])
        #expect(
            try desk.sheetLines == [
                "\u{FEFF}" + (ReturnedSheet.headings + [Self.heading]).joined(separator: ","),
                "J1,2,amount_yuan：错,amount_yuan: wrong,SH,002,transfer,y,2022-06-21",
            ])
    }

    @Test("a refusal of all or nothing has the same sheets, without numbers, and its title with the unit")
    func allOrNothing() throws {
        let desk = try ImportDesk()
        let text = "单位：万元\n\n合同编号,合同类别,成交金额,签订日期\n01,技术转让,1,2022-06-21\n02,技术转让,2,2022-02-30\n"
        let report = try desk.takeValid(bytes: Array(text.utf8), Self.of("SH"), acceptance: .whole)
        #expect(report.outcome == .refused)
        #expect(
            try desk.sheetLines == [
                "\u{FEFF}单位：万元", (ReturnedSheet.headings + ["合同编号,合同类别,成交金额,签订日期"]).joined(separator: ","),
                ",5,签订日期：错,签订日期: wrong,02,技术转让,2,2022-02-30",
            ])
        #expect(try Self.rows(desk).map(\.0) == [1, 3, 4])
        let back = try Self.mended(desk, ["02-30": "02-28", "单位：万元\n": "单位：万元\n\n"])
        #expect(try desk.take(bytes: back, as: "back.csv", Self.of("SH")).counts.new == 1)
        #expect(try desk.deals == Total(count: 1, fen: 2_000_000))
    }

    @Test("a sheet of GB 18030 is UTF-8, and a byte that is no character is refused again until it is mended")
    func gb18030() throws {
        let desk = try ImportDesk()
        let heading: [UInt8] = [0xBA, 0xCF, 0xCD, 0xAC, 0xB1, 0xE0, 0xBA, 0xC5]  // 合同编号
        var options = Self.of("SH")
        options.form.encoding = .gb18030
        let bytes =
            heading + Array(",kind,amount_yuan,signed_on,title\n1,transfer,1,2022-06-21,".utf8) + [0xBC, 0xBC]
            + Array("\n2,transfer,x,2022-06-21,".utf8) + [0xBC, 0xBC] + Array("\n3,transfer,1,2022-06-21,a".utf8)
            + [0xFF] + Array("\n".utf8)
        let report = try desk.takeValid(bytes: bytes, options)
        #expect((report.counts.new, report.counts.rejected) == (1, 2))
        #expect(try desk.sheetLines[0].hasSuffix("reject_reason,合同编号,kind,amount_yuan,signed_on,title"))
        #expect(try desk.sheetLines[1].hasSuffix(",2,transfer,x,2022-06-21,技"))
        #expect(try desk.sheetLines[2].hasSuffix(",3,transfer,1,2022-06-21,a\u{FFFD}"))
        #expect(try desk.texts("SELECT cells FROM rejected_row WHERE cells LIKE '%' || char(65533) || '%'") == [])
        let back = try desk.take(bytes: try Self.mended(desk, [",x,": ",2,"]), as: "back.csv", Self.of("SH"))
        #expect(back.places == ["3:title"])
    }

    @Test("days of a workbook come back in a CSV though its profile has them day first; JSON lines come back too")
    func otherForms() throws {
        let desk = try ImportDesk()
        func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
        let book = TestWorkbook(
            sheets: [
                .init(
                    name: "成交",
                    cells: "<row>" + ["code", "kind", "amount_wan", "signed_on"].map(text).joined() + "</row><row>"
                        + text("07") + text("transfer") + "<c><v>1</v></c><c s=\"1\"><v>44733</v></c></row><row>"
                        + text("08") + text("gift") + "<c><v>1.2</v></c><c s=\"1\"><v>44733</v></c></row>")
            ], formats: ["yyyy\\-mm\\-dd;@"])
        var options = Self.of("SH")
        options.dayFormat = DayFormat("dmy")
        _ = try desk.takeValid(bytes: book.bytes, as: "book.xlsx", options)
        let back = try Self.mended(desk, [",gift,": ",transfer,"])
        #expect(try desk.take(bytes: back, as: "back.csv", options).counts.new == 1)
        #expect(
            try desk.texts("SELECT code || signed_on || amount_fen FROM deal WHERE code = '08'") == [
                "082022-06-211200000"
            ])

        _ = try desk.takeValid(
            [
                #"{"code": "J-1", "kind": "transfer", "amount_yuan": 1, "signed_on": "2022-06-21"}"#,
                #"{"code": "J-2", "kind": "gift", "amount_yuan": 2.50, "signed_on": "2022-06-21"}"#,
                #"{"code": "J-3", "#,
            ], as: "file.jsonl", Self.of("SH"))
        #expect(
            try desk.texts("SELECT cells FROM rejected_row WHERE file_id = 3 ORDER BY id")
                == ["J-2,gift,2.50,2022-06-21", "\"{\"\"code\"\": \"\"J-3\"\", \""])
        #expect(
            try desk.take(bytes: try Self.mended(desk, [",gift,": ",transfer,"]), as: "b.csv", Self.of("SH")).places
                == ["3:"])
    }

    @Test("a sheet is read by the entry of the file whose rows it holds, but for its form")
    func profile() throws {
        let profile = try VenueProfile(
            yaml: "files:\n  - match: '成交*.csv'\n    encoding: gb18030\n    unit: 万元\n  - match: '*'\n", venue: nil)
        for name in ["成交06.csv.rejects.xlsx", "SH/成交06.csv.gz.rejects", "成交06.csv.rejects.rejects.csv"] {
            let entry = try #require(profile.file(matching: name))
            #expect((entry.number, entry.unit, entry.form) == (1, .wan, ToldForm()))
        }
        #expect(profile.file(matching: "成交06.csv")?.form.encoding == .gb18030)
        #expect(profile.file(matching: "成交06.xlsx")?.number == 2)
    }

    @Test("a person may say that no mended row will come, once")
    func drop() throws {
        let desk = try ImportDesk()
        _ = try desk.takeValid(Self.bad)
        let dropped = try desk.ledger.drop([2], by: ImportDesk.author)
        #expect(try desk.rejects == ["J1 open SH/002 3", "J2 dropped -/- 4"])
        #expect(throws: StoreError.self) { try desk.ledger.drop([1, 2], by: ImportDesk.author) }
        #expect(throws: StoreError.self) { try desk.ledger.drop([9], by: ImportDesk.author) }
        #expect(try desk.rejects == ["J1 open SH/002 3", "J2 dropped -/- 4"])
        _ = try desk.ledger.revert(try #require(dropped.receipt?.change), by: ImportDesk.author)
        #expect(try desk.rejects == ["J1 open SH/002 3", "J2 open -/- 4"])
    }

    @Test(
        "numbers of rejects are told from other texts",
        arguments: [
            ("J1", 1), ("j12", 12), ("J", nil), ("12", nil), ("J1x", nil), ("J99999999999999999999", nil), ("", nil),
        ] as [(String, Int64?)])
    func numbers(text: String, id: Int64?) { #expect(Reject.id(Array(text.utf8)) == id) }
}
