import ArgumentParser
import Registry
import Spreadsheets

struct AddIntention: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-intention", abstract: "Add an achievement that somebody intends to bring to market.",
        discussion: """
            EXAMPLES
              registry add-intention --venue SH --title 低温等离子体灭菌装置 \\
                --amount 120万元 --received-on 2021-03-12
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    @Option(help: "Code within the venue; left out, one is given.")
    var code: String?

    @Option(help: "Name of the achievement.")
    var title: String

    @Option(help: "Technology field, in English or Chinese.", completion: .fieldValue)
    var field: String?

    @Option(help: "Who holds it.", completion: .fieldValue)
    var owner: String?

    @Option(parsing: .unconditional, help: "Amount intended; a bare number is yuan.")
    var amount: String?

    @Option(help: "Day on which it was received.")
    var receivedOn: String

    var adding: Adding {
        Adding(
            noun: .intention,
            options: [
                "venue": venue, "code": code, "title": title, "field": field, "owner": owner, "amount": amount,
                "received_on": receivedOn,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
