/// JSON values (RFC 8259) appended to a buffer, always valid whatever the text holds.
package enum JSONText {
    /// Appends a quoted string. Chinese stays readable; control characters (C0, DEL and C1), and U+2028 and U+2029, which end a
    /// line in older JavaScript, become `\u00XX` and `\u20XX`.
    package static func append(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { appendEscaped($0, to: &output) }
        output.append(UInt8(ascii: "\""))
    }

    package static func append(_ number: Int64, to output: inout [UInt8]) {
        output.append(contentsOf: String(number).utf8)
    }

    package static func appendNull(to output: inout [UInt8]) {
        output.append(contentsOf: "null".utf8)
    }

    package static func append(_ holds: Bool, to output: inout [UInt8]) {
        output.append(contentsOf: (holds ? "true" : "false").utf8)
    }

    /// Appends the digits without quotes, exactly as they are; what is not a JSON number, such as `1,200`, is
    /// appended as a string, so that the document stays valid.
    package static func append(decimal digits: String, to output: inout [UInt8]) {
        if isNumber(digits.utf8) {
            output.append(contentsOf: digits.utf8)
        } else {
            append(digits, to: &output)
        }
    }

    package static func append(_ cell: Cell, to output: inout [UInt8]) {
        switch cell {
        case .null: appendNull(to: &output)
        case .integer(let number): append(number, to: &output)
        case .decimal(let digits): append(decimal: digits, to: &output)
        case .text(let text): append(text, to: &output)
        case .boolean(let holds): append(holds, to: &output)
        }
    }

    /// Appends what stands between the quotes of a string; it must be UTF-8.
    static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < text.count {
            var length = 1
            let escape: String?
            switch text[index] {
            case UInt8(ascii: "\""): escape = "\\\""
            case UInt8(ascii: "\\"): escape = "\\\\"
            case UInt8(ascii: "\n"): escape = "\\n"
            case UInt8(ascii: "\r"): escape = "\\r"
            case UInt8(ascii: "\t"): escape = "\\t"
            case let byte where byte < 0x20 || byte == 0x7F:
                escape = (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16, uppercase: true)
            case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:
                escape = "\\u00" + String(text[index + 1], radix: 16, uppercase: true)
                length = 2
            case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
                escape = text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029"
                length = 3
            default: escape = nil
            }
            if let escape {
                output.append(contentsOf: text[start..<index])
                output.append(contentsOf: escape.utf8)
                start = index + length
            }
            index += length
        }
        output.append(contentsOf: text[start...])
    }

    /// RFC 8259, section 6: `-`, digits without a needless leading zero, a fraction, an exponent.
    private static func isNumber(_ digits: String.UTF8View) -> Bool {
        var rest = digits[...]
        func takeDigits() -> Int {
            let tail = rest.drop { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            defer { rest = tail }
            return rest.count - tail.count
        }
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let leading = rest.first
        let whole = takeDigits()
        if whole == 0 || (whole > 1 && leading == UInt8(ascii: "0")) { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            if takeDigits() == 0 { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            if takeDigits() == 0 { return false }
        }
        return rest.isEmpty
    }
}
