/// How the characters of a file are written as bytes; the raw value is the word after `--encoding`.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// The Chinese standard GB 18030, of which GBK and GB 2312 are parts.
    case gb18030
    case big5
    case big5HongKong = "big5-hkscs"
    case shiftJIS = "shift-jis"
    case eucJapan = "euc-jp"
    case eucKorea = "euc-kr"
    case latin1 = "iso-8859-1"
    case windows1252 = "windows-1252"

    /// The encoding of a name in common use: `UTF-8`, `GBK`, `cp936`, `Shift_JIS`. Case, `_` and `-` do not matter.
    package init?(name: String) {
        let bare = name.lowercased().filter { $0.isLetter || $0.isNumber }
        if let found = Self.allCases.first(where: { $0.rawValue.filter { $0 != "-" } == bare }) {
            self = found
            return
        }
        switch bare {
        case "gbk", "gb2312", "gb", "cp936", "euccn": self = .gb18030
        case "utf16": self = .utf16LittleEndian
        case "sjis", "cp932": self = .shiftJIS
        case "latin1": self = .latin1
        case "cp1252": self = .windows1252
        default: return nil
        }
    }

    /// What the C library calls it.
    var libraryName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .gb18030: "GB18030"
        case .big5: "BIG5"
        case .big5HongKong: "BIG5-HKSCS"
        case .shiftJIS: "CP932"
        case .eucJapan: "EUC-JP"
        case .eucKorea: "CP949"
        case .latin1: "ISO-8859-1"
        case .windows1252: "CP1252"
        }
    }

    /// The fewest bytes by which to go on behind one that begins no character.
    var step: Int { self == .utf16LittleEndian || self == .utf16BigEndian ? 2 : 1 }

    /// What a byte-order mark says; nil where there is none.
    package static func mark(_ head: [UInt8]) -> TextEncoding? {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if head.starts(with: [0x84, 0x31, 0x95, 0x33]) { return .gb18030 }
        return nil
    }

    /// UTF-16 without a mark, told by the ASCII among it: every other byte of those characters is zero.
    static func unmarkedUTF16(_ head: [UInt8]) -> TextEncoding? {
        var (little, big) = (0, 0)
        let units = head.count / 2
        for unit in 0..<units {
            let (first, second) = (head[2 * unit], head[2 * unit + 1])
            if second == 0, first.isPlainASCII { little += 1 }
            if first == 0, second.isPlainASCII { big += 1 }
        }
        if little >= 3, little * 10 >= units, big * 4 < little { return .utf16LittleEndian }
        if big >= 3, big * 10 >= units, little * 4 < big { return .utf16BigEndian }
        return nil
    }
}

extension UInt8 {
    fileprivate var isPlainASCII: Bool { (0x20..<0x7F).contains(self) || self == 9 || self == 10 || self == 13 }
}
