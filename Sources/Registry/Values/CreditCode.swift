/// The unified social credit code 统一社会信用代码 of an organisation: 18 characters, the last a check (GB 32100-2015).
package enum CreditCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    /// Whether the characters are of the standard's alphabet and the check character holds.
    package static func isValid(_ bytes: Bytes) -> Bool {
        guard bytes.count == 18 else { return false }
        let values = bytes.compactMap { alphabet.firstIndex(of: $0) }
        guard values.count == 18 else { return false }
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return (31 - sum % 31) % 31 == values[17]
    }
}
