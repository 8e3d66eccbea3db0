import ArgumentParser
import Registry
import RegistryStore
import Spreadsheets

struct RevokeCertificate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke-certificate",
        abstract: "Take the validity from a certificate, from a day on; nothing of it is deleted.",
        discussion: """
            EXAMPLES
              registry revoke-certificate SH/C-2022-0001 --reason 'issued with the wrong agent'
            """)

    @OptionGroup var correcting: CorrectingOptions

    @Option(
        name: [.customLong("on"), .customLong("revoked-on")],
        help: "The first day on which it holds no more (default: today).", transform: Day.told)
    var on: Day?

    @Argument(help: "Venue and number, as in SH/C-2022-0001.", completion: .recordName)
    var number: String

    func run() throws {
        let name = try RecordName(number, of: .certificate)
        try correcting.run { correction in
            CertificateWords.revoked(from: correction.fields.first { $0.column == "revoked_on" }?.after.plainText ?? "")
        } back: { correction in
            ["revert", "\(correction.receipt?.change ?? 0)"]
        } making: { ledger, author throws(StoreError) in
            try ledger.revokeCertificate(name, on: on, by: author)
        }
    }
}
