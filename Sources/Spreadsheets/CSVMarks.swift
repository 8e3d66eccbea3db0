/// Finds the bytes at which a CSV field can end, eight at a time.
///
/// In a word of hits the high bit of a byte is set where there is a hit; the first byte of the text is the lowest.
/// After Sean Anderson, "Bit Twiddling Hacks"; exact, since the sums of seven-bit values never carry.
struct CSVMarks {
    private static let sevenBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let eighthBit: UInt64 = 0x8080_8080_8080_8080
    private static let quotes = repeated(UInt8(ascii: "\""))

    private let delimiters: UInt64

    /// - Parameter delimiter: ASCII.
    init(delimiter: UInt8) {
        delimiters = Self.repeated(delimiter)
    }

    /// Delimiters, quotes, and every byte below 0x0E: among them LF, CR and NUL.
    @inline(__always)
    func hits(at place: UnsafePointer<UInt8>) -> UInt64 {
        let word = place.word
        let low = word & Self.sevenBits
        let others =
            ((low ^ delimiters) &+ Self.sevenBits) & ((low ^ Self.quotes) &+ Self.sevenBits)
            & (low &+ 0x7272_7272_7272_7272)
        return ~(others | word) & Self.eighthBit
    }

    /// Quotes and NUL.
    @inline(__always)
    static func hitsInsideQuotes(at place: UnsafePointer<UInt8>) -> UInt64 {
        let word = place.word
        let low = word & sevenBits
        return ~(((low ^ quotes) &+ sevenBits) & (low &+ sevenBits) | word) & eighthBit
    }

    private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

extension UnsafePointer<UInt8> {
    /// Eight bytes, the first of them lowest.
    @inline(__always)
    var word: UInt64 { UInt64(littleEndian: UnsafeRawPointer(self).loadUnaligned(as: UInt64.self)) }
}
