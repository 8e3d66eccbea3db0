import Registry
import Testing

@Suite("Bytes of a cell")
struct BytesTests {
    @Test(
        "spaces, tabs, ideographic and no-break spaces are trimmed at both ends, and nothing else",
        arguments: [
            ("", ""), ("a", "a"), (" \t a b \t", "a b"), ("\u{3000}甲\u{3000}", "甲"), ("\u{A0}a\u{A0}", "a"),
            ("\u{3000} \u{A0}\t", ""), ("\na\n", "\na\n"), ("\u{200B}a", "\u{200B}a"), ("a\u{3000}b", "a\u{3000}b"),
            ("　", ""), ("à", "à"), ("〠", "〠"),
        ])
    func trimmed(text: String, left: String) {
        #expect(text.withBytes { $0.trimmed.text } == left)
    }

    @Test(
        "a stray piece of a wide space stays",
        arguments: [[0xE3, 0x80], [0xC2], [0x61, 0x80, 0x80], [0x61, 0xA0]] as [[UInt8]])
    func halfASpace(bytes: [UInt8]) {
        #expect(bytes.withUnsafeBufferPointer { Array($0.trimmed) } == bytes)
    }

    @Test("an error leaves the call as it was thrown")
    func errorComesThrough() {
        #expect(throws: Refusal.strayQuote) {
            try "a".withBytes { (_) throws(Refusal) in throw Refusal.strayQuote }
        }
    }

    @Test(
        "full-width forms become their ASCII twins, other wide signs stay",
        arguments: [
            ("ＡＢＣａｂｃ０１９", "ABCabc019"), ("（）－．，：", "()-.,:"), ("！～", "!~"), ("\u{3000}", " "), ("、。", "、。"),
            ("￥", "￥"), ("ｱ", "ｱ"), ("abc", "abc"), ("", ""), ("万元", "万元"),
        ])
    func half(text: String, twin: String) {
        #expect(halfWidth(text) == twin)
    }
}
