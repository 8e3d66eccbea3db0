import ArgumentParser
import Registry

struct AmendVenue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-venue", abstract: "Correct a venue, as if it had never been otherwise.",
        discussion: """
            EXAMPLES
              registry amend-venue SH --region 上海 --reason 'left out'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Code of the venue.", completion: .recordName)
    var record: String

    @Option(help: "Full name.")
    var name: String?

    @Option(help: "core (a trading venue) or service (a member).", completion: .fieldValue)
    var network: String?

    @Option(help: "Province or municipality.")
    var region: String?

    @Option(help: "First day in the network.")
    var joinedOn: String?

    @Option(help: "First day no longer in the network.")
    var leftOn: String?

    func run() throws {
        try options.run(
            .venue, record,
            ["name": name, "network": network, "region": region, "joined_on": joinedOn, "left_on": leftOn])
    }
}
