import Spreadsheets
import Testing

struct JSONTextTests {
    @Test(
        "a cell becomes valid JSON",
        arguments: [
            (Cell.null, "null"),
            (.boolean(true), "true"),
            (.boolean(false), "false"),
            (.integer(.min), "-9223372036854775808"),
            (.integer(.max), "9223372036854775807"),
            (.text(""), #""""#),
            (.text("数据 👍🏽 e\u{301}"), "\"数据 👍🏽 e\u{301}\""),
            (.text(#"a "b" \c /d"#), #""a \"b\" \\c /d""#),
            (.text("1\n2\r3\t4\r\n"), #""1\n2\r3\t4\r\n""#),
            (.text("\u{0}\u{8}\u{1B}[31m\u{1F}"), #""\u0000\u0008\u001B[31m\u001F""#),
            (.text("\u{7F}\u{80}\u{9B}\u{A0}"), "\"\\u007F\\u0080\\u009B\u{A0}\""),
            (.text("a\u{2028}b\u{2029}c\u{2027}"), "\"a\\u2028b\\u2029c\u{2027}\""),
        ])
    func cells(cell: Cell, expected: String) {
        #expect(json(cell) == expected)
    }

    @Test(
        "a decimal keeps its exact digits",
        arguments: ["0", "-0.10", "12345678901234567890.123456789", "1e9", "1.50E-7", "10", "0.0"])
    func decimals(digits: String) {
        #expect(json(.decimal(digits)) == digits)
    }

    @Test(
        "a decimal that JSON does not know stays text, so that the document stays valid",
        arguments: ["", "-", "1,200", ".5", "5.", "+1", "01", "-01", "NaN", "1e", "1e+", "1 ", "1.2.3", "１"])
    func wrongDecimals(digits: String) {
        #expect(json(.decimal(digits)) == "\"\(digits)\"")
    }

    @Test("an object keeps the order of its keys and nests")
    func objects() {
        var venue = JSONObject()
        venue.add("name", .text("沪\""))
        var object = JSONObject()
        object.add("z", .integer(1))
        object.add("a\n", .null)
        object.add("venue", venue)
        object.add("all", [venue, JSONObject()])
        object.add("none", [])
        #expect(
            String(decoding: object.bytes, as: UTF8.self)
                == #"{"z": 1, "a\n": null, "venue": {"name": "沪\""}, "all": [{"name": "沪\""}, {}], "none": []}"#)
    }

    private func json(_ cell: Cell) -> String {
        var output: [UInt8] = []
        JSONText.append(cell, to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
