import Registry
import RegistryStore
import SystemPackage

/// Rows are taken in the order of their codes. Those that name a record of their own noun which comes later, or that do not agree
/// with one which a later row corrects, wait: the sorted rows are gone through again for them, as long as that lets any be
/// taken, ten times at most, and what is left then is refused.
extension RowsRecording {
    /// While rows are written here, those before them are sealed and those after them made ready on another thread.
    ///
    /// - Parameters:
    ///   - isAwaited: whether earlier files lacked records that this one may have.
    ///   - whenRecorded: told once, soon after something is recorded.
    func run(
        _ writer: RecordWriter, _ watch: ImportWatch, isAwaited: Bool, whenRecorded: () -> Void
    ) throws(StoreError) {
        if noun.belongsToVenue, scan.map.full != nil || isAwaited { met = MetRecords(scan.map.full, writer) }
        let sealer = RowSealer(scan.rows, noun, writer.sealing, file: file)
        let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: scan.map.slotCount)
        slots.initialize(repeating: .null)
        defer { slots.deallocate() }
        try writer.tell(sealer.ahead, rows: scan.counts.read)
        var hasRecorded = false
        func noteRecorded() {
            guard !hasRecorded, writer.added > 0 || changed > 0 || doubts.total > 0 else { return }
            hasRecorded = true
            whenRecorded()
        }
        var before = Int64.max
        var rounds = 0
        repeat {
            if waiting.count > 0 {
                mayWait = waiting.count < before && rounds < Self.mostRounds
                rounds += 1
                before = waiting.count
                sealer.restart(only: waiting)
                try rejects.restart()
                waiting = RowSet()
                lastCode = []
            }
            try goThrough(sealer, writer, watch, slots, noteRecorded)
        } while waiting.count > 0
        if repeatsTold > 100 { notices.append(.repeatedRowsOmitted(count: repeatsTold - 100)) }
    }

    /// How often the rows are gone through for others: a file of corrections that each make room for the next would be for
    /// hours, and all other writers wait.
    private static let mostRounds = 10

    private func goThrough(
        _ sealer: RowSealer, _ writer: RecordWriter, _ watch: ImportWatch, _ slots: UnsafeMutableBufferPointer<Slot>,
        _ noteRecorded: () -> Void
    ) throws(StoreError) {
        var written: RowBatch?
        var batch = try Self.made(sealer.begin(sealing: nil))
        while !batch.isEmpty {
            let coming = sealer.begin(sealing: written)
            // The other thread must be done before what it uses is given up.
            defer { _ = coming.wait() }
            let waitedBefore = waiting.count
            try batch.withRows { rows throws(StoreError) in try takeAll(rows, of: batch, writer, slots) }
            noteRecorded()
            watch.hasRecorded(rows: batch.ids.count - Int(waiting.count - waitedBefore))
            if watch.isStopWanted { throw .stopped }
            written = batch
            batch = try Self.made(coming)
            try writer.writeChecks()
        }
        if let written {
            sealer.seal(written)
            try writer.writeChecks()
        }
    }

    private static func made(_ coming: Background<Result<RowBatch, Errno>>) throws(StoreError) -> RowBatch {
        switch coming.wait() {
        case .success(let batch)?: return batch
        case .failure(let code)?: throw .temporaryFile(errno: code.rawValue)
        case nil: throw .temporaryFile(errno: 0)
        }
    }

    /// Takes the rows of a batch, group by group of equal keys.
    private func takeAll(
        _ rows: BatchRows, of batch: RowBatch, _ writer: RecordWriter, _ slots: UnsafeMutableBufferPointer<Slot>
    ) throws(StoreError) {
        try rows.forEachGroup { group throws(StoreError) in
            let first = rows[group.lowerBound]
            if mayWait, try namesLater(first, writer, slots) { return wait(group, rows) }
            try take(group, of: batch, rows, writer, slots)
            if rejects.isWaiting, !waiting.contains(PackedRow.row(first)) { try close(group, rows, slots) }
        }
        try writer.flush()
    }

    func wait(_ group: Range<Int>, _ rows: BatchRows) {
        for index in group { waiting.insert(PackedRow.row(rows[index])) }
    }

    private func namesLater(
        _ row: UnsafeRawPointer, _ writer: RecordWriter, _ slots: UnsafeMutableBufferPointer<Slot>
    ) throws(StoreError) -> Bool {
        guard let ownField else { return false }
        PackedRow.read(row, to: slots)
        guard !slots[ownField].isNull else { return false }
        return try !writer.knowsOwn(UnsafeBufferPointer(slots))
    }
}
