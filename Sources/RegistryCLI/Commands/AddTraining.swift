import ArgumentParser
import Registry
import Spreadsheets

struct AddTraining: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-training", abstract: "Add a training for enterprises: of which series, by whom, when, and who attended.",
        discussion: """
            EXAMPLES
              registry add-training --venue SH --series 技术经理人培训 --organiser 上海技术交易所 --held-on 2022-04-20 \\
                --attendees 37家企业 --place 上海

            It is a service of the kind training.
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    @Option(help: "Code within the venue; left out, one is given: S-2022-0001.")
    var code: String?

    @Option(help: "Series of which it is one.")
    var series: String

    @Option(help: "Who organised it.", completion: .recordName(of: .party))
    var organiser: String

    @Option(help: "Day on which it was held, or began.")
    var heldOn: String

    @Option(help: "Day on which it ended, or is to end.")
    var endedOn: String?

    @Option(parsing: .unconditional, help: "Its fee; a bare number is yuan.")
    var amount: String?

    @Option(help: "Who attended a training, or how many.")
    var attendees: String?

    @Option(help: "Where it is held or stands.")
    var place: String?

    @Option(help: "What is to be known of it.")
    var note: String?

    var adding: Adding {
        Adding(
            noun: .service,
            options: [
                "venue": venue, "code": code, "kind": ServiceKind.training.rawValue, "title": series,
                "provider": organiser, "attendees": attendees, "place": place, "started_on": heldOn,
                "ended_on": endedOn, "amount": amount, "note": note,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
