import Digests
import Testing

@testable import RegistryProof

@Suite("The search for the column that was altered")
struct ColumnSearchTests {
    private func search(_ now: String, sealed: String) -> ColumnSearch {
        let check = Array("\(sealed)\n".utf8).withUnsafeBytes(LineCheck.of)
        return ColumnSearch(line: Array(now.utf8)) { LineCheck.of($0) == check }
    }

    @Test("parts a line at its commas, but for those inside of quotes")
    func fields() {
        let search = search("1,\"a,\"\"b\"\"\",,3", sealed: "")
        #expect(search.fields.map { String(decoding: $0, as: UTF8.self) } == ["1", "\"a,\"\"b\"\"\"", "", "3"])
        let values = search.fields.map { $0.csvValue.map { String(decoding: $0, as: UTF8.self) } }
        #expect(values == ["1", "a,\"b\"", nil, "3"])
    }

    @Test(
        "finds a slip",
        arguments: [
            ("1,SH,1200000,x", "1,SH,1200001,x", 2), ("1,SH,1200000,x", "1,SH,12000000,x", 2),
            ("1,SH,1200000,x", "1,SH,1700000,x", 2), ("1,SH,5,x", "1,SI,5,x", 1), ("1,SH,5,x", "1,\"SH \",5,x", 1),
        ])
    func slips(sealed: String, now: String, place: Int) {
        var search = search(now, sealed: sealed)
        for place in 1..<4 { search.attemptSlips(at: place) }
        let before = sealed.split(separator: ",")[place]
        #expect(search.matches == [ColumnSearch.Match(place: place, field: Array(before.utf8))])
    }

    @Test("finds nothing where two columns were altered, nor where nothing was")
    func nothing() {
        for now in ["1,SI,6,x", "1,SH,5,x"] {
            var search = search(now, sealed: "1,SH,5,x")
            for place in 1..<4 { search.attemptSlips(at: place) }
            #expect(search.matches.isEmpty)
        }
    }
}
