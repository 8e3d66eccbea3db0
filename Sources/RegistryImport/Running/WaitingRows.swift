import Registry
import RegistryStore

/// Rows that name a record of their own noun which comes later in the file, since rows are taken in the order of their codes.
extension RowsRecording {
    /// Takes the rows of a batch, group by group of equal keys.
    ///
    /// - Parameter mayWait: whether those that name what is not there yet are put aside.
    func takeAll(
        _ rows: BatchRows, of batch: RowBatch, _ writer: RecordWriter, _ slots: UnsafeMutableBufferPointer<Slot>,
        mayWait: Bool
    ) throws(StoreError) {
        try rows.forEachGroup { group throws(StoreError) in
            if mayWait, try mustWait(rows[group.lowerBound], writer, slots) {
                return waiting.append(group, of: batch, rows)
            }
            try take(group, of: batch, rows, writer, slots)
            if rejects.isWaiting { try close(group, rows, slots) }
        }
        try writer.flush()
    }

    /// Takes the rows that waited, as long as that lets any be taken; the rest is refused.
    func takeWaiting(
        _ sealer: RowSealer, _ writer: RecordWriter, _ slots: UnsafeMutableBufferPointer<Slot>
    ) throws(StoreError) {
        var before = Int.max
        while !waiting.isEmpty {
            let batch = waiting
            waiting = RowBatch()
            let helped = batch.ids.count < before
            before = batch.ids.count
            try batch.withRows { rows throws(StoreError) in
                try takeAll(rows, of: batch, writer, slots, mayWait: helped)
            }
            sealer.seal(batch)
            try writer.writeChecks()
        }
    }

    private func mustWait(
        _ row: UnsafeRawPointer, _ writer: RecordWriter, _ slots: UnsafeMutableBufferPointer<Slot>
    ) throws(StoreError) -> Bool {
        guard let ownField else { return false }
        PackedRow.read(row, to: slots)
        guard slots[ownField].text != nil else { return false }
        // What is named may be queued.
        try writer.flush()
        return try !writer.knowsOwn(UnsafeBufferPointer(slots))
    }
}
