import Registry
import Testing

@Suite("Printed numbers and their units")
struct FigureTests {
    @Test(
        "a number is read with its places and kept as printed",
        arguments: [
            ("0", 0, 0), ("19", 19, 0), ("39.31", 3931, 2), ("3,518", 3518, 0), ("40.0", 400, 1), ("0.05", 5, 2),
            ("007", 7, 0), ("1,234,567.89", 123_456_789, 2), ("999999999999999", 999_999_999_999_999, 0),
            ("999,999,999,999,999", 999_999_999_999_999, 0), ("0.0000000001", 1, 10),
        ])
    func printed(text: String, digits: Int64, places: Int) throws {
        let number = try #require(PrintedNumber(text))
        #expect(number.digits == digits)
        #expect(number.places == places)
        #expect(number.description == text)
    }

    @Test(
        "what is no printed number is refused",
        arguments: [
            "", ".", ".5", "5.", "1.2.3", "-1", "+1", " 1", "1 ", "1e3", "1,23", "1,2345", "1234,567", ",123", "1,,234",
            "1.234,567", "1,234,", "３５１８", "近40", "40亿", "1000000000000000", "0.00000000000", "abc", "1\u{301}", "٣",
        ])
    func noNumber(text: String) {
        #expect(PrintedNumber(text) == nil)
    }

    @Test(
        "a unit is money in fen or a number of records",
        arguments: [
            ("元", 100, true), ("千元", 100_000, true), ("万元", 1_000_000, true), ("亿元", 10_000_000_000, true),
            ("yuan", 100, true), ("wan", 1_000_000, true), ("yi", 10_000_000_000, true), ("项", 1, false),
            ("万项", 10_000, false), ("家", 1, false), ("个", 1, false), ("万个", 10_000, false), ("件", 1, false),
            ("宗", 1, false), ("笔", 1, false), ("万笔", 10_000, false),
        ])
    func unit(word: String, size: Int64, isMoney: Bool) throws {
        let unit = try #require(FigureUnit(word))
        #expect(unit.size == size)
        #expect(unit.isMoney == isMoney)
        #expect(unit.description == word)
    }

    @Test("any other word is no unit", arguments: ["", "万", "万万项", "美元", "元/年", "项 ", "人", "items", "万亿元"])
    func noUnit(word: String) {
        #expect(FigureUnit(word) == nil)
    }
}
