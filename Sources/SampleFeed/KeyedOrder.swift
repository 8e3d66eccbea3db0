/// A random order of the numbers below a count, found one by one: no list of them is ever held.
///
/// A Feistel network of six rounds over the next even number of bits; a result outside the count is walked on until it
/// falls inside, which keeps it one-to-one.
struct KeyedOrder {
    let count: Int
    private let halfBits: UInt64
    private let halfMask: UInt64
    private let keys: [UInt64]

    init(count: Int, seed: UInt64) {
        self.count = max(count, 1)
        let bits = UInt64(64 - UInt64(self.count - 1).leadingZeroBitCount)
        halfBits = max(1, (bits + 1) / 2)
        halfMask = (1 << halfBits) - 1
        var dice = SplitMix64(seed: seed)
        keys = (0..<6).map { _ in dice.next() }
    }

    /// The number at a place of the order; the place is taken modulo the count.
    subscript(place: Int) -> Int {
        var number = UInt64(place % count)
        repeat {
            var left = number >> halfBits
            var right = number & halfMask
            for key in keys {
                (left, right) = (right, left ^ (SplitMix64.mix(right ^ key) & halfMask))
            }
            number = left << halfBits | right
        } while number >= UInt64(count)
        return Int(number)
    }
}
