/// How names are told to be the same: width and spaces do not matter, every other difference does.
package enum PartyName {
    /// The name as it is matched: full-width forms made half-width, runs of spaces made one, none at the ends.
    package static func matched(_ name: String) -> String {
        halfWidth(name).split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }).joined(separator: " ")
    }

    /// Whether the bytes are already as they would be matched, seen without making a `String`.
    package static func isMatched(_ bytes: Bytes) -> Bool {
        var previous: UInt8 = 0x20
        for byte in bytes {
            switch byte {
            case 0x09: return false
            case 0x20 where previous == 0x20: return false
            // Lead bytes of the full-width forms, the ideographic space and the no-break space.
            case 0xEF: return false
            case 0xC2: return false
            case 0x80 where previous == 0x80: return false
            default: break
            }
            previous = byte
        }
        return previous != 0x20
    }

    /// The candidate nearest to `name`, at most a quarter of its characters away (one at least); the first of equals.
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        let characters = Array(name)
        var most = max(1, characters.count / 4)
        var best: String?
        for candidate in candidates where candidate != name {
            guard let slips = EditDistance.slips(characters, Array(candidate), most: most) else { continue }
            best = candidate
            guard slips > 1 else { break }
            most = slips - 1
        }
        return best
    }
}
