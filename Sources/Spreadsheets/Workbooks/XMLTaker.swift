/// Takes what an XML parser meets. Names come without their prefix.
class XMLTaker {
    /// Set by a taker that takes no more: expat then refuses the part. ``PlainXML`` does not ask, since the takers of the parts that
    /// it reads take all.
    final var hasHadEnough = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    /// A run of text comes in one piece or in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The local part of an element's or an attribute's name, for the time of a call.
struct XMLName {
    let start: UnsafePointer<CChar>

    init(_ qualified: UnsafePointer<CChar>) {
        var (start, place) = (qualified, qualified)
        while place.pointee != 0 {
            if place.pointee == 0x3A { start = place + 1 }
            place += 1
        }
        self.start = start
    }

    /// The only letter of the name; 0 where it has more.
    var letter: UInt8 { start[0] != 0 && start[1] == 0 ? UInt8(bitPattern: start[0]) : 0 }

    static func == (name: XMLName, word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        for index in 0..<count where UInt8(bitPattern: name.start[index]) != word.utf8Start[index] { return false }
        return name.start[count] == 0
    }
}

/// The attributes of an element, for the time of a call.
struct XMLAttributes {
    let start: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// Calls with each local name and value.
    @inline(__always)
    func forEach(_ body: (XMLName, UnsafePointer<CChar>) -> Void) {
        var place = start
        while let name = place[0], let value = place[1] {
            body(XMLName(name), value)
            place += 2
        }
    }

    subscript(name: StaticString) -> String? {
        var found: String?
        forEach { if $0 == name { found = String(cString: $1) } }
        return found
    }
}

/// How far an XML part was given to its taker: so many tags, an empty element's counted twice, and so many bytes of text
/// behind the last of them.
struct XMLProgress {
    var tags = 0
    var textBytes = 0
}
