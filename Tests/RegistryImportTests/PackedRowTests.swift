import Registry
import TestSupport
import Testing

@testable import RegistryImport

@Suite("Packed rows")
struct PackedRowTests {
    @Test("values come out as they went in", arguments: 0..<200 as Range<UInt64>)
    func roundTrip(seed: UInt64) {
        var dice = Dice(seed: seed)
        let values = (0..<Int.random(in: 0...16, using: &dice)).map { _ in Written.random(&dice) }
        let key = String(repeating: "SH\0码", count: Int.random(in: 0..<4, using: &dice))
        let row = Int.random(in: 1...Int(Int32.max), using: &dice)
        let offset = Int.random(in: 0...(1 << 50), using: &dice)
        let bytes = values.packed(key: key, row: row, offset: offset)
        bytes.withUnsafeBytes { all in
            guard let start = all.baseAddress else { return }
            #expect(PackedRow.length(start) == bytes.count)
            #expect(PackedRow.row(start) == Int64(row))
            #expect(PackedRow.offset(start) == Int64(offset))
            #expect(String(decoding: PackedRow.key(start), as: UTF8.self) == key)
            withUnsafeTemporaryAllocation(of: Slot.self, capacity: values.count) { slots in
                slots.initialize(repeating: .null)
                PackedRow.read(start, to: slots)
                #expect(slots.map(Written.init) == values)
            }
        }
    }

    @Test("rows are the same by key and values, wherever they stand")
    func same() {
        let values: [Written] = [.text("SH"), .text("D-1"), .null, .amount(100), .day(19_000), .term(2)]
        func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
            left.withUnsafeBytes { left in
                right.withUnsafeBytes { right in
                    guard let left = left.baseAddress, let right = right.baseAddress else { return false }
                    return PackedRow.isSame(left, right)
                }
            }
        }
        let one = values.packed(key: "SH\0D-1", row: 2, offset: 40)
        #expect(isSame(one, values.packed(key: "SH\0D-1", row: 9, offset: 400)))
        #expect(!isSame(one, values.packed(key: "SH\0D-2", row: 2, offset: 40)))
        for place in values.indices {
            var other = values
            other[place] = values[place] == .null ? .term(0) : .null
            #expect(!isSame(one, other.packed(key: "SH\0D-1", row: 2, offset: 40)))
        }
        #expect(!isSame(one, (values.dropLast() + [.term(3)]).packed(key: "SH\0D-1")))
    }

    @Test("keys are compared byte by byte, then by row", arguments: 0..<100 as Range<UInt64>)
    func order(seed: UInt64) {
        var dice = Dice(seed: seed)
        func key() -> String {
            let stem = ["", "S", "SH\0", "SH\0aaaaaaaaaaaaaaaaaa", "BJ\0码码码码码码"].randomElement(using: &dice) ?? ""
            return stem + (["", "a", "b", "ab", "\u{7F}", "é"].randomElement(using: &dice) ?? "")
        }
        let (left, right) = (key(), key())
        let rows = (Int.random(in: 2...3, using: &dice), Int.random(in: 2...3, using: &dice))
        let isBefore =
            left == right ? rows.0 < rows.1 : left.utf8.lexicographicallyPrecedes(right.utf8)
        [Written]().packed(key: left, row: rows.0).withUnsafeBytes { one in
            [Written]().packed(key: right, row: rows.1).withUnsafeBytes { other in
                guard let one = one.baseAddress, let other = other.baseAddress else { return }
                #expect(SortKey.precedes(SortKey(one), SortKey(other)) == isBefore)
            }
        }
    }
}
