import ArgumentParser
import Registry

struct AmendPayment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-payment", abstract: "Correct a payment, as if it had never been otherwise.",
        discussion: """
            EXAMPLES
              registry amend-payment SH/D-2022-0001-P1 --paid-on 2022-06-29 --reason 'the bank booked it a day later'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Venue and code, as in SH/D-2022-0001-P1.", completion: .recordName)
    var record: String

    @Option(help: "Code of the deal, of the same venue.", completion: .fieldValue)
    var deal: String?

    @Option(help: "price 价款, royalty 提成, fee 服务费, deposit 保证金 or refund 退款.", completion: .fieldValue)
    var kind: String?

    @Option(help: "in 收入, into the account, or out 付出, out of it.", completion: .fieldValue)
    var direction: String?

    @Option(parsing: .unconditional, help: "What was paid; a bare number is yuan.")
    var amount: String?

    @Option(help: "Day of the payment.")
    var paidOn: String?

    @Option(help: "Who paid.", completion: .fieldValue)
    var payer: String?

    @Option(help: "Who was paid.", completion: .fieldValue)
    var payee: String?

    @Option(help: "What is to be known of it.")
    var note: String?

    func run() throws {
        try options.run(
            .payment, record,
            [
                "deal": deal, "kind": kind, "direction": direction, "amount": amount, "paid_on": paidOn, "payer": payer,
                "payee": payee, "note": note,
            ])
    }
}
