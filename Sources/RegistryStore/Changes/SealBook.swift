import Digests
import Spreadsheets

/// The digests of what one change records: for each table its new rows as they come, which is the order of their ids,
/// and its changed rows in the order of theirs.
struct SealBook {
    struct Part {
        var rows: Int64 = 0
        var checks = RowChecks()
        private var digest = SHA256()
        private var pending: [UInt8] = []

        /// Hashes in blocks: a call for each row would cost more than the hashing.
        mutating func add(_ line: UnsafeRawBufferPointer) {
            rows += 1
            checks.add(line)
            pending.append(contentsOf: line)
            if pending.count >= 1 << 16 { flush() }
        }

        mutating func finish() -> String {
            flush()
            return digest.finish()
        }

        private mutating func flush() {
            digest.update(pending)
            pending.removeAll(keepingCapacity: true)
        }
    }

    private(set) var new: [Part]
    private(set) var changed: [Part]

    init() {
        new = SealFormat.current.tables.map { _ in Part() }
        changed = new
    }

    static func place(of table: String) -> Int {
        guard let place = SealFormat.current.tables.firstIndex(where: { $0.name == table }) else {
            preconditionFailure("table \(table) is in no seal")
        }
        return place
    }

    mutating func addNew(_ line: borrowing CSVLine, to place: Int) {
        line.withBytes { new[place].add($0) }
    }

    /// Takes over all new rows of a table at once, where there are any.
    mutating func addNew(_ part: Part, to place: Int) {
        guard part.rows > 0 else { return }
        precondition(new[place].rows == 0, "the new rows of a table come from one place")
        new[place] = part
    }

    mutating func addChanged(_ line: borrowing CSVLine, to place: Int) {
        line.withBytes { changed[place].add($0) }
    }

    var isEmpty: Bool { new.allSatisfy { $0.rows == 0 } && changed.allSatisfy { $0.rows == 0 } }

    func hasNew(in table: String) -> Bool { new[Self.place(of: table)].rows > 0 }
    func hasChanged(in table: String) -> Bool { changed[Self.place(of: table)].rows > 0 }

    /// The parts that hold anything, in the format's order.
    mutating func finish() -> [SealedPart] {
        var parts: [SealedPart] = []
        for (place, table) in SealFormat.current.tables.enumerated()
        where new[place].rows + changed[place].rows > 0 {
            parts.append(
                SealedPart(
                    table: table.name, newRows: new[place].rows, newSHA256: new[place].finish(),
                    changedRows: changed[place].rows, changedSHA256: changed[place].finish()))
        }
        return parts
    }

    /// The checks of the rows that were not yet taken, by table.
    mutating func takeChecks() -> [(table: String, blocks: [RowChecks.Block])] {
        SealFormat.current.tables.enumerated().map { place, table in
            (table.name, new[place].checks.take(withLast: true) + changed[place].checks.take(withLast: true))
        }
    }
}
