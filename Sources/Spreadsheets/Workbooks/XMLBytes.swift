/// What a byte of a part may be, as bits, for a look into a table.
enum XMLBytes {
    static let beginsName: UInt8 = 1
    static let goesOnInName: UInt8 = 2
    static let isSpace: UInt8 = 4
    /// Of a character that is not ASCII.
    static let isHigh: UInt8 = 8
    /// Needs a second look where it stands in a text: a reference, the end of a line, what may be `]]>`.
    static let isSpecial: UInt8 = 16
    /// Ends a run of text: a tag, or what is no character.
    static let endsText: UInt8 = 32
    /// Cannot stand in a value, or needs a second look there.
    static let endsValue: UInt8 = 64

    /// Never freed.
    nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for byte in 0..<256 { table[byte] = bits(of: UInt8(byte)) }
        return UnsafePointer(table)
    }()

    private static func bits(of byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
            beginsName | goesOnInName
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."):
            goesOnInName
        case 0x20: isSpace
        case 0x09, 0x0A: isSpace | endsValue
        case 0x0D: isSpace | isSpecial | endsValue
        case ..<0x20: endsText | endsValue
        case UInt8(ascii: "<"): endsText | endsValue
        case UInt8(ascii: "&"): isSpecial | endsValue
        case UInt8(ascii: "]"): isSpecial
        case 0x80...: isHigh
        default: 0
        }
    }
}
