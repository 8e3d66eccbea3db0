import Registry
import Testing

@Suite("Reading a cell as a field")
struct FieldReadingTests {
    private func context(unit: MoneyUnit? = .yuan) throws -> ReadingContext {
        ReadingContext(today: try Day(reading: "2022-06-21"), unit: unit)
    }

    private func field(_ noun: Noun, _ name: String) throws -> Field {
        noun.fields[try #require(noun.place(of: name))]
    }

    @Test(
        "a cell becomes the value of its field",
        arguments: [
            (Noun.deal, "amount", " 1,200.50 ", .amount(120_050)),
            (.deal, "signed_on", "2022/6/21", .day("2022-06-21")),
            (.deal, "kind", " 技术转让\u{3000}", .term("transfer")), (.deal, "kind", "Licence", .term("licence")),
            (.deal, "title", " 一种 方法\n续 ", .text("一种 方法\n续")), (.deal, "code", " D-2022-0001 ", .text("D-2022-0001")),
            (.deal, "code", "0007", .text("0007")), (.deal, "venue", "SH", .text("SH")),
            (.deal, "listing", "L-1", .text("L-1")),
            (.deal, "seller", "上海交通大学", .text("上海交通大学")),
            (.party, "credit_code", "91350100M000100Y43", .text("91350100M000100Y43")),
            (.listing, "listed_until", "2099-01-01", .day("2099-01-01")),
        ] as [(Noun, String, String, Reading)])
    func read(noun: Noun, name: String, cell: String, value: Reading) throws {
        #expect(try Reading(field(noun, name), cell, in: context()) == value)
    }

    @Test(
        "the market's marks for a missing value are null", arguments: ["", " ", "\u{3000}", "--", "无", "待确认", " -- "])
    func missing(cell: String) throws {
        for field in try [
            field(.deal, "title"), field(.deal, "seller"), field(.deal, "technical_amount"),
            field(.deal, "mode"), field(.listing, "listed_until"), field(.party, "credit_code"),
        ] {
            #expect(try Reading(field, cell, in: context()) == .null)
        }
        for name in ["venue", "code", "kind", "amount", "signed_on"] {
            #expect(throws: Refusal.missing(field: name)) { try Reading(field(.deal, name), cell, in: context()) }
        }
    }

    @Test("a cell may have a unit of its own where no heading says one", arguments: ["1万元", "10000元", "10000"])
    func ownUnit(cell: String) throws {
        let context = ReadingContext(today: try Day(reading: "2022-06-21"), bareUnit: .yuan)
        #expect(try Reading(field(.deal, "amount"), cell, in: context) == .amount(1_000_000))
    }

    @Test("what only resembles a mark is text", arguments: ["-", "---", "无线充电", "待确", "待确认。", "—"])
    func noMark(cell: String) throws {
        #expect(try Reading(field(.deal, "title"), cell, in: context()) == .text(cell))
    }

    @Test(
        "a cell that does not fit is refused with its text",
        arguments: [
            (Noun.deal, "amount", "abc", Refusal.notAnAmount("abc")), (.deal, "amount", "-1", .negativeAmount("-1")),
            (.deal, "amount", " 0.001 ", .partOfAFen("0.001")),
            (.deal, "amount", "1万元", .unitsDisagree("1万元", cell: .wan, heading: .yuan)),
            (.deal, "signed_on", "21/06/2022", .notADay("21/06/2022")),
            (.deal, "signed_on", "2022-06-31", .noSuchDay("2022-06-31")),
            (.deal, "kind", "买卖", .unknownTerm("买卖", vocabulary: .dealKind)),
            (.deal, "code", "D-1\nD-2", .controlCharacter("D-1\nD-2", code: 10)),
            (.deal, "venue", "S\tH", .controlCharacter("S\tH", code: 9)),
            (.deal, "title", "a\u{1B}[31m", .controlCharacter("a\u{1B}[31m", code: 27)),
            (.deal, "seller", "a\0b", .controlCharacter("a\0b", code: 0)),
            (.deal, "title", "a\u{7F}", .controlCharacter("a\u{7F}", code: 127)),
            (.party, "credit_code", "91350100M000100Y44", .notACreditCode("91350100M000100Y44")),
        ])
    func refused(noun: Noun, name: String, cell: String, refusal: Refusal) throws {
        let field = try field(noun, name)
        #expect(throws: refusal) { try Reading(field, cell, in: context()) }
    }

    @Test("an amount without any unit is refused")
    func noUnit() throws {
        let field = try field(.deal, "amount")
        #expect(throws: Refusal.amountWithoutUnit("120")) { try Reading(field, "120", in: context(unit: nil)) }
        #expect(try Reading(field, "120万元", in: context(unit: nil)) == .amount(120_000_000))
    }

    @Test("today is not in the future, tomorrow is")
    func future() throws {
        let context = try context()
        for (noun, name) in [
            (Noun.deal, "signed_on"), (.listing, "listed_on"), (.intention, "received_on"),
            (.venue, "joined_on"), (.venue, "left_on"),
        ] {
            let field = try field(noun, name)
            #expect(try Reading(field, "2022-06-21", in: context) == .day("2022-06-21"))
            #expect(throws: Refusal.dayInTheFuture("2022-06-22", today: context.today)) {
                try Reading(field, "2022-06-22", in: context)
            }
        }
    }

    @Test("the file's own way of writing days is used")
    func format() throws {
        var context = try context()
        context.dayFormat = DayFormat("dd-MMM-yy")
        let field = try field(.deal, "signed_on")
        #expect(try Reading(field, "21-Jun-22", in: context) == .day("2022-06-21"))
        #expect(throws: Refusal.notADayOfFormat("2022-06-21", format: "dd-MMM-yy")) {
            try Reading(field, "2022-06-21", in: context)
        }
    }

    @Test(
        "a text may fill its bytes and no more",
        arguments: [
            (Noun.deal, "title", 4000), (.deal, "code", 200), (.deal, "venue", 200), (.deal, "listing", 200),
            (.deal, "seller", 1000), (.deal, "pricing", 400), (.deal, "registration_no", 40), (.venue, "region", 200),
        ])
    func length(noun: Noun, name: String, most: Int) throws {
        let field = try field(noun, name)
        let full = String(repeating: "x", count: most)
        #expect(try Reading(field, full, in: context()) == .text(full))
        #expect(throws: Refusal.textTooLong(bytes: most + 1, most: most)) {
            try Reading(field, full + "x", in: context())
        }
        let chinese = String(repeating: "文", count: most / 3 + 1)
        #expect(throws: Refusal.textTooLong(bytes: chinese.utf8.count, most: most)) {
            try Reading(field, chinese, in: context())
        }
    }
}
