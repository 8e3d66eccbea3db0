import Registry
import RegistryStore
import TestSupport
import Testing

@testable import RegistryImport

@Suite("A calendar's file")
struct CalendarTests {
    private static func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

    private static func row(_ cells: String...) -> String { "<row>\(cells.joined())</row>" }

    private static func day(_ text: String) throws -> Day {
        try text.withBytes { bytes throws(Refusal) in try Day.read(bytes) }
    }

    @Test("a workbook's days are read by their format, under a title, of the sheet whose headings are known")
    func workbook() throws {
        let desk = try ImportDesk()
        let book = TestWorkbook(
            sheets: [
                .init(name: "说明", cells: Self.row(Self.text("国务院办公厅通知"))),
                .init(
                    name: "放假安排",
                    cells: Self.row(Self.text("2022年放假安排"))
                        + Self.row(Self.text("日期"), Self.text("是否工作日"), Self.text("节日"))
                        + Self.row("<c s=\"1\"><v>44593</v></c>", Self.text("否"), Self.text("春节"))
                        + Self.row("<c s=\"1\"><v>44591</v></c>", "<c><v>1</v></c>")),
            ], formats: ["yyyy\\-mm\\-dd;@"])
        try desk.folder.write(book.bytes, to: "book.xlsx")
        let importer = CalendarImporter(desk.ledger, author: ImportDesk.author)
        let report = try importer.run(desk.folder.file("book.xlsx"), ImportOptions())
        #expect(report.outcome == .imported, "\(report.refusal as Any) \(report.rejections)")
        #expect(report.sheet == "放假安排")
        #expect((report.counts.read, report.counts.new, report.counts.setAside) == (2, 2, 1))
        #expect(
            try desk.ledger.calendarDays().map(\.day) == [
                CalendarDay(Self.day("2022-01-30"), isWorking: true, name: nil),
                CalendarDay(Self.day("2022-02-01"), isWorking: false, name: "春节"),
            ])
    }

    @Test("what was known before a change is the calendar of then, and a calendar taken back counts no more")
    func then() throws {
        let desk = try ImportDesk()
        let (sunday, tuesday) = (try Self.day("2022-01-30"), try Self.day("2022-02-01"))
        for (name, lines) in [("1.csv", "2022-02-01,0\n"), ("2.csv", "2022-02-01,1\n2022-01-30,1\n")] {
            try desk.folder.write(Array("day,is_working\n\(lines)".utf8), to: name)
            let report = try CalendarImporter(desk.ledger, author: ImportDesk.author).run(
                desk.folder.file(name), ImportOptions())
            #expect(report.outcome == .imported)
        }
        let newest = try desk.newestChange
        let now = try desk.ledger.workingCalendar()
        #expect(now.isWorking(tuesday) && now.isWorking(sunday))
        let then = try desk.ledger.workingCalendar(asOf: newest - 1)
        #expect(!then.isWorking(tuesday) && !then.isWorking(sunday))
        _ = try desk.ledger.revert(newest, by: ImportDesk.author)
        #expect(try desk.ledger.workingCalendar() == then)
        #expect(try desk.ledger.workingCalendar(asOf: newest) == now)
    }
}
