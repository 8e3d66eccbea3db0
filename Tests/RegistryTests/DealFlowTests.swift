import Registry
import TestSupport
import Testing

@Suite("What a deal contributes")
struct DealFlowTests {
    private func flows(
        signed day: String, _ fen: Int64, isVoid: Bool = false, _ events: (DealEvent.Kind, String, Int64)...
    ) throws -> [Flow] {
        Flow.ofDeal(
            signedOn: try Day(reading: day), amount: Amount(fen: fen), isVoid: isVoid,
            events: try events.map {
                DealEvent(kind: $0.0, effectiveOn: try Day(reading: $0.1), amount: Amount(fen: $0.2))
            })
    }

    private func flow(_ day: String, _ count: Int64, _ fen: Int64) throws -> Flow {
        Flow(day: try Day(reading: day), measure: .deal, count: count, fen: fen)
    }

    @Test("signed for 100, amended to 80 from December, terminated in January")
    func example() throws {
        let found = try flows(
            signed: "2022-06-21", 10_000, (.amended, "2022-12-01", 8_000), (.terminated, "2023-01-15", 0))
        #expect(
            try found == [
                flow("2022-06-21", 1, 10_000), flow("2022-12-01", 0, -2_000), flow("2023-01-15", -1, -8_000),
            ])
    }

    @Test("a deal without events is one and its amount, nothing included")
    func plain() throws {
        #expect(try flows(signed: "2022-06-21", 10_000) == [flow("2022-06-21", 1, 10_000)])
        #expect(try flows(signed: "2022-06-21", 0) == [flow("2022-06-21", 1, 0)])
        #expect(
            try flows(signed: "2022-06-21", Amount.largest.fen)
                == [flow("2022-06-21", 1, 1_000_000_000_000_000)])
    }

    @Test("events count by their days, however they were recorded")
    func byDay() throws {
        let found = try flows(
            signed: "2022-01-01", 100, (.terminated, "2022-04-01", 0), (.amended, "2022-03-01", 70),
            (.amended, "2022-02-01", 150))
        #expect(
            try found == [
                flow("2022-01-01", 1, 100), flow("2022-02-01", 0, 50), flow("2022-03-01", 0, -80),
                flow("2022-04-01", -1, -70),
            ])
    }

    @Test("of one day's events the last recorded holds")
    func sameDay() throws {
        let found = try flows(
            signed: "2022-01-01", 100, (.amended, "2022-01-01", 60), (.amended, "2022-01-01", 90),
            (.amended, "2022-01-01", 90))
        #expect(
            try found == [
                flow("2022-01-01", 1, 100), flow("2022-01-01", 0, -40), flow("2022-01-01", 0, 30),
                flow("2022-01-01", 0, 0),
            ])
    }

    @Test("the amount of a termination means nothing, and nothing follows it")
    func afterTermination() throws {
        let found = try flows(
            signed: "2022-01-01", 100, (.terminated, "2022-02-01", 999), (.amended, "2022-02-01", 5),
            (.amended, "2022-03-01", 7), (.terminated, "2022-04-01", 0))
        #expect(try found == [flow("2022-01-01", 1, 100), flow("2022-02-01", -1, -100)])
    }

    @Test("a void deal is nothing, with its events")
    func void() throws {
        #expect(try flows(signed: "2022-01-01", 100, isVoid: true, (.amended, "2022-02-01", 5)) == [])
    }

    @Test("up to any day the flows sum to what is in force that day", arguments: 0..<300 as Range<UInt64>)
    func sums(seed: UInt64) {
        var dice = Dice(seed: seed)
        let signed = Day(number: 19_000)
        let amount = Amount(fen: .random(in: 0...Amount.largest.fen, using: &dice))
        let events = (0..<Int.random(in: 0...6, using: &dice)).map { _ in
            DealEvent(
                kind: Int.random(in: 0..<5, using: &dice) == 0 ? .terminated : .amended,
                effectiveOn: Day(number: signed.number + .random(in: 0...12, using: &dice)),
                amount: Amount(fen: .random(in: 0...Amount.largest.fen, using: &dice)))
        }
        let flows = Flow.ofDeal(signedOn: signed, amount: amount, isVoid: false, events: events)
        #expect(flows.allSatisfy { $0.measure == .deal })
        for number in (signed.number - 1)...(signed.number + 13) {
            let day = Day(number: number)
            let until = flows.filter { $0.day <= day }
            let expected = inForce(on: day, signed: signed, amount: amount, events: events)
            #expect(until.reduce(0) { $0 + $1.count } == expected.count)
            #expect(until.reduce(0) { $0 + $1.fen } == expected.fen)
        }
    }

    /// The terms of a day, read from the events and not from differences: the newest day's last one holds.
    private func inForce(on day: Day, signed: Day, amount: Amount, events: [DealEvent]) -> (count: Int64, fen: Int64) {
        guard day >= signed else { return (0, 0) }
        var holds: DealEvent?
        for event in events where event.effectiveOn <= day && event.kind == .amended {
            if let held = holds, held.effectiveOn > event.effectiveOn { continue }
            holds = event
        }
        let isOver = events.contains { $0.kind == .terminated && $0.effectiveOn <= day }
        return isOver ? (0, 0) : (1, holds?.amount.fen ?? amount.fen)
    }
}
