import Registry
import Testing

@Suite("What a listing and a demand have in common")
struct AccordTests {
    private func side(
        _ noun: Noun, yuan: Int64? = nil, field: String? = nil, region: String? = nil, maturity: String? = nil,
        _ standing: Side.Standing = .open
    ) -> Side {
        Side(
            noun: noun, field: field, price: yuan.map { Amount(fen: $0 * 100) }, region: region, maturity: maturity,
            standing: standing)
    }

    @Test(
        "a price is held against the budget, from whichever side it is asked",
        arguments: [
            (100, 100, .within), (99, 100, .within), (101, 100, .near), (125, 100, .near), (126, 100, .above),
            (0, 0, .within), (1, 0, .above), (nil, 100, nil), (100, nil, nil), (10_000_000_000_000, 1, .above),
        ] as [(Int64?, Int64?, Accord.Price?)])
    func price(asked: Int64?, budget: Int64?, fit: Accord.Price?) {
        let (listing, demand) = (side(.listing, yuan: asked), side(.demand, yuan: budget))
        #expect(Accord(of: demand, with: listing).price == fit)
        #expect(Accord(of: listing, with: demand).price == fit)
    }

    @Test("what either side does not say is neither for it nor against it")
    func unknown() {
        let bare = Accord(of: side(.demand), with: side(.listing, yuan: 3, field: "energy", region: "上海"))
        #expect(bare.hasSameField == nil && bare.hasSameRegion == nil && bare.price == nil)
        #expect(bare.weight(of: side(.listing)) == 1)
        let other = Accord(
            of: side(.demand, field: "urban", region: "北京"), with: side(.listing, field: "energy", region: "上海"))
        #expect(other.hasSameField == false && other.hasSameRegion == false)
        #expect(other.weight(of: side(.listing)) == 1)
    }

    @Test("each thing in common adds its share, and one that is over counts seven tenths")
    func weight() {
        let demand = side(.demand, yuan: 100, field: "energy", region: "上海")
        let listing = side(.listing, yuan: 90, field: "energy", region: "上海", maturity: "mass_producible")
        let accord = Accord(of: demand, with: listing)
        #expect(abs(accord.weight(of: listing) - 1.36) < 1e-9)
        for (maturity, weight) in [("pilot_tested", 1.34), ("lab_tested", 1.32), ("sample", 1.32), ("other", 1.30)] {
            #expect(abs(accord.weight(of: side(.listing, maturity: maturity)) - weight) < 1e-9)
        }
        for standing in [Side.Standing.expired, .suspended, .withdrawn] {
            #expect(abs(accord.weight(of: side(.listing, standing)) - 1.30 * 0.7) < 1e-9)
        }
        let dear = Accord(of: demand, with: side(.listing, yuan: 200))
        #expect(abs(dear.weight(of: side(.listing)) - 0.9) < 1e-9)
    }
}
