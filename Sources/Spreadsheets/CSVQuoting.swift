extension UnsafeBufferPointer<UInt8> {
    /// Whether a CSV field of these bytes needs quotes: it is empty, begins or ends with a space, or holds a comma,
    /// a quote, CR or LF. Looks at eight bytes at a time.
    var mustBeQuotedInCSV: Bool {
        let space = UInt8(ascii: " ")
        guard let first, let last, first != space, last != space else { return true }
        if count < 8 {
            return contains { byte in
                switch byte {
                case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
                default: false
                }
            }
        }
        let bytes = UnsafeRawBufferPointer(self)
        var offset = 0
        while offset < count {
            // The last word overlaps the one before it, so that no byte is left over.
            let word = bytes.loadUnaligned(fromByteOffset: Swift.min(offset, count - 8), as: UInt64.self)
            // Those four bytes are all below 0x2D, and few others in names and figures are.
            if word.holdsByteBelow(0x2D), word.holdsCSVMark { return true }
            offset += 8
        }
        return false
    }
}

/// Tests on eight bytes in one word, after Sean Anderson, "Bit Twiddling Hacks".
extension UInt64 {
    private static let eachLow: UInt64 = 0x0101_0101_0101_0101
    private static let eachHigh: UInt64 = 0x8080_8080_8080_8080

    /// - Parameter limit: at most 128.
    fileprivate func holdsByteBelow(_ limit: UInt8) -> Bool {
        (self &- Self.eachLow &* UInt64(limit)) & ~self & Self.eachHigh != 0
    }

    fileprivate var holdsCSVMark: Bool {
        holds(UInt8(ascii: ",")) || holds(UInt8(ascii: "\"")) || holds(UInt8(ascii: "\r")) || holds(UInt8(ascii: "\n"))
    }

    private func holds(_ byte: UInt8) -> Bool {
        (self ^ (Self.eachLow &* UInt64(byte))).holdsByteBelow(1)
    }
}
