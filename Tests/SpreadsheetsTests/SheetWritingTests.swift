import SystemPackage
import TestSupport
import Testing

@testable import Spreadsheets

@Suite("A workbook that is written")
struct SheetWritingTests {
    /// What is read of a workbook of these rows, by number.
    private func back(_ rows: [(Int, [String])]) throws -> [(row: Int, cells: [String])] {
        let folder = try TestFolder()
        let file = try FileDescriptor.open(
            folder.file("sheet.xlsx"), .readWrite, options: [.create], permissions: .ownerReadWrite)
        defer { try? file.close() }
        let sheet = try SheetWriting(file.rawValue, sheet: "退回 & 更正", widths: [8, 40], frozenRows: 1)
        for (row, cells) in rows { #expect(try sheet.row(row, cells.map { ($0, .plain) }, lines: 3)) }
        try sheet.finish()
        let book = try Workbook(file)
        #expect(book.sheets == ["退回 & 更正"])
        let read = try book.rows(of: "退回 & 更正")
        var found: [(Int, [String])] = []
        while let row = try read.next() {
            found.append((row.row, (0..<row.fieldCount).map { String(decoding: row.field($0), as: UTF8.self) }))
        }
        return found
    }

    @Test(
        "gives each text back as it was",
        arguments: [
            "007", "a & b < c > \"d\" 'e'", " 前后 ", "two\nlines", "tab\there", "_x000D_", "_x005F_", "_x00", "__x0041_",
            "a\u{1}b\r", "𝔘𠮷", "1E5", "=1+1", "\u{FFFD}",
        ])
    func texts(text: String) throws {
        let rows = try back([(1, ["h", text])])
        #expect(rows.map(\.cells) == [["h", text]])
    }

    @Test("keeps rows and columns where they stand")
    func places() throws {
        let wide = (0..<800).map { $0 % 7 == 0 ? "c\($0)" : "" }
        let rows = try back([(2, ["a", "", "c"]), (7, wide + ["end"])])
        #expect(rows.map(\.row) == [2, 7])
        #expect(rows[0].cells == ["a", "", "c"])
        #expect(rows[1].cells == wide + ["end"])
        #expect([0, 25, 26, 701, 702, 16_383].map(SheetWriting.letters) == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
    }

    @Test("ends a text where a cell ends, between characters")
    func long() throws {
        let rows = try back([(1, [String(repeating: "字", count: 40_000), String(repeating: "𠮷", count: 20_000)])])
        #expect(rows[0].cells.map { $0.utf16.count } == [32_767, 32_766])
    }

    @Test("many rows are all there, and one below the last that a sheet has is refused")
    func many() throws {
        let rows = try back((1...20_000).map { ($0, ["\($0)", "x"]) })
        #expect(rows.count == 20_000)
        #expect(rows.last?.cells == ["20000", "x"])
        let file = try FileDescriptor.open("/dev/null", .writeOnly)
        defer { try? file.close() }
        let sheet = try SheetWriting(file.rawValue, sheet: "s", widths: [], frozenRows: 1)
        #expect(try sheet.row(1_048_576, [("last", .plain)]))
        #expect(try !sheet.row(1_048_577, [("over", .plain)]))
    }

    @Test("a disk that is full is told")
    func full() throws {
        let file = try FileDescriptor.open("/dev/full", .writeOnly)
        defer { try? file.close() }
        #expect(throws: WriteError.refused(code: 28)) {
            try SheetWriting(file.rawValue, sheet: "s", widths: [], frozenRows: 1)
        }
    }
}
