extension UInt64 {
    /// The number of its decimal digits, 1 for zero.
    var decimalLength: Int {
        var length = 1
        var rest = self
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        return length
    }
}
