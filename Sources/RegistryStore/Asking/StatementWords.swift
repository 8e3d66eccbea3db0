/// The words of a statement as SQLite's reader takes them apart: names, texts, numbers and marks, without what is
/// remarked between them.
struct StatementWords: Sequence, IteratorProtocol {
    struct Word {
        enum Kind { case name, quotedName, text, mark }

        let kind: Kind
        /// Of a quoted name, what stands within the quotes.
        let text: String
        let byteOffset: Int
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ sql: String) { bytes = Array(sql.utf8) }

    mutating func next() -> Word? {
        skip()
        guard place < bytes.count else { return nil }
        let start = place
        switch bytes[start] {
        case let byte where Self.isOfName(byte):
            place = bytes[start...].firstIndex { !Self.isOfName($0) } ?? bytes.count
            return word(.name, start..<place, at: start)
        case UInt8(ascii: "'"): return quoted(.text, until: bytes[start])
        case UInt8(ascii: "\""), UInt8(ascii: "`"): return quoted(.quotedName, until: bytes[start])
        case UInt8(ascii: "["): return quoted(.quotedName, until: UInt8(ascii: "]"))
        default:
            place += 1
            return word(.mark, start..<place, at: start)
        }
    }

    /// A quote that is doubled ends the word and begins the next one, which is all the same to who looks for names.
    private mutating func quoted(_ kind: Word.Kind, until end: UInt8) -> Word {
        let start = place
        let close = bytes[(start + 1)...].firstIndex(of: end) ?? bytes.count
        place = Swift.min(close + 1, bytes.count)
        return word(kind, start + 1..<close, at: start)
    }

    private func word(_ kind: Word.Kind, _ range: Range<Int>, at start: Int) -> Word {
        Word(kind: kind, text: String(decoding: bytes[range], as: UTF8.self), byteOffset: start)
    }

    /// Goes on behind blanks and remarks.
    private mutating func skip() {
        while place < bytes.count {
            let rest = bytes[place...]
            if rest.starts(with: "--".utf8) {
                place = rest.firstIndex(of: 0x0A) ?? bytes.count
            } else if rest.starts(with: "/*".utf8) {
                place =
                    rest.dropFirst(2).indices.first { bytes[$0...].starts(with: "*/".utf8) }.map { $0 + 2 }
                    ?? bytes.count
            } else if [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(bytes[place]) {
                place += 1
            } else {
                return
            }
        }
    }

    /// What stands in a name, or a number: letters, digits, and all that is no ASCII.
    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "$"): true
        default: false
        }
    }
}

extension StatementWords {
    /// Where a table is named: SQLite tells which one is missing, and not where.
    ///
    /// - Parameter table: as it is told, perhaps with its schema.
    static func byteOffset(of table: String, in sql: String) -> Int? {
        let name = table.split(separator: ".").last.map { $0.lowercased() }
        var before = ""
        for word in StatementWords(sql) {
            let isTold = word.kind != .text && word.kind != .mark && word.text.lowercased() == name
            // Behind these a table stands, while a column or another name of the same word may stand elsewhere.
            if isTold, ["FROM", "JOIN", ",", ".", "IN", "("].contains(before) { return word.byteOffset }
            before = word.kind == .name || word.kind == .mark ? word.text.uppercased() : ""
        }
        return nil
    }
}
