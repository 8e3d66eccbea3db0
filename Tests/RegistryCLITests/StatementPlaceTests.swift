import RegistryReports
import Testing

@testable import RegistryCLI

@Suite("The place of a fault in a statement")
struct StatementPlaceTests {
    @Test(
        "is a line, a column and a caret under it, whatever the width of what stands before",
        arguments: [
            ("SELECT x", 7, 1, 8, "  SELECT x\n         ^"), ("SELECT x", 8, 1, 9, "  SELECT x\n          ^"),
            ("SELECT x", 99, 1, 9, "  SELECT x\n          ^"), ("a\n'上海' x\nb", 11, 2, 6, "  '上海' x\n         ^"),
            ("a\r\nb\tx", 5, 2, 3, "  b\\tx\n     ^"), ("", 0, 1, 1, "  \n  ^"), ("\n\n", 1, 2, 1, "  \n  ^"),
        ])
    func places(text: String, offset: Int, line: Int, column: Int, excerpt: String) {
        let place = StatementPlace(text, byteOffset: offset)
        #expect(place.line == line)
        #expect(place.column == column)
        #expect(place.excerpt == excerpt)
    }

    @Test("is shown within a terminal, and steers none", arguments: [0, 1, 37, 38, 39, 40, 500, 999])
    func long(offset: Int) {
        for text in [String(repeating: "x", count: 1000), String(repeating: "\u{1B}", count: 1000)] {
            let lines = StatementPlace(text, byteOffset: offset).excerpt.split(separator: "\n").map(String.init)
            #expect(lines.count == 2)
            #expect(lines.allSatisfy { $0.displayWidth <= 80 && !$0.contains("\u{1B}") })
        }
    }

    @Test(
        "a span of time is a number and a unit",
        arguments: [
            ("30", 30_000 as Int?), ("30s", 30_000), ("500ms", 500), ("2m", 120_000), ("24h", 86_400_000), ("25h", nil),
            ("0", nil), ("", nil), ("s", nil), ("1.5s", nil), ("-1", nil), ("1 s", nil), ("9223372036854775807h", nil),
        ])
    func spans(text: String, milliseconds: Int?) {
        #expect(TimeSpan(argument: text)?.milliseconds == milliseconds)
    }
}
