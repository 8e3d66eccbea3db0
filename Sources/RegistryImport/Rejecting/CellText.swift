import Registry
import Spreadsheets

/// The text of a cell that may hold bytes which are no character.
enum CellText {
    static func shown(of record: CSVRecord) -> [String] { (0..<record.fieldCount).map { shown(record.field($0)) } }

    /// As it is kept: bytes that are no character, and characters that were lost, as `\xB2` and `\uFFFD`.
    static func kept(_ bytes: Bytes) -> String {
        text(bytes) {
            "\\x" + hexadecimal($0)
        } lost: {
            "\\uFFFD"
        }
    }

    /// As it goes back to who has to mend it: with U+FFFD for them, so that the cell is refused again as long as it is not
    /// mended.
    static func shown(_ bytes: Bytes) -> String {
        text(bytes) { _ in
            "\u{FFFD}"
        } lost: {
            "\u{FFFD}"
        }
    }

    private static func text(_ bytes: Bytes, byte: (UInt8) -> String, lost: () -> String) -> String {
        var text = String.UnicodeScalarView()
        var parser = Unicode.UTF8.ForwardParser()
        var place = 0
        var rest = bytes.makeIterator()
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                place += encoded.count
                switch scalar {
                case "\u{FFFD}": text.append(contentsOf: lost().unicodeScalars)
                case "\0": text.append(contentsOf: byte(0).unicodeScalars)
                default: text.append(scalar)
                }
            case .error(let length):
                for wrong in bytes[place..<place + length] { text.append(contentsOf: byte(wrong).unicodeScalars) }
                place += length
            case .emptyInput: return String(text)
            }
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16, uppercase: true)
        return text.count < 2 ? "0" + text : text
    }
}
