import Registry
import RegistryImport
import RegistryProof
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("A file of services, of which some name others of it")
struct ServiceFileTests {
    private static let heading = "venue,code,kind,title,provider,customer,service,amount_yuan,started_on"
    private static let programme = "SH,Z-1,programme,专项,银行,,,1000,2022-01-01"
    private static let loan = "SH,M-1,loan,,银行,甲,Z-1,10,2022-02-01"
    private static let relief = "SH,A-1,relief,,银行,,M-1,1,2022-03-01"

    private let desk: ImportDesk

    init() throws { desk = try ImportDesk() }

    /// `code of what names it`.
    private var named: [String] {
        get throws {
            try desk.texts(
                """
                SELECT s.code || coalesce(' of ' || u.code, '') FROM service s LEFT JOIN service u ON u.id = s.service_id
                WHERE s.is_void = 0 ORDER BY s.code
                """)
        }
    }

    private func proven() throws -> Bool {
        try Verification(Ledger(at: desk.ledger.path, for: .readOnly)).run().isEmpty
    }

    @Test(
        "is taken in any order of its rows",
        arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]])
    func anyOrder(order: [Int]) throws {
        let rows = [Self.programme, Self.loan, Self.relief]
        let report = try desk.take([Self.heading] + order.map { rows[$0] })
        #expect((report.counts.new, report.counts.rejected) == (3, 0))
        #expect(try named == ["A-1 of M-1", "M-1 of Z-1", "Z-1"])
        #expect(try proven())
    }

    @Test("a row that waits for another is known again when it comes a second time")
    func again() throws {
        _ = try desk.take([Self.heading, Self.loan, Self.programme])
        let report = try desk.take([Self.heading, Self.relief, Self.loan, Self.loan + " "], as: "second.csv")
        #expect((report.counts.new, report.counts.unchanged, report.counts.rejected) == (1, 2, 0))
        #expect(try named == ["A-1 of M-1", "M-1 of Z-1", "Z-1"])
    }

    @Test("equal rows that wait are one, and differing ones are both refused")
    func doubled() throws {
        let equal = try desk.take([Self.heading, Self.loan, Self.loan, Self.programme])
        #expect((equal.counts.new, equal.counts.unchanged) == (2, 1))
        let differing = try desk.take(
            [Self.heading, "SH,B-1,loan,,银行,甲,Z-2,10,2022-02-01", "SH,B-1,loan,,银行,甲,Z-2,11,2022-02-01"]
                + ["SH,Z-2,programme,专项,银行,,,1000,2022-01-01"], as: "second.csv")
        #expect(differing.places == ["2:code", "3:code"])
        #expect(differing.counts.new == 0)
    }

    @Test("what names nothing of the file or the registry is refused, and what names it with it")
    func unknown() throws {
        let report = try desk.take([Self.heading, Self.relief, "SH,M-1,loan,,银行,甲,Z-9,10,2022-02-01", Self.programme])
        #expect(report.places == ["2:service", "3:service"])
        #expect(try named == [])
        let taken = try desk.takeValid(
            [Self.heading, Self.relief, "SH,M-1,loan,,银行,甲,Z-9,10,2022-02-01", Self.programme], as: "part.csv")
        #expect((taken.counts.new, taken.counts.rejected) == (1, 2))
        #expect(try named == ["Z-1"])
        #expect(try proven())
    }

    @Test("of many rows those that wait are taken after all the others, and each once")
    func many() throws {
        let loans = (1...3000).map { "SH,L-\($0),loan,,银行,甲\($0 % 7),P-\($0 % 5),\($0),2022-02-01" }
        let programmes = (0..<5).map { "SH,P-\($0),programme,专项,银行,,,5000000,2022-01-01" }
        let report = try desk.take([Self.heading] + loans + programmes)
        #expect(report.counts.new == 3005)
        let totals = try desk.ledger.totals(asOf: desk.ledger.today, knownAt: nil)
        #expect(totals[.service] == Total(count: 3000, fen: 3000 * 3001 / 2 * 100))
        #expect(totals[.programme] == Total(count: 5, fen: 2_500_000_000))
        #expect(totals[.deal] == nil)
        #expect(try proven())
    }
}
