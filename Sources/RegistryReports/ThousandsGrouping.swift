extension String {
    /// Decimal digits with a comma before each third digit of the whole part; other text is returned unchanged.
    var groupedInThousands: String {
        let sign = hasPrefix("-") ? "-" : ""
        let whole = dropFirst(sign.count).prefix { $0 != "." }
        guard whole.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return self }
        var grouped = sign
        for (position, digit) in whole.enumerated() {
            if position > 0, (whole.count - position).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped + dropFirst(sign.count + whole.count)
    }
}
