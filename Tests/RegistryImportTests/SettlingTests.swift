import Registry
import RegistryStore
import Testing

@testable import RegistryImport

@Suite("Deals settled by a file")
struct SettlingTests {
    @Test("a deal is settled once, however many of its payments a file has, and moves with its venue")
    func once() throws {
        let desk = try ImportDesk()
        _ = try desk.take(ImportDesk.deals(["D-1": "1", "D-2": "2"]))
        _ = try desk.take(
            [
                "venue,code,deal,kind,direction,amount_yuan,paid_on", "SH,P-1,D-1,price,in,0.40,2022-06-21",
                "SH,P-2,D-1,price,in,0.60,2022-06-21", "SH,P-3,D-1,price,out,1,2022-06-21",
                "SH,P-4,D-2,price,in,2,2022-06-21",
            ])
        #expect(try desk.settled == Total(count: 1, fen: 100))
        _ = try desk.ledger.amend(
            RecordName(noun: .venue, venue: nil, code: "SH"), ["region": "浙江"], clearing: [], by: ImportDesk.author)
        let groups = try desk.ledger.totals(asOf: desk.ledger.today, knownAt: nil, by: .region)
        #expect(groups.first { $0.key == "浙江" }?.totals[.settled] == Total(count: 1, fen: 100))
        #expect(try desk.settled == Total(count: 1, fen: 100))
    }
}

extension ImportDesk {
    fileprivate var settled: Total? {
        get throws { try ledger.totals(asOf: ledger.today, knownAt: nil)[.settled] }
    }
}
