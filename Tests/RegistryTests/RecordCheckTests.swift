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

    @Test("a record that says nothing has nothing to refuse but that it has no day", arguments: Noun.allCases)
    func empty(noun: Noun) {
        #expect(refusal(of: noun, [])?.refusal == (noun == .registration ? .neitherSubmittedNorRegistered : nil))
    }

    @Test(
        "a registration's days follow one another, and it was refused, withdrawn or registered",
        arguments: [
            ("s1", nil), ("s1 a1 r1 c1", nil), ("s1 a2 r3 c4", nil), ("r3", nil), ("a2 r3", nil), ("s1 x2", nil),
            ("s1 a2 w2", nil), ("a2", "registered_on"), ("x2", "registered_on"), ("s2 a1", "accepted_on"),
            ("s3 r2", "registered_on"), ("a3 r2", "registered_on"), ("r3 c2", "cancelled_on"),
            ("s1 c2", "cancelled_on"), ("s2 x1", "refused_on"), ("s1 a3 w2", "withdrawn_on"),
            ("s1 r2 x3", "refused_on"), ("r2 w2", "withdrawn_on"), ("s1 x2 w3", "withdrawn_on"),
        ] as [(String, String?)])
    func registration(days: String, expected: String?) throws {
        let names: [Character: String] = [
            "s": "submitted_on", "a": "accepted_on", "r": "registered_on", "x": "refused_on", "w": "withdrawn_on",
            "c": "cancelled_on",
        ]
        let values = try days.split(separator: " ").map { word in
            let number = try #require(Int32(word.dropFirst()))
            return (try #require(word.first.flatMap { names[$0] }), Slot.day(Day(number: number)))
        }
        #expect(refusal(of: .registration, values)?.field == expected)
    }

    @Test(
        "a service has what its kind needs, and nothing that its kind cannot have",
        arguments: [
            (.custody, "customer", nil), (.custody, "", "customer"), (.valuation, "amount", "customer"),
            (.matchmaking, "", "listing"), (.matchmaking, "demand", nil), (.matchmaking, "listing deal", nil),
            (.loan, "customer amount", nil), (.loan, "customer amount service", nil), (.loan, "customer", "amount"),
            (.renewal, "", "service"), (.renewal, "service", nil), (.relief, "service amount", nil),
            (.deferral, "customer", "service"), (.custody, "customer service", "service"), (.training, "", "title"),
            (.training, "title attendees", nil), (.programme, "title", "amount"), (.programme, "title amount", nil),
            (.programme, "title amount service", "service"), (.programme, "title amount closed_on", nil),
            (.servicePoint, "title closed_on", nil), (.loan, "customer amount closed_on", "closed_on"),
        ] as [(ServiceKind, String, String?)])
    func service(kind: ServiceKind, given: String, expected: String?) throws {
        let term = try #require(Vocabulary.serviceKind.place(ofCode: kind.rawValue))
        let values = given.split(separator: " ").map { name in
            switch name {
            case "amount": (String(name), Slot.amount(Amount(fen: 5)))
            case "closed_on": (String(name), Slot.day(Day(number: 19_000)))
            default: (String(name), Slot.anything)
            }
        }
        #expect(refusal(of: .service, [("kind", .term(UInt8(term)))] + values)?.field == expected)
    }

    @Test("a loan and a programme are of something, and no service ends before it begins")
    func serviceBounds() throws {
        let term = try #require(Vocabulary.serviceKind.place(ofCode: "loan"))
        let loan: [(String, Slot)] = [
            ("kind", .term(UInt8(term))), ("customer", .anything), ("started_on", .day(Day(number: 19_000))),
        ]
        #expect(refusal(of: .service, loan + [("amount", .amount(Amount(fen: 0)))])?.refusal == .amountOfNothing)
        let ended = refusal(
            of: .service, loan + [("amount", .amount(Amount(fen: 1))), ("ended_on", .day(Day(number: 18_999)))])
        #expect(ended?.refusal == .endsBeforeItBegins("2022-01-07", begins: Day(number: 19_000)))
    }

    @Test("one half of a pair is nothing to refuse")
    func half() throws {
        let day = Slot.day(try Day(reading: "2022-06-21"))
        #expect(refusal(of: .deal, [("technical_amount", .amount(Amount(fen: 5)))]) == nil)
        #expect(refusal(of: .listing, [("listed_until", day)]) == nil)
        #expect(refusal(of: .venue, [("left_on", day)]) == nil)
    }
}
