import Registry
import TestSupport
import Testing

@Suite("Reading amounts")
struct AmountReadingTests {
    @Test(
        "a number without a unit is in the unit of its heading",
        arguments: [
            ("0", MoneyUnit.yuan, 0), ("1200000", .yuan, 120_000_000), ("1200000.00", .yuan, 120_000_000),
            ("0.01", .yuan, 1), ("0.1", .yuan, 10), ("007", .yuan, 700), ("1.5000", .yuan, 150),
            ("1.23456", .qian, 123_456), ("120", .qian, 12_000_000), ("120", .wan, 120_000_000),
            ("0.000001", .wan, 1), ("7350", .wan, 7_350_000_000), ("39.31", .yi, 393_100_000_000),
            ("0.0000000001", .yi, 1), ("0.00000000010000", .yi, 1),
        ])
    func plain(text: String, unit: MoneyUnit, fen: Int64) throws {
        #expect(try Amount(reading: text, unit: unit).fen == fen)
    }

    @Test(
        "a unit in the cell needs no heading",
        arguments: [
            ("120元", 12_000), ("120圆", 12_000), ("120人民币元", 12_000), ("120 yuan", 12_000), ("120千元", 12_000_000),
            ("120万元", 120_000_000), ("120万", 120_000_000), ("1.2亿元", 12_000_000_000), ("1.2亿", 12_000_000_000),
            ("7350万元", 7_350_000_000), ("0.0000000001亿", 1), ("120 万元", 120_000_000), ("1,200.50元", 120_050),
        ])
    func ownUnit(text: String, fen: Int64) throws {
        #expect(try Amount(reading: text).fen == fen)
    }

    @Test(
        "grouping, full width, signs of the currency and spaces around do not matter",
        arguments: [
            "1200000", "1,200,000", "1,200,000.00", "１２０００００", "１，２００，０００．００", "¥1200000", "￥1,200,000.00",
            "¥ 1,200,000", "RMB 1200000", "CNY1200000", "人民币1,200,000元", "  1200000  ", "\t1200000\t",
            "\u{3000}1200000\u{3000}", "\u{A0}1,200,000\u{A0}", "1200000 元", "1200000.000000000000000000000",
        ])
    func decoration(text: String) throws {
        #expect(try Amount(reading: text, unit: .yuan).fen == 120_000_000)
    }

    @Test("the same unit in cell and heading is no quarrel", arguments: MoneyUnit.allCases)
    func sameUnit(unit: MoneyUnit) throws {
        #expect(try Amount(reading: "3\(unit.chinese)", unit: unit).fen == 3 * unit.fen)
    }

