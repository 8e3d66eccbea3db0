/// Reads JSON (RFC 8259) strictly, byte by byte, in bounded depth.
package struct JSONScanner {
    package static let mostDepth = 128

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var place = 0

    /// - Parameter bytes: UTF-8.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Checks that the bytes are one JSON text, of any kind, and nothing else.
    package static func check(_ text: [UInt8]) throws(JSONFault) {
        let padded = text + [UInt8](repeating: 0, count: 8)
        let outcome: Result<Void, JSONFault> = padded.withUnsafeBufferPointer { all in
            guard let start = all.baseAddress else { return .success(()) }
            if let fault = UTF8Check.firstFault(from: start, to: start + text.count) {
                return .failure(JSONFault(kind: .badCharacter, byteOffset: fault - start))
            }
            var scanner = JSONScanner(UnsafeBufferPointer(start: start, count: text.count))
            do throws(JSONFault) {
                try scanner.skipValue(depth: 0)
                try scanner.end()
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    func fault(_ kind: JSONFault.Kind) -> JSONFault { JSONFault(kind: kind, byteOffset: place) }

    /// The next byte that is no white space; nil at the end.
    mutating func peek() -> UInt8? {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09, 0x0A, 0x0D: place += 1
            default: return bytes[place]
            }
        }
        return nil
    }

    mutating func take(_ byte: Unicode.Scalar) throws(JSONFault) {
        guard peek() == UInt8(ascii: byte) else { throw fault(.unexpected) }
        place += 1
    }

    mutating func end() throws(JSONFault) {
        guard peek() == nil else { throw fault(.textBehind) }
    }

    /// Reads `{`, keys, values and `}`; `member` is called where a value begins, and must read it.
    mutating func object(
        key: inout [UInt8], _ member: (inout JSONScanner, [UInt8]) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try take("{")
        if peek() == UInt8(ascii: "}") { return place += 1 }
        while true {
            key.removeAll(keepingCapacity: true)
            guard peek() == UInt8(ascii: "\"") else { throw fault(.unexpected) }
            try string(into: &key)
            try take(":")
            try member(&self, key)
            if peek() == UInt8(ascii: "}") { return place += 1 }
            try take(",")
        }
    }

    mutating func skipValue(depth: Int) throws(JSONFault) {
        guard depth <= Self.mostDepth else { throw fault(.tooDeep) }
        switch peek() {
        case UInt8(ascii: "{"):
            var key: [UInt8] = []
            try object(key: &key) { (scanner, _) throws(JSONFault) in try scanner.skipValue(depth: depth + 1) }
        case UInt8(ascii: "["):
            place += 1
            if peek() == UInt8(ascii: "]") { return place += 1 }
            while true {
                try skipValue(depth: depth + 1)
                if peek() == UInt8(ascii: "]") { return place += 1 }
                try take(",")
            }
        case UInt8(ascii: "\""):
            var text: [UInt8] = []
            try string(into: &text)
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: _ = try number()
        }
    }

    mutating func word(_ word: StaticString) throws(JSONFault) {
        for index in 0..<word.utf8CodeUnitCount {
            guard place < bytes.count, bytes[place] == word.utf8Start[index] else { throw fault(.unexpected) }
            place += 1
        }
    }

    /// The bytes of a number, as they stand.
    mutating func number() throws(JSONFault) -> UnsafeBufferPointer<UInt8> {
        let start = place
        func at(_ scalar: Unicode.Scalar) -> Bool { place < bytes.count && bytes[place] == UInt8(ascii: scalar) }
        if at("-") { place += 1 }
        let leading = place
        let whole = takeDigits()
        if whole == 0 { throw fault(place == start ? .unexpected : .badNumber) }
        if whole > 1, bytes[leading] == UInt8(ascii: "0") { throw fault(.badNumber) }
        if at(".") {
            place += 1
            if takeDigits() == 0 { throw fault(.badNumber) }
        }
        if at("e") || at("E") {
            place += 1
            if at("-") || at("+") { place += 1 }
            if takeDigits() == 0 { throw fault(.badNumber) }
        }
        return UnsafeBufferPointer(rebasing: bytes[start..<place])
    }

    private mutating func takeDigits() -> Int {
        let start = place
        while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
        return place - start
    }

    /// Appends the characters of the string that begins here, escapes resolved.
    ///
    /// - Throws: also for half of a surrogate pair, which is no character.
    mutating func string(into text: inout [UInt8]) throws(JSONFault) {
        place += 1
        while true {
            let start = place
            while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\"),
                bytes[place] >= 0x20
            { place += 1 }
            text.append(contentsOf: bytes[start..<place])
            guard place < bytes.count else { throw fault(.unexpected) }
            switch bytes[place] {
            case UInt8(ascii: "\""): return place += 1
            case UInt8(ascii: "\\"): try escape(into: &text)
            default: throw fault(.badCharacter)
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        guard place + 1 < bytes.count else { throw fault(.badEscape) }
        let plain: [UInt8: UInt8] = [
            0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
        ]
        if let byte = plain[bytes[place + 1]] {
            text.append(byte)
            place += 2
            return
        }
        guard var code = codeUnit() else { throw fault(.badEscape) }
        if code & 0xFC00 == 0xD800 {
            place += 6
            let low = codeUnit() ?? 0
            guard low & 0xFC00 == 0xDC00 else { throw fault(.badEscape) }
            code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault(.badEscape) }
        text.append(contentsOf: String(scalar).utf8)
        place += 6
    }

    /// The value of `\uXXXX` where one stands.
    private func codeUnit() -> UInt32? {
        guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt32 = 0
        for byte in bytes[place + 2..<place + 6] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return value
    }
}
