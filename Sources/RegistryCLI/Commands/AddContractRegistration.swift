import ArgumentParser
import Registry
import Spreadsheets

struct AddContractRegistration: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-contract-registration", abstract: "Add a contract that the market office has registered, or was asked to.",
        discussion: """
            EXAMPLES
              registry add-contract-registration --venue SH --code 2022310101000001 --kind 技术转让 \\
                --amount 120万元 --technical-amount 100万元 --registered-on 2022-06-21
              registry add-contract-registration --venue SH --code 2022310101000002 --kind 技术开发 \\
                --amount 60万元 --submitted-on 2022-06-20 --channel 全程网办 --by-commitment 是
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    @Option(help: "Number of the registration, 14 or 16 digits.")
    var code: String

    @Option(help: "Code of the deal, of the same venue.", completion: .fieldValue)
    var deal: String?

    @Option(help: "Name of the contract.")
    var title: String?

    @Option(
        help: "transfer 技术转让, licence 技术许可, development 技术开发, service 技术服务, consulting 技术咨询.",
        completion: .fieldValue)
    var kind: String

    @Option(help: "Technology field.", completion: .fieldValue)
    var field: String?

    @Option(help: "Who transfers.", completion: .fieldValue)
    var seller: String?

    @Option(help: "Who receives.", completion: .fieldValue)
    var buyer: String?

    @Option(parsing: .unconditional, help: "Contract amount; a bare number is yuan.")
    var amount: String

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

    var adding: Adding {
        Adding(
            noun: .registration,
            options: [
                "venue": venue, "code": code, "deal": deal, "title": title, "kind": kind, "field": field,
                "seller": seller, "buyer": buyer, "amount": amount, "technical_amount": technicalAmount,
                "office": office, "service_point": servicePoint, "channel": channel, "by_commitment": byCommitment,
                "submitted_on": submittedOn, "accepted_on": acceptedOn, "registered_on": registeredOn,
                "refused_on": refusedOn, "withdrawn_on": withdrawnOn, "cancelled_on": cancelledOn,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
