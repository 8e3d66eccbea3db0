import ArgumentParser
import Registry
import RegistryProof
import RegistryStore
import Spreadsheets

struct IssueCertificate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue-certificate",
        abstract: "Issue the certificate of a deal: signed, its price in the account, its fees paid, not terminated.",
        discussion: """
            EXAMPLES
              registry issue-certificate SH/D-2022-0001
              registry issue-certificate SH/D-2022-0001 --issued-on 2022-06-30 --fee 2400 --valuation 125万元 \\
                --seller-agent 申江技术经纪有限公司

            It certifies what the deal says on the day of issue, with the price then in force. Its number is the next of that \
            year, and is never given twice, whatever becomes of it. A deal has one valid certificate at a time: the first is \
            revoked before another is issued. As long as it stands, no payment is taken back on which it rests. registry \
            certificate prints it.
            """)

    @OptionGroup var writing: WritingOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "Venue and code of the deal, as in SH/D-2022-0001.", completion: .recordName)
    var deal: String

    @Option(help: "Day of issue (default: today).")
    var issuedOn: String?

    @Option(
        parsing: .unconditional,
        help: "The fees that were due; a bare number is yuan, 0 is none (default: whatever was paid of them).")
    var fee: String?

    @Option(parsing: .unconditional, help: "What the object was valued at; a bare number is yuan.")
    var valuation: String?

    @Option(help: "Who acts for the seller.", completion: .fieldValue)
    var sellerAgent: String?

    @Option(help: "Who acts for the buyer.", completion: .fieldValue)
    var buyerAgent: String?

    @Option(help: "What is certified (default: that the conditions hold).")
    var conclusion: String?

    func run() throws {
        let name = try RecordName(deal, of: .deal)
        let texts = [
            "issued_on": issuedOn, "fee": fee, "valuation": valuation, "seller_agent": sellerAgent,
            "buyer_agent": buyerAgent, "conclusion": conclusion ?? CertificateWords.usualConclusion,
        ].compactMapValues { $0 }
        let ledger = try writing.open()
        let author = try writing.author()
        let issued = try writing.terms.perform(on: ledger) { () throws(StoreError) in
            try ledger.issueCertificate(of: name, texts, by: author)
        }
        let code = try issued.receipt == nil ? nil : ledger.certificateRecord(named: issued.name)?.code
        try Adding.show(issued, .certificate) { () throws(WriteError) in try show(issued, code) }
    }

    private func show(_ issued: AddedRecord, _ code: VerificationCode?) throws(WriteError) {
        switch output.format {
        case .table, .markdown, .csv:
            try Terminal.show(CertificateWords.issued(issued, code))
            for party in issued.madeParties { Terminal.say(Words.newParty(party.name)) }
            guard issued.receipt != nil else { return }
            Terminal.say(Words.takeBack("revoke-certificate \(shellQuoted("\(issued.name)")) --reason '…'"))
        case .json, .jsonl:
            var object = JSONObject()
            object.add("noun", .text(Noun.certificate.rawValue))
            object.add("name", .text("\(issued.name)"))
            object.add("venue", issued.name.venue.map(Cell.text) ?? .null)
            object.add("code", .text(issued.name.code))
            object.add("verification_code", code.map { .text("\($0)") } ?? .null)
            object.add("amount_fen", issued.amount.map { .integer($0.fen) } ?? .null)
            object.add("day", issued.day.map { .text("\($0.day)") } ?? .null)
            object.add(issued.receipt, isDryRun: writing.dryRun)
            try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
        }
    }
}
