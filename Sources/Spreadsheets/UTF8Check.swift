/// Tells whether bytes are UTF-8 (RFC 3629, section 4) without U+FFFD, the mark of a character lost before.
enum UTF8Check {
    /// Lead bytes E1…EC and EE, by their low four bits: any two continuation bytes may follow.
    private static let plainLeads: UInt64 = 0b0101_1111_1111_1110

    /// The place of the first byte that is not part of a whole, allowed sequence; nil if there is none.
    ///
    /// Looks at up to eight bytes after `end`, which must be there; the first of them must be ASCII.
    @inline(__always)
    static func firstFault(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        var place = start
        while place < end {
            let high = place.word & 0x8080_8080_8080_8080
            if high == 0 {
                place += 8
                continue
            }
            place += high.trailingZeroBitCount &>> 3
            if place >= end { break }
            var word = place.word
            repeat {
                // Two sequences of three bytes, as most Chinese text is made of.
                if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, plainLeads &>> (word & 0xF) & 1 != 0,
                    plainLeads &>> (word &>> 24 & 0xF) & 1 != 0
                {
                    place += 6
                } else {
                    let length = sequenceLength(word)
                    if length == 0 { return place }
                    place += length
                }
                word = place.word
            } while word & 0x80 != 0 && place < end
        }
        return nil
    }

    /// The length of the sequence of more than one byte at the low end of the word; 0 if it is not allowed.
    @inline(__always)
    private static func sequenceLength(_ word: UInt64) -> Int {
        if word & 0xC0_C0F0 == 0x80_80E0 {
            switch (word & 0xF, word & 0x2000) {
            case (0x0, 0): return 0  // overlong
            case (0xD, 0x2000): return 0  // surrogate
            case (0xF, 0x2000) where word & 0xFF_FFFF == 0xBD_BFEF: return 0  // U+FFFD
            default: return 3
            }
        }
        if word & 0xC0E0 == 0x80C0 { return word & 0x1E == 0 ? 0 : 2 }
        if word & 0xC0C0_C0F8 == 0x8080_80F0 {
            let lead = word & 0x7
            let next = word &>> 8 & 0x3F
            let isAllowed = lead < 4 ? (lead > 0 || next >= 0x10) : (lead == 4 && next < 0x10)
            return isAllowed ? 4 : 0
        }
        return 0
    }
}
