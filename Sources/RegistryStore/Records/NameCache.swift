import Registry

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A bounded map from names, as bytes, to ids. It holds what fits in its room and starts anew when that is full, so
/// that an import's memory does not grow with the number of parties.
struct NameCache {
    /// Where a name lies and which id it has. A slot is free while its id is 0. Part of the hash stands in the slot, so
    /// that a name is compared only where it is nearly certain to be the same.
    private struct Slot {
        var hash: UInt32 = 0
        var count: UInt32 = 0
        var start: UInt32 = 0
        var id: UInt32 = 0
    }

    /// Four fifths of the most slots.
    static let mostNames = 209_000
    private static let mostBytes = 8 << 20
    private var slots: [Slot]
    private var count = 0
    /// Whether nothing that was added was let go.
    private(set) var isWhole = true
    private var names: [UInt8] = []

    init() {
        slots = [Slot](repeating: Slot(), count: 1 << 8)
    }

    func find(_ name: Bytes) -> Int64? {
        let hash = Self.hash(name)
        return slots.withUnsafeBufferPointer { slots in
            var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[place].id != 0 {
                let slot = slots[place]
                if slot.hash == UInt32(truncatingIfNeeded: hash >> 32), Int(slot.count) == name.count, isAt(slot, name)
                {
                    return Int64(slot.id)
                }
                place = (place + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// Ids beyond 32 bits, which no registry will see, are not kept.
    mutating func add(_ name: Bytes, id: Int64) {
        guard let id = UInt32(exactly: id) else { return }
        if count >= Self.mostNames || names.count + name.count > Self.mostBytes { startAnew() }
        if (count + 1) * 5 > slots.count * 4 { grow() }
        let hash = Self.hash(name)
        put(
            Slot(
                hash: UInt32(truncatingIfNeeded: hash >> 32), count: UInt32(name.count), start: UInt32(names.count),
                id: id),
            hash: hash)
        // A small cache grows by itself; a large one takes all its room at once, for the same reason.
        if names.count > Self.mostBytes / 8 { names.reserveCapacity(Self.mostBytes) }
        names.append(contentsOf: name)
        count += 1
    }

    /// In the same memory: to give it up and grow again would leave holes in the heap as large as itself.
    private mutating func startAnew() {
        for place in slots.indices { slots[place] = Slot() }
        names.removeAll(keepingCapacity: true)
        count = 0
        isWhole = false
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.id != 0 {
            let hash = names.withUnsafeBufferPointer { names in
                Self.hash(Bytes(rebasing: names[Int(slot.start)..<Int(slot.start + slot.count)]))
            }
            put(slot, hash: hash)
        }
    }

    private mutating func put(_ slot: Slot, hash: UInt64) {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place].id != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }

    private func isAt(_ slot: Slot, _ name: Bytes) -> Bool {
        names.withUnsafeBufferPointer { names in
            guard let base = names.baseAddress, let other = name.baseAddress else { return name.isEmpty }
            return memcmp(base + Int(slot.start), other, name.count) == 0
        }
    }

    /// Seeded anew by each process, so that no file can be made to collide.
    private static func hash(_ name: Bytes) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(name))
        return UInt64(truncatingIfNeeded: hasher.finalize())
    }
}
