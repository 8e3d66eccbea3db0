import ArgumentParser
import Registry
import Spreadsheets

struct AddDemand: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-demand", abstract: "Add a technology that somebody wants.",
        discussion: """
            EXAMPLES
              registry add-demand --venue SH --title 低温灭菌技术 --demander 澜砚生物技术有限公司 \\
                --budget 50万元 --posted-on 2022-03-01
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    @Option(help: "Code within the venue; left out, one is given.")
    var code: String?

    @Option(help: "What is wanted, in one line.")
    var title: String

    @Option(help: "What is wanted, in full.")
    var abstract: String?

    @Option(help: "Technology field, in English or Chinese.", completion: .fieldValue)
    var field: String?

    @Option(help: "Who wants it.", completion: .fieldValue)
    var demander: String?

    @Option(parsing: .unconditional, help: "What they would pay at most; a bare number is yuan.")
    var budget: String?

    @Option(help: "First day of the posting.")
    var postedOn: String

    @Option(help: "Last day of the posting.")
    var postedUntil: String?

    var adding: Adding {
        Adding(
            noun: .demand,
            options: [
                "venue": venue, "code": code, "title": title, "abstract": abstract, "field": field,
                "demander": demander, "budget": budget, "posted_on": postedOn, "posted_until": postedUntil,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
