import Registry
import SystemPackage

/// Packed rows in memory, and their order.
///
/// `@unchecked Sendable`: a run is used by one thread at a time; ``RowSorter`` waits for the other before it takes it back.
final class SortRun: @unchecked Sendable {
    private let memory: UnsafeMutableRawBufferPointer
    private(set) var byteCount = 0
    private var keys: [SortKey] = []

    init(capacity: Int) {
        memory = .allocate(byteCount: capacity, alignment: 8)
    }

    deinit { memory.deallocate() }

    func hasRoom(for length: Int) -> Bool { memory.count - byteCount >= length }

    func add(
        _ slots: UnsafeBufferPointer<Slot>, key: UnsafeRawBufferPointer, row: Int, offset: Int, isFaulty: Bool
    ) {
        guard let start = memory.baseAddress.map({ $0 + byteCount }) else { return }
        byteCount += PackedRow.write(
            slots, key: key, row: row, offset: offset, isFaulty: isFaulty, to: start)
        keys.append(SortKey(start))
    }

    /// Files mostly come in order already; then there is nothing to do.
    func sort() {
        let isSorted = zip(keys, keys.dropFirst()).allSatisfy { SortKey.precedes($0, $1) }
        if !isSorted { keys.sort(by: SortKey.precedes) }
    }

    var count: Int { keys.count }
    func row(_ index: Int) -> UnsafeRawPointer { keys[index].place }

    func clear() {
        byteCount = 0
        keys.removeAll(keepingCapacity: true)
    }

    /// Writes the rows in their order, in blocks.
    func write(to spill: SpillFile, at start: Int64) throws(Errno) {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
        defer { block.deallocate() }
        var filled = 0
        var offset = start
        func flush() throws(Errno) {
            try spill.write(UnsafeRawBufferPointer(rebasing: block[..<filled]), at: offset)
            offset += Int64(filled)
            filled = 0
        }
        for key in keys {
            let length = PackedRow.length(key.place)
            let row = UnsafeRawBufferPointer(start: key.place, count: length)
            if block.count - filled < length { try flush() }
            if length > block.count {
                try spill.write(row, at: offset)
                offset += Int64(length)
            } else {
                UnsafeMutableRawBufferPointer(rebasing: block[filled...]).copyMemory(from: row)
                filled += length
            }
        }
        try flush()
    }
}
