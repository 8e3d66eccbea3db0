extension PlainXML {
    /// What stands between two tags; nothing but space may stand around the root.
    func takeText() -> Step {
        let start = bytes + place
        var (at, seen) = (start, UInt8(0))
        guard depth > 0 else {
            while table[Int(at.pointee)] & XMLBytes.isSpace != 0 { at += 1 }
            place += at - start
            return at > start ? .taken : .leftOver
        }
        while case let bits = table[Int(at.pointee)], bits & XMLBytes.endsText == 0 {
            seen |= bits
            at += 1
        }
        guard at.pointee == UInt8(ascii: "<") else { return at == bytes + filled ? .incomplete : .leftOver }
        if seen & XMLBytes.isHigh != 0, !areCharacters(start, at) { return .leftOver }
        var text = UnsafeBufferPointer(start: UnsafePointer(start), count: at - start)
        if seen & XMLBytes.isSpecial != 0 {
            guard resolve(text) else { return .leftOver }
            text = resolved[0..<resolved.count]
        }
        place = at - bytes
        progress.textBytes += text.count
        taker.text(text)
        return .taken
    }

    /// Whether all of it is characters of XML (2.2) in UTF-8; not so U+FFFD, which is for the other parser to tell.
    func areCharacters(_ start: UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>) -> Bool {
        guard UTF8Check.firstFault(from: start, to: end) == nil else { return false }
        var place = start
        // U+FFFE and U+FFFF are none.
        while place + 2 < end {
            if place[0] == 0xEF, place[1] == 0xBF, place[2] >= 0xBE { return false }
            place += 1
        }
        return true
    }

    /// Puts into `resolved` what a text with references and ends of lines means; false where that is for another parser.
    private func resolve(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        resolved.cut(to: 0)
        var place = 0
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: "&"):
                guard let (scalar, length) = XMLReference.read(text[place...]) else { return false }
                for byte in scalar.utf8 { resolved.append(byte) }
                place += length
            case UInt8(ascii: "\r"):
                resolved.append(UInt8(ascii: "\n"))
                place += place + 1 < text.count && text[place + 1] == UInt8(ascii: "\n") ? 2 : 1
            case UInt8(ascii: "]") where text[place...].starts(with: Array("]]>".utf8)): return false
            case let byte:
                resolved.append(byte)
                place += 1
            }
        }
        return true
    }
}