    @Test(
        "a cell of one unit under a heading of another is refused",
        arguments: [
            ("120万元", MoneyUnit.wan, MoneyUnit.yuan), ("120元", .yuan, .wan), ("1.2亿", .yi, .wan), ("5千元", .qian, .yi),
        ])
    func twoUnits(text: String, cell: MoneyUnit, heading: MoneyUnit) {
        #expect(throws: Refusal.unitsDisagree(text, cell: cell, heading: heading)) {
            try Amount(reading: text, unit: heading)
        }
    }

    @Test("nothing is nothing in any unit", arguments: ["0元", "0.00元", "0亿"])
    func zero(text: String) throws {
        #expect(try Amount(reading: text, unit: .wan).fen == 0)
    }

    @Test("a number whose unit nobody said is refused", arguments: ["120", "1,200", "0", "¥120", "１２０"])
    func noUnit(text: String) {
        #expect(throws: Refusal.amountWithoutUnit(text)) { try Amount(reading: text) }
    }

    @Test(
        "a negative amount is refused",
        arguments: ["-1", "-0.01", "−1", "－１", "¥-5", "-¥5", "-120万元", "-1,200", "-"])
    func negative(text: String) {
        #expect(throws: Refusal.negativeAmount(text)) { try Amount(reading: text, unit: .yuan) }
        #expect(throws: Refusal.negativeAmount(text)) { try Amount(reading: text) }
    }

    @Test(
        "a part of a fen is refused, not rounded",
        arguments: [
            ("0.001", MoneyUnit.yuan), ("27275.255", .yuan), ("0.000001", .qian), ("0.0000001", .wan),
            ("0.00000000001", .yi), ("0.30000000000000004", .yuan), ("1234.5600000000000364", .yuan),
            ("1234567.1000000000000001", .wan), ("1.00000000000000000001", .yi),
        ])
    func partOfAFen(text: String, unit: MoneyUnit) {
        #expect(throws: Refusal.partOfAFen(text)) { try Amount(reading: text, unit: unit) }
    }

    @Test(
        "the largest amount is read in each unit, and one fen more is refused",
        arguments: [
            ("10000000000000", "10000000000000.01", MoneyUnit.yuan), ("10000000000", "10000000000.00001", .qian),
            ("1000000000", "1000000000.000001", .wan), ("100000", "100000.0000000001", .yi),
        ])
    func largest(most: String, more: String, unit: MoneyUnit) throws {
        #expect(try Amount(reading: most, unit: unit) == .largest)
        #expect(try Amount(reading: most + unit.chinese) == .largest)
        #expect(throws: Refusal.amountTooLarge(more)) { try Amount(reading: more, unit: unit) }
    }

    @Test(
        "what no 64 bits can hold is refused and does not trap",
        arguments: [
            "922337203685477579", "922337203685477580", "922337203685477581", "9223372036854775799",
            "9223372036854775800", "9223372036854775807", "9223372036854775808", "9223372036854775809",
            "18446744073709551616", "92233720368547758.07", "92233720368547758.08", "9999999999999999",
            "99999999999999999999999999999999999999999999",
        ], MoneyUnit.allCases)
    func tooLarge(text: String, unit: MoneyUnit) {
        #expect(throws: Refusal.amountTooLarge(text)) { try Amount(reading: text, unit: unit) }
        #expect(throws: Refusal.amountTooLarge(text + unit.chinese)) { try Amount(reading: text + unit.chinese) }
    }

    @Test(
        "groups that are not threes are refused",
        arguments: [
            "1,20", "1,2000", "12,00,000", "1200,000", "1,,000", ",000", "1,", "1,000,", "1,0000.00", "0,120",
            "000,120",
            "1,200.5,0", "1.200,50", "1 200", "120 130", "1, 200", "1 .5", "1\u{3000}2",
        ])
    func badGroups(text: String) {
        #expect(throws: Refusal.notAnAmount(text)) { try Amount(reading: text, unit: .yuan) }
    }

    @Test(
        "what is no number is refused",
        arguments: [
            "abc", "元", "¥", "RMB", "1.2.3", ".5", "5.", ".", "1e5", "1E5", "0x10", "+5", "(5)", "NaN", "inf", "12万5千元",
            "120万元至150万元", "面议", "约120元", "１２a", "一百", "٣", "1٣", "1\n2", "1\0", "12元元",
            "120%", "½", "²",
        ])
    func junk(text: String) {
        #expect(throws: Refusal.notAnAmount(text)) { try Amount(reading: text, unit: .yuan) }
    }

    @Test("so much a year or for each of something is no amount", arguments: ["120元/年", "3万元/每亩/每年", "每亩300元"])
    func rate(text: String) {
        #expect(throws: Refusal.rateAndNoAmount(text)) { try Amount(reading: text, unit: .yuan) }
    }

    @Test("an empty cell is a missing amount", arguments: ["", " ", "\t", "\u{3000}", "\u{A0} "])
    func empty(text: String) {
        #expect(throws: Refusal.missingAmount) { try Amount(reading: text, unit: .yuan) }
        #expect(throws: Refusal.missingAmount) { try Amount(reading: text) }
    }

    @Test("what is written is read back, whatever the fen")
    func readsBack() throws {
        var dice = Dice(seed: 1)
        var all: [Int64] = [0, 1, 9, 10, 99, 100, 101, 999_999, 1_000_000, Amount.largest.fen - 1, Amount.largest.fen]
        for digits in 1...15 as ClosedRange<Int> {
            let bound = (0..<digits).reduce(1 as Int64) { power, _ in power * 10 }
            for _ in 0..<200 { all.append(Int64.random(in: 0...bound, using: &dice)) }
        }
        for fen in all {
            let amount = Amount(fen: fen)
            #expect(try Amount(reading: amount.yuan, unit: .yuan) == amount)
            #expect(try Amount(reading: amount.groupedYuan, unit: .yuan) == amount)
            #expect(try Amount(reading: amount.spoken.english) == amount)
            #expect(try Amount(reading: amount.spoken.chinese) == amount)
            for unit in MoneyUnit.allCases {
                #expect(try Amount(reading: amount.inUnit(unit), unit: unit) == amount)
                #expect(try Amount(reading: amount.inUnit(unit) + unit.chinese) == amount)
            }
        }
    }

    @Test(
        "a unit is known by its word",
        arguments: [
            ("yuan", MoneyUnit.yuan), ("qian", .qian), ("wan", .wan), ("yi", .yi), ("元", .yuan), ("圆", .yuan),
            ("千元", .qian), ("万元", .wan), ("万", .wan), ("亿元", .yi), ("亿", .yi),
        ])
    func unitWords(word: String, unit: MoneyUnit) {
        #expect(MoneyUnit(word: word) == unit)
    }

    @Test("no other word is a unit", arguments: ["", "千", "元/年", "美元", "WAN", "万元 ", "fen", "分"])
    func noUnitWord(word: String) {
        #expect(MoneyUnit(word: word) == nil)
    }

    @Test("a unit's places are exact to the fen", arguments: MoneyUnit.allCases)
    func unitPlaces(unit: MoneyUnit) {
        #expect((0..<unit.places).reduce(1 as Int64) { power, _ in power * 10 } == unit.fen)
    }
}
