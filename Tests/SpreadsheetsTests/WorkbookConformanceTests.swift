import SystemPackage
import Testing

@testable import Spreadsheets

@Suite(.enabled(if: ConformanceFiles.areThere))
struct WorkbookConformanceTests {
    /// The rows of a sheet, without blank ones and without the empty cells at their ends; faults stand behind a row.
    private func rows(_ name: String, sheet: String? = nil) throws -> [[String]] {
        let file = try UnnamedFile(holding: ConformanceFiles.bytes(of: "xlsx/\(name)"))
        let book = try Workbook(file.descriptor)
        let rows = try book.rows(of: sheet ?? book.sheets[0])
        return try withExtendedLifetime(file) {
            var texts: [[String]] = []
            while let record = try rows.next() {
                texts.append(
                    (0..<record.fieldCount).map { String(decoding: record.field($0), as: UTF8.self) }
                        + record.faults.map { "!\($0.kind)" })
            }
            return texts.compactMap(Self.trimmed)
        }
    }

    private static func trimmed(_ row: [String]) -> [String]? {
        row.lastIndex { !$0.isEmpty }.map { Array(row[...$0]) }
    }

    /// Of each sheet, under its name; of the first one, under the empty name where no names stand between.
    private func twin(_ name: String) throws -> [String: [[String]]] {
        let file = try UnnamedFile(holding: ConformanceFiles.bytes(of: "xlsx/xlsx2csv/\(name).csv"))
        var sheets: [String: [[String]]] = [:]
        var sheet = ""
        for row in try file.rows().map(\.texts) {
            if let mark = row.first, mark.hasPrefix("-------- ") {
                sheet = mark.split(separator: " - ", maxSplits: 1).last.map(String.init) ?? ""
            } else if let cells = Self.trimmed(row) {
                sheets[sheet, default: []].append(cells.map(Self.withoutLink))
            }
        }
        return sheets
    }

    private static func withoutLink(_ cell: String) -> String {
        guard cell.hasPrefix("<a "), let start = cell.firstIndex(of: ">"), cell.hasSuffix("</a>") else { return cell }
        return String(cell[cell.index(after: start)...].dropLast(4))
    }

    @Test(
        "xlsx2csv: cells equal the twin",
        arguments: [
            "datetime", "empty_row", "float_formatting", "formatted_inline_string", "hyperlinks",
            "hyperlinks_continous", "input-weird", "last-column-empty", "namespace", "no_cell_ids", "percentage_ignore",
            "sheets", "sheets_order", "skip_empty_lines", "twolettercolumns", "utf8", "xlsx2csv-test-file",
        ])
    func twins(name: String) throws {
        let path = "xlsx2csv/\(name).\(name.hasPrefix("hyper") ? "xlsm" : "xlsx")"
        for (sheet, wanted) in try twin(name) {
            #expect(try rows(path, sheet: sheet.isEmpty ? nil : sheet) == wanted, "\(sheet)")
        }
    }

    @Test(
        "xlsx2csv: the value matters, not the look",
        arguments: [
            ("float", [["0.103"], ["0.276"], ["0.103"], ["0.276"]]),
            (
                "float2",
                [
                    [
                        "48929", "4892900240051", "489290024005183000", "30-06-2023", "0.00261493408061246",
                        "0.612554358941478", "STAGE1", "20.4100614385744", "0",
                    ]
                ]
            ), ("percentage", [["0.01234"], ["0.5"], ["0.005"], ["0.00005"]]),
            (
                "timeformat",
                [
                    ["2017-08-03 14:35:00", "14:40:30"], ["2017-08-03", "11:30:00"],
                    ["2017-08-03 15:40:00", "00:01:59"],
                ]
            ), ("escape", [["", "", "", "", "Hello\nWorld\t!", "FALSE"]]),
            ("variousdelim", [["1", "2", "3"], ["a", "b", "c"]]),
        ])
    func values(name: String, wanted: [[String]]) throws {
        #expect(try rows("xlsx2csv/\(name).xlsx") == wanted)
    }

