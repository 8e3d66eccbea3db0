import Registry
import RegistryStore
import Testing

@testable import RegistryImport

@Suite("Files after their import was taken back")
struct RevertTests {
    @Test("the same file is read afresh, and gives what it gave")
    func afresh() throws {
        let desk = try ImportDesk()
        let rows =
            ["venue,code,kind,amount_yuan,signed_on,seller,title"]
            + (1...30).map { "SH,D-\($0),transfer,\($0),2022-06-21,卖方\($0 % 5),题\($0)" }
        let first = try #require(try desk.take(rows).receipt)
        let deals = try desk.deals
        #expect(try desk.take(rows).outcome == .doubled)
        _ = try desk.ledger.revert(first.change, wholly: true, by: ImportDesk.author)
        #expect(try desk.deals == Total())
        let again = try desk.take(rows)
        #expect(again.outcome == .imported)
        #expect(again.counts.changed == 30)
        #expect(try desk.deals == deals)
        #expect(try desk.texts("SELECT DISTINCT seller FROM deals ORDER BY 1") == (0..<5).map { "卖方\($0)" })
        #expect(try desk.take(rows).outcome == .doubled)
    }

    @Test("after taking back the taking back it is as imported as before")
    func backAgain() throws {
        let desk = try ImportDesk()
        let rows = ImportDesk.deals(["D-1": "1", "D-2": "2"])
        let first = try #require(try desk.take(rows).receipt)
        let reversal = try desk.ledger.revert(first.change, by: ImportDesk.author)
        _ = try desk.ledger.revert(try #require(reversal.receipt).change, by: ImportDesk.author)
        #expect(try desk.deals == Total(count: 2, fen: 300))
        #expect(try desk.take(rows).outcome == .doubled)
    }

    @Test("a mended file gives what it says, and nothing stays of the other")
    func mended() throws {
        let desk = try ImportDesk()
        let wrong = ["venue,code,kind,amount_yuan,signed_on,title", "SH,D-1,transfer,1000,2022-06-21,错"]
        let first = try #require(try desk.take(wrong).receipt)
        _ = try desk.ledger.revert(first.change, by: ImportDesk.author)
        let mended = try desk.take(ImportDesk.deals(["D-1": "10"]))
        #expect(mended.counts.changed == 1)
        #expect(try desk.deals == Total(count: 1, fen: 1000))
        #expect(try desk.texts("SELECT coalesce(title, 'none') FROM deals") == ["none"])
    }

    @Test("the venue's last word is that of before the import that was taken back")
    func lastWord() throws {
        let desk = try ImportDesk()
        _ = try desk.take(ImportDesk.deals(["D-1": "1"]))
        let second = try #require(try desk.take(ImportDesk.deals(["D-1": "2"])).receipt)
        _ = try desk.ledger.revert(second.change, by: ImportDesk.author)
        #expect(try desk.deals == Total(count: 1, fen: 100))
        #expect(try desk.take(ImportDesk.deals(["D-1": "1"])).counts.unchanged == 1)
        #expect(try desk.take(ImportDesk.deals(["D-1": "2"])).counts.changed == 1)
        #expect(try desk.deals == Total(count: 1, fen: 200))
    }

    @Test("a record that was voided by hand stays void")
    func voidedByHand() throws {
        let desk = try ImportDesk()
        let first = try #require(try desk.take(ImportDesk.deals(["D-1": "1", "D-2": "2"])).receipt)
        _ = try desk.ledger.void(RecordName("SH/D-1", of: .deal), by: ImportDesk.author)
        _ = try desk.ledger.revert(first.change, by: ImportDesk.author)
        let again = try desk.take(ImportDesk.deals(["D-1": "5", "D-2": "2"]))
        #expect(again.counts.changed == 1 && again.counts.conflicts == 1)
        #expect(try desk.deals == Total(count: 1, fen: 200))
    }
}
