import Registry
import RegistryStore
import SystemPackage

/// Some rows in order, copied together; equal keys are never parted. One thread makes it, one writes its rows, one seals
/// them, each after the other.
///
/// `@unchecked Sendable`: handed over whole.
final class RowBatch: @unchecked Sendable {
    private static let mostBytes = 1 << 20

    private var memory: [UInt8] = []
    private var starts: [Int] = []
    /// For each row, the ids of what it names, as far as they are known.
    var references: [References] = []
    /// For each row, whether it named a party not met before.
    private(set) var namesNew: [Bool] = []
    /// For each row, the id under which it was added; 0 where it was not, or is sealed already.
    var ids: [Int64] = []

    /// The next rows of `source`; none at the end.
    static func make(from source: BatchSource, _ ahead: PartyLookAhead, _ names: ReferenceFields) throws(Errno)
        -> RowBatch
    {
        let batch = RowBatch()
        batch.memory.reserveCapacity(mostBytes + 4096)
        while let row = try source.peek() {
            if batch.memory.count >= mostBytes, !batch.endsWithKey(of: row) { break }
            batch.starts.append(batch.memory.count)
            let known = names.known(of: row, ahead)
            batch.references.append(known)
            batch.namesNew.append(names.misses(known))
            batch.memory.append(contentsOf: UnsafeRawBufferPointer(start: row, count: PackedRow.length(row)))
            source.take()
        }
        batch.ids = [Int64](repeating: 0, count: batch.starts.count)
        return batch
    }

    var isEmpty: Bool { starts.isEmpty }

    /// Lends the rows for the time of the call.
    func withRows<Failure: Error>(_ body: (BatchRows) throws(Failure) -> Void) throws(Failure) {
        let outcome: Result<Void, Failure> = memory.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return .success(()) }
            do throws(Failure) {
                return .success(try body(BatchRows(base: base, starts: starts)))
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

/// The rows of a batch while they are lent.
struct BatchRows {
    fileprivate let base: UnsafeRawPointer
    fileprivate let starts: [Int]

    subscript(index: Int) -> UnsafeRawPointer { base + starts[index] }

    /// Shows runs of rows with equal keys, one after the other.
    func forEachGroup<Failure: Error>(_ body: (Range<Int>) throws(Failure) -> Void) throws(Failure) {
        var first = 0
        while first < starts.count {
            var end = first + 1
            while end < starts.count, SortKey.compareKeys(self[first], self[end]) == 0 { end += 1 }
            try body(first..<end)
            first = end
        }
    }
}

/// Sorted rows with a look at the next one.
///
/// `@unchecked Sendable`: used by one thread at a time, the one that makes the next batch.
final class BatchSource: @unchecked Sendable {
    private let rows: SortedRows
    /// The only rows to be seen; all where nil.
    private var only: RowSet?
    private var ahead: UnsafeRawPointer?
    private var hasAhead = false

    init(_ rows: SortedRows) { self.rows = rows }

    func peek() throws(Errno) -> UnsafeRawPointer? {
        if !hasAhead {
            repeat { ahead = try rows.next() } while isPassedOver
            hasAhead = true
        }
        return ahead
    }

    func take() { hasAhead = false }

    /// Goes back to the first of some rows.
    func restart(only: RowSet) {
        rows.restart()
        self.only = only
        hasAhead = false
    }

    private var isPassedOver: Bool {
        guard let only, let ahead else { return false }
        return !only.contains(PackedRow.row(ahead))
    }
}
