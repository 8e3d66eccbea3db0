import Glibc

/// `_x000D_` and its like, by which a workbook writes characters that XML has none for (ECMA-376-1, 22.9.2.19).
enum EscapedText {
    /// Resolves the escapes in the bytes from `start` on; half a surrogate pair stays as it is written.
    static func resolve(_ text: ByteRoom, from start: Int) {
        guard text.count >= start + 7, memchr(text.base + start, 0x5F, text.count - start) != nil else { return }
        var (from, to) = (start, start)
        while from < text.count {
            if let scalar = scalar(text, at: from) {
                for byte in String(scalar).utf8 {
                    text.base[to] = byte
                    to += 1
                }
                from += 7
            } else {
                text.base[to] = text.base[from]
                (from, to) = (from + 1, to + 1)
            }
        }
        text.cut(to: to)
    }

    private static func scalar(_ text: ByteRoom, at place: Int) -> Unicode.Scalar? {
        guard place + 7 <= text.count, text.base[place] == UInt8(ascii: "_"), text.base[place + 1] == UInt8(ascii: "x"),
            text.base[place + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt32 = 0
        for byte in text[place + 2..<place + 6] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return Unicode.Scalar(value)
    }

    /// Whether the bytes from `start` on hold U+FFFD.
    static func holdsReplacement(_ text: ByteRoom, from start: Int) -> Bool {
        var place = start
        while place < text.count, let found = memchr(text.base + place, 0xEF, text.count - place) {
            place = found.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(text.base) + 3
            if place <= text.count, text.base[place - 2] == 0xBF, text.base[place - 1] == 0xBD { return true }
        }
        return false
    }
}
