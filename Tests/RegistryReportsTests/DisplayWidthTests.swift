import RegistryReports
import Testing

struct DisplayWidthTests {
    @Test(
        "a text takes as many columns as a terminal gives it",
        arguments: [
            ("", 0), ("abc", 3), ("上海", 4), ("ＡＢ", 4), ("ｱ", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
            ("é", 1), ("e\u{301}", 1), ("e\u{301}\u{302}\u{303}", 1), ("\u{301}", 0), ("上\u{302A}", 2),
            ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇨🇳", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2),
            ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("葛\u{E0100}", 2), ("𠀀", 2), ("㐀。", 4), ("…", 1), ("\u{1FAE9}", 2), ("ก็", 1),
        ])
    func widths(text: String, expected: Int) {
        #expect(text.displayWidth == expected)
    }

    @Test(
        "the edges of the wide ranges are where Unicode has them",
        arguments: [
            (0x10FF, 1), (0x1100, 2), (0x115F, 2), (0x3000, 2), (0x303F, 1), (0x4E00, 2), (0x9FFF, 2), (0xA4CF, 1),
            (0xAC00, 2), (0xD7A3, 2), (0xFF00, 1), (0xFF01, 2), (0xFF60, 2), (0xFF61, 1), (0xFFE6, 2), (0xFFE8, 1),
            (0x1F5A3, 1), (0x1F5A4, 2), (0x2FFFD, 2), (0x2FFFE, 1), (0x3FFFD, 2),
        ])
    func edges(value: UInt32, expected: Int) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(String(Character(scalar)).displayWidth == expected)
    }
}
