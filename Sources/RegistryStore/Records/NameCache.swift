import Registry

/// A bounded map from names, as bytes, to ids. It holds what fits in its room and starts anew when that is full, so
/// that an import's memory does not grow with the number of parties.
struct NameCache {
    private struct Entry {
        var hash: UInt64
        var start: UInt32
        var count: UInt32
        var id: Int64
    }

    private static let mostEntries = 1 << 18
    private static let mostBytes = 10 << 20
    private var table: [Int32]
    private var entries: [Entry] = []
    private var names: [UInt8] = []

    init() {
        table = [Int32](repeating: -1, count: 1 << 8)
    }

    func find(_ name: Bytes) -> Int64? {
        let hash = Self.hash(name)
        var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[place] >= 0 {
            let entry = entries[Int(table[place])]
            if entry.hash == hash, isSame(entry, name) { return entry.id }
            place = (place + 1) & (table.count - 1)
        }
        return nil
    }

    mutating func add(_ name: Bytes, id: Int64) {
        if entries.count >= Self.mostEntries || names.count + name.count > Self.mostBytes { self = NameCache() }
        let hash = Self.hash(name)
        entries.append(Entry(hash: hash, start: UInt32(names.count), count: UInt32(name.count), id: id))
        names.append(contentsOf: name)
        if entries.count * 2 > table.count {
            table = [Int32](repeating: -1, count: table.count * 2)
            for (index, entry) in entries.enumerated() { put(index, hash: entry.hash) }
        } else {
            put(entries.count - 1, hash: hash)
        }
    }

    private mutating func put(_ index: Int, hash: UInt64) {
        var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
        table[place] = Int32(index)
    }

    private func isSame(_ entry: Entry, _ name: Bytes) -> Bool {
        guard Int(entry.count) == name.count else { return false }
        return names.withUnsafeBufferPointer { all in
            Bytes(rebasing: all[Int(entry.start)..<Int(entry.start) + name.count]).elementsEqual(name)
        }
    }

    /// Seeded anew by each process, so that no file can be made to collide.
    private static func hash(_ name: Bytes) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(name))
        return UInt64(truncatingIfNeeded: hasher.finalize())
    }
}
