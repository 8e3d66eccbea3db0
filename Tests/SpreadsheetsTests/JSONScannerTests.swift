import Testing

@testable import Spreadsheets

@Suite("JSON, read strictly")
struct JSONScannerTests {
    @Test(
        "what is JSON is accepted",
        arguments: ["{}", " [1, 2.5e-3, \"\\u00e9\"] ", "\"\\ud83d\\ude00\"", "null", "-0", "{\"a\": {\"b\": []}}"])
    func accepted(text: String) throws {
        try JSONScanner.check(Array(text.utf8))
    }

    @Test(
        "what is not is refused where it goes wrong",
        arguments: [
            ("", 0, .unexpected), ("{", 1, .unexpected), ("[1,]", 3, .unexpected), ("01", 2, .badNumber),
            ("1.", 2, .badNumber),
            ("-", 1, .badNumber), ("\"\\x\"", 1, .badEscape), ("\"\\ud800\"", 7, .badEscape),
            ("\"a\nb\"", 2, .badCharacter),
            ("{\"a\" 1}", 5, .unexpected), ("{'a': 1}", 1, .unexpected), ("nul", 3, .unexpected),
            ("1 2", 2, .textBehind),
            ("NaN", 0, .unexpected),
        ] as [(String, Int, JSONFault.Kind)])
    func refused(text: String, place: Int, kind: JSONFault.Kind) {
        #expect(throws: JSONFault(kind: kind, byteOffset: place)) { try JSONScanner.check(Array(text.utf8)) }
    }

    @Test("depth is bounded, and nothing overflows")
    func depth() {
        let open = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: JSONFault(kind: .tooDeep, byteOffset: JSONScanner.mostDepth + 1)) {
            try JSONScanner.check(open)
        }
    }

    @Test("rows of JSON lines: keys in any order, left out or null; numbers exact; lines counted")
    func lines() throws {
        let text = """
            {"a": 1.50, "b": "x"}

            {"b": null, "c": true, "a": 12345678901234567890}
            {"a": 1e3} x
            """
        var reader = try JSONLinesReader { MemorySource(Array(text.utf8)) }
        var rows: [String] = []
        while let row = try reader.next() {
            let cells = (0..<row.fieldCount).map { String(decoding: row.field($0), as: UTF8.self) }
            rows.append(
                "\(row.row): \(cells.joined(separator: "|"))" + (row.faults.isEmpty ? "" : " !\(row.faults[0].kind)"))
        }
        #expect(rows == ["0: a|b|c", "1: 1.50|x|", "2: ", "3: 12345678901234567890||true", "4:  !brokenJSON"])
    }

    @Test(
        "keys have a bound: each, together, and in number",
        arguments: [
            ([String(repeating: "k", count: 1000)], nil), ([String(repeating: "k", count: 1001)], 1),
            ((0..<1040).map { "\($0)" + String(repeating: "k", count: 990) }, nil),
            ((0..<1100).map { "\($0)" + String(repeating: "k", count: 990) }, 2),
            ((0..<16_384).map { "\($0)" }, nil), ((0..<16_385).map { "\($0)" }, 2),
        ] as [([String], Int?)])
    func keys(keys: [String], line: Int?) throws {
        let lines = [keys.prefix(keys.count / 2), keys.suffix(from: keys.count / 2)].map { some in
            "{" + some.map { "\"\($0)\": 1" }.joined(separator: ", ") + "}"
        }
        let text = Array((keys.count == 1 ? lines[1] : lines.joined(separator: "\n")).utf8)
        func width() throws(ReadingError) -> Int? {
            var reader = try JSONLinesReader { MemorySource(text) }
            return try reader.next()?.fieldCount
        }
        if let line {
            #expect(throws: ReadingError.form(.keysTooLong(line: line))) { _ = try width() }
        } else {
            #expect(try width() == keys.count)
        }
    }

    @Test("a row of spaces alone is blank, one of a comma is not")
    func blankness() throws {
        let text = "{\"a\": \" \", \"b\": null}\n{\"a\": \",\"}\n{}\n"
        var reader = try JSONLinesReader { MemorySource(Array(text.utf8)) }
        var blank: [Bool] = []
        while let row = try reader.next() { blank.append(row.isBlank) }
        #expect(blank == [false, true, false, true])
    }
}
