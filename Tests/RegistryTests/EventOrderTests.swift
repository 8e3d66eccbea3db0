import Registry
import Testing

/// Events as short words: `s10` is a suspension on day 10, `r` a resumption, `w` a withdrawal; `a` an amendment, `t` a
/// termination of a deal.
@Suite("Events of a record and their order")
struct EventOrderTests {
    private static func listing(_ word: Substring) -> ListingEvent {
        let kind: ListingEvent.Kind = word.hasPrefix("s") ? .suspended : word.hasPrefix("r") ? .resumed : .withdrawn
        return ListingEvent(kind: kind, effectiveOn: Day(number: Int32(word.dropFirst()) ?? 0))
    }

    private static func deal(_ word: Substring) -> DealEvent {
        DealEvent(
            kind: word.hasPrefix("a") ? .amended : .terminated, effectiveOn: Day(number: Int32(word.dropFirst()) ?? 0),
            amount: Amount(fen: 5))
    }

    private static func day(_ number: Int32) -> Day { Day(number: number) }

    @Test(
        "what follows on a listing",
        arguments: [
            ("s10", nil), ("s10 r20", nil), ("s10 r20 s30 r40 w50", nil), ("s10 w10", nil), ("s10 r10", nil),
            ("w10", nil),
            ("r10", .notSuspended), ("s10 s20", .suspendedAlready(since: day(10))),
            ("s10 r20 r30", .notSuspended), ("w10 w20", .isOver(kind: "withdrawn", since: day(10))),
            ("w10 s20", .isOver(kind: "withdrawn", since: day(10))), ("s1", .beforeItBegan(day(1), began: day(5))),
            ("s20 w10", .beforeALater(kind: "suspended", on: day(20))),
            ("s10 r20 s15", .suspendedAlready(since: day(10))),
        ] as [(String, CorrectionRefusal?)])
    func listing(words: String, refusal: CorrectionRefusal?) {
        let events = words.split(separator: " ").map(Self.listing)
        var found: CorrectionRefusal?
        do throws(CorrectionRefusal) {
            try ListingEvent.check(events, listedOn: Day(number: 5), new: events.count - 1)
        } catch {
            found = error
        }
        #expect(found == refusal)
    }

    @Test("an event on which a later one stands cannot be taken away")
    func takenAway() {
        var found: CorrectionRefusal?
        do throws(CorrectionRefusal) {
            try ListingEvent.check([Self.listing("r20")], listedOn: Day(number: 5), new: nil)
        } catch {
            found = error
        }
        #expect(found == .beforeALater(kind: "resumed", on: Day(number: 20)))
    }

    @Test(
        "what follows on a deal",
        arguments: [
            ("a10", nil), ("a10 a20 t30", nil), ("t10", nil), ("a10 t10", nil), ("a20 a10", nil), ("t30 a20", nil),
            ("t10 a20", .isOver(kind: "terminated", since: day(10))),
            ("t10 a10", .isOver(kind: "terminated", since: day(10))),
            ("t10 t20", .isOver(kind: "terminated", since: day(10))),
            ("t20 t10", .beforeALater(kind: "terminated", on: day(20))),
            ("a20 t10", .beforeALater(kind: "amended", on: day(20))),
            ("a10 a10", .twiceOnADay(kind: "amended", on: day(10))), ("a1", .beforeItBegan(day(1), began: day(5))),
        ] as [(String, CorrectionRefusal?)])
    func deal(words: String, refusal: CorrectionRefusal?) {
        let events = words.split(separator: " ").map(Self.deal)
        var found: CorrectionRefusal?
        do throws(CorrectionRefusal) {
            try DealEvent.check(events, signedOn: Day(number: 5), new: events.count - 1)
        } catch {
            found = error
        }
        #expect(found == refusal)
    }

    @Test(
        "the amount in force is that of the last amendment up to the day",
        arguments: [(9, 100), (10, 5), (99, 5)] as [(Int32, Int64)])
    func inForce(day: Int32, fen: Int64) {
        let events = [Self.deal("a10"), Self.deal("t50")]
        #expect(
            DealEvent.amountInForce(on: Day(number: day), signed: Amount(fen: 100), events) == Amount(fen: fen))
    }
}
