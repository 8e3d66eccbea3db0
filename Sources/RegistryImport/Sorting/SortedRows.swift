import SystemPackage

/// Reads one sorted run, from memory or from the spill file.
final class RunCursor {
    private let run: SortRun?
    private var index = 0
    private let spill: SpillFile?
    private var range: Range<Int64>
    private var block: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0

    init(_ run: SortRun) {
        self.run = run
        spill = nil
        range = 0..<0
        block = .allocate(byteCount: 0, alignment: 8)
    }

    init(_ spill: SpillFile, _ range: Range<Int64>) {
        run = nil
        self.spill = spill
        self.range = range
        block = .allocate(byteCount: 1 << 14, alignment: 8)
    }

    deinit { block.deallocate() }

    /// The next row, valid until the next call; nil at the end.
    func next() throws(Errno) -> UnsafeRawPointer? {
        if let run {
            guard index < run.count else { return nil }
            index += 1
            return run.row(index - 1)
        }
        if end - start < PackedRow.headLength { try fill(least: PackedRow.headLength) }
        guard end - start >= PackedRow.headLength, let base = block.baseAddress else { return nil }
        let length = PackedRow.length(base + start)
        if end - start < length { try fill(least: length) }
        guard end - start >= length, let base = block.baseAddress else { throw .ioError }
        defer { start += length }
        return UnsafeRawPointer(base + start)
    }

    private func fill(least: Int) throws(Errno) {
        let rest = end - start
        let larger = least > block.count ? UnsafeMutableRawBufferPointer.allocate(byteCount: least, alignment: 8) : nil
        let target = larger ?? block
        if rest > 0 { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[start..<end])) }
        if let larger {
            block.deallocate()
            block = larger
        }
        let room = min(block.count - rest, range.count)
        let got =
            try spill?.read(
                at: range.lowerBound, into: UnsafeMutableRawBufferPointer(rebasing: block[rest..<rest + room])) ?? 0
        range = range.lowerBound + Int64(got)..<range.upperBound
        (start, end) = (0, rest + got)
    }
}

/// Merges sorted runs: all rows in the order of their keys.
///
/// `@unchecked Sendable`: used by one thread at a time, the one that makes the next batch.
final class SortedRows: @unchecked Sendable {
    /// A heap by ``SortKey``: the run with the least row is at its root.
    private var heap: [(key: SortKey, cursor: RunCursor)] = []
    private let runs: () -> [RunCursor]
    private var hasBegun = false

    /// - Parameter runs: begins to read each run.
    init(_ runs: @escaping () -> [RunCursor]) { self.runs = runs }

    /// Goes back to the first row.
    func restart() {
        heap = []
        hasBegun = false
    }

    /// The next row, valid until the next call.
    func next() throws(Errno) -> UnsafeRawPointer? {
        if !hasBegun {
            hasBegun = true
            for cursor in runs() {
                guard let row = try cursor.next() else { continue }
                heap.append((SortKey(row), cursor))
                rise(heap.count - 1)
            }
        } else if !heap.isEmpty {
            if let row = try heap[0].cursor.next() {
                heap[0].key = SortKey(row)
            } else {
                heap[0] = heap[heap.count - 1]
                heap.removeLast()
            }
            sink()
        }
        return heap.first?.key.place
    }

    private func rise(_ index: Int) {
        var child = index
        while child > 0, SortKey.precedes(heap[child].key, heap[(child - 1) / 2].key) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if SortKey.precedes(heap[child].key, heap[least].key) { least = child }
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
