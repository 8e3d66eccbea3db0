/// Decimal numbers as text, without floating point.
enum DecimalText {
    /// Appends a number such as `1.2E+3`, written without an exponent: `1200`. What is no number, or has an exponent
    /// beyond 400, is appended as it is.
    ///
    /// - Parameter most: digits that count; beyond them it is rounded, halves away from zero. Nil for all.
    static func append(_ number: UnsafeBufferPointer<UInt8>, significant most: Int? = nil, to text: inout [UInt8]) {
        if isPlain(number, most: most ?? .max) { return text.append(contentsOf: number) }
        guard var parts = Parts(number) else { return text.append(contentsOf: number) }
        if let most { parts.round(to: most) }
        parts.append(to: &text)
    }

    /// Whether nothing about the number is to be changed: digits, perhaps a point among them, few enough.
    static func isPlain(_ number: UnsafeBufferPointer<UInt8>, most: Int) -> Bool {
        guard number.count <= most, number.first != 0x2D, var last = number.last else { return false }
        var hasPoint = false
        for (index, byte) in number.enumerated() {
            switch byte {
            case 0x30...0x39: break
            case 0x2E where !hasPoint && index > 0: hasPoint = true
            default: return false
            }
            last = byte
        }
        return (0x30...0x39).contains(last)
    }

    private struct Parts {
        var isNegative = false
        /// Without leading zeros.
        var digits: [UInt8] = []
        /// Where the point stands, counted from the first digit.
        var point = 0

        init?(_ number: UnsafeBufferPointer<UInt8>) {
            var rest = number[...]
            if let sign = rest.first, sign == 0x2D || sign == 0x2B {
                isNegative = sign == 0x2D
                rest = rest.dropFirst()
            }
            var (count, isBehindPoint) = (0, false)
            while let byte = rest.first, byte == 0x2E || (0x30...0x39).contains(byte) {
                rest = rest.dropFirst()
                if byte == 0x2E {
                    if isBehindPoint { return nil }
                    isBehindPoint = true
                    continue
                }
                count += 1
                if byte != 0x30 || !digits.isEmpty {
                    digits.append(byte)
                    if !isBehindPoint { point += 1 }
                } else if isBehindPoint {
                    point -= 1
                }
            }
            guard count > 0 else { return nil }
            guard let letter = rest.first else { return }
            guard letter | 0x20 == UInt8(ascii: "e"), rest.count <= 5,
                let text = String(validating: rest.dropFirst(), as: UTF8.self),
                let exponent = Int(text), abs(exponent) <= 400
            else { return nil }
            point += exponent
        }

        mutating func round(to most: Int) {
            guard digits.count > most else { return }
            let goesUp = digits[most] >= 0x35
            digits.removeLast(digits.count - most)
            guard goesUp else { return }
            var index = most - 1
            while index >= 0, digits[index] == 0x39 {
                digits[index] = 0x30
                index -= 1
            }
            if index >= 0 {
                digits[index] += 1
            } else {
                digits.insert(0x31, at: 0)
                point += 1
            }
        }

        func append(to text: inout [UInt8]) {
            var digits = digits
            // Zeros at the end behind the point say nothing.
            while let last = digits.last, last == 0x30, digits.count > max(point, 0) { digits.removeLast() }
            guard !digits.isEmpty else { return text.append(0x30) }
            if isNegative { text.append(0x2D) }
            if point <= 0 {
                text.append(contentsOf: [0x30, 0x2E])
                text.append(contentsOf: repeatElement(0x30, count: -point))
                text.append(contentsOf: digits)
            } else if digits.count <= point {
                text.append(contentsOf: digits)
                text.append(contentsOf: repeatElement(0x30, count: point - digits.count))
            } else {
                text.append(contentsOf: digits[..<point])
                text.append(0x2E)
                text.append(contentsOf: digits[point...])
            }
        }
    }
}
