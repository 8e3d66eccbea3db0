import Testing

@testable import RegistryCLI

@Suite("What somebody meant who typed another word")
struct SpellingTests {
    @Test(
        "the nearest word is at most two slips away, of short ones one, of long ones a quarter; the first of equals",
        arguments: [
            ("venu", ["network", "venue"], "venue"), ("dael", ["venues", "deals"], "deals"),
            ("xml", ["html", "xmls"], "xmls"), ("xml", ["csv", "html"], nil), ("lst", ["list", "last"], "list"),
            ("planet", ["network", "venue"], nil), ("month", ["months", "month"], "month"), ("abc", [], nil),
            ("generate-scrpt-of", ["generate-a-script-of", "other"], "generate-a-script-of"),
        ] as [(String, [String], String?)])
    func nearest(typed: String, words: [String], nearest: String?) {
        #expect(Spelling.nearest(to: typed, among: words) == nearest)
    }
}
