/// The order of packed rows: by key, then by values, then by row. The first sixteen bytes of a key are compared as two numbers.
struct SortKey {
    let high: UInt64
    let low: UInt64
    let place: UnsafeRawPointer

    init(_ packed: UnsafeRawPointer) {
        place = packed
        let key = PackedRow.key(packed)
        high = Self.word(key, at: 0)
        low = Self.word(key, at: 8)
    }

    private static func word(_ key: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
        if offset + 8 <= key.count {
            return UInt64(bigEndian: key.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var word: UInt64 = 0
        for index in 0..<8 {
            word = word << 8 | (offset + index < key.count ? UInt64(key[offset + index]) : 0)
        }
        return word
    }

    static func precedes(_ left: SortKey, _ right: SortKey) -> Bool {
        if left.high != right.high { return left.high < right.high }
        if left.low != right.low { return left.low < right.low }
        let order = compareKeys(left.place, right.place)
        if order != 0 { return order < 0 }
        // Rows that share a made code are numbered by what they hold, so that their order in the file does not matter.
        let values = PackedRow.compareValues(left.place, right.place)
        return values == 0 ? PackedRow.row(left.place) < PackedRow.row(right.place) : values < 0
    }

    static func compareKeys(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Int {
        let (a, b) = (PackedRow.key(left), PackedRow.key(right))
        for index in 0..<min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
        return a.count - b.count
    }
}
