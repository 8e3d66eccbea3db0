import ArgumentParser
import Registry
import Spreadsheets

struct AddService: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-service",
        abstract: "Add a service of a provider: custody, valuation, matchmaking, a loan, what became of a loan.",
        discussion: """
            EXAMPLES
              registry add-service --venue SH --kind 价值评估 --provider 明信资产评估有限公司 --customer 上海交通大学 \\
                --listing L-2022-0001 --amount 120万元 --started-on 2022-03-10
              registry add-service --venue SH --kind matchmaking --provider 上海技术交易所 --demand N-2022-0001 \\
                --listing L-2022-0001 --deal D-2022-0001 --started-on 2022-04-01 --outcome succeeded
              registry add-service --venue SH --code LOAN-1 --kind 贷款 --provider 浦江银行 --customer 明川集团有限公司 \\
                --amount 500万元 --started-on 2022-05-05 --ended-on 2023-05-04
              registry add-service --venue SH --kind 续贷 --service LOAN-1 --provider 浦江银行 --amount 500万元 \\
                --started-on 2022-06-01 --ended-on 2024-05-04

            A loan names the programme of which it is drawn, if any, with --service; what became of a loan names the loan.
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    @Option(help: "Code within the venue; left out, one is given: S-2022-0001.")
    var code: String?

    @Option(help: Self.kindHelp, completion: .fieldValue)
    var kind: String

    @Option(help: "What it is called.")
    var title: String?

    @Option(help: "Who renders it.", completion: .fieldValue)
    var provider: String

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

    @Option(parsing: .unconditional, help: Self.amountHelp)
    var amount: String?

    @Option(help: "Who attended a training, or how many.")
    var attendees: String?

    @Option(help: "Where it is held or stands.")
    var place: String?

    @Option(help: "Day on which it began.")
    var startedOn: String

    @Option(help: "Day on which it ended, or is to end.")
    var endedOn: String?

    @Option(help: "First day on which a service point or a programme stands open no more.")
    var closedOn: String?

    @Option(help: "succeeded 成功, failed 未成 or stopped 终止.", completion: .fieldValue)
    var outcome: String?

    @Option(help: "What is to be known of it.")
    var note: String?

    static let kindHelp: ArgumentHelp = """
        custody 成果托管, valuation 价值评估, matchmaking 交易撮合, loan 金融贷款; renewal 无还本续贷, deferral 延期付息, relief 费用减免; \
        training 企业培训, programme 授信计划, service_point 服务点.
        """
    static let amountHelp: ArgumentHelp =
        "Value held or found, fee, or sum lent, renewed, deferred or relieved; a bare number is yuan."

    var adding: Adding {
        Adding(
            noun: .service,
            options: [
                "venue": venue, "code": code, "kind": kind, "title": title, "provider": provider, "customer": customer,
                "service": service, "listing": listing, "demand": demand, "deal": deal, "amount": amount,
                "attendees": attendees, "place": place, "started_on": startedOn, "ended_on": endedOn,
                "closed_on": closedOn, "outcome": outcome, "note": note,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
