import Registry

/// The pairs of neighbouring letters of a text (等离, 离子, 子体), by which another text is known to speak of the same. Chinese has
/// no spaces to tell its words by; of two letters side by side most are words or parts of one. Neither case nor width counts.
///
/// A class, so that its tables lie in one place while a million texts are held against them.
final class LetterPairs {
    /// More than these add nothing to what a text is about.
    static let most = 512

    /// In the order of the text; a pair that comes twice has its first place.
    private(set) var count = 0
    private let letters: [Unicode.Scalar]
    /// The pair that begins at each letter of the text but the last; nil where there is none, or no room for it.
    private var pairAtLetter: [Int?] = []
    /// By UTF-16 unit: which letter of the text it is, from 1 on; 0 for none.
    private let places: UnsafeMutablePointer<UInt16>
    /// By the two places: which pair it is, from 1 on; 0 for none.
    private let pairs: UnsafeMutablePointer<UInt16>
    private let width: Int

    init(of texts: [String]) {
        places = .allocate(capacity: 65_536)
        places.initialize(repeating: 0, count: 65_536)
        // What stands between two texts is no letter, so that none is paired across.
        letters = Array(Needle.loosened(texts.joined(separator: "\n")).unicodeScalars)
        var distinct = 0
        for letter in letters where Self.isLetter(letter) && places[Int(letter.value)] == 0 {
            guard distinct < Self.most else { break }
            distinct += 1
            for form in Self.forms(of: letter.value) { places[Int(form)] = UInt16(distinct) }
        }
        width = distinct + 1
        pairs = .allocate(capacity: width * width)
        pairs.initialize(repeating: 0, count: width * width)
        for (letter, next) in zip(letters, letters.dropFirst()) { pairAtLetter.append(add(letter, next)) }
    }

    deinit {
        places.deallocate()
        pairs.deallocate()
    }

    private func add(_ letter: Unicode.Scalar, _ next: Unicode.Scalar) -> Int? {
        guard letter.value < 65_536, next.value < 65_536 else { return nil }
        let (first, second) = (Int(places[Int(letter.value)]), Int(places[Int(next.value)]))
        guard first > 0, second > 0 else { return nil }
        let cell = first * width + second
        if pairs[cell] == 0 {
            guard count < Self.most else { return nil }
            count += 1
            pairs[cell] = UInt16(count)
        }
        return Int(pairs[cell]) - 1
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 65_536
            && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber)
    }

    /// A letter of ASCII is met in four forms: small and capital, of half and of full width.
    private static func forms(of value: UInt32) -> [UInt32] {
        guard (0x21...0x7E).contains(value) else { return [value] }
        let both = (0x61...0x7A).contains(value) ? [value, value - 0x20] : [value]
        return both + both.map { $0 + 0xFEE0 }
    }

    /// Words of 64 bits that ``mark(_:into:)`` needs for one text.
    var words: Int { (count + 63) / 64 }

    /// Sets the bit of each pair that the text holds.
    ///
    /// It meets every letter of every text, of which few are any that is looked for: so no sum here is checked, and none can
    /// leave its table, since a unit is below 65,536 and a letter below the width.
    func mark(_ text: Bytes, into bits: UnsafeMutablePointer<UInt64>) {
        guard let start = text.baseAddress else { return }
        let (places, pairs, width, end) = (places, pairs, width, text.count)
        var place = 0
        // Where the pairs of the last letter stand; the first of the table's rows is empty, as is each row's first pair.
        var row = 0
        @inline(__always) func meet(_ unit: Int) {
            let letter = Int(places[unit])
            let pair = Int(pairs[row &+ letter])
            if pair != 0 { bits[(pair &- 1) &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: pair &- 1) }
            row = letter &* width
        }
        while place < end {
            // Two letters of three bytes, as Chinese is. Where the second is none that is looked for, and the one before the
            // first was none, no pair begins or ends here.
            while place &+ 8 <= end {
                let both = UInt64(littleEndian: UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self))
                guard both & 0xF000_00F0 == 0xE000_00E0 else { break }
                place &+= 6
                let second = Int((both &>> 12) & 0xF000 | (both &>> 26) & 0xFC0 | (both &>> 40) & 0x3F)
                if row == 0, places[second] == 0 { continue }
                meet(Int((both & 0x0F) &<< 12 | (both &>> 2) & 0xFC0 | (both &>> 16) & 0x3F))
                meet(second)
            }
            guard place < end else { return }
            let first = Int(start[place])
            if first < 0x80 {
                meet(first)
                place &+= 1
            } else if first < 0xE0, place &+ 1 < end {
                meet((first & 0x1F) &<< 6 | Int(start[place &+ 1] & 0x3F))
                place &+= 2
            } else if first < 0xF0, place &+ 2 < end {
                meet((first & 0x0F) &<< 12 | Int(start[place &+ 1] & 0x3F) &<< 6 | Int(start[place &+ 2] & 0x3F))
                place &+= 3
            } else {
                // Of two UTF-16 units, or no UTF-8: nothing that is looked for.
                row = 0
                place &+= 4
            }
        }
    }

    /// The longest pieces of the own text all of whose pairs are there, those that weigh most first.
    func runs(where isThere: (Int) -> Bool, weight: (Int) -> Double, most: Int) -> [String] {
        var runs: [(text: String, weight: Double)] = []
        var begin = 0
        while begin < pairAtLetter.count {
            var (end, sum) = (begin, 0.0)
            while end < pairAtLetter.count, let pair = pairAtLetter[end], isThere(pair) {
                sum += weight(pair)
                end += 1
            }
            if end > begin {
                var text = String.UnicodeScalarView()
                text.append(contentsOf: letters[begin...end])
                if !runs.contains(where: { $0.text == String(text) }) { runs.append((String(text), sum)) }
            }
            begin = end + 1
        }
        return runs.sorted { $0.weight > $1.weight }.prefix(most).map(\.text)
    }
}
