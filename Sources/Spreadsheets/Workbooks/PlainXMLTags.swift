extension PlainXML {
    /// `<c r="A1" s="2">` or `<c/>`.
    func takeStart() -> Step {
        let name = bytes + place + 1
        guard table[Int(name.pointee)] & XMLBytes.beginsName != 0 else { return missing(at: name) }
        let nameEnd = endOfName(name)
        var (at, count) = (nameEnd, 0)
        while true {
            let start = at
            while table[Int(at.pointee)] & XMLBytes.isSpace != 0 { at += 1 }
            if at.pointee == UInt8(ascii: ">") || at.pointee == UInt8(ascii: "/") { break }
            guard at > start, table[Int(at.pointee)] & XMLBytes.beginsName != 0, count < Self.mostAttributes else {
                return missing(at: at)
            }
            let word = at
            at = endOfName(word)
            guard at.pointee == UInt8(ascii: "="), !isNamed(word, at, among: count) else { return missing(at: at) }
            let quote = at[1]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return missing(at: at + 1) }
            let value = at + 2
            var (place, seen) = (value, UInt8(0))
            while place.pointee != quote {
                let bits = table[Int(place.pointee)]
                guard bits & XMLBytes.endsValue == 0 else { return missing(at: place) }
                seen |= bits
                place += 1
            }
            if seen & XMLBytes.isHigh != 0, !areCharacters(value, place) { return .leftOver }
            attributes[2 * count] = UnsafeRawPointer(word).assumingMemoryBound(to: CChar.self)
            attributes[2 * count + 1] = UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self)
            (ends[2 * count], ends[2 * count + 1]) = (at, place)
            count += 1
            at = place + 1
        }
        let isEmpty = at.pointee == UInt8(ascii: "/")
        if isEmpty {
            at += 1
            guard at.pointee == UInt8(ascii: ">") else { return missing(at: at) }
        }
        guard open(name, nameEnd) else { return .leftOver }
        place = at + 1 - bytes
        nameEnd.pointee = 0
        for index in 0..<2 * count { ends[index].pointee = 0 }
        attributes[2 * count] = nil
        let found = XMLName(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        progress = XMLProgress(tags: progress.tags + 1)
        taker.start(found, XMLAttributes(start: attributes))
        if isEmpty {
            depth -= 1
            progress.tags += 1
            taker.end(found)
        }
        return .taken
    }

    /// `</c>`.
    func takeEnd() -> Step {
        guard depth > 0 else { return .leftOver }
        let name = bytes + place + 2
        let (start, end) = (nameEnds[depth - 1], nameEnds[depth])
        for index in start..<end where name[index - start] != names[index] { return missing(at: name + index - start) }
        let nameEnd = name + end - start
        var at = nameEnd
        while table[Int(at.pointee)] & XMLBytes.isSpace != 0 { at += 1 }
        guard at.pointee == UInt8(ascii: ">") else { return missing(at: at) }
        place = at + 1 - bytes
        nameEnd.pointee = 0
        depth -= 1
        progress = XMLProgress(tags: progress.tags + 1)
        taker.end(XMLName(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)))
        return .taken
    }

    /// Where something else should stand: it is not read yet, or it is not for us.
    private func missing(at place: UnsafeMutablePointer<UInt8>) -> Step {
        place == bytes + filled ? .incomplete : .leftOver
    }

    private func endOfName(_ start: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        var place = start + 1
        while table[Int(place.pointee)] & XMLBytes.goesOnInName != 0 { place += 1 }
        return place
    }

    /// Whether one of the first attributes has this name; no element may have one twice.
    private func isNamed(
        _ start: UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, among count: Int
    ) -> Bool {
        for index in 0..<count {
            guard let other = attributes[2 * index] else { continue }
            let name = UnsafeRawPointer(other).assumingMemoryBound(to: UInt8.self)
            let length = UnsafePointer(ends[2 * index]) - name
            if length == end - start, (0..<length).allSatisfy({ name[$0] == start[$0] }) { return true }
        }
        return false
    }

    /// Notes that an element is open; false where no more can be.
    private func open(_ name: UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>) -> Bool {
        if depth == 0, hasRoot { return false }
        let start = nameEnds[depth]
        guard depth < ExpatReading.mostDepth, start + (end - name) <= Self.mostNameBytes else { return false }
        (names + start).update(from: name, count: end - name)
        depth += 1
        nameEnds[depth] = start + (end - name)
        hasRoot = true
        return true
    }
}
