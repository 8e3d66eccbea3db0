import Registry
import Testing

@Suite("Languages")
struct LanguageTests {
    @Test(
        "a locale's name tells the language",
        arguments: [
            ("zh_CN.UTF-8", Language.chinese), ("zh", .chinese), ("ZH_TW", .chinese), ("en_GB.UTF-8", .english),
            ("C.UTF-8", .english), ("POSIX", .english), ("", .english), ("de_DE", .english),
        ])
    func locale(name: String, language: Language) {
        #expect(Language(locale: name) == language)
    }

    @Test("a text is read in either")
    func text() {
        let text = Bilingual("deals", "成交")
        #expect(text[.english] == "deals")
        #expect(text[.chinese] == "成交")
        #expect("2 " + text + "…" == Bilingual("2 deals…", "2 成交…"))
        #expect([text, Bilingual(same: "SH")].listed() == Bilingual("deals, SH", "成交、SH"))
    }
}
