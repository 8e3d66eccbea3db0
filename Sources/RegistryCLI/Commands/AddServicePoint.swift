import ArgumentParser
import Registry
import Spreadsheets

struct AddServicePoint: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-service-point", abstract: "Add a service point of the market office: where it stands and who runs it.",
        discussion: """
            EXAMPLES
              registry add-service-point --venue SH --title 张江服务点 --operator 上海技术交易所 --place 上海市浦东新区 \\
                --opened-on 2021-05-06

            It is a service of the kind service_point. Totals count it from the day on which it was opened to that on which \
            it is closed: registry amend-service --closed-on.
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    @Option(help: "Code within the venue; left out, one is given: S-2022-0001.")
    var code: String?

    @Option(help: "Name of the service point.")
    var title: String

    @Option(name: .customLong("operator"), help: "Who runs it.", completion: .recordName(of: .party))
    var operatedBy: String

    @Option(help: "Where it is held or stands.")
    var place: String?

    @Option(help: "Day on which it was opened.")
    var openedOn: String

    @Option(help: "First day on which it stands open no more.")
    var closedOn: String?

    @Option(help: "What is to be known of it.")
    var note: String?

    var adding: Adding {
        Adding(
            noun: .service,
            options: [
                "venue": venue, "code": code, "kind": ServiceKind.servicePoint.rawValue, "title": title,
                "provider": operatedBy, "place": place, "started_on": openedOn, "closed_on": closedOn, "note": note,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
