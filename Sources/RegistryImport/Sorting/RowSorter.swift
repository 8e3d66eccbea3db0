import Registry
import RegistryStore
import SystemPackage

/// Sorts the rows of a file by key in bounded memory: runs are sorted on another thread while the next one is read, and
/// spilled to a nameless file unless all rows fit into one.
final class RowSorter {
    /// Two of these are in memory at a time.
    private let runCapacity: Int
    private let spill = SpillFile()
    private var run: SortRun
    private var inBackground: Background<Errno?>?
    private var spare: SortRun?
    private var spilled: [Range<Int64>] = []

    /// - Parameter runCapacity: bytes.
    init(runCapacity: Int = 8 << 20) {
        self.runCapacity = runCapacity
        run = SortRun(capacity: runCapacity)
    }

    func add(
        _ slots: UnsafeBufferPointer<Slot>, key: UnsafeRawBufferPointer, row: Int, offset: Int,
        isFaulty: Bool = false
    ) throws(Errno) {
        let most = PackedRow.mostLength(slots, keyLength: key.count)
        if !run.hasRoom(for: most) { try spillRun(roomFor: most) }
        run.add(slots, key: key, row: row, offset: offset, isFaulty: isFaulty)
    }

    /// The rows in the order of their keys.
    func finish() throws(Errno) -> SortedRows {
        if spilled.isEmpty, inBackground == nil {
            run.sort()
            let run = self.run
            return SortedRows { [RunCursor(run)] }
        }
        try spillRun(roomFor: 0)
        try waitForSpill()
        spare = nil
        let (spill, spilled) = (self.spill, self.spilled)
        return SortedRows { spilled.map { RunCursor(spill, $0) } }
    }

    private func spillRun(roomFor most: Int) throws(Errno) {
        try waitForSpill()
        let full = run
        run = spare ?? SortRun(capacity: max(runCapacity, most))
        if !run.hasRoom(for: most) { run = SortRun(capacity: most) }
        spare = full
        let start = spilled.last?.upperBound ?? 0
        spilled.append(start..<start + Int64(full.byteCount))
        let spill = self.spill
        inBackground = Background {
            do throws(Errno) {
                full.sort()
                try full.write(to: spill, at: start)
                full.clear()
                return nil
            } catch {
                return error
            }
        }
    }

    private func waitForSpill() throws(Errno) {
        guard let running = inBackground else { return }
        inBackground = nil
        if let failure = running.wait() ?? nil { throw failure }
    }
}
