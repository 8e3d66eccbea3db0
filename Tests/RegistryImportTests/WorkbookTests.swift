import Registry
import RegistryStore
import Spreadsheets
import Testing

@testable import RegistryImport

@Suite("Workbooks")
struct WorkbookTests {
    private static let headings =
        "<row>" + ["code", "kind", "amount_wan", "signed_on", "title"].map(text).joined() + "</row>"

    private static func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

    private static func row(_ code: String, _ amount: String, _ day: String, _ title: String = "") -> String {
        "<row>\(text(code))\(text("transfer"))\(amount)\(day)\(title)</row>"
    }

    private func take(_ book: TestWorkbook, _ desk: ImportDesk, sheet: String? = nil) throws -> FileReport {
        var options = ImportOptions()
        options.venue = "SH"
        options.form.sheet = sheet
        return try desk.take(bytes: book.bytes, as: "book.xlsx", options)
    }

    @Test("numbers are exact to the fen, days are days by their format, of either calendar")
    func values() throws {
        let day = "<c s=\"1\"><v>44733</v></c>"
        let cells =
            Self.headings + Self.row("007", "<c><v>1234.5600000000001</v></c>", day)
            + Self.row("D-2", "<c><v>1.2E+2</v></c>", "<c t=\"d\"><v>2022-06-21T00:00:00</v></c>")
            + Self.row("D-3", "<c><f>1+1</f><v>0.000001</v></c>", "<c t=\"str\"><v>2022年6月21日</v></c>")
        var book = TestWorkbook(sheets: [.init(name: "成交", cells: cells)], formats: ["yyyy\\-mm\\-dd;@"])
        let desk = try ImportDesk()
        #expect(try take(book, desk).outcome == .imported)
        #expect(
            try desk.texts("SELECT code || ' ' || amount_fen || ' ' || signed_on FROM deal ORDER BY code") == [
                "007 1234560000 2022-06-21", "D-2 120000000 2022-06-21", "D-3 1 2022-06-21",
            ])
        #expect(try desk.texts("SELECT coalesce(file_offset, 'none') FROM deal WHERE code = '007'") == ["none"])
        book.countsFrom1904 = true
        book.sheets = [
            .init(name: "成交", cells: Self.headings + Self.row("F", "<c><v>1</v></c>", "<c s=\"1\"><v>43271</v></c>"))
        ]
        #expect(try take(book, desk).outcome == .imported)
        #expect(try desk.texts("SELECT signed_on FROM deal WHERE code = 'F'") == ["2022-06-21"])
    }

    @Test("shared and rich texts are read, phonetic ones are not, and escapes are characters")
    func texts() throws {
        let title = "<c r=\"E2\" t=\"s\"><v>1</v></c>"
        let book = TestWorkbook(
            sheets: [
                .init(
                    name: "成交",
                    cells: Self.headings + Self.row("D-1", "<c><v>1</v></c>", Self.text("2022-06-21"), title))
            ],
            sharedTexts: [
                "<t>x</t>", "<r><t>东_x000D_</t></r><rPh><t>ひがし</t></rPh><r><t xml:space=\"preserve\"> 京</t></r>",
            ])
        let desk = try ImportDesk()
        #expect(try take(book, desk).outcome == .imported)
        #expect(try desk.texts("SELECT title FROM deal") == ["东\r 京"])
    }

    @Test("a fault has its sheet, its row as the sheet counts them, and its column")
    func places() throws {
        let cells =
            "<row r=\"3\">\(["code", "kind", "amount_wan", "signed_on"].map(Self.text).joined())</row>"
            + "<row r=\"7\">\(Self.text("D-1"))\(Self.text("transfer"))<c r=\"C7\" t=\"e\"><v>#N/A</v></c></row>"
            + "<row r=\"9\">\(Self.text("D-2"))\(Self.text("transfer"))<c r=\"C9\"><f>A1*2</f></c><c r=\"D9\"><v>1</v></c></row>"
            + "<row r=\"10\">\(Self.text("D-3"))\(Self.text("transfer"))<c><v>1</v></c><c r=\"D10\"><v>44733</v></c><c r=\"F10\"><v>1</v></c></row>"
        let desk = try ImportDesk()
        let report = try take(TestWorkbook(sheets: [.init(name: "成交", cells: cells)]), desk)
        #expect(report.sheet == "成交")
        #expect(report.places == ["7:amount_wan", "9:amount_wan", "10:"])
        #expect(
            report.rejections.map(\.refusal) == [
                .errorCell("#N/A"), .formulaWithoutValue, .longRow(fields: 6, headings: 4),
            ])
        #expect(report.counts.read == 3)
    }

    @Test("what is wrong with a cell that nobody reads is of no matter")
    func unread() throws {
        let cells =
            "<row>" + ["code", "kind", "amount_wan", "signed_on", "备注", "序号"].map(Self.text).joined() + "</row>"
            + Self.row(
                "D-1", "<c><v>1</v></c>", Self.text("2022-06-21"),
                "<c t=\"e\"><v>#REF!</v></c><c><v>1234567890123456</v></c>")
        let desk = try ImportDesk()
        #expect(try take(TestWorkbook(sheets: [.init(name: "成交", cells: cells)]), desk).outcome == .imported)
    }

    @Test("a code that a workbook has cut to 15 digits is refused")
    func longNumbers() throws {
        func cells(_ number: String) -> String {
            Self.headings
                + "<row><c><v>\(number)</v></c>\(Self.text("transfer"))<c><v>1</v></c>\(Self.text("2022-06-21"))</row>"
        }
        let desk = try ImportDesk()
        let long = TestWorkbook(sheets: [.init(name: "成交", cells: cells("1234567890123456"))])
        #expect(try take(long, desk).rejections.map(\.refusal) == [.tooManyDigits("1234567890123460")])
        let fitting = TestWorkbook(sheets: [.init(name: "成交", cells: cells("123456789012345"))])
        #expect(try take(fitting, desk).outcome == .imported)
        #expect(try desk.texts("SELECT code FROM deal") == ["123456789012345"])
    }

    @Test("a row is not blank because its first cell is", arguments: ["<c/>", " ", ",", "  "])
    func firstCells(first: String) throws {
        let cells =
            "<row>" + ["备注", "code", "kind", "amount_wan", "signed_on"].map(Self.text).joined() + "</row><row>"
            + (first == "<c/>" ? first : Self.text(first)) + Self.text("D-1") + Self.text("transfer")
            + "<c><v>1</v></c>\(Self.text("2022-06-21"))</row><row>\(Self.text(" "))\(Self.text(" "))</row>"
        let report = try take(TestWorkbook(sheets: [.init(name: "成交", cells: cells)]), ImportDesk())
        #expect(report.counts.new == 1)
        #expect(report.counts.setAside == 1)
    }

    @Test("an encoding or a delimiter told of a workbook is refused, not passed over")
    func noText() throws {
        let book = TestWorkbook(sheets: [.init(name: "成交", cells: Self.headings)])
        var forms = [ToldForm(), ToldForm()]
        forms[0].encoding = .gb18030
        forms[1].delimiter = UInt8(ascii: ";")
        for form in forms {
            var options = ImportOptions()
            options.venue = "SH"
            options.form = form
            #expect(try ImportDesk().take(bytes: book.bytes, as: "book.xlsx", options).refusal == .form(.noText))
        }
    }

    @Test("a day of the workbook's own is read whatever form the others have")
    func ownDays() throws {
        let cells =
            Self.headings + Self.row("D-1", "<c><v>1</v></c>", "<c s=\"1\"><v>44733</v></c>")
            + Self.row("D-2", "<c><v>1</v></c>", Self.text("21/06/2022"))
        let book = TestWorkbook(sheets: [.init(name: "成交", cells: cells)], formats: ["dd/mm/yyyy"])
        var options = ImportOptions()
        options.venue = "SH"
        options.dayFormat = DayFormat("dd/MM/yyyy")
        let desk = try ImportDesk()
        #expect(try desk.take(bytes: book.bytes, as: "book.xlsx", options).outcome == .imported)
        #expect(try desk.texts("SELECT DISTINCT signed_on FROM deal") == ["2022-06-21"])
    }

    @Test("the sheet whose headings are known is read, a hidden one is not unless it is named")
    func sheets() throws {
        func sheet(_ name: String, _ code: String, isHidden: Bool = false) -> TestWorkbook.Sheet {
            let row = Self.row(code, "<c><v>1</v></c>", Self.text("2022-06-21"))
            return .init(name: name, isHidden: isHidden, cells: Self.headings + row)
        }
        let notes = TestWorkbook.Sheet(name: "说明", cells: "<row>\(Self.text("填表说明"))</row>")
        let desk = try ImportDesk()
        var book = TestWorkbook(sheets: [notes, sheet("旧", "D-0", isHidden: true), sheet("成交", "D-1")])
        let report = try take(book, desk)
        #expect(report.sheet == "成交")
        #expect(report.notices.contains(.sheetsPassedOver(["说明", "旧"], hidden: ["旧"])))
        #expect(try take(book, desk, sheet: "旧").outcome == .imported)
        #expect(try desk.texts("SELECT code FROM deal ORDER BY code") == ["D-0", "D-1"])
        #expect(
            try take(book, desk, sheet: "新").refusal == .form(.unknownSheet("新", sheets: ["说明", "旧", "成交"])))
        book.sheets.append(sheet("补报", "D-2"))
        #expect(try take(book, desk).refusal == .form(.severalSheets(["成交", "补报"])))
        book.sheets = [notes, .init(name: "空", cells: ""), .init(name: "附", cells: notes.cells)]
        #expect(try take(book, desk).refusal == .form(.noSheet(sheets: ["说明", "附"])))
    }

    @Test(
        "what does not hold together is refused with the reason",
        arguments: [
            (
                ["xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"],
                FormFault.xmlDamaged(part: "xl/worksheets/sheet1.xml", line: 1)
            ),
            (
                ["xl/worksheets/sheet1.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>"],
                .documentType(part: "xl/worksheets/sheet1.xml")
            ),
            (["xl/workbook.xml": "<w:document/>"], .otherArchive),
            (["_rels/.rels": "<Relationships/>"], .otherArchive),
            (["_rels/.rels": "<Relationships/>", "content.xml": "", "mimetype": ""], .openDocument),
            (["xl/Workbook.XML": "<workbook/>"], .doubledPart("xl/Workbook.XML")),
            (
                [
                    "xl/worksheets/sheet1.xml":
                        "<worksheet><sheetData><row r=\"2\"/><row r=\"2\"/></sheetData></worksheet>"
                ],
                .sheetDamaged(part: "xl/worksheets/sheet1.xml", row: 2)
            ),
        ] as [([String: String], FormFault)])
    func damaged(others: [String: String], fault: FormFault) throws {
        let book = TestWorkbook(sheets: [.init(name: "成交", cells: Self.headings)], others: others)
        #expect(try take(book, ImportDesk()).refusal == .form(fault))
    }

    @Test(
        "a row that does not hold together is named",
        arguments: [
            "<c><v>1</v><v>2</v></c>", "<c t=\"str\"><v>1</v><is><t>2</t></is></c>", "<c r=\"B8\"/><c r=\"A8\"/>",
            "<c r=\"A7\"><v>1</v></c>", "<c r=\"A8x\"><v>1</v></c>", "<c r=\"8\"><v>1</v></c>",
            "<c t=\"s\"><v>4</v></c>", "<c t=\"s\"><v>-1</v></c>", "<c t=\"s\"><v>99999999999999999999</v></c>",
        ])
    func brokenRow(cells: String) throws {
        let rows = Self.headings + "<row r=\"8\">\(cells)</row>"
        let book = TestWorkbook(sheets: [.init(name: "成交", cells: rows)])
        #expect(
            try take(book, ImportDesk()).refusal
                == .form(.sheetDamaged(part: "xl/worksheets/sheet1.xml", row: 8)))
    }

    @Test("no cut and no changed byte of a workbook is taken for another one")
    func bytes() throws {
        let cells = Self.headings + Self.row("D-1", "<c><v>12</v></c>", Self.text("2022-06-21"))
        let whole = TestWorkbook(sheets: [.init(name: "成交", cells: cells)]).bytes
        let desk = try ImportDesk()
        var options = ImportOptions()
        options.venue = "SH"
        for length in stride(from: 1, to: whole.count, by: 97) {
            let report = try desk.take(bytes: Array(whole[..<length]), as: "cut.xlsx", options)
            #expect(report.outcome == .refused)
        }
        // Within the sheet: the archive's checksum is of what was there.
        let start = try #require(whole.indices.first { whole[$0...].starts(with: Array("<v>12".utf8)) })
        var changed = whole
        changed[start + 3] = UInt8(ascii: "9")
        #expect(try desk.take(bytes: changed, as: "changed.xlsx", options).refusal == .form(.archiveDamaged))
        #expect(try desk.deals == Total())
    }
}
