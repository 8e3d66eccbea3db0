/// One value of a row that lies in another's memory: valid only as long as that says.
package enum RawCell {
    case null
    case integer(Int64)
    case real(Double)
    /// Not checked to be UTF-8.
    case text(UnsafeBufferPointer<UInt8>)
    /// Written as hexadecimal digits.
    case blob(UnsafeBufferPointer<UInt8>)

    /// Bytes that are handed on at once, so that a long value is never held whole in its written form.
    static let pieceSize = 32 << 10
}

extension RawCell {
    /// A copy; what is not UTF-8 in a text becomes U+FFFD.
    package var cell: Cell { cell(ofAtMost: .max) }

    /// A copy that ends, with `…`, where a text or the digits of a blob have more bytes than that.
    package func cell(ofAtMost most: Int) -> Cell {
        switch self {
        case .null: .null
        case .integer(let number): .integer(number)
        case .real(let number): .decimal("\(number)")
        case .text(let bytes):
            .text(String(decoding: bytes.prefix(wholeUpTo: most), as: UTF8.self) + (bytes.count > most ? "…" : ""))
        case .blob(let bytes):
            .text(Self.hex(bytes.prefix(most / 2)) + (bytes.count > most / 2 ? "…" : ""))
        }
    }

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var digits: [UInt8] = []
        appendHex(bytes, to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    static func appendHex(_ bytes: some Sequence<UInt8>, to digits: inout [UInt8]) {
        for byte in bytes {
            digits.append(byte.hexDigits.0)
            digits.append(byte.hexDigits.1)
        }
    }

    package func isLonger(than most: Int) -> Bool {
        switch self {
        case .text(let bytes): bytes.count > most
        case .blob(let bytes): bytes.count > most / 2
        case .null, .integer, .real: false
        }
    }
}

extension UInt8 {
    /// Its two hexadecimal digits, in upper case.
    var hexDigits: (UInt8, UInt8) { (Self.hexDigit(self >> 4), Self.hexDigit(self & 0xF)) }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes in pieces of limited size, none of which ends within a character of UTF-8.
    var pieces: some Sequence<UnsafeBufferPointer<UInt8>> {
        sequence(state: self) { rest in
            guard !rest.isEmpty else { return nil }
            let piece = rest.prefix(wholeUpTo: RawCell.pieceSize)
            rest = UnsafeBufferPointer(rebasing: rest[piece.count...])
            return piece
        }
    }

    /// At most so many bytes, and fewer where the last ones would be the beginning of a character.
    func prefix(wholeUpTo most: Int) -> UnsafeBufferPointer<UInt8> {
        guard count > most else { return self }
        var end = most
        // No character has more than three bytes after its first.
        while end > most - 3, self[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: self[..<(self[end] & 0xC0 == 0x80 ? most : end)])
    }
}
