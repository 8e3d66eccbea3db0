import Registry
import RegistryImport
import RegistryProof
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("A certificate verified")
struct CertificateProofTests {
    private let folder: TestFolder
    private let path: String
    private let code: String
    private static let number = "SH/C-2022-0001"
    private static let author = Author(
        actor: "登记员", login: "tester", uid: 1000, host: "desk-1", command: "test", reason: "误发")

    /// Three certificates: the first is held in hand, the second is revoked, the third is another's.
    init() throws {
        folder = try TestFolder()
        path = folder.file("r.sqlite")
        _ = try Ledger.create(at: path, zone: Zone.standard, group: nil, author: Self.author)
        let ledger = try Ledger(at: path, for: .readWrite)
        func add(_ noun: Noun, _ texts: [String: String]) throws {
            _ = try ledger.add(noun, texts, by: Self.author)
        }
        try add(
            .venue, ["code": "SH", "name": "沪东", "network": "core", "region": "上海", "joined_on": "2020-10-28"])
        for code in ["D-1", "D-2"] {
            try add(
                .deal,
                [
                    "venue": "SH", "code": code, "title": "标的", "kind": "transfer", "mode": "auction", "amount": "100",
                    "seller": "甲所", "buyer": "乙公司", "signed_on": "2022-03-01", "payment_form": "lump_sum",
                ])
            try add(
                .payment,
                ["deal": "SH/\(code)", "kind": "price", "direction": "in", "amount": "100", "paid_on": "2022-03-02"])
            _ = try ledger.issueCertificate(
                of: RecordName("SH/\(code)", of: .deal),
                [
                    "issued_on": "2022-03-03", "fee": "0", "seller_agent": "经纪", "valuation": "120",
                    "conclusion": "予以鉴证",
                ], by: Self.author)
        }
        _ = try ledger.revokeCertificate(
            RecordName("SH/C-2022-0002", of: .certificate), on: Day(year: 2022, month: 4, day: 1), by: Self.author)
        let record = try ledger.certificateRecord(named: RecordName(Self.number, of: .certificate))
        code = record.map { "\($0.code)" } ?? ""
    }

    private func verdict(_ number: String = number, _ code: String? = nil) throws -> CertificateVerdict {
        try Ledger(at: path, for: .readOnly).verifyCertificate(number, code: code ?? self.code)
    }

    /// What another program does to the file, with every trigger out of its way.
    private func tamper(_ sql: String) throws {
        let connection = try Connection(path: path, mode: .readWrite)
        try connection.setForeignKeys(enabled: false)
        try connection.setTriggers(enabled: false)
        try connection.execute("PRAGMA ignore_check_constraints = ON")
        try connection.execute(sql)
    }

    @Test("is valid, with what it certifies")
    func isValid() throws {
        guard case .valid(let record) = try verdict() else {
            Issue.record("\(try verdict())")
            return
        }
        #expect(record.number == Self.number && record.deal == "SH/D-1" && record.venueName == "沪东")
        #expect(record.text("seller") == "甲所" && record.text("seller_agent") == "经纪")
        #expect(record.text("buyer_agent") == nil && record.amount("valuation") == Amount(fen: 12_000))
        #expect(record.term("mode")?.chinese == "拍卖" && record.term("payment_form")?.code == "lump_sum")
        #expect(try verdict(Self.number, code.lowercased().replacing("-", with: "")).word == "valid")
    }

    @Test("stays valid whatever is recorded rightly afterwards, under the names of its day")
    func staysValid() throws {
        let ledger = try Ledger(at: path, for: .readWrite)
        let deal = try RecordName("SH/D-1", of: .deal)
        _ = try ledger.amend(deal, ["title": "新名"], clearing: [], by: Self.author)
        _ = try ledger.terminate(deal, on: Day(number: 19_500), by: Self.author)
        _ = try ledger.merge(
            RecordName("甲所", of: .party), into: RecordName("乙公司", of: .party), by: Self.author)
        guard case .valid(let record) = try verdict() else {
            Issue.record("\(try verdict())")
            return
        }
        #expect(record.text("title") == "标的" && record.text("seller") == "甲所")
    }

