import ArgumentParser
import Registry
import Spreadsheets

struct AddPayment: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-payment", abstract: "Add a payment into the exchange's account for a deal, or out of it.",
        discussion: """
            EXAMPLES
              registry add-payment --deal SH/D-2022-0001 --kind price --direction in --amount 120万元 \\
                --paid-on 2022-06-28 --payer 明川集团有限公司
              registry add-payment --deal SH/D-2022-0001 --kind 服务费 --direction 收 --amount 2400 --paid-on 2022-06-28

            No more goes out for a purpose than came in for it by then, and no more comes in of the price, or is paid on, than \
            the price then in force. A refund is of the price: out to the buyer, or in from the seller. A fee or a deposit that \
            is given back goes out under its own kind.
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue, where the deal is named without it.", completion: .venueCode)
    var venue: String?

    @Option(help: "Number of its voucher within the venue; left out, one is given: that of the deal and -P1.")
    var code: String?

    @Option(help: "Venue and code of the deal, as in SH/D-2022-0001.", completion: .recordName(of: .deal))
    var deal: String

    @Option(help: "price 价款, royalty 提成, fee 服务费, deposit 保证金 or refund 退款.", completion: .fieldValue)
    var kind: String

    @Option(help: "in 收入, into the account, or out 付出, out of it.", completion: .fieldValue)
    var direction: String

    @Option(parsing: .unconditional, help: "What was paid; a bare number is yuan.")
    var amount: String

    @Option(help: "Day of the payment.")
    var paidOn: String

    @Option(help: "Who paid.", completion: .fieldValue)
    var payer: String?

    @Option(help: "Who was paid.", completion: .fieldValue)
    var payee: String?

    @Option(help: "What is to be known of it.")
    var note: String?

    var adding: Adding {
        Adding(
            noun: .payment,
            options: [
                "venue": venue, "code": code, "deal": deal, "kind": kind, "direction": direction, "amount": amount,
                "paid_on": paidOn, "payer": payer, "payee": payee, "note": note,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
