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

    /// Single-character edits between two names (Levenshtein), or nil when there are more than `most`.
    package static func distance(_ left: [Character], _ right: [Character], most: Int) -> Int? {
        guard abs(left.count - right.count) <= most else { return nil }
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            var least = row[0]
            for (j, b) in right.enumerated() {
                let change = corner + (a == b ? 0 : 1)
                corner = row[j + 1]
                row[j + 1] = min(change, corner + 1, row[j] + 1)
                least = min(least, row[j + 1])
            }
            if least > most { return nil }
        }
        return row[right.count] <= most ? row[right.count] : nil
    }

    /// The candidate nearest to `name`, at most a quarter of its characters away (one at least); the first of equals.
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        let characters = Array(name)
        var most = max(1, characters.count / 4)
        var best: String?
        for candidate in candidates where candidate != name {
            guard let distance = distance(characters, Array(candidate), most: most) else { continue }
            best = candidate
            guard distance > 1 else { break }
            most = distance - 1
        }
        return best
    }
}
