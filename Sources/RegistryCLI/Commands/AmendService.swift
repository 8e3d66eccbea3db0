import ArgumentParser
import Registry

struct AmendService: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-service",
        abstract: "Correct a service, as if it had never been otherwise, or say what came of it and when it ended.",
        discussion: """
            EXAMPLES
              registry amend-service SH/S-2022-0001 --deal D-2022-0001 --outcome succeeded --reason 'the match was signed'
              registry amend-service SH/POINT-1 --closed-on 2022-06-01 --reason 'moved to the main hall'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Venue and code, as in SH/S-2022-0001.", completion: .recordName)
    var record: String

    @Option(help: AddService.kindHelp, completion: .fieldValue)
    var kind: String?

    @Option(help: "What it is called.")
    var title: String?

    @Option(help: "Who renders it.", completion: .fieldValue)
    var provider: String?

    @Option(help: "Who is served.", completion: .fieldValue)
    var customer: String?

    @Option(help: "Of a loan its programme, of what became of a loan the loan, by code.", completion: .fieldValue)
    var service: String?

    @Option(help: "Code of the listing, of the same venue.", completion: .fieldValue)
    var listing: String?

    @Option(help: "Code of the demand, of the same venue.", completion: .fieldValue)
    var demand: String?

    @Option(help: "Code of the deal, of the same venue.", completion: .fieldValue)
    var deal: String?

    @Option(parsing: .unconditional, help: AddService.amountHelp)
    var amount: String?

    @Option(help: "Who attended a training, or how many.")
    var attendees: String?

    @Option(help: "Where it is held or stands.")
    var place: String?

    @Option(help: "Day on which it began.")
    var startedOn: String?

    @Option(help: "Day on which it ended, or is to end.")
    var endedOn: String?

    @Option(help: "First day on which a service point or a programme stands open no more.")
    var closedOn: String?

    @Option(help: "succeeded 成功, failed 未成 or stopped 终止.", completion: .fieldValue)
    var outcome: String?

    @Option(help: "What is to be known of it.")
    var note: String?

    func run() throws {
        try options.run(
            .service, record,
            [
                "kind": kind, "title": title, "provider": provider, "customer": customer, "service": service,
                "listing": listing, "demand": demand, "deal": deal, "amount": amount, "attendees": attendees,
                "place": place, "started_on": startedOn, "ended_on": endedOn, "closed_on": closedOn,
                "outcome": outcome, "note": note,
            ])
    }
}
