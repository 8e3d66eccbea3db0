import ArgumentParser
import Registry
import RegistryStore

struct AmendDeal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-deal",
        abstract:
            "Correct a deal, as if it had never been otherwise; or record new terms from a day on (--effective-on).",
        discussion: """
            EXAMPLES
              registry amend-deal SH/D-2022-0001 --amount 120万元 --reason 'typed wrong'
              registry amend-deal SH/D-2022-0001 --clear listing --reason 'of no listing'
              registry amend-deal SH/D-2022-0001 --amount 80万元 --effective-on 2022-12-01 \\
                --reason 'supplement of 2022-11-28'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Venue and code, as in SH/D-2022-0001.", completion: .recordName)
    var record: String

    @Option(
        help: "The day from which the new amount is in force; the totals of earlier days stand.", transform: Day.told)
    var effectiveOn: Day?

    @Option(help: "Name of the contract or the achievement.")
    var title: String?

    @Option(help: "Kind of contract.", completion: .fieldValue)
    var kind: String?

    @Option(help: "Technology field.", completion: .fieldValue)
    var field: String?

    @Option(help: "Trading mode.", completion: .fieldValue)
    var mode: String?

    @Option(help: "Code of the listing, of the same venue.", completion: .fieldValue)
    var listing: String?

    @Option(help: "Who transfers.", completion: .fieldValue)
    var seller: String?

    @Option(help: "Who receives.", completion: .fieldValue)
    var buyer: String?

    @Option(parsing: .unconditional, help: "Fixed price; a bare number is yuan.")
    var amount: String?

    @Option(parsing: .unconditional, help: "Part of it that is for technology.")
    var technicalAmount: String?

    @Option(help: "How the price was found.", completion: .fieldValue)
    var pricing: String?

    @Option(help: "Form of payment.", completion: .fieldValue)
    var paymentForm: String?

    @Option(help: "Royalty terms, in words; never in a total.")
    var royalty: String?

    @Option(help: "Day of signature.")
    var signedOn: String?

    @Option(help: "Number of the contract's registration.")
    var registrationNo: String?

    func run() throws {
        let values: [String: String?] = [
            "title": title, "kind": kind, "field": field, "mode": mode, "listing": listing, "seller": seller,
            "buyer": buyer, "amount": amount, "technical_amount": technicalAmount, "pricing": pricing,
            "payment_form": paymentForm, "royalty": royalty, "signed_on": signedOn, "registration_no": registrationNo,
        ]
        guard let effectiveOn else { return try options.run(.deal, record, values) }
        guard let amount, values.values.compactMap({ $0 }).count == 1, options.clear.isEmpty else {
            throw Failure(.misuse, Words.effectiveOnAlone)
        }
        let name = try RecordName(record, of: .deal)
        let terms = try Self.read(amount)
        try options.correcting.run { _ in
            Words.amended(from: effectiveOn)
        } back: { correction in
            ["void-deal-event", "\(correction.name)", "--on", "\(effectiveOn)"]
        } making: { ledger, author throws(StoreError) in
            try ledger.amend(name, to: terms, effectiveOn: effectiveOn, by: author)
        }
    }

    private static func read(_ text: String) throws(StoreError) -> Amount {
        do throws(Refusal) {
            return try text.withBytes { bytes throws(Refusal) in
                try Amount.read(bytes, unit: nil, bare: .yuan)
            }
        } catch {
            throw .refused([FieldRefusal(field: "amount", error)])
        }
    }
}
