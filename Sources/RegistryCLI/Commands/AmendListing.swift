import ArgumentParser
import Registry

struct AmendListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-listing", abstract: "Correct a listing, as if it had never been otherwise.",
        discussion: """
            EXAMPLES
              registry amend-listing SH/L-2021-0001 --asking-price 350万元 --reason 'typed wrong'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Venue and code, as in SH/L-2021-0001.", completion: .recordName)
    var record: String

    @Option(help: "Name of the achievement.")
    var title: String?

    @Option(help: "Kind of achievement.", completion: .fieldValue)
    var kind: String?

    @Option(help: "Technology field.", completion: .fieldValue)
    var field: String?

    @Option(help: "Trading mode.", completion: .fieldValue)
    var mode: String?

    @Option(help: "How the price is found.", completion: .fieldValue)
    var pricing: String?

    @Option(help: "Who holds the achievement.", completion: .fieldValue)
    var owner: String?

    @Option(parsing: .unconditional, help: "Asking price; a bare number is yuan.")
    var askingPrice: String?

    @Option(help: "First day of the listing.")
    var listedOn: String?

    @Option(help: "Last day of the listing; may lie ahead.")
    var listedUntil: String?

    @Option(help: "Technical maturity.", completion: .fieldValue)
    var maturity: String?

    @Option(help: "What the achievement is, in full.")
    var abstract: String?

    func run() throws {
        try options.run(
            .listing, record,
            [
                "title": title, "kind": kind, "field": field, "mode": mode, "pricing": pricing, "owner": owner,
                "asking_price": askingPrice, "listed_on": listedOn, "listed_until": listedUntil, "maturity": maturity,
                "abstract": abstract,
            ])
    }
}
