/// A check of 32 bits over a line: it tells which of many lines was altered, where a SHA-256 over all of them tells only
/// that one was. It proves nothing by itself, costs a tenth of SHA-256, and is stored, so it must never change.
package enum LineCheck {
    /// - Parameter line: its bytes with the line feed.
    package static func of(_ line: UnsafeRawBufferPointer) -> UInt32 {
        var sum = 0x9E37_79B9_7F4A_7C15 ^ UInt64(line.count)
        var place = 0
        while place + 8 <= line.count {
            mix(UInt64(littleEndian: line.loadUnaligned(fromByteOffset: place, as: UInt64.self)), into: &sum)
            place += 8
        }
        if place < line.count {
            var rest: UInt64 = 0
            for byte in line[place...].reversed() { rest = rest << 8 | UInt64(byte) }
            mix(rest, into: &sum)
        }
        // The upper half depends on every bit.
        return UInt32(truncatingIfNeeded: (sum &* 0xD6E8_FEB8_6659_FD93) >> 32)
    }

    /// Both steps can be undone, so that two lines which differ in one word never meet again before the end.
    @inline(__always)
    private static func mix(_ word: UInt64, into sum: inout UInt64) {
        sum = (sum ^ word) &* 0x9FB2_1C65_1E98_DF25
        sum ^= sum >> 32
    }
}
