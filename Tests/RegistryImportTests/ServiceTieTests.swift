import Registry
import RegistryImport
import RegistryStore
import SQLite
import Testing

@Suite("A file of services, of which some do not agree with what they name")
struct ServiceTieTests {
    private static let heading = "venue,code,kind,title,provider,customer,service,amount_yuan,started_on"
    private static let programme = "SH,P-1,programme,专项,银行,,,100,2022-01-01"
    private static let loan = "SH,L-1,loan,,银行,甲,P-1,60,2022-02-01"
    private static let renewal = "SH,R-1,renewal,,银行,,L-1,60,2022-03-01"

    private let desk: ImportDesk

    init() throws {
        desk = try ImportDesk()
        _ = try desk.take([Self.heading, Self.programme, Self.loan, Self.renewal], as: "first.csv")
    }

    private func services() throws -> [String] {
        try desk.texts(
            "SELECT code || ' ' || kind || ' ' || coalesce(amount_fen / 100, '') FROM service WHERE is_void = 0 ORDER BY code"
        )
    }

    private func take(_ rows: [String]) throws -> FileReport { try desk.take([Self.heading] + rows, as: "next.csv") }

    @Test("corrections that agree only together are taken, whichever row is first")
    func together() throws {
        let report = try take([
            "SH,L-1,custody,,银行,甲,,60,2022-02-01", "SH,R-1,training,班,银行,,,60,2022-03-01",
        ])
        #expect((report.counts.changed, report.counts.rejected) == (2, 0))
        #expect(try services() == ["L-1 custody 60", "P-1 programme 100", "R-1 training 60"])
    }

    @Test("a loan that only a raised quota covers is taken along with it, and one moved where another makes room")
    func room() throws {
        let raised = try take(["SH,L-1,loan,,银行,甲,P-1,150,2022-02-01", "SH,P-1,programme,专项,银行,,,200,2022-01-01"])
        #expect(raised.counts.changed == 2)
        let more = try desk.take(
            [Self.heading, "SH,A-1,loan,,银行,甲,P-1,150,2022-02-01", "SH,L-1,loan,,银行,甲,P-1,50,2022-02-01"],
            as: "third.csv")
        #expect((more.counts.new, more.counts.changed) == (1, 1))
        #expect(try services() == ["A-1 loan 150", "L-1 loan 50", "P-1 programme 200", "R-1 renewal 60"])
    }

    @Test(
        "what does not agree is refused by its row and field, and changes nothing",
        arguments: [
            ("SH,P-1,programme,专项,银行,,,59,2022-01-01", "amount_yuan"),
            ("SH,P-1,programme,专项,银行,,,100,2022-02-02", "started_on"),
            ("SH,P-1,programme,专项,他行,,,100,2022-01-01", "provider"),
            ("SH,P-1,training,专项,银行,,,100,2022-01-01", "kind"),
            ("SH,L-1,loan,,银行,甲,P-1,101,2022-02-01", "amount_yuan"),
            ("SH,L-2,loan,,银行,甲,P-1,41,2022-02-01", "amount_yuan"),
            ("SH,L-2,loan,,银行,甲,P-1,1,2021-12-31", "started_on"),
            ("SH,L-2,loan,,他行,甲,P-1,1,2022-02-01", "provider"),
            ("SH,R-2,deferral,,他行,,L-1,1,2022-03-01", "provider"),
            ("SH,R-2,renewal,,新行,,P-1,1,2022-03-01", "service"),
        ])
    func refused(row: String, field: String) throws {
        let before = try services()
        #expect(try take([row]).places == ["2:\(field)"])
        let taken = try desk.takeValid([Self.heading, row, "SH,T-1,training,班,银行,,,,2022-01-01"], as: "part.csv")
        #expect((taken.counts.new, taken.counts.rejected) == (1, 1))
        #expect(try services().filter { !$0.hasPrefix("T-1") } == before)
        #expect(try desk.texts("SELECT name FROM party ORDER BY name") == ["甲", "银行"].sorted())
        #expect(try desk.ledger.contradictions().isEmpty)
    }

    @Test("of the loans of a file the one is refused by which more is drawn than the quota")
    func overdrawn() throws {
        let report = try desk.takeValid(
            [Self.heading] + (1...6).map { "SH,M-\($0),loan,,银行,甲,P-1,9,2022-02-01" }, as: "loans.csv")
        #expect(report.places == ["6:amount_yuan", "7:amount_yuan"])
        #expect(
            report.rejections.map(\.refusal).first
                == .service("SH/M-5", of: "SH/P-1", .overdrawn(Amount(fen: 10_500), quota: Amount(fen: 10_000))))
        #expect(report.counts.new == 4)
    }

    @Test("parties that were merged are one bank, and are not parted while a loan rests on it")
    func merged() throws {
        _ = try desk.take(["name", "他行"], as: "parties.csv")
        let bank = RecordName(noun: .party, venue: nil, code: "他行")
        let kept = RecordName(noun: .party, venue: nil, code: "银行")
        _ = try desk.ledger.merge(bank, into: kept, by: ImportDesk.author)
        #expect(try take(["SH,L-2,loan,,他行,甲,P-1,1,2022-02-01"]).counts.new == 1)
        let fault = Refusal.service("SH/L-2", of: "SH/P-1", .otherProvider("他行", parent: "银行"))
        #expect {
            try desk.ledger.unmerge(bank, by: ImportDesk.author)
        } throws: { error in
            if case StoreError.refused(let refusals) = error { refusals.map(\.refusal) == [fault] } else { false }
        }
    }
}
