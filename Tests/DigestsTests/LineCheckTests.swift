import Digests
import Testing

@Suite("The check of a line")
struct LineCheckTests {
    @Test(
        "is stored, so it stays as it was",
        arguments: [
            ("", 1292512190), ("\n", 2925943534), ("1,a\n", 1495862880), ("1,abcd\n", 3871907728),
            ("12345678", 507201958), ("1,SH/D-1,技术转让,280000000\n", 1259723846),
        ] as [(String, UInt32)])
    func frozen(line: String, sum: UInt32) {
        #expect(check(Array(line.utf8)) == sum)
    }

    @Test("differs for lines that differ in one bit, wherever it is")
    func oneBit() {
        let line = Array("7,3,D-2022-0001,,transfer,2800000.00,2022-06-20\n".utf8)
        var sums: Set<UInt32> = [check(line)]
        for place in line.indices {
            for bit in 0..<8 {
                var altered = line
                altered[place] ^= 1 << bit
                sums.insert(check(altered))
            }
        }
        #expect(sums.count == line.count * 8 + 1)
        #expect(check(line + [0]) != check(line))
    }

    private func check(_ line: [UInt8]) -> UInt32 { line.withUnsafeBytes { LineCheck.of($0) } }
}
