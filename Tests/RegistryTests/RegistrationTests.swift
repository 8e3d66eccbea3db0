import Registry
import Testing

@Suite("Registrations of contracts")
struct RegistrationTests {
    private func flaw(_ number: String, on day: String) throws -> RegistrationNumber.Flaw? {
        let registered = try day.withBytes { bytes in try Day.read(bytes) }
        return number.withBytes { RegistrationNumber.flaw(of: $0, by: registered) }
    }

    @Test(
        "a number has 14 digits or 16: year, province, city, service point and contract",
        arguments: [
            ("22310101000001", nil), ("2022310101000001", nil), ("00110101000001", nil), ("2022820101999999", nil),
            ("2231010100001", .length), ("223101010000011", .length), ("20223101010000011", .length),
            ("2231010100000A", .length), ("２２310101000001", .length), ("", .length),
            ("23310101000001", .year), ("2023310101000001", .year), ("1989310101000001", .year),
            ("22990101000001", .province), ("22100101000001", .province), ("2022000101000001", .province),
            ("22310101000000", .serial), ("2022310101000000", .serial),
        ] as [(String, RegistrationNumber.Flaw?)])
    func numbers(number: String, expected: RegistrationNumber.Flaw?) throws {
        #expect(try flaw(number, on: "2022-06-21") == expected)
    }

    @Test("counts from its day until it is cancelled, its technical amount apart")
    func flows() throws {
        let (day, end) = (Day(number: 19_000), Day(number: 19_100))
        let (amount, part) = (Amount(fen: 300), Amount(fen: 200))
        func flows(until end: Day?, technical: Amount?, isVoid: Bool = false) -> [Flow] {
            Flow.ofRegistration(
                registeredOn: day, cancelledOn: end, amount: amount, technical: technical, isVoid: isVoid)
        }
        let begins = [
            Flow(day: day, measure: .registration, count: 1, fen: 300),
            Flow(day: day, measure: .registeredTechnical, count: 0, fen: 200),
        ]
        #expect(flows(until: nil, technical: part) == begins)
        #expect(
            flows(until: end, technical: part)
                == begins + [
                    Flow(day: end, measure: .registration, count: -1, fen: -300),
                    Flow(day: end, measure: .registeredTechnical, count: 0, fen: -200),
                ])
        #expect(flows(until: nil, technical: nil) == [begins[0]])
        #expect(flows(until: end, technical: part, isVoid: true).isEmpty)
    }

    @Test("a demand counts once, with its budget where there is one")
    func demands() {
        let day = Day(number: 19_000)
        #expect(
            Flow.ofDemand(postedOn: day, budget: Amount(fen: 7), isVoid: false)
                == [Flow(day: day, measure: .demand, count: 1, fen: 7)])
        #expect(Flow.ofDemand(postedOn: day, budget: nil, isVoid: false).map(\.fen) == [0])
        #expect(Flow.ofDemand(postedOn: day, budget: nil, isVoid: true).isEmpty)
    }
}
