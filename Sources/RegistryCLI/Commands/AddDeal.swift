import ArgumentParser
import Registry
import Spreadsheets

struct AddDeal: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-deal", abstract: "Add a deal.",
        discussion: """
            EXAMPLES
              registry add-deal --venue SH --kind transfer --amount 120万元 \\
                --signed-on 2022-06-21
              registry add-deal --venue SH --kind 技术许可 --amount 1,200,000.00 \\
                --signed-on 2022-06-21 --seller 澜砚生物技术有限公司
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    @Option(help: "Code within the venue; left out, one is given.")
    var code: String?

    @Option(help: "Name of the contract or the achievement.")
    var title: String?

    @Option(
        help: "transfer 技术转让, licence 技术许可, equity 作价投资, development 技术开发, service 技术服务, consulting 技术咨询.",
        completion: .fieldValue)
    var kind: String

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
    var amount: String

    @Option(parsing: .unconditional, help: "Part of it that is for technology.")
    var technicalAmount: String?

    @Option(help: "How the price was found.", completion: .fieldValue)
    var pricing: String?

    @Option(help: "lump_sum 一次支付, instalments 分期支付, royalty 提成支付, entry_fee_and_royalty.", completion: .fieldValue)
    var paymentForm: String?

    @Option(help: "Royalty terms, in words; never in a total.")
    var royalty: String?

    @Option(help: "Day of signature.")
    var signedOn: String

    @Option(help: "Number of the contract's registration.")
    var registrationNo: String?

    var adding: Adding {
        Adding(
            noun: .deal,
            options: [
                "venue": venue, "code": code, "title": title, "kind": kind, "field": field, "mode": mode,
                "listing": listing, "seller": seller, "buyer": buyer, "amount": amount,
                "technical_amount": technicalAmount, "pricing": pricing, "payment_form": paymentForm,
                "royalty": royalty, "signed_on": signedOn, "registration_no": registrationNo,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
