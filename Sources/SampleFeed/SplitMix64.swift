/// A random sequence that is the same on every machine for the same seed.
///
/// The generator of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014). The draws below
/// are spelled out because those of the standard library may change between releases.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// Spreads every bit of a number over all 64.
    static func mix(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, the bound; 0 for a bound below 1.
    mutating func number(below bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + number(below: range.upperBound - range.lowerBound + 1)
    }

    /// True in so many of a thousand draws.
    mutating func happens(perMille: Int) -> Bool {
        number(below: 1000) < perMille
    }

    /// One of a list that is not empty, each as likely as the next.
    mutating func one<Element>(of list: [Element]) -> Element {
        list[number(below: list.count)]
    }

    /// The place of one weight, drawn in proportion to the weights.
    mutating func place(weights: [Int]) -> Int {
        var left = number(below: weights.reduce(0, +))
        for (place, weight) in weights.enumerated() {
            if left < weight { return place }
            left -= weight
        }
        return weights.count - 1
    }

    /// The same list in random order (Fisher and Yates).
    mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var mixed = list
        for last in stride(from: mixed.count - 1, to: 0, by: -1) {
            mixed.swapAt(last, number(below: last + 1))
        }
        return mixed
    }
}
