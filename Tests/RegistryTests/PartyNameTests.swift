import Registry
import TestSupport
import Testing

@Suite("Party names")
struct PartyNameTests {
    @Test(
        "width and spaces do not matter",
        arguments: [
            ("上海交通大学", "上海交通大学"), ("  上海交通大学\u{3000}", "上海交通大学"), ("ＡＢＣ（上海）有限公司", "ABC(上海)有限公司"),
            ("A  B\tC", "A B C"), ("A\u{A0}\u{3000} B", "A B"), ("１２３", "123"), ("", ""), (" \t", ""),
            ("A\nB", "A\nB"), ("～", "~"), ("中国・上海", "中国・上海"),
        ])
    func matched(name: String, written: String) {
        #expect(PartyName.matched(name) == written)
    }

    @Test(
        "every other difference matters",
        arguments: [
            ("上海交通大学", "上海交通大學"), ("ABC", "abc"), ("A B", "AB"), ("甲公司", "甲 公司"), ("（上海）", "上海"),
            ("上海交大", "上海交通大学"),
        ])
    func different(left: String, right: String) {
        #expect(PartyName.matched(left) != PartyName.matched(right))
    }

    @Test(
        "a name that is as it is matched is seen by its bytes",
        arguments: [
            ("上海交通大学", true), ("A B C", true), ("ABC(上海)有限公司", true), ("A", true), (" A", false), ("A ", false),
            ("A  B", false), ("A\tB", false), ("\u{3000}甲", false), ("甲\u{3000}乙", false), ("甲\u{A0}乙", false),
            ("ＡＢＣ", false), ("甲（乙）", false),
        ])
    func isMatched(name: String, isMatched: Bool) {
        #expect(name.withBytes(PartyName.isMatched) == isMatched)
    }

    @Test("the quick look never takes a name for matched that is not, and matching twice changes nothing")
    func agreement() {
        let pieces = ["a", "甲", " ", "\t", "\u{A0}", "\u{3000}", "Ａ", "䀀", "，", "·", "é", "\u{301}", "々"]
        var dice = Dice(seed: 3)
        for _ in 0..<5000 {
            let count = Int.random(in: 0...6, using: &dice)
            let name = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &dice)] }.joined()
            let matched = PartyName.matched(name)
            #expect(PartyName.matched(matched).utf8.elementsEqual(matched.utf8), "\(name)")
            if name.withBytes(PartyName.isMatched) { #expect(matched.utf8.elementsEqual(name.utf8), "\(name)") }
        }
    }

    @Test(
        "the nearest name is at most a quarter of the characters away, the first of equals, never the name itself",
        arguments: [
            ("上海交通大学", ["上海交通太学", "上海交通大字"], "上海交通太学"), ("上海交通大学", ["北京大学", "清华大学"], nil),
            ("abcdefgh", ["abcdexyh", "abcdefgx"], "abcdefgx"), ("abcdefgh", ["abcdefxy"], "abcdefxy"),
            ("abcdefgh", ["abcdexyz"], nil), ("abcdefgh", ["abcdexyh", "abxyefgh"], "abcdexyh"),
            ("SH", ["SZ", "BJ"], "SZ"), ("SH", ["BJ"], nil), ("abc", [], nil),
            ("abc", ["abc"], nil), ("abc", ["abc", "abd"], "abd"),
        ] as [(String, [String], String?)])
    func nearest(name: String, candidates: [String], nearest: String?) {
        #expect(PartyName.nearest(to: name, among: candidates) == nearest)
    }
}
