import Registry
import Testing

@Suite("What the other records contribute")
struct FlowTests {
    private let day = Day(number: 19_000)
    private let later = Day(number: 19_100)

    @Test("an intention counts from its day, without an amount for nothing", arguments: [(nil, 0), (500, 500), (0, 0)])
    func intention(fen: Int64?, sum: Int64) {
        let amount = fen.map(Amount.init(fen:))
        #expect(
            Flow.ofIntention(receivedOn: day, amount: amount, isVoid: false)
                == [Flow(day: day, measure: .intention, count: 1, fen: sum)])
        #expect(Flow.ofIntention(receivedOn: day, amount: amount, isVoid: true) == [])
    }

    @Test("a listing counts from its day, without an asking price for nothing", arguments: [(nil, 0), (500, 500)])
    func listing(fen: Int64?, sum: Int64) {
        let price = fen.map(Amount.init(fen:))
        #expect(
            Flow.ofListing(listedOn: day, askingPrice: price, isVoid: false)
                == [Flow(day: day, measure: .listing, count: 1, fen: sum)])
        #expect(Flow.ofListing(listedOn: day, askingPrice: price, isVoid: true) == [])
    }

    @Test(
        "a venue counts from the day it joins until the day it leaves, in its network",
        arguments: [("core", Measure.venue), ("service", .serviceMember)])
    func venue(network: String, measure: Measure) {
        let joins = Flow(day: day, measure: measure, count: 1, fen: 0)
        let leaves = Flow(day: later, measure: measure, count: -1, fen: 0)
        #expect(Flow.ofVenue(network: network, joinedOn: day, leftOn: nil, isVoid: false) == [joins])
        #expect(Flow.ofVenue(network: network, joinedOn: day, leftOn: later, isVoid: false) == [joins, leaves])
        #expect(Flow.ofVenue(network: network, joinedOn: day, leftOn: later, isVoid: true) == [])
    }

    @Test(
        "a service counts for good, a programme apart, a service point until it is closed",
        arguments: [
            ("custody", [(Measure.service, 1, 900)]), ("loan", [(.service, 1, 900)]), ("relief", [(.service, 1, 900)]),
            ("programme", [(.programme, 1, 900)]), ("service_point", [(.servicePoint, 1, 0), (.servicePoint, -1, 0)]),
        ] as [(String, [(Measure, Int64, Int64)])])
    func service(kind: String, expected: [(Measure, Int64, Int64)]) {
        func flows(isVoid: Bool) -> [Flow] {
            Flow.ofService(
                startedOn: day, closedOn: later, amount: Amount(fen: 900), kind: kind, isVoid: isVoid)
        }
        #expect(flows(isVoid: false).map { $0.measure } == expected.map { $0.0 })
        #expect(flows(isVoid: false).map { $0.count } == expected.map { $0.1 })
        #expect(flows(isVoid: false).map { $0.fen } == expected.map { $0.2 })
        #expect(flows(isVoid: false).map { $0.day } == Array([day, later].prefix(expected.count)))
        #expect(flows(isVoid: true).isEmpty)
    }

    @Test(
        "a metric reads its measure's count or money",
        arguments: [
            (Metric.intentions, Measure.intention, 7), (.intentionAmount, .intention, 900), (.listings, .listing, 7),
            (.deals, .deal, 7), (.dealAmount, .deal, 900), (.venues, .venue, 7), (.serviceMembers, .serviceMember, 7),
        ] as [(Metric, Measure, Int64)])
    func metric(metric: Metric, measure: Measure, value: Int64) {
        #expect(metric.measure == measure)
        #expect(metric.value(of: Total(count: 7, fen: 900)) == value)
    }

    @Test("totals add up by count and by fen")
    func totals() {
        #expect(Total(count: 2, fen: 30) + Total(count: -3, fen: 5) == Total(count: -1, fen: 35))
        #expect(Total() == Total(count: 0, fen: 0))
    }

    @Test("the words that the ledger stores stay as they are")
    func storedWords() {
        #expect(
            Measure.allCases.map(\.rawValue) == [
                "intention", "listing", "deal", "venue", "service_member", "demand", "contract_registration",
                "registered_technical", "instalment", "payment_in", "payment_out", "held", "settled",
                "certificate_issued", "certificate_valid",
                "service", "programme", "service_point",
            ])
        #expect(Dimension.allCases.map(\.rawValue) == ["all", "venue", "network", "region", "kind", "field"])
        #expect(Comparison.allCases.map(\.rawValue) == ["equal", "at_least", "nearly", "about"])
        #expect(DealEvent.Kind.amended.rawValue == "amended")
        #expect(DealEvent.Kind.terminated.rawValue == "terminated")
        #expect(
            Metric.allCases.map(\.rawValue) == [
                "intentions", "intention_amount", "listings", "deals", "deal_amount", "venues", "service_members",
                "demands", "demand_amount", "contract_registrations", "registered_amount",
                "registered_technical_amount", "instalments", "instalment_amount", "payments_in", "payment_in_amount",
                "payments_out", "payment_out_amount", "held_amount", "settled_deals", "settled_amount",
                "certificates_issued", "certificates_valid", "certified_amount",
                "services", "service_amount", "programmes", "programme_amount", "service_points",
            ])
        #expect(
            Verdict.allCases.map(\.rawValue) == [
                "equal", "within_rounding", "at_least", "nearly", "about", "off", "off_by_power_of_ten",
            ])
        #expect(Verdict.allCases.filter { !$0.holds } == [.off, .offByPowerOfTen])
    }
}
