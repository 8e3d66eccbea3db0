import Registry
import Testing

@Suite("Published figures against computed ones")
struct VerdictTests {
    private func verdict(_ comparison: Comparison, _ value: String, _ unit: String, computed: Int64) throws -> Verdict {
        let unit = try #require(FigureUnit(unit))
        let day = try Day(reading: "2022-06-21")
        return Figure(
            asOf: day, metric: unit.isMoney ? .dealAmount : .deals, comparison: comparison,
            value: try #require(PrintedNumber(value)), unit: unit, publishedOn: day, source: "a newspaper"
        ).verdict(computed: computed)
    }

    @Test(
        "an equal figure holds to half its last printed digit",
        arguments: [
            // 39.31 亿元 is printed to 0.01 亿元 = 100,000,000 fen; half of it is 50,000,000.
            ("39.31", "亿元", 393_100_000_000, Verdict.equal), ("39.31", "亿元", 393_100_000_001, .withinRounding),
            ("39.31", "亿元", 393_149_999_999, .withinRounding), ("39.31", "亿元", 393_150_000_000, .withinRounding),
            ("39.31", "亿元", 393_150_000_001, .off), ("39.31", "亿元", 393_050_000_000, .withinRounding),
            ("39.31", "亿元", 393_049_999_999, .off), ("39.310", "亿元", 393_105_000_000, .withinRounding),
            ("39.310", "亿元", 393_105_000_001, .off), ("10", "亿元", 104_999_999_999, .withinRounding),
            ("10", "亿元", 105_000_000_001, .off), ("120.5", "万元", 120_500_000, .equal),
            ("120.5", "万元", 120_550_000, .withinRounding), ("120.5", "万元", 120_550_001, .off),
            ("120.5", "万元", 120_450_000, .withinRounding), ("120.5", "万元", 120_449_999, .off),
            ("3518", "项", 3518, .equal), ("3518", "项", 3519, .off), ("3518", "项", 3517, .off),
            ("3,518", "项", 3518, .equal), ("77", "万项", 770_000, .equal), ("77", "万项", 775_000, .withinRounding),
            ("77", "万项", 775_001, .off), ("77", "万项", 765_000, .withinRounding), ("77", "万项", 764_999, .off),
            ("0", "项", 0, .equal), ("0", "项", 1, .off), ("0", "项", -1, .off), ("19", "家", -19, .off),
        ])
    func equal(value: String, unit: String, computed: Int64, expected: Verdict) throws {
        #expect(try verdict(.equal, value, unit, computed: computed) == expected)
    }

    @Test(
        "at least is that much or more",
        arguments: [
            ("5000", "项", 5000, Verdict.atLeast), ("5000", "项", 5001, .atLeast), ("5000", "项", 9_000_000, .atLeast),
            ("5000", "项", 4999, .off), ("10", "亿元", 100_000_000_000, .atLeast), ("10", "亿元", 99_999_999_999, .off),
            ("120", "万元", 119_999_999, .off), ("120", "万元", 120_000_000, .atLeast), ("7", "万项", 70_000, .atLeast),
            ("7", "万项", 69_999, .off), ("5000", "项", 0, .off), ("5000", "项", -5000, .off), ("0", "项", 0, .atLeast),
        ])
    func atLeast(value: String, unit: String, computed: Int64, expected: Verdict) throws {
        #expect(try verdict(.atLeast, value, unit, computed: computed) == expected)
    }

    @Test(
        "nearly is below by at most 5 %, and never above",
        arguments: [
            ("40", "亿元", 400_000_000_000, Verdict.nearly), ("40", "亿元", 393_100_000_000, .nearly),
            ("40", "亿元", 380_000_000_000, .nearly), ("40", "亿元", 379_999_999_999, .off),
            ("40", "亿元", 400_000_000_001, .off), ("100", "项", 95, .nearly), ("100", "项", 94, .off),
            ("100", "项", 100, .nearly), ("100", "项", 101, .off), ("1", "万项", 9_500, .nearly),
            ("1", "万项", 9_499, .off), ("2", "万元", 1_900_000, .nearly), ("2", "万元", 1_899_999, .off),
            ("0", "项", 0, .nearly), ("0", "项", -1, .off), ("100", "项", -95, .off),
        ])
    func nearly(value: String, unit: String, computed: Int64, expected: Verdict) throws {
        #expect(try verdict(.nearly, value, unit, computed: computed) == expected)
    }

