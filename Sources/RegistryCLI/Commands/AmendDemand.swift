import ArgumentParser
import Registry

struct AmendDemand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-demand", abstract: "Correct a demand, as if it had never been otherwise.",
        discussion: """
            EXAMPLES
              registry amend-demand SH/N-2022-0001 --budget 60万元 --reason 'typed wrong'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Venue and code, as in SH/N-2022-0001.", completion: .recordName)
    var record: String

    @Option(help: "What is wanted, in one line.")
    var title: String?

    @Option(help: "What is wanted, in full.")
    var abstract: String?

    @Option(help: "Technology field.", completion: .fieldValue)
    var field: String?

    @Option(help: "Who wants it.", completion: .fieldValue)
    var demander: String?

    @Option(parsing: .unconditional, help: "What they would pay at most; a bare number is yuan.")
    var budget: String?

    @Option(help: "First day of the posting.")
    var postedOn: String?

    @Option(help: "Last day of the posting.")
    var postedUntil: String?

    func run() throws {
        try options.run(
            .demand, record,
            [
                "title": title, "abstract": abstract, "field": field, "demander": demander, "budget": budget,
                "posted_on": postedOn, "posted_until": postedUntil,
            ])
    }
}
