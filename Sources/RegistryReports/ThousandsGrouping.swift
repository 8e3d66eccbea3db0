import Registry

extension String {
    /// Decimal digits with a comma before each third digit of the whole part; other text is returned unchanged.
    var groupedInThousands: String {
        let whole = dropFirst(hasPrefix("-") ? 1 : 0).prefix { $0 != "." }
        return whole.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? grouped(decimal: self) : self
    }
}
