import Synchronization

/// How far an import is, read from another thread or a signal handler, and whether it is to end.
package final class ImportWatch: Sendable {
    /// Bytes of the file in hand that were read.
    private let bytes = Atomic<Int>(0)
    /// Rows of the file in hand that were read, and of those how many are recorded.
    private let rows = Atomic<Int>(0)
    private let recorded = Atomic<Int>(0)
    private let isRecording = Atomic(false)
    private let stop = Atomic(false)

    package init() {}

    /// How far the file in hand is.
    package struct Place: Sendable {
        package let bytes: Int
        package let rows: Int
        package let recorded: Int
        package let isRecording: Bool
    }

    package var place: Place {
        Place(
            bytes: bytes.load(ordering: .relaxed), rows: rows.load(ordering: .relaxed),
            recorded: recorded.load(ordering: .relaxed), isRecording: isRecording.load(ordering: .relaxed))
    }

    /// Asks for the end; may be called by a signal handler.
    package func askToStop() { stop.store(true, ordering: .relaxed) }
    package var isStopWanted: Bool { stop.load(ordering: .relaxed) }

    func begin() {
        bytes.store(0, ordering: .relaxed)
        rows.store(0, ordering: .relaxed)
        recorded.store(0, ordering: .relaxed)
        isRecording.store(false, ordering: .relaxed)
    }

    func hasRead(bytes count: Int) { bytes.add(count, ordering: .relaxed) }
    func hasRead(rows count: Int64) { rows.store(Int(count), ordering: .relaxed) }

    func hasRecorded(rows count: Int) {
        isRecording.store(true, ordering: .relaxed)
        recorded.add(count, ordering: .relaxed)
    }
}
