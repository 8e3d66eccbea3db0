import ArgumentParser
import Registry

struct AmendInstalment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-instalment", abstract: "Correct an instalment, as if it had never been otherwise.",
        discussion: """
            EXAMPLES
              registry amend-instalment SH/D-2022-0001-I1 --due-on 2022-08-31 --reason 'typed wrong'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Venue and code, as in SH/D-2022-0001-I1.", completion: .recordName)
    var record: String

    @Option(help: "Code of the deal, of the same venue.", completion: .fieldValue)
    var deal: String?

    @Option(help: "price 价款 or royalty 提成.", completion: .fieldValue)
    var kind: String?

    @Option(parsing: .unconditional, help: "What is to be paid; a bare number is yuan.")
    var amount: String?

    @Option(help: "Day by which it is to be paid.")
    var dueOn: String?

    @Option(help: "What the parties agreed beside it.")
    var note: String?

    func run() throws {
        try options.run(
            .instalment, record, ["deal": deal, "kind": kind, "amount": amount, "due_on": dueOn, "note": note])
    }
}
