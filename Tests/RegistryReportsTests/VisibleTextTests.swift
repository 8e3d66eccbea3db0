import RegistryReports
import Spreadsheets
import Testing

struct VisibleTextTests {
    @Test(
        "what steers a terminal or hides is shown as an escape",
        arguments: [
            ("\u{1B}[31mred", #"\u{1B}[31mred"#),
            ("a\nb\rc\td\r\n", #"a\nb\rc\td\r\n"#),
            ("\u{0}\u{7F}\u{9B}", #"\u{0}\u{7F}\u{9B}"#),
            ("\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}", #"\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}"#),
            ("\u{2066}\u{2067}\u{2068}\u{2069}", #"\u{2066}\u{2067}\u{2068}\u{2069}"#),
            ("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{61C}"#),
            ("\u{200B}\u{FEFF}\u{AD}\u{2060}", #"\u{200B}\u{FEFF}\u{AD}\u{2060}"#),
            ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
        ])
    func escaped(text: String, expected: String) {
        #expect(text.visibleText == expected)
    }

    @Test(
        "what people read is left alone",
        arguments: ["", "plain ~", "上海　数据", "e\u{301}", "👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤\u{FE0F}", "نامه\u{200C}ای", "\u{A0}"])
    func unchanged(text: String) {
        #expect(Array(text.visibleText.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test("for a terminal lines and tabs stay, however the text is cut into pieces", arguments: 1...7)
    func pieces(length: Int) throws {
        let text = "a\tb\r\nc\rd\n\u{1B}[31m上海\u{202E}👩‍🔬\u{9B}\r"
        let memory = MemorySink()
        let sink = VisibleSink(to: memory)
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: length) {
            try sink.write(Array(bytes[start..<min(start + length, bytes.count)]))
        }
        try sink.flush()
        #expect(memory.text == "a\tb\r\nc\\rd\n\\u{1B}[31m上海\\u{202E}👩‍🔬\\u{9B}\\r")
    }

    @Test("of a long text too no character is cut in two", arguments: [0, 1, 2, 3])
    func long(offset: Int) throws {
        let text = String(repeating: "x", count: offset) + String(repeating: "沪", count: 20_000)
        let memory = MemorySink()
        let sink = VisibleSink(to: memory)
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 4096) {
            try sink.write(Array(bytes[start..<min(start + 4096, bytes.count)]))
        }
        #expect(!memory.bytes.isEmpty)
        try sink.flush()
        #expect(memory.text == text)
    }
}
