import Registry
import Testing

@Suite("Writing amounts")
struct AmountWritingTests {
    @Test(
        "an amount is written for programs and for people",
        arguments: [
            (0, "0.00", "0.00"), (1, "0.01", "0.01"), (10, "0.10", "0.10"), (100, "1.00", "1.00"),
            (99_999, "999.99", "999.99"), (100_000, "1000.00", "1,000.00"), (999_999, "9999.99", "9,999.99"),
            (9_999_999_999, "99999999.99", "99,999,999.99"),
            (393_100_000_000, "3931000000.00", "3,931,000,000.00"),
            (1_000_000_000_000_000, "10000000000000.00", "10,000,000,000,000.00"),
        ])
    func written(fen: Int64, yuan: String, grouped: String) {
        let amount = Amount(fen: fen)
        #expect(amount.yuan == yuan)
        #expect(amount.groupedYuan == grouped)
        #expect(amount.spoken == Bilingual("\(grouped) yuan", "\(grouped) 元"))
    }

    @Test(
        "at a glance an amount is rounded in the largest unit of its language",
        arguments: [
            (0, "0 yuan", "0 元"), (1, "0.01 yuan", "0.01 元"), (10, "0.1 yuan", "0.1 元"), (100, "1 yuan", "1 元"),
            (100_000, "1,000 yuan", "1,000 元"), (999_999, "9,999.99 yuan", "9,999.99 元"),
            (1_000_000, "10,000 yuan", "1 万元"), (1_004_999, "10,049.99 yuan", "1 万元"),
            (1_005_000, "10,050 yuan", "1.01 万元"), (-69_600_000, "-696,000 yuan", "-69.6 万元"),
            (100_000_000, "1 million yuan", "100 万元"), (123_456_789, "1.235 million yuan", "123.46 万元"),
            (9_999_999_999, "100 million yuan", "10,000 万元"), (10_000_000_000, "100 million yuan", "1 亿元"),
            (393_100_000_123, "3.931 billion yuan", "39.31 亿元"), (-393_150_000_000, "-3.932 billion yuan", "-39.32 亿元"),
            (1_000_000_000_000_000, "10 trillion yuan", "100,000 亿元"),
        ])
    func short(fen: Int64, english: String, chinese: String) {
        #expect(Amount(fen: fen).short == Bilingual(english, chinese))
    }

    @Test(
        "the number of a unit is exact and has no trailing zeros",
        arguments: [
            (120_000_000, MoneyUnit.yuan, "1200000"), (120_000_000, .qian, "1200"), (120_000_000, .wan, "120"),
            (120_000_000, .yi, "0.012"), (1, .yuan, "0.01"), (1, .qian, "0.00001"), (1, .wan, "0.000001"),
            (1, .yi, "0.0000000001"), (0, .yi, "0"), (100_000_000_000, .yi, "10"),
        ])
    func inUnit(fen: Int64, unit: MoneyUnit, text: String) {
        #expect(Amount(fen: fen).inUnit(unit) == text)
    }

    @Test(
        "a negative sum keeps its sign before the first digit",
        arguments: [
            (-1, 2, "-0.01"), (-99, 2, "-0.99"), (-100, 2, "-1.00"), (-123_456, 2, "-1234.56"), (-5, 6, "-0.000005"),
            (0, 2, "0.00"), (.min, 2, "-92233720368547758.08"), (.max, 2, "92233720368547758.07"),
            (.max, 19, "0.9223372036854775807"),
        ] as [(Int64, Int, String)])
    func decimals(fen: Int64, places: Int, text: String) {
        #expect(Amount.decimal(fen: fen, places: places) == text)
    }

    @Test(
        "digits are grouped by threes from the right, after the sign",
        arguments: [
            ("", ""), ("1", "1"), ("123", "123"), ("1234", "1,234"), ("123456", "123,456"), ("1234567", "1,234,567"),
            ("-1", "-1"), ("-123", "-123"), ("-1234", "-1,234"),
        ])
    func grouping(digits: String, text: String) {
        #expect(grouped(digits) == text)
    }

    @Test("amounts are ordered by their fen")
    func order() {
        #expect(Amount(fen: 1) < Amount(fen: 2))
        #expect(!(Amount(fen: 2) < Amount(fen: 2)))
        #expect([5, 0, 3].map(Amount.init(fen:)).max() == Amount(fen: 5))
    }
}
