import FoundationEssentials
import Spreadsheets
import SystemPackage
import Testing

@Suite(.enabled(if: ConformanceFiles.areThere))
struct CSVConformanceTests {
    private func bytes(of name: String) throws -> [UInt8] { try ConformanceFiles.bytes(of: "csv/\(name)") }

    private func rows(of name: String, delimiter: UInt8 = UInt8(ascii: ",")) throws -> [ReadRow] {
        try UnnamedFile(holding: bytes(of: name)).rows(delimiter: delimiter)
    }

    @Test(
        "csv-spectrum: rows equal their JSON twins",
        arguments: [
            "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
            "quotes_and_newlines", "simple", "simple_crlf", "utf8",
        ])
    func spectrum(name: String) throws {
        var file = try bytes(of: "csv-spectrum/csvs/\(name).csv")
        if name.hasSuffix("_crlf"), !file.contains(UInt8(ascii: "\r")) {
            // A checkout that turns line ends into LF takes from these files what they are for.
            file = file.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
        }
        let rows = try UnnamedFile(holding: file).rows()
        #expect(rows.flatMap(\.faults) == [])
        let heading = try #require(rows.first?.texts)
        let objects = rows.dropFirst().map { Dictionary(zip(heading, $0.texts)) { first, _ in first } }
        let twin = try Data(bytes(of: "csv-spectrum/json/\(name).json"))
        #expect(objects == (try JSONDecoder().decode([[String: String]].self, from: twin)))
    }

    @Test("csv-spectrum: the seconds of an arc are a stray quote")
    func coordinates() throws {
        let rows = try rows(of: "csv-spectrum/csvs/location_coordinates.csv")
        #expect(rows.map { $0.faults.map(\.kind) } == [[], [.strayQuote]])
        #expect(rows.last?.faults.first?.column == 1)
    }

    @Test("csvkit: a row too long and a row too short are whole, so that both can be named")
    func wrongWidth() throws {
        let rows = try rows(of: "csvkit/bad.csv")
        #expect(rows.map(\.fields.count) == [3, 4, 2, 3])
        #expect(rows.flatMap(\.faults) == [])
        #expect(rows[1].texts == ["1", "27", "", "I'm too long!"])
    }

    @Test(
        "a NUL never cuts a value",
        arguments: [
            ("csvkit/null_byte.csv", ",", "2@6: \0|2|3 !nulByte(0,6)"),
            ("duckdb/nullbyte.csv", "|", "2@15: val1|val\0" + "2|val3 !nulByte(1,23)"),
        ] as [(String, Unicode.Scalar, String)])
    func nul(name: String, delimiter: Unicode.Scalar, second: String) throws {
        #expect(try rows(of: name, delimiter: UInt8(ascii: delimiter)).last?.summary == second)
    }

    @Test("duckdb: the first short row is the seventh")
    func missingColumn() throws {
        #expect(try rows(of: "duckdb/missing_column.csv").first { $0.fields.count < 2 }?.row == 7)
    }

    @Test("duckdb: line ends of both kinds in one file")
    func mixedLineEnds() throws {
        let expected = [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]]
        #expect(try rows(of: "duckdb/mixed_new_line.csv").map(\.texts) == expected)
    }

    @Test("duckdb: an unterminated quote is named, and the lines after it are read")
    func unterminated() throws {
        let summaries = try rows(of: "duckdb/test/unterminated.csv").map(\.summary)
        #expect(summaries == ["1@0:  !unclosedQuote(0,0)", "2@7: ", "3@8:  world"])
    }

    @Test("duckdb: of all lines only the eleventh is not UTF-8")
    func wrongText() throws {
        let wrong = try rows(of: "duckdb/test/invalid_utf_complex.csv").filter { !$0.faults.isEmpty }
        #expect(wrong.map(\.row) == [11])
        #expect(wrong.first?.faults.map(\.kind) == [.invalidUTF8])
        #expect(wrong.first?.faults.first?.column == 1)
    }

    @Test("csvkit: a byte-order mark is no part of the first heading; a line end alone is a blank row")
    func markAndNothing() throws {
        #expect(try rows(of: "csvkit/test_utf8_bom.csv").first?.texts.first == "foo")
        #expect(try rows(of: "csvkit/empty.csv").map(\.isBlank) == [true])
    }
}
