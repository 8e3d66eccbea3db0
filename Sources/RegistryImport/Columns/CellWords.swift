import Registry

/// Words of a venue's cells, and what is read in their stead. A look-up makes no copy of the cell where it is written as
/// in the profile.
final class CellWords {
    private let words: [(from: [UInt8], to: UnsafeMutableBufferPointer<UInt8>)]
    /// By a sum of the bytes, places in `words`.
    private var places: [UInt64: [Int]] = [:]
    /// By the word in half width and small letters.
    private var likenesses: [String: Int] = [:]

    init(_ words: [String: String]) {
        self.words = words.sorted { $0.key < $1.key }.map { from, to in
            let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: to.utf8.count)
            _ = text.initialize(from: to.utf8)
            return (Array(from.utf8), text)
        }
        for (place, word) in self.words.enumerated() {
            word.from.withUnsafeBufferPointer { places[Self.sum($0), default: []].append(place) }
            likenesses[Self.likeness(String(decoding: word.from, as: UTF8.self))] = place
        }
    }

    deinit { for word in words { word.to.deallocate() } }

    /// What is read in the stead of a cell; nil for a word that is not known. It lies here.
    func replacement(of cell: Bytes) -> Bytes? {
        let cell = cell.trimmed
        if let place = places[Self.sum(cell)]?.first(where: { words[$0].from.elementsEqual(cell) }) {
            return Bytes(words[place].to)
        }
        // Empty is the commonest of all that are not written so.
        guard !cell.isEmpty, cell.count <= 1000, let place = likenesses[Self.likeness(cell.text)] else { return nil }
        return Bytes(words[place].to)
    }

    private static func likeness(_ word: String) -> String { halfWidth(word).lowercased().filter { $0 != " " } }

    /// FNV-1a.
    private static func sum(_ bytes: Bytes) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return sum
    }
}
