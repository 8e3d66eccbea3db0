import ArgumentParser
import QRCodes
import Registry
import RegistryProof
import RegistryReports
import RegistryStore
import Spreadsheets

struct CertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Print a certificate in Chinese and English on one page, with a QR code and a verification code.",
        discussion: """
            EXAMPLES
              registry certificate SH/C-2022-0001 --output certificate.html

            It says what was so on the day of issue, with parties under the names that they had then; that it was revoked, and \
            how its deal differs now, stands at its head. The code follows from the seal of the change that recorded it and from \
            all that it certifies. One whose record was altered is not printed. A certificate that has the name of the output is \
            replaced, nothing else is.
            """)

    @OptionGroup var place: RegistryPlace

    @Option(
        name: [.long, .customShort("o")],
        help: ArgumentHelp("Where it is written (default: standard output).", valueName: "file"),
        completion: .file())
    var output: String?

    @Argument(help: "Venue and number, as in SH/C-2022-0001.", completion: .recordName)
    var number: String

    func run() throws {
        let name = try RecordName(number, of: .certificate)
        let ledger = try place.openForReading()
        let target = output.flatMap { $0 == "-" ? nil : $0 }
        if let target { try OutputPlace(path: target).check(for: ledger, isEarlier: Self.isCertificate) }
        guard let found = try ledger.find(name) else {
            throw StoreError.unknownRecord(noun: .certificate, name: "\(name)")
        }
        guard let record = try ledger.certificateRecord(found.id) else {
            throw Failure(.unmet, CertificateWords.altered(name, nil))
        }
        switch try ledger.alteration(of: record) {
        case nil: break
        case .ground(let ground): throw Failure(.unmet, CertificateWords.altered(name, ground))
        case .record, .anotherRecord, .code: throw Failure(.unmet, CertificateWords.altered(name, nil))
        }
        if let issuer = record.text("issuer") {
            throw Failure(.dataRefused, CertificateWords.issuedElsewhere(name, issuer))
        }
        let text = try html(record, ledger, isVoid: found.isVoid)
        guard let target else {
            let sink = Terminal.standardOutput()
            try sink.write(text)
            return try sink.flush()
        }
        try OutputPlace(path: target).write(Array(text.utf8), replacing: true)
        Terminal.say(CertificateWords.written(target, record.number))
    }

    private func html(_ record: CertificateRecord, _ ledger: Ledger, isVoid: Bool) throws -> String {
        var page = CertificatePage(of: record)
        if let revocation = try ledger.revocation(of: record, isVoid: isVoid) {
            page.warnings.append(CertificateWords.warning(revocation))
        }
        if let since = try ledger.certifiedSince(record.id) {
            page.warnings += CertificateWords.since(since, record)
        }
        do {
            return try page.html()
        } catch let fault as QRCode.Fault {
            switch fault {
            case .noLibrary: throw Failure(.inputMissing, CertificateWords.noQRCodes)
            case .tooLong(let bytes): throw Failure(.dataRefused, CertificateWords.tooLong(bytes: bytes))
            }
        }
    }

    /// Whether a file begins as a certificate does.
    private static func isCertificate(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(600), as: UTF8.self)
            .contains("<meta name=\"generator\" content=\"\(CertificatePage.mark)\">")
    }
}

extension CertificatePage {
    /// What a certificate said when it was issued.
    fileprivate init(of record: CertificateRecord) {
        self.init(
            house: record.venueName, number: record.number, code: "\(record.code)", change: "\(record.change)",
            recordedAt: record.recordedAt, seal: record.seal)
        func text(_ field: String) -> Bilingual? { record.text(field).map(Bilingual.init(same:)) }
        func term(_ field: String) -> Bilingual? {
            record.term(field).map { Bilingual($0.code.replacing("_", with: " "), $0.chinese) }
        }
        func amount(_ field: String, inCapitals: Bool = false) -> Bilingual? {
            record.amount(field).map { CertificateWords.amount($0, inCapitals: inCapitals) }
        }
        items = [
            Item(CertificateWords.dealNumber, Bilingual(same: record.deal)),
            Item(CertificateWords.object, text("title")), Item(CertificateWords.kind, term("kind")),
            Item(CertificateWords.seller, text("seller")), Item(CertificateWords.sellerAgent, text("seller_agent")),
            Item(CertificateWords.buyer, text("buyer")), Item(CertificateWords.buyerAgent, text("buyer_agent")),
            Item(
                CertificateWords.listed,
                record.text("listed_on").map { CertificateWords.between($0, record.text("listed_until")) }),
            Item(CertificateWords.mode, term("mode")),
            Item(CertificateWords.valuation, amount("valuation"), isNumber: true),
            Item(CertificateWords.price, amount("amount", inCapitals: true), isNumber: true),
            Item(CertificateWords.paymentForm, term("payment_form")), Item(CertificateWords.signed, text("signed_on")),
            Item(CertificateWords.conclusion, text("conclusion")), Item(CertificateWords.issuedOn, text("issued_on")),
        ]
    }
}
