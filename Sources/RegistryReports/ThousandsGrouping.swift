import Registry

extension String {
    /// Decimal digits with a comma before each third digit of the whole part; other text is returned unchanged.
    var groupedInThousands: String {
        let sign = hasPrefix("-") ? "-" : ""
        let whole = dropFirst(sign.count).prefix { $0 != "." }
        guard whole.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return self }
        return sign + grouped(String(whole)) + dropFirst(sign.count + whole.count)
    }
}
