import ArgumentParser
import Registry
import RegistryProof
import RegistryStore
import Spreadsheets

struct VerifyCertificate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-certificate",
        abstract: "Tell of a certificate's number and verification code: valid, revoked, altered or unknown.",
        discussion: """
            EXAMPLES
              registry verify-certificate SH/C-2022-0001 7K2M-9QXR-4TA8
              registry verify-certificate SH/C-2022-0001 7k2m9qxr4ta8 --format json

            The code may be typed in any case, with or without its groups; what a QR code holds are these two words. Valid ends \
            with 0, the others with 1. What is certified is told with it, to be held against the paper, and how the deal differs \
            now. Altered is a record that is not what was sealed, or a code that is not the record's.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Argument(help: "Venue and number, as in SH/C-2022-0001.", completion: .recordName)
    var number: String

    @Argument(help: "The verification code.")
    var code: String

    func run() throws {
        let ledger = try place.openForReading()
        let verdict = try ledger.verifyCertificate(number, code: code)
        let said = CertificateWords.verdict(verdict, number.visible)
        if output.format.isForPeople { try Terminal.show(said) }
        try OneRecord(noun: .certificate, hasLines: true, values: values(verdict, said, ledger))
            .show(as: output.format)
        guard case .valid = verdict else { throw Failure(.unmet) }
    }

    private func values(
        _ verdict: CertificateVerdict, _ said: Bilingual, _ ledger: Ledger
    ) throws -> [(column: String, value: Cell)] {
        let word = output.format.isForPeople ? CertificateWords.word(verdict)[.current] : verdict.word
        var values: [(column: String, value: Cell)] = [("state", .text(word)), ("number", .text(number))]
        if !output.format.isForPeople { values.append(("why", .text(said[.current]))) }
        let record: CertificateRecord? =
            switch verdict {
            case .valid(let record), .revoked(let record, _): record
            case .altered, .unknown: nil
            }
        func text(_ field: String) -> Cell { record?.text(field).map(Cell.text) ?? .null }
        values.append(("deal", record.map { .text($0.deal) } ?? .null))
        for field in ["title", "seller", "buyer"] { values.append((field, text(field))) }
        let amount = record?.amount("amount")
        values.append(
            output.format.isForPeople
                ? ("amount_yuan", amount.map { .text($0.groupedYuan) } ?? .null)
                : ("amount_fen", amount.map { .integer($0.fen) } ?? .null))
        for field in ["signed_on", "issued_on"] { values.append((field, text(field))) }
        values.append(("revoked_on", Self.day(verdict).map { .text("\($0)") } ?? .null))
        let since = try Self.isTakenBack(verdict) ? nil : record.flatMap { try ledger.certifiedSince($0.id) }
        let changes = since.flatMap { since in record.map { CertificateWords.since(since, $0) } } ?? []
        values.append(("since", changes.isEmpty ? .null : .text(changes.map { $0[.current] }.joined(separator: "\n"))))
        return values
    }

    /// Whether the record as a whole was taken back, so that what became of the deal says nothing of it; its number may be
    /// another deal's by now.
    private static func isTakenBack(_ verdict: CertificateVerdict) -> Bool {
        if case .revoked(_, let revocation) = verdict { revocation.day == nil } else { false }
    }

    private static func day(_ verdict: CertificateVerdict) -> Day? {
        if case .revoked(_, let revocation) = verdict { revocation.day } else { nil }
    }
}
