import SystemPackage

/// Some rows in order, copied together; equal keys are never parted.
///
/// `@unchecked Sendable`: made by one thread, then handed over whole.
final class RowBatch: @unchecked Sendable {
    private static let mostBytes = 1 << 20

    private var memory: [UInt8] = []
    private var starts: [Int] = []

    /// The next rows of `source`, and whether there may be more.
    static func make(from source: BatchSource) throws(Errno) -> RowBatch {
        let batch = RowBatch()
        batch.memory.reserveCapacity(mostBytes + 4096)
        while let row = try source.peek() {
            if batch.memory.count >= mostBytes, !batch.endsWithKey(of: row) { break }
            batch.starts.append(batch.memory.count)
            batch.memory.append(contentsOf: UnsafeRawBufferPointer(start: row, count: PackedRow.length(row)))
            source.take()
        }
        return batch
    }

    var isEmpty: Bool { starts.isEmpty }

    /// Shows runs of rows with equal keys, one after the other.
    func forEachGroup<Failure: Error>(
        _ body: ([UnsafeRawPointer]) throws(Failure) -> Void
    ) throws(Failure) {
        let outcome: Swift.Result<Void, Failure> = memory.withUnsafeBytes { all in
            do throws(Failure) {
                guard let base = all.baseAddress else { return .success(()) }
                var group: [UnsafeRawPointer] = []
                for start in starts {
                    let row = base + start
                    if let first = group.first, SortKey.compareKeys(first, row) != 0 {
                        try body(group)
                        group.removeAll(keepingCapacity: true)
                    }
                    group.append(row)
                }
                if !group.isEmpty { try body(group) }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    private func endsWithKey(of row: UnsafeRawPointer) -> Bool {
        guard let start = starts.last else { return false }
        return memory.withUnsafeBytes { all in
            all.baseAddress.map { SortKey.compareKeys($0 + start, row) == 0 } ?? false
        }
    }
}

/// Sorted rows with a look at the next one.
///
/// `@unchecked Sendable`: used by one thread at a time, the one that makes the next batch.
final class BatchSource: @unchecked Sendable {
    private let rows: SortedRows
    private var ahead: UnsafeRawPointer?
    private var hasAhead = false

    init(_ rows: SortedRows) { self.rows = rows }

    func peek() throws(Errno) -> UnsafeRawPointer? {
        if !hasAhead {
            ahead = try rows.next()
            hasAhead = true
        }
        return ahead
    }

    func take() { hasAhead = false }
}