    @Test(
        "about is within 5 % on either side",
        arguments: [
            ("40", "亿元", 400_000_000_000, Verdict.about), ("40", "亿元", 380_000_000_000, .about),
            ("40", "亿元", 379_999_999_999, .off), ("40", "亿元", 420_000_000_000, .about),
            ("40", "亿元", 420_000_000_001, .off), ("100", "项", 95, .about), ("100", "项", 94, .off),
            ("100", "项", 105, .about), ("100", "项", 106, .off), ("1", "万项", 10_500, .about),
            ("1", "万项", 10_501, .off), ("2", "万元", 2_100_000, .about), ("2", "万元", 2_100_001, .off),
            ("0", "项", 0, .about), ("0", "项", 1, .off),
        ])
    func about(value: String, unit: String, computed: Int64, expected: Verdict) throws {
        #expect(try verdict(.about, value, unit, computed: computed) == expected)
    }

    @Test(
        "a figure that is right but for a power of ten is told from one that is wrong",
        arguments: [
            // 76 bn became 760 bn, and the other way round.
            (Comparison.equal, "760", "亿元", 760_000_000_000, Verdict.offByPowerOfTen),
            (.equal, "76", "亿元", 7_600_000_000_000, .offByPowerOfTen),
            (.equal, "39.31", "万元", 393_100_000_000, .offByPowerOfTen),
            (.equal, "39.31", "亿元", 39_310_000, .offByPowerOfTen),
            (.equal, "3518", "项", 35_180, .offByPowerOfTen), (.equal, "3518", "项", 35_185, .offByPowerOfTen),
            (.equal, "3518", "项", 35_186, .off), (.equal, "3518", "项", 35_175, .offByPowerOfTen),
            (.equal, "3518", "项", 35_174, .off), (.equal, "35180", "项", 3518, .offByPowerOfTen),
            (.equal, "35181", "项", 3518, .off), (.equal, "1", "项", 100_000_000, .offByPowerOfTen),
            (.equal, "1", "项", 2_000_000_000, .off), (.equal, "5", "项", 20, .off),
            (.atLeast, "5000", "项", 500, .offByPowerOfTen), (.atLeast, "5000", "项", 525, .offByPowerOfTen),
            (.atLeast, "5000", "项", 526, .off), (.atLeast, "5000", "项", 475, .offByPowerOfTen),
            (.atLeast, "5000", "项", 474, .off), (.nearly, "40", "亿元", 3_931_000_000_000, .offByPowerOfTen),
            (.nearly, "40", "亿元", 39_310_000_000, .offByPowerOfTen), (.nearly, "40", "亿元", 4_200_000_000_001, .off),
            (.about, "100", "项", 1_050, .offByPowerOfTen), (.about, "100", "项", 1_051, .off),
            (.about, "100", "项", 10, .offByPowerOfTen), (.about, "2", "万项", 200, .offByPowerOfTen),
            (.equal, "0", "项", 10, .off), (.equal, "10", "项", 0, .off), (.equal, "10", "项", -100, .off),
        ])
    func powerOfTen(
        comparison: Comparison, value: String, unit: String, computed: Int64, expected: Verdict
    ) throws {
        #expect(try verdict(comparison, value, unit, computed: computed) == expected)
    }

    @Test(
        "no printed number and no sum is too large to be compared", arguments: Comparison.allCases,
        [Int64.min, -1, 0, 1, 61_500_000_000_000, .max])
    func extremes(comparison: Comparison, computed: Int64) throws {
        for value in ["999999999999999", "99999.9999999999", "0.0000000001"] {
            for unit in ["亿元", "元", "项"] {
                let verdict = try verdict(comparison, value, unit, computed: computed)
                if computed < 0 { #expect(verdict == .off) }
                if comparison == .atLeast, computed == .max, value != "999999999999999" || unit == "项" {
                    #expect(verdict == .atLeast)
                }
            }
        }
    }
}
