import Registry
import TestSupport
import Testing

@Suite("Rounding")
struct RoundingTests {
    @Test(
        "goes to the nearest, halves away from zero",
        arguments: [
            (1_049_999, MoneyUnit.wan, 1, "1.0"), (1_050_000, .wan, 1, "1.1"), (-1_050_000, .wan, 1, "-1.1"),
            (-1_049_999, .wan, 1, "-1.0"), (-4_999, .wan, 2, "0.00"), (5_000, .wan, 2, "0.01"),
            (393_100_000_000, .yi, 2, "39.31"), (393_149_999_999, .yi, 2, "39.31"), (393_150_000_000, .yi, 2, "39.32"),
            (393_150_000_000, .yi, 0, "39"), (123_456_789_012_345, .wan, 2, "123,456,789.01"),
            (123_456_789_012_345, .yuan, 2, "1,234,567,890,123.45"), (49, .yuan, 0, "0"), (50, .yuan, 0, "1"),
            (.max, .yi, 10, "922,337,203.6854775807"), (.min, .yuan, 2, "-92,233,720,368,547,758.08"),
        ] as [(Int64, MoneyUnit, Int, String)])
    func money(fen: Int64, unit: MoneyUnit, places: Int, text: String) throws {
        #expect(try #require(MoneyRounding(unit: unit, places: places)).text(fen) == text)
    }

    @Test("has no more places than a fen, and no fewer than none")
    func places() {
        #expect(MoneyRounding(unit: .yi, places: 11) == nil)
        #expect(MoneyRounding(unit: .yuan, places: 3) == nil)
        #expect(MoneyRounding(unit: .wan, places: -1) == nil)
    }

    @Test("is never off by more than half of the last place, and takes the larger magnitude of two as near")
    func nearest() throws {
        var dice = Dice(seed: 7)
        for _ in 0..<5_000 {
            let number = Int128(Int64.random(in: .min ... .max, using: &dice))
            let divisor = Int128(Int64.random(in: 1...1_000, using: &dice))
            let rest = number - roundedQuotient(number, by: divisor) * divisor
            #expect(rest.magnitude * 2 <= divisor.magnitude)
            if rest.magnitude * 2 == divisor.magnitude { #expect((rest < 0) == (number > 0)) }
        }
    }

    @Test("rounded parts that miss the rounded whole are told with both sums")
    func misses() throws {
        let rounding = try #require(MoneyRounding(unit: .wan, places: 0))
        let miss = try #require(rounding.missedSum(of: [400_000, 400_000, 400_000]))
        #expect(miss.sum == 0)
        #expect(miss.whole == 1)
        #expect(rounding.missedSum(of: [1_000_000, 2_000_000]) == nil)
        #expect(rounding.missedSum(of: []) == nil)
    }

    @Test(
        "growth is told in percent, and over nothing or less not at all",
        arguments: [
            (100, 112, "12.00"), (3, 4, "33.33"), (3, 5, "66.67"), (200_000, 200_001, "0.00"),
            (20_000, 20_001, "0.01"), (20_000, 19_999, "-0.01"), (5, 0, "-100.00"),
            (1, .max, "922337203685477580600.00"),
            (5, -5, "-200.00"), (0, 5, nil), (0, 0, nil), (-5, 5, nil),
        ] as [(Int64, Int64, String?)])
    func growth(before: Int64, now: Int64, percent: String?) {
        #expect(Growth(from: before, to: now)?.percent == percent)
    }

    @Test(
        "a published figure is worth whole fen or records, or nothing exact",
        arguments: [("39.31", "亿元", 393_100_000_000), ("1,234", "项", 1_234), ("1.5", "万项", 15_000), ("7.5", "项", nil)]
            as [(String, String, Int64?)])
    func exact(value: String, unit: String, exact: Int64?) throws {
        let day = Day(number: 19_000)
        let figure = Figure(
            asOf: day, metric: .deals, comparison: .equal, value: try #require(PrintedNumber(value)),
            unit: try #require(FigureUnit(unit)), publishedOn: day, source: "")
        #expect(figure.exactValue == exact)
    }
}
