/// The references that need no declaration: `&amp;` and its four siblings, `&#10;`, `&#xA;` (XML 1.0, 4.1 and 4.6).
enum XMLReference {
    private static let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    private static let mostBytes = 12

    /// What the reference at the beginning stands for, and how many bytes it has; nil where it is none of these, or of no
    /// character of XML (2.2).
    static func read(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (Unicode.Scalar, length: Int)? {
        guard let end = text.prefix(mostBytes).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let word = String(decoding: text[text.startIndex + 1..<end], as: UTF8.self)
        guard let scalar = named[word] ?? numbered(word) else { return nil }
        return (scalar, end + 1 - text.startIndex)
    }

    private static func numbered(_ word: String) -> Unicode.Scalar? {
        guard word.hasPrefix("#") else { return nil }
        let isHex = word.hasPrefix("#x")
        let digits = word.dropFirst(isHex ? 2 : 1)
        guard digits.first?.isHexDigit == true, let value = UInt32(digits, radix: isHex ? 16 : 10) else { return nil }
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...: return Unicode.Scalar(value)
        default: return nil
        }
    }
}