    @Test("is revoked, with day and reason; its issue is never taken back, and void it is revoked as a whole")
    func isRevoked() throws {
        let ledger = try Ledger(at: path, for: .readWrite)
        _ = try ledger.revokeCertificate(
            RecordName(Self.number, of: .certificate), on: Day(year: 2022, month: 5, day: 1), by: Self.author)
        guard case .revoked(_, let revocation) = try verdict() else {
            Issue.record("\(try verdict())")
            return
        }
        #expect("\(try #require(revocation.day))" == "2022-05-01" && revocation.reason == "误发")
        _ = try ledger.revert(revocation.change, by: Self.author)
        #expect(try verdict().word == "valid")
        guard case .valid(let record) = try verdict() else { return }
        #expect {
            try ledger.revert(record.change, by: Self.author)
        } throws: { error in
            guard case StoreError.nothingTakenBack(_, let kept, _)? = error as? StoreError else { return false }
            return kept.contains { $0.obstacle == .issued && $0.name == Self.number }
        }
        #expect(try verdict().word == "valid")
        let name = try RecordName(Self.number, of: .certificate)
        _ = try ledger.revokeCertificate(name, on: Day(year: 2022, month: 5, day: 1), by: Self.author)
        _ = try ledger.void(name, by: Self.author)
        guard case .revoked(_, let whole) = try verdict() else {
            Issue.record("\(try verdict())")
            return
        }
        #expect(whole.day == nil)
    }

    @Test("is unknown under another number, and with a code that is typed wrong")
    func isUnknown() throws {
        guard case .unknown(.number) = try verdict("SH/C-2022-0009") else {
            Issue.record("another number")
            return
        }
        guard case .unknown(.number) = try verdict("nonsense") else {
            Issue.record("no number")
            return
        }
        for typed in ["", "0000-0000-0000", String(code.dropLast()) + (code.hasSuffix("0") ? "1" : "0")] {
            guard case .unknown(.mistyped) = try verdict(Self.number, typed) else {
                Issue.record("\(typed): \(try verdict(Self.number, typed))")
                return
            }
        }
    }

    @Test("is unknown where another issued it")
    func isAnothers() throws {
        let lines = "venue,code,deal,issued_on,issuer\nSH,甲-1,D-2,2022-05-01,他所\n"
        try folder.write(lines, to: "c.csv")
        let ledger = try Ledger(at: path, for: .readWrite)
        let report = try Importer(ledger, author: Self.author).run(folder.file("c.csv"), ImportOptions())
        #expect(report.receipt != nil, "\(report)")
        guard case .unknown(.issuedElsewhere("他所")) = try verdict("SH/甲-1") else {
            Issue.record("\(try verdict("SH/甲-1"))")
            return
        }
    }

    @Test("is altered by one value, whichever of the record's it is")
    func isAltered() throws {
        let columns = try Connection(path: path, mode: .readOnly).rows(
            "SELECT name FROM pragma_table_info('certificate')")
        for case .text(let column) in columns.map({ $0[0] }) {
            let copy = try CertificateProofTests()
            try copy.tamper(
                """
                UPDATE certificate SET \(column) = CASE
                  WHEN \(column) IS NULL THEN \(column.hasSuffix("_on") || column == "issuer" ? "'2022-04-02'" : "1")
                  WHEN typeof(\(column)) = 'text' THEN substr(\(column), 1, length(\(column)) - 1)
                    || char(unicode(substr(\(column), -1)) + 4)
                  ELSE \(column) + 100 END
                WHERE code = 'C-2022-0001'
                """)
            #expect(try copy.verdict().word == "altered", "\(column)")
        }
    }

    @Test(
        "is altered by one value of what it rests on, and by a seal",
        arguments: [
            "UPDATE deal SET title = '标地' WHERE code = 'D-1'", "UPDATE party SET name = '甲听' WHERE name = '甲所'",
            "UPDATE party SET salt = substr(salt, 2) || '0' WHERE name = '乙公司'", "UPDATE venue SET name = '沪西'",
            """
            UPDATE change SET seal = CASE substr(seal, 1, 1) WHEN 'f' THEN '0' ELSE 'f' END || substr(seal, 2)
            WHERE id = (SELECT change_id FROM certificate WHERE code = 'C-2022-0001')
            """,
            "UPDATE change SET actor = '另一人' WHERE id = (SELECT change_id FROM certificate WHERE code = 'C-2022-0001')",
            "UPDATE change_part SET new_rows = 2 WHERE table_name = 'certificate'",
        ])
    func restsOnAltered(sql: String) throws {
        try tamper(sql)
        #expect(try verdict().word == "altered")
    }

    @Test("that is revoked is not made valid by another program")
    func revocationStays() throws {
        let second = "SH/C-2022-0002"
        let found = try Ledger(at: path, for: .readOnly).find(RecordName(second, of: .certificate))
        let id = try #require(found?.id)
        #expect(try verdict(second, givenCode(of: second)).word == "revoked")
        for sql in [
            "UPDATE certificate SET revoked_on = NULL WHERE id = \(id)",
            """
            UPDATE certificate SET revoked_on = NULL, change_id = (SELECT change_id FROM certificate_history WHERE id = \(id))
            WHERE id = \(id); DELETE FROM certificate_history WHERE id = \(id)
            """,
        ] {
            let copy = try CertificateProofTests()
            let held = try copy.givenCode(of: second)
            try copy.tamper(sql)
            #expect(try copy.verdict(second, held).word == "altered", "\(sql)")
        }
    }

    private func givenCode(of number: String) throws -> String? {
        let ledger = try Ledger(at: path, for: .readOnly)
        return try ledger.certificateRecord(named: RecordName(number, of: .certificate)).map { "\($0.code)" }
    }

    @Test("has another code where somebody sealed everything anew")
    func madeAnew() throws {
        let other = try CertificateProofTests()
        // The same facts, sealed at another time.
        guard case .altered(.code) = try other.verdict(Self.number, code) else {
            Issue.record("\(try other.verdict(Self.number, code))")
            return
        }
    }
}
