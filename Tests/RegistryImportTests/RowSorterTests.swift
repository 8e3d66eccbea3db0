import Registry
import SystemPackage
import TestSupport
import Testing

@testable import RegistryImport

@Suite("Sorting rows")
struct RowSorterTests {
    private struct Row: Equatable {
        let key: [UInt8]
        let row: Int
    }

    private func sorted(_ rows: [Row], titleLength: Int) throws -> [Row] {
        let sorter = RowSorter()
        for row in rows {
            let title = String(repeating: "x", count: titleLength)
            try [Written.text(title), .amount(Int64(row.row))].withSlots { slots in
                try row.key.withUnsafeBytes { key in
                    try sorter.add(slots, key: key, row: row.row, offset: row.row * 10)
                }
            }
        }
        let sortedRows = try sorter.finish()
        var found: [Row] = []
        let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: 2)
        slots.initialize(repeating: .null)
        defer { slots.deallocate() }
        while let packed = try sortedRows.next() {
            let row = Int(PackedRow.row(packed))
            PackedRow.read(packed, to: slots)
            // The values must have travelled with their key.
            guard slots[0].text?.count == titleLength, slots[1].amount == Amount(fen: Int64(row)),
                PackedRow.offset(packed) == Int64(row * 10)
            else {
                Issue.record("row \(row) came out with other values")
                return found
            }
            found.append(Row(key: Array(PackedRow.key(packed)), row: row))
        }
        return found
    }

    /// Few different keys, so that many are equal.
    private func rows(_ count: Int, seed: UInt64) -> [Row] {
        var dice = Dice(seed: seed)
        return (0..<count).map { index in
            let code = String(UInt64.random(in: 0..<UInt64(max(1, count / 3)), using: &dice), radix: 36)
            return Row(key: Array("SH\0\(code)".utf8), row: index + 2)
        }
    }

    /// The amount, which here is the row, as it lies in a packed row.
    private func value(_ row: Row) -> [UInt8] { withUnsafeBytes(of: Int64(row.row).littleEndian) { Array($0) } }

    private func plainlySorted(_ rows: [Row]) -> [Row] {
        rows.sorted { left, right in
            left.key == right.key
                ? value(left).lexicographicallyPrecedes(value(right)) : left.key.lexicographicallyPrecedes(right.key)
        }
    }

    @Test("rows in memory come out as a plain sort has them", arguments: [0, 1, 2, 3, 1000], [1, 2] as [UInt64])
    func inMemory(count: Int, seed: UInt64) throws {
        let rows = rows(count, seed: seed)
        #expect(try sorted(rows, titleLength: 20) == plainlySorted(rows))
    }

    /// Of 2 kB each: at 11 MiB a run these are four runs in a file.
    @Test("rows of several runs come out as a plain sort has them, equal keys in the order of their values")
    func severalRuns() throws {
        let rows = rows(20_000, seed: 7)
        #expect(try sorted(rows, titleLength: 2000) == plainlySorted(rows))
    }

    /// Longer than the block through which a run is read back, and one longer than a run.
    @Test("long rows are read back whole", arguments: [70_000, 300_000, 12 << 20])
    func longRows(titleLength: Int) throws {
        let count = titleLength > 1 << 20 ? 3 : 200
        let rows = rows(count, seed: 9)
        #expect(try sorted(rows, titleLength: titleLength) == plainlySorted(rows))
    }
}
