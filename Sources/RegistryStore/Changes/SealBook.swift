import Digests
import Spreadsheets

/// The digests of what one change records: for each table its new rows as they come, which is the order of their ids,
/// and its changed rows in the order of theirs.
struct SealBook {
    struct Part {
        var rows: Int64 = 0
        private var digest = SHA256()
        private var pending: [UInt8] = []

        /// Hashes in blocks: a call for each row would cost more than the hashing.
        mutating func add(_ line: UnsafeRawBufferPointer) {
            rows += 1
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

    struct Summary {
        let table: String
        let newRows: Int64
        let newSHA256: String
        let changedRows: Int64
        let changedSHA256: String
    }

    /// The parts that hold anything, in the format's order.
    mutating func finish() -> [Summary] {
        var parts: [Summary] = []
        for (place, table) in SealFormat.current.tables.enumerated()
        where new[place].rows + changed[place].rows > 0 {
            parts.append(
                Summary(
                    table: table.name, newRows: new[place].rows, newSHA256: new[place].finish(),
                    changedRows: changed[place].rows, changedSHA256: changed[place].finish()))
        }
        return parts
    }

    /// The text whose SHA-256 is the seal of a change: its format, the seal before it, its header, and its parts.
    static func text(
        number: Int64, after previous: String?, at recordedAt: String, by author: Author, parts: [Summary]
    ) -> String {
        var line = CSVLine()
        line.appendField("registry-seal")
        line.appendField(SealFormat.current.number)
        line.endLine()
        line.appendField("previous")
        if let previous { line.appendField(previous) } else { line.appendNull() }
        line.endLine()
        line.appendField("change")
        line.appendField(number)
        line.appendField(author.command)
        if let reason = author.reason { line.appendField(reason) } else { line.appendNull() }
        line.appendField(author.actor)
        line.appendField(author.login)
        line.appendField(author.uid)
        line.appendField(author.host)
        line.appendField(recordedAt)
        line.endLine()
        for part in parts {
            line.appendField(part.table)
            line.appendField(part.newRows)
            line.appendField(part.newSHA256)
            line.appendField(part.changedRows)
            line.appendField(part.changedSHA256)
            line.endLine()
        }
        return String(decoding: line.bytes, as: UTF8.self)
    }
}
