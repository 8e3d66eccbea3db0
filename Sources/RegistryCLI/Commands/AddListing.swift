import ArgumentParser
import Registry
import Spreadsheets

struct AddListing: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-listing", abstract: "Add a listing.",
        discussion: """
            EXAMPLES
              registry add-listing --venue SH --title 低温等离子体灭菌装置 --kind 专利权 \\
                --asking-price 300万元 --listed-on 2021-05-06
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

    @Option(help: "Kind of achievement: patent 专利权, software_copyright 软件著作权, …", completion: .fieldValue)
    var kind: String?

    @Option(help: "Technology field.", completion: .fieldValue)
    var field: String?

    @Option(help: "Trading mode: agreement 协议转让, auction 拍卖, tender 招标, bidding 竞价, other.", completion: .fieldValue)
    var mode: String?

    @Option(help: "How the price is found.", completion: .fieldValue)
    var pricing: String?

    @Option(help: "Who holds the achievement.", completion: .fieldValue)
    var owner: String?

    @Option(parsing: .unconditional, help: "Asking price; a bare number is yuan.")
    var askingPrice: String?

    @Option(help: "First day of the listing.")
    var listedOn: String

    @Option(help: "Last day of the listing; may lie ahead.")
    var listedUntil: String?

    @Option(help: "Technical maturity: researching 正在研发, …", completion: .fieldValue)
    var maturity: String?

    @Option(help: "What the achievement is, in full.")
    var abstract: String?

    var adding: Adding {
        Adding(
            noun: .listing,
            options: [
                "venue": venue, "code": code, "title": title, "kind": kind, "field": field, "mode": mode,
                "pricing": pricing, "owner": owner, "asking_price": askingPrice, "listed_on": listedOn,
                "listed_until": listedUntil, "maturity": maturity, "abstract": abstract,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
