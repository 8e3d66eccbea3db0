import Spreadsheets
import TestSupport
import Testing

/// Files by chance, the same at every run.
struct CSVReaderChanceTests {
    @Test("what is written is read back", arguments: 1...20)
    func roundTrip(seed: Int) throws {
        var chance = Dice(seed: UInt64(seed))
        let pieces = ["", "a", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "中文", "é", "😀", "123456789"]
        var line = CSVLine()
        var expected: [[[UInt8]]] = []
        for _ in 0..<200 {
            let fields = (0..<Int.random(in: 1...12, using: &chance)).map { _ in
                (0..<Int.random(in: 1...6, using: &chance)).flatMap { _ in
                    Array((pieces.randomElement(using: &chance) ?? "").utf8)
                }
            }
            for field in fields { line.appendField(field) }
            line.endLine()
            expected.append(fields)
        }
        let file = try UnnamedFile(holding: line.bytes)
        for size in [1, 5, 64, 1 << 18] {
            let rows = try file.rows(bufferSize: size)
            #expect(rows.map(\.fields) == expected)
            #expect(rows.allSatisfy { $0.faults.isEmpty })
        }
    }

    @Test("nonsense is divided the same whatever the size of the buffer, and no byte is passed over", arguments: 1...40)
    func nonsense(seed: Int) throws {
        var chance = Dice(seed: UInt64(seed))
        let alphabet: [UInt8] = Array("aab,,,\"\"\"\n\n\r\0 ".utf8) + [0xE4, 0xB8, 0xAD, 0xFF]
        let bytes = (0..<400).map { _ in alphabet.randomElement(using: &chance) ?? 0 }
        let file = try UnnamedFile(holding: bytes)
        for limit in [1, 5, 9, 40, 1000] {
            let whole = try file.rows(recordLimit: limit)
            for size in [1, 2, 3, 4, 5, 7, 8, 11, 16, 33, 100] {
                #expect(try file.rows(bufferSize: size, recordLimit: limit) == whole, "buffer \(size), limit \(limit)")
            }
            var place = 0
            for row in whole {
                // Between two records lie a line end, and what was cut off or skipped after a fault.
                let between = bytes[place..<row.byteOffset]
                if place > 0 { #expect(between.last == UInt8(ascii: "\n")) }
                #expect(bytes[row.byteOffset...].starts(with: row.rawBytes))
                #expect(row.rawBytes.count <= limit)
                place = row.byteOffset + row.rawBytes.count
            }
            #expect(whole.map(\.row) == Array(1...whole.count))
        }
    }
}
