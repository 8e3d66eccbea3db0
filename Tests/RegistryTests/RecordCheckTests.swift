import Registry
import Testing

@Suite("What no field can tell alone")
struct RecordCheckTests {
    /// The refusal of a record that holds these values and no others.
    private func refusal(of noun: Noun, _ values: [(String, Slot)]) -> (field: String, refusal: Refusal)? {
        var slots = [Slot](repeating: .null, count: noun.fields.count)
        for (name, slot) in values { slots[noun.knownPlace(of: name)] = slot }
        return slots.withUnsafeBufferPointer(noun.refusal).map { (noun.fields[$0.field].name, $0.refusal) }
    }

    @Test(
        "the amount for technology is at most the whole",
        arguments: [(0, 0, true), (100, 100, true), (99, 100, true), (101, 100, false), (1, 0, false)])
    func technicalAmount(part: Int64, whole: Int64, holds: Bool) {
        let found = refusal(
            of: .deal, [("amount", .amount(Amount(fen: whole))), ("technical_amount", .amount(Amount(fen: part)))])
        #expect(found?.field == (holds ? nil : "technical_amount"))
        let expected = Refusal.technicalAmountAboveAmount(Amount(fen: part).groupedYuan, amount: Amount(fen: whole))
        #expect(found?.refusal == (holds ? nil : expected))
    }

    @Test(
        "nothing ends before it begins; it may end on the day",
        arguments: [(Noun.listing, "listed_on", "listed_until"), (.venue, "joined_on", "left_on")])
    func ending(noun: Noun, first: String, last: String) throws {
        let day = try Day(reading: "2022-06-21")
        let dayBefore = Day(number: day.number - 1)
        #expect(refusal(of: noun, [(first, .day(day)), (last, .day(day))]) == nil)
        #expect(refusal(of: noun, [(first, .day(dayBefore)), (last, .day(day))]) == nil)
        let found = refusal(of: noun, [(first, .day(day)), (last, .day(dayBefore))])
        #expect(found?.field == last)
        #expect(found?.refusal == .endsBeforeItBegins("2022-06-20", begins: day))
    }

    @Test("a record that says nothing has nothing to refuse", arguments: Noun.allCases)
    func empty(noun: Noun) {
        #expect(refusal(of: noun, []) == nil)
    }

    @Test("one half of a pair is nothing to refuse")
    func half() throws {
        let day = Slot.day(try Day(reading: "2022-06-21"))
        #expect(refusal(of: .deal, [("technical_amount", .amount(Amount(fen: 5)))]) == nil)
        #expect(refusal(of: .listing, [("listed_until", day)]) == nil)
        #expect(refusal(of: .venue, [("left_on", day)]) == nil)
    }
}