    @Test(
        "calamine: what its own tests hold",
        arguments: [
            ("any_sheets", [["1", "2"], ["3", "4"], ["5", "6"]]),
            ("date", [["2021-01-01", "15"], ["2021-01-02", "16"], ["10.6320601851852", "17"]]),
            ("date_1904", [["2021-01-01", "15"], ["2021-01-02", "16"], ["10.6320601851852", "17"]]),
            ("date_iso", [["2021-01-01"], ["2021-01-01T10:10:10"], ["10:10:10"]]),
            ("empty_s_attribute", [["Name", "Value"], ["John", "1"], ["Sophia", "2"]]),
            ("empty_shared_string", [["abc"]]),
            ("empty_shared_string_value", [["Name", "City", "Status"], ["Alice", "", "Active"], ["", "Berlin"]]),
            ("empty_sheet", []), ("encoded_entities", [["&"], ["\n"]]),
            ("errors", [["#DIV/0!", "!errorCell"], ["#NAME?", "!errorCell"], ["#VALUE!", "!errorCell"]]),
            ("has_x000D_", [["ABC\r\nDEF"]]), ("has_x000D_inline", [["ABC\r\nDEF"]]),
            ("inlineStr_cdata", [["Hello CDATA", "World"], ["12345", "NormalText"]]),
            ("inlineStr_with_value", [["NN", "Hierarchy", "", "Outline Number", "ID", "Name", "Type", "Description"]]),
            ("merge_cells", [["Row Merge", "", "Not Merged"], ["Column Merge", "Chunk Merged"]]),
            ("minimal_package", [["ARREST BOOKINGS for 01/30/17"]]),
            ("non_monotonic_si", [["1", "2", "3"], ["2", "4", "6"]]),
            ("nonstandard-xml-ns-prefix", [["a", "b"], ["1", "3"], ["2", "4"]]),
            ("richtext-after-plain", [["abcd", "abcd", "abcd", "abcd"], ["tvalrval1rval2", "rval1rval2"]]),
            (
                "richtext-namespaced",
                [["inline string\nLine 2\nLine 3", "", "", "", "", "", "", "shared string\nLine 2\nLine 3"]]
            ), ("rph", [["課きく　毛こ"]]),
            ("strict_iso_paths", [["Item", "Thickness", "Number Off Bends"]]),
            ("whitespace_trim", [["  trimmed value  ", "\t\n value with tabs \n", " \t\n", "clean text"]]),
        ] as [(String, [[String]])])
    func calamine(name: String, beginning: [[String]]) throws {
        let found = try rows("calamine/\(name).xlsx")
        #expect(found.count >= beginning.count)
        for (row, wanted) in zip(found, beginning) { #expect(row.starts(with: wanted), "\(row)") }
        if beginning.isEmpty { #expect(found.isEmpty) }
    }

    @Test("hidden sheets are named, and charts are none")
    func hidden() throws {
        let file = try UnnamedFile(holding: ConformanceFiles.bytes(of: "xlsx/calamine/any_sheets.xlsx"))
        let book = try Workbook(file.descriptor)
        #expect(book.sheets == ["Visible", "Hidden", "VeryHidden"])
        #expect(book.hiddenSheets == ["Hidden", "VeryHidden"])
        #expect(try book.choice(told: nil) { _ in 0 } == "Visible")
        #expect(throws: ReadingError.form(.unknownSheet("Chart", sheets: book.sheets))) { try book.rows(of: "Chart") }
    }

    @Test(
        "what is locked, damaged or made to do harm is refused with the reason",
        arguments: [
            ("calamine/pass_protected", .encryptedWorkbook),
            ("calamine/issue252", .xmlDamaged(part: "xl/_rels/workbook.xml.rels", line: 2)),
            ("hostile/poc-xmlbomb", .documentType(part: "xl/sharedStrings.xml")),
            ("hostile/duplicate-filename", .doubledPart("xl/worksheets/sheet1.xml")),
            ("hostile/poc-shared-strings", .sheetDamaged(part: "xl/worksheets/sheet1.xml", row: 0)),
        ] as [(String, FormFault)])
    func refused(name: String, fault: FormFault) throws {
        let file = try UnnamedFile(holding: ConformanceFiles.bytes(of: "xlsx/\(name).xlsx"))
        #expect(throws: ReadingError.form(fault)) {
            _ = try FileForm(of: file.descriptor, told: ToldForm()) { _ in 0 }
            let book = try Workbook(file.descriptor)
            let rows = try book.rows(of: book.sheets[0])
            while let row = try rows.next() { #expect(row.fieldCount < 20_000) }
        }
    }

    @Test("ocds: a workbook of many sheets, some empty: one is chosen by its name")
    func many() throws {
        let bytes = try ConformanceFiles.bytes(of: "real/ocds/ocds-213czf-000-00001-05-contract.xlsx")
        let file = try UnnamedFile(holding: bytes)
        let book = try Workbook(file.descriptor)
        #expect(book.sheets.count > 5)
        var filled = 0
        for sheet in book.sheets {
            let rows = try book.rows(of: sheet)
            if try rows.next() != nil { filled += 1 }
        }
        #expect(filled > 1)
    }
}
