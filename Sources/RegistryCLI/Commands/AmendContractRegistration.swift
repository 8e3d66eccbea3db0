import ArgumentParser
import Registry

struct AmendContractRegistration: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-contract-registration",
        abstract: "Correct a contract's registration, as if it had never been otherwise, or say what became of it.",
        discussion: """
            EXAMPLES
              registry amend-contract-registration SH/2022310101000002 --accepted-on 2022-06-21 \\
                --registered-on 2022-06-24 --reason 'the office registered it'
              registry amend-contract-registration SH/2022310101000001 --cancelled-on 2022-09-01 \\
                --reason 'the contract was dissolved'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Venue and number, as in SH/2022310101000001.", completion: .recordName)
    var record: String

    @Option(help: "Code of the deal, of the same venue.", completion: .fieldValue)
    var deal: String?

    @Option(help: "Name of the contract.")
    var title: String?

    @Option(help: "Kind of contract.", completion: .fieldValue)
    var kind: String?

    @Option(help: "Technology field.", completion: .fieldValue)
    var field: String?

    @Option(help: "Who transfers.", completion: .fieldValue)
    var seller: String?

    @Option(help: "Who receives.", completion: .fieldValue)
    var buyer: String?

    @Option(parsing: .unconditional, help: "Contract amount; a bare number is yuan.")
    var amount: String?

    @Option(parsing: .unconditional, help: "Part of it that is for technology.")
    var technicalAmount: String?

    @Option(help: "Office that registered it.")
    var office: String?

    @Option(help: "Service point that took it in.")
    var servicePoint: String?

    @Option(help: "online 全程网办, or service_point 服务点.", completion: .fieldValue)
    var channel: String?

    @Option(help: "yes or no: whether a commitment 告知承诺 stood in for papers.", completion: .fieldValue)
    var byCommitment: String?

    @Option(help: "Day on which it was submitted.")
    var submittedOn: String?

    @Option(help: "Day on which the office took it up.")
    var acceptedOn: String?

    @Option(help: "Day of registration.")
    var registeredOn: String?

    @Option(help: "Day on which the office refused it.")
    var refusedOn: String?

    @Option(help: "Day on which it was withdrawn.")
    var withdrawnOn: String?

    @Option(help: "Day on which it was cancelled.")
    var cancelledOn: String?

    func run() throws {
        try options.run(
            .registration, record,
            [
                "deal": deal, "title": title, "kind": kind, "field": field, "seller": seller, "buyer": buyer,
                "amount": amount, "technical_amount": technicalAmount, "office": office, "service_point": servicePoint,
                "channel": channel, "by_commitment": byCommitment, "submitted_on": submittedOn,
                "accepted_on": acceptedOn, "registered_on": registeredOn, "refused_on": refusedOn,
                "withdrawn_on": withdrawnOn, "cancelled_on": cancelledOn,
            ])
    }
}
