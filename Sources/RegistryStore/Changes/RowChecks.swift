import Digests
import SQLite

/// The checks of the rows that a change recorded in one table, in blocks of neighbouring ids.
package struct RowChecks: Sendable {
    package struct Block: Sendable {
        package let firstID: Int64
        /// Four bytes a row, the lowest first.
        package let sums: [UInt8]
    }

    /// As many as lie in a page of the table four times, so that none needs pages of its own.
    private static let mostRows = 240

    private var finished: [Block] = []
    private var firstID: Int64 = 0
    private var sums: [UInt32] = []

    /// Takes in the line of a sealed row, which begins with the row's id.
    mutating func add(_ line: UnsafeRawBufferPointer) {
        var id: Int64 = 0
        for byte in line {
            guard case 0x30...0x39 = byte else { break }
            id = id &* 10 &+ Int64(byte &- 0x30)
        }
        if id != firstID + Int64(sums.count) || sums.count == Self.mostRows {
            finishBlock()
            firstID = id
        }
        sums.append(LineCheck.of(line))
    }

    /// Hands over the blocks that nothing will be added to; with the last one once all rows are in.
    mutating func take(withLast isWhole: Bool) -> [Block] {
        if isWhole { finishBlock() }
        defer { finished = [] }
        return finished
    }

    private mutating func finishBlock() {
        guard !sums.isEmpty else { return }
        let bytes = [UInt8](unsafeUninitializedCapacity: sums.count * 4) { bytes, count in
            count = sums.count * 4
            for (place, sum) in sums.enumerated() {
                for byte in 0..<4 { bytes[place * 4 + byte] = UInt8(truncatingIfNeeded: sum >> UInt32(byte * 8)) }
            }
        }
        finished.append(Block(firstID: firstID, sums: bytes))
        sums.removeAll(keepingCapacity: true)
    }
}

extension Change {
    func write(_ checks: [RowChecks.Block], of table: String) throws(SQLiteError) {
        guard !checks.isEmpty else { return }
        let insert = try connection.prepare(
            "INSERT INTO row_check (change_id, table_name, first_id, sums) VALUES (?, ?, ?, ?)")
        try insert.bind(number, at: 1)
        try insert.bind(table, at: 2)
        for block in checks {
            try insert.bind(block.firstID, at: 3)
            try insert.bind(block.sums, at: 4)
            try insert.run()
        }
    }
}
