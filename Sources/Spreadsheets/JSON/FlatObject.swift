extension JSONScanner {
    /// Reads one object whose values are strings, whole numbers, booleans or null, and nothing behind it.
    ///
    /// - Returns: its members as they stand. A number with a fraction or an exponent is given as its text.
    package static func flatObject(_ text: [UInt8]) throws(JSONFault) -> [(key: String, value: Cell)] {
        let padded = text + [UInt8](repeating: 0, count: 8)
        let outcome: Result<[(key: String, value: Cell)], JSONFault> = padded.withUnsafeBufferPointer { all in
            guard let start = all.baseAddress else { return .success([]) }
            if let fault = UTF8Check.firstFault(from: start, to: start + text.count) {
                return .failure(JSONFault(kind: .badCharacter, byteOffset: fault - start))
            }
            var scanner = JSONScanner(UnsafeBufferPointer(start: start, count: text.count))
            var members: [(key: String, value: Cell)] = []
            var key: [UInt8] = []
            do throws(JSONFault) {
                try scanner.object(key: &key) { (scanner, key) throws(JSONFault) in
                    members.append((String(decoding: key, as: UTF8.self), try scanner.plainValue()))
                }
                try scanner.end()
                return .success(members)
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    private mutating func plainValue() throws(JSONFault) -> Cell {
        switch peek() {
        case UInt8(ascii: "\""):
            var text: [UInt8] = []
            try string(into: &text)
            return .text(String(decoding: text, as: UTF8.self))
        case UInt8(ascii: "t"):
            try word("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .boolean(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        default:
            let digits = String(decoding: try number(), as: UTF8.self)
            return Int64(digits).map(Cell.integer) ?? .decimal(digits)
        }
    }
}
