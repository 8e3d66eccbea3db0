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

    @Test("a certificate that a file gives to another deal is refused by its code")
    func certificateOfAnotherDeal() throws {
        let desk = try ImportDesk()
        let heading = "venue,code,deal,issued_on,issuer"
        _ = try desk.take(ImportDesk.deals(["D-1": "1", "D-2": "2"]))
        _ = try desk.take([heading, "SH,他-1,D-1,2022-06-22,他所"])
        let report = try desk.take([heading, "SH,他-1,D-2,2022-06-22,他所"], as: "second.csv")
        #expect(report.places == ["2:code"])
        #expect(report.rejections.map(\.refusal) == [.codeOfAnotherDeal("SH/他-1")])
        #expect(try desk.texts("SELECT d.code FROM certificate c JOIN deal d ON d.id = c.deal_id") == ["D-1"])
    }
}

extension ImportDesk {
    fileprivate var settled: Total? {
        get throws { try ledger.totals(asOf: ledger.today, knownAt: nil)[.settled] }
    }
}
