import ArgumentParser
import Registry

struct AmendIntention: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-intention", abstract: "Correct an intention, as if it had never been otherwise.",
        discussion: """
            EXAMPLES
              registry amend-intention SH/I-2021-0001 --amount 50万元 --reason 'typed wrong'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Venue and code, as in SH/I-2021-0001.", completion: .recordName)
    var record: String

    @Option(help: "Name of the achievement.")
    var title: String?

    @Option(help: "Technology field.", completion: .fieldValue)
    var field: String?

    @Option(help: "Who holds the achievement.", completion: .fieldValue)
    var owner: String?

    @Option(parsing: .unconditional, help: "Amount intended; a bare number is yuan.")
    var amount: String?

    @Option(help: "Day on which it was received.")
    var receivedOn: String?

    func run() throws {
        try options.run(
            .intention, record,
            ["title": title, "field": field, "owner": owner, "amount": amount, "received_on": receivedOn])
    }
}
