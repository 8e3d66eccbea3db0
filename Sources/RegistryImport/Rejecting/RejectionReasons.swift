import Registry
import RegistryStore
import SystemPackage

/// What is wrong with the rows of a file, in words, in the order of the rows.
final class RejectionReasons {
    private let rows: SortedRows
    private let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: 2)
    private var ahead: (row: Int64, words: Bilingual)?
    /// Reasons of one row that are told.
    private static let mostOfARow = 50

    /// Lays a rejection down: rows sort by number, and within a row by column.
    static func add(_ rejection: Rejection, _ words: Bilingual, to sorter: RowSorter) throws(Errno) {
        var (english, chinese) = (words.english, words.chinese)
        let key =
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: rejection.row).bigEndian) { Array($0) }
            + Array((rejection.column ?? "").utf8.prefix(200))
        let outcome: Result<Void, Errno> = english.withUTF8 { english in
            chinese.withUTF8 { chinese in
                let slots: [Slot] = [.text(english), .text(chinese)]
                return slots.withUnsafeBufferPointer { slots in
                    key.withUnsafeBytes { key in
                        Result { () throws(Errno) in
                            try sorter.add(slots, key: key, row: Int(rejection.row), offset: -1)
                        }
                    }
                }
            }
        }
        try outcome.get()
    }

    init(_ rows: SortedRows) {
        self.rows = rows
        slots.initialize(repeating: .null)
    }

    deinit { slots.deallocate() }

    /// The next row and all that is wrong with it, a line each; nil at the end.
    func next() throws(Errno) -> (row: Int64, reasons: Bilingual)? {
        if ahead == nil { ahead = try read() }
        guard let first = ahead else { return nil }
        var (english, chinese) = ([first.words.english], [first.words.chinese])
        ahead = try read()
        while let more = ahead, more.row == first.row {
            if english.count < Self.mostOfARow {
                english.append(more.words.english)
                chinese.append(more.words.chinese)
            } else if english.count == Self.mostOfARow {
                english.append("…")
                chinese.append("…")
            }
            ahead = try read()
        }
        return (first.row, Bilingual(english.joined(separator: "\n"), chinese.joined(separator: "\n")))
    }

    private func read() throws(Errno) -> (row: Int64, words: Bilingual)? {
        guard let row = try rows.next() else { return nil }
        PackedRow.read(row, to: slots)
        return (PackedRow.row(row), Bilingual(slots[0].text?.text ?? "", slots[1].text?.text ?? ""))
    }
}
