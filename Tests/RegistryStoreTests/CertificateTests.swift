import Registry
import RegistryStore
import SQLite
import Testing

@Suite("Certificates")
struct CertificateTests {
    private let registry: TestRegistry
    private var ledger: Ledger { registry.ledger }
    private static let deal = RecordName(noun: .deal, venue: "SH", code: "D-1")

    init() throws {
        registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            for code in ["D-1", "D-2", "D-3"] {
                try all.addDeal(
                    "SH", code, yuan: 100, on: "2022-03-01", field: "urban", title: "标的", seller: "甲", buyer: "丁")
            }
        }
        for code in ["D-1", "D-2"] { try pay("price", 100, on: "2022-03-05", for: code) }
    }

    private func pay(_ kind: String, _ yuan: Int, on day: String, out: Bool = false, for deal: String = "D-1") throws {
        _ = try ledger.add(
            .payment,
            [
                "deal": "SH/\(deal)", "kind": kind, "direction": out ? "out" : "in", "amount": "\(yuan)",
                "paid_on": day,
            ], by: .tester)
    }

    @discardableResult
    private func issue(_ deal: String = "D-1", on day: String = "2022-03-06") throws(StoreError) -> RecordName {
        try ledger.issueCertificate(
            of: RecordName(noun: .deal, venue: "SH", code: deal), ["issued_on": day, "fee": "0"], by: .tester
        ).name
    }

    private func faults(_ body: () throws(StoreError) -> Void) throws -> [CertificateFault] {
        guard case .refused(let refusals) = try refusal(body) else { return [] }
        return refusals.compactMap {
            switch $0.refusal {
            case .certificate(_, _, let fault), .certificateStands(_, _, _, let fault): fault
            default: nil
            }
        }
    }

    private func totals(_ day: String) throws -> [Int64] {
        let totals = try registry.totals(day)
        return [Measure.issuedCertificate, .validCertificate].map { totals[$0]?.count ?? 0 }
    }

    @Test("are numbered year by year, and no number is given twice, whatever became of the first")
    func numbers() throws {
        #expect("\(try issue())" == "SH/C-2022-0001")
        let revoked = RecordName(noun: .certificate, venue: "SH", code: "C-2022-0001")
        _ = try ledger.revokeCertificate(revoked, on: Day(year: 2022, month: 3, day: 7), by: .tester)
        #expect("\(try issue(on: "2022-03-07"))" == "SH/C-2022-0002")
        // The change that issued one is not taken back; revoked and void, its number stays taken.
        let change = try #require(try ledger.newestMoment()?.change)
        #expect(throws: StoreError.self) { try ledger.revert(change, by: .tester) }
        let second = RecordName(noun: .certificate, venue: "SH", code: "C-2022-0002")
        _ = try ledger.revokeCertificate(second, on: Day(year: 2022, month: 3, day: 8), by: .tester)
        _ = try ledger.void(second, by: .tester)
        #expect("\(try issue(on: "2022-03-08"))" == "SH/C-2022-0003")
        #expect("\(try issue("D-2", on: "2023-01-02"))" == "SH/C-2023-0001")
    }

    @Test("are one at a time for a deal, from day to day")
    func oneAtATime() throws {
        let first = try issue()
        #expect(try faults { () throws(StoreError) in _ = try issue(on: "2022-03-09") } == [.another("\(first)")])
        _ = try ledger.revokeCertificate(first, on: Day(year: 2022, month: 3, day: 9), by: .tester)
        #expect(try faults { () throws(StoreError) in _ = try issue(on: "2022-03-08") } == [.another("\(first)")])
        try issue(on: "2022-03-09")
        #expect(try totals("2022-03-08") == [1, 1])
        #expect(try totals("2022-03-09") == [2, 1])
        // To give the first its validity back would make two.
        let revocation = try #require(try ledger.newestMoment()?.change) - 1
        #expect(
            try faults { () throws(StoreError) in _ = try ledger.revert(revocation, by: .tester) }
                == [.another("\(first)")])
    }

    @Test("certify the price in force on their day, and count for it")
    func amount() throws {
        _ = try ledger.amend(
            Self.deal, to: Amount(fen: 8_000), effectiveOn: Day(year: 2022, month: 4, day: 1) ?? .init(number: 0),
            by: .tester)
        #expect(
            try ledger.issueCertificate(of: Self.deal, ["issued_on": "2022-03-31", "fee": "0"], by: .tester).amount
                == Amount(fen: 10_000))
        #expect(try registry.totals("2022-03-31")[.validCertificate] == Total(count: 1, fen: 10_000))
    }

    @Test("keep what they rest on: payment, deal, and the days of both")
    func rest() throws {
        let name = try issue()
        let payment = RecordName(noun: .payment, venue: "SH", code: "D-1-P1")
        let lacking = [CertificateFault.priceNotIn(received: 0, price: 10_000)]
        #expect(try faults { () throws(StoreError) in _ = try ledger.void(payment, by: .tester) } == lacking)
        #expect(
            try faults { () throws(StoreError) in
                _ = try ledger.amend(payment, ["paid_on": "2022-03-07"], clearing: [], by: .tester)
            } == lacking)
        #expect(
            try faults { () throws(StoreError) in
                _ = try ledger.amend(payment, ["deal": "D-3"], clearing: [], by: .tester)
            } == lacking)
        let day = try #require(Day(year: 2022, month: 3, day: 6))
        #expect(
            try faults { () throws(StoreError) in _ = try ledger.terminate(Self.deal, on: day, by: .tester) }
                == [.terminated(since: day)])
        #expect(
            try faults { () throws(StoreError) in
                _ = try ledger.amend(Self.deal, ["signed_on": "2022-03-07"], clearing: [], by: .tester)
            } == [.notSigned(until: Day(number: day.number + 1))])
        guard
            case .stillNamed(_, _, .payment, _) = try refusal({ () throws(StoreError) in
                _ = try ledger.void(Self.deal, by: .tester)
            })
        else {
            Issue.record("a deal that is certified was voided")
            return
        }
        // What happens on later days is of no matter to it, and is told.
        _ = try ledger.terminate(Self.deal, on: Day(number: day.number + 1), by: .tester)
        let id = try #require(try ledger.find(name)?.id)
        let since = try #require(try ledger.certifiedSince(id))
        #expect(since.terminatedOn == Day(number: day.number + 1) && since.price == nil && since.fields.isEmpty)
        // Once it is revoked nothing rests on the payment.
        _ = try ledger.revokeCertificate(name, on: nil, by: .tester)
        _ = try ledger.void(payment, by: .tester)
    }

    @Test("tell how their deal was corrected since")
    func since() throws {
        let name = try issue()
        let id = try #require(try ledger.find(name)?.id)
        let before = try #require(try ledger.certifiedSince(id))
        #expect(before.fields.isEmpty && before.price == nil && !before.isVoid && before.deal == Self.deal)
        _ = try ledger.amend(Self.deal, ["title": "另一标的", "seller": "乙"], clearing: [], by: .tester)
        _ = try ledger.amend(
            Self.deal, to: Amount(fen: 5_000), effectiveOn: Day(year: 2022, month: 5, day: 1) ?? .init(number: 0),
            by: .tester)
        let moved = RecordName(noun: .deal, venue: "SH", code: "D-9")
        _ = try ledger.move(Self.deal, to: moved, by: .tester)
        let after = try #require(try ledger.certifiedSince(id))
        #expect(after.fields == ["title", "seller"] && after.price == Amount(fen: 5_000) && after.deal == moved)
        // A party that is merged is the same party.
        _ = try ledger.merge(
            RecordName(noun: .party, venue: nil, code: "甲"), into: RecordName(noun: .party, venue: nil, code: "乙"),
            by: .tester)
        #expect(try ledger.certifiedSince(id)?.fields == ["title"])
    }

    @Test("that are in force are revoked, once, and not said never to have been")
    func revoking() throws {
        let name = try issue()
        let voiding = try refusal { () throws(StoreError) in _ = try ledger.void(name, by: .tester) }
        guard case .cannotFollow(.certificate, _, .isRevokedInstead) = voiding else { return wrong(voiding) }
        for (day, field) in [
            (Day(year: 2022, month: 3, day: 5), "revoked_on"), (Day(year: 2100, month: 1, day: 1), "revoked_on"),
        ] {
            guard
                case .refused(let refusals) = try refusal({ () throws(StoreError) in
                    _ = try ledger.revokeCertificate(name, on: day, by: .tester)
                })
            else { continue }
            #expect(refusals.map(\.field) == [field])
        }
        let correction = try ledger.revokeCertificate(name, on: Day(year: 2022, month: 3, day: 8), by: .tester)
        #expect(correction.fields.map(\.column) == ["revoked_on"])
        let again = try refusal { () throws(StoreError) in _ = try ledger.revokeCertificate(name, on: nil, by: .tester)
        }
        guard case .cannotFollow(.certificate, _, .revokedAlready(let day)) = again else { return wrong(again) }
        #expect("\(day)" == "2022-03-08")
        #expect(
            try registry.ledger.connection.rows("SELECT kind, effective_on FROM corrections WHERE noun = 'certificate'")
                == [[.text("revocation"), .text("2022-03-08")]])
        #expect(try totals("2022-03-07") == [1, 1])
        #expect(try totals("2022-03-08") == [1, 0])
        _ = try ledger.void(name, by: .tester)
        #expect(try totals("2022-03-07") == [0, 0])
    }

    @Test("of two writers at once one is issued")
    func twoWriters() throws {
        let other = try Ledger(at: registry.path, for: .readWrite)
        try other.wait(with: Patience(seconds: 10) { _ in })
        let first = try issue()
        let second = try refusal { () throws(StoreError) in
            _ = try other.issueCertificate(of: Self.deal, ["issued_on": "2022-03-06", "fee": "0"], by: .second)
        }
        guard case .refused(let refusals) = second else { return wrong(second) }
        let day = try #require(Day(year: 2022, month: 3, day: 6))
        #expect(refusals.map(\.refusal) == [.certificate(deal: "SH/D-1", on: day, .another("\(first)"))])
        let third = try other.issueCertificate(
            of: RecordName(noun: .deal, venue: "SH", code: "D-2"), ["issued_on": "2022-03-06", "fee": "0"], by: .second)
        #expect("\(third.name)" == "SH/C-2022-0002")
    }

    @Test("of others ask no conditions, and take the place of one's own")
    func elsewhere() throws {
        func record(_ code: String, issuer: String?) throws(StoreError) {
            try registry.record(fromFile: true) { all throws(StoreError) in
                try all.add(
                    .certificate,
                    ["venue": "SH", "code": code, "deal": "D-2", "issued_on": "2022-03-02", "issuer": issuer])
            }
        }
        #expect(
            try faults { () throws(StoreError) in try record("甲-1", issuer: nil) }
                == [.priceNotIn(received: 0, price: 10_000), .noFee])
        try record("甲-1", issuer: "他所")
        #expect(try faults { () throws(StoreError) in _ = try issue("D-2") } == [.another("SH/甲-1")])
        _ = try ledger.void(RecordName(noun: .certificate, venue: "SH", code: "甲-1"), by: .tester)
        #expect("\(try issue("D-2"))" == "SH/C-2022-0001")
    }
}
