import Registry
import RegistryStore
import SystemPackage

/// The other core's work while rows are written: it seals those written last and makes ready those that come next.
///
/// `@unchecked Sendable`: its two jobs never run at once; ``RowsRecording`` waits for one before it starts the next.
final class RowSealer: @unchecked Sendable {
    private let source: BatchSource
    private let sealing: RowSealing
    private let file: Int64
    private let names: ReferenceFields
    let ahead = PartyLookAhead()

    init(_ rows: SortedRows, _ noun: Noun, _ sealing: RowSealing, file: Int64) {
        source = BatchSource(rows)
        self.sealing = sealing
        self.file = file
        names = ReferenceFields(noun)
    }

    /// Goes back to the first of some rows; none of its jobs may be running.
    func restart(only rows: RowSet) { source.restart(only: rows) }

    /// Begins to seal `written` and then to make the next batch.
    func begin(sealing written: RowBatch?) -> Background<Result<RowBatch, Errno>> {
        Background {
            if let written { self.seal(written) }
            do throws(Errno) {
                return .success(try RowBatch.make(from: self.source, self.ahead, self.names))
            } catch {
                return .failure(error)
            }
        }
    }

    func seal(_ batch: RowBatch) {
        batch.withRows { rows in
            for (index, id) in batch.ids.enumerated() where id > 0 {
                let row = rows[index]
                PackedRow.read(row, to: names.slots)
                if batch.namesNew[index] { names.learn(batch.references[index], ahead) }
                let origin = Origin(file: file, row: PackedRow.row(row), offset: PackedRow.offset(row))
                sealing.take(UnsafeBufferPointer(names.slots), batch.references[index], id: id, from: origin)
            }
        }
    }
}
