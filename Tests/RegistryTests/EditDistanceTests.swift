import Registry
import TestSupport
import Testing

@Suite("How far two words are apart")
struct EditDistanceTests {
    @Test(
        "the distance is the number of slips, of which two characters that changed places are one",
        arguments: [
            ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("上海交大", "上海交通大学", 2),
            ("flaw", "lawn", 2), ("abc", "abc", 0), ("ab", "ba", 1), ("exprot", "export", 1), ("tabel", "table", 1),
            ("dael", "deals", 2), ("ca", "abc", 3), ("沪上", "上沪", 1),
        ])
    func slips(left: String, right: String, slips: Int) {
        #expect(EditDistance.slips(Array(left), Array(right)) == slips)
        #expect(EditDistance.slips(Array(right), Array(left), most: slips) == slips)
        if slips > 0 { #expect(EditDistance.slips(Array(left), Array(right), most: slips - 1) == nil) }
    }

    @Test("a bound never changes a distance within it")
    func bounded() {
        var dice = Dice(seed: 11)
        for _ in 0..<3000 {
            let (left, right) = (word(&dice), word(&dice))
            let slips = EditDistance.slips(left, right)
            for most in 0...8 {
                let expected = slips.flatMap { $0 <= most ? $0 : nil }
                #expect(EditDistance.slips(left, right, most: most) == expected, "\(left) \(right) \(most)")
            }
        }
    }

    private func word(_ dice: inout Dice) -> [Character] {
        (0..<Int.random(in: 0...7, using: &dice)).map { _ in
            "abc"["abc".index("abc".startIndex, offsetBy: Int.random(in: 0..<3, using: &dice))]
        }
    }
}
