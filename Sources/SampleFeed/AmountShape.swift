/// Many small amounts and a few very large ones, together exactly a total.
///
/// Of the contracts of 2019 the 4.4 % above 10 million yuan made 80.1 % of the value.
struct AmountShape {
    /// How many of a thousand records are large.
    let largePerMille: Int
    /// Their part of the total, in thousandths.
    let largeSharePerMille: Int
    /// The least a large amount can be.
    let largeFloorFen: Int64

    static let deals = AmountShape(largePerMille: 44, largeSharePerMille: 801, largeFloorFen: 1_000_000_000)
    static let intentions = AmountShape(largePerMille: 100, largeSharePerMille: 550, largeFloorFen: 20_000_000)

    private static let smallFloorFen: Int64 = 1_000_000
    /// Lowest weight, highest weight, and how often of a hundred.
    private static let smallBands = [(3, 20, 40), (20, 80, 35), (80, 250, 20), (250, 600, 5)]
    private static let largeBands = [(10, 60, 45), (60, 200, 35), (200, 600, 16), (600, 1500, 4)]

    /// So many amounts of fen in random order, whose sum is the total.
    func amounts(count: Int, totalFen: Int64, dice: inout SplitMix64) -> [Int64] {
        let largeCount = (count * largePerMille + 500) / 1000
        let largeFen = totalFen / 1000 * Int64(largeSharePerMille)
        let large = Self.spread(
            largeFen, over: largeCount, floorFen: largeFloorFen, bands: Self.largeBands, dice: &dice)
        let small = Self.spread(
            totalFen - large.reduce(0, +), over: count - largeCount, floorFen: Self.smallFloorFen,
            bands: Self.smallBands, dice: &dice)
        return dice.shuffled(large + small)
    }

    private static func spread(
        _ totalFen: Int64, over count: Int, floorFen: Int64, bands: [(Int, Int, Int)], dice: inout SplitMix64
    ) -> [Int64] {
        let weights = (0..<count).map { _ in
            let band = bands[dice.place(weights: bands.map(\.2))]
            return Int64(dice.number(in: band.0 * 100...band.1 * 100))
        }
        let weightSum = max(1, weights.reduce(0, +))
        let aboveFloors = totalFen - Int64(count) * floorFen
        var amounts: [Int64] = []
        var oddPlaces: [Int] = []
        for (place, weight) in weights.enumerated() {
            let fen = floorFen + weight * aboveFloors / weightSum
            // Seven of ten are rounded as people agree on prices, one of twenty is not rounded at all.
            let look = dice.number(below: 100)
            if look < 5 || place == 0 {
                oddPlaces.append(place)
                amounts.append(fen)
            } else if look < 75 {
                amounts.append(rounded(fen, to: fen < 20_000_000 ? 100_000 : 1_000_000))
            } else {
                amounts.append(rounded(fen, to: 100))
            }
        }
        // What rounding took or gave falls on the amounts that show their fen.
        let left = totalFen - amounts.reduce(0, +)
        let (share, rest) = left.quotientAndRemainder(dividingBy: Int64(max(1, oddPlaces.count)))
        for place in oddPlaces { amounts[place] += share }
        if let first = oddPlaces.first { amounts[first] += rest }
        return amounts
    }

    private static func rounded(_ fen: Int64, to step: Int64) -> Int64 {
        (fen + step / 2) / step * step
    }
}
