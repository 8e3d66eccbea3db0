import Registry
import Testing

@testable import RegistryImport

@Suite("What is wrong with many rows")
struct RejectionListTests {
    @Test("all is counted, the first are kept, and all is told in words, row by row")
    func many() throws {
        let list = RejectionList { Bilingual("\($0.row) \($0.column ?? "")", "第\($0.row)行 \($0.column ?? "")") }
        // Twice as many as are kept, and more than lie in memory; each row twice, backwards.
        let last: Int64 = 60_000
        for row in stride(from: last, through: 1, by: -1) {
            for column in ["b", "a"] {
                list.add(Rejection(row: row, column: column, value: nil, refusal: .missing(field: "code")))
            }
        }
        list.addOfFile(Rejection(row: last + 1, column: nil, value: nil, refusal: .totalAboveRows))
        #expect((list.rows, list.places) == (last, last + 1))
        #expect(list.count == Int(2 * last) + 1)
        #expect(list.kept.count + list.omitted == list.count)
        #expect(list.kept.count == 10_000)
        #expect(list.has(row: 1) && list.has(row: last) && !list.has(row: last + 1))
        let reasons = try list.reasons()
        var row: Int64 = 0
        while let next = try reasons.next() {
            row += 1
            #expect(next.row == row)
            #expect(next.reasons == Bilingual("\(row) a\n\(row) b", "第\(row)行 a\n第\(row)行 b"))
        }
        #expect(row == last)
    }

    @Test("of a row with very many faults the first are told")
    func oneRow() throws {
        let list = RejectionList { Bilingual($0.column ?? "", "") }
        for column in 100..<300 {
            list.add(Rejection(row: 7, column: "\(column)", value: nil, refusal: .missingAmount))
        }
        let reasons = try list.reasons()
        let lines = try #require(try reasons.next()).reasons.english.split(separator: "\n")
        #expect((lines.count, lines.first, lines.last) == (51, "100", "…"))
        #expect(try reasons.next() == nil)
    }
}
