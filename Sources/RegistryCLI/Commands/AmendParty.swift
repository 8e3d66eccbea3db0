import ArgumentParser
import Registry

struct AmendParty: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend-party", abstract: "Correct a party, as if it had never been otherwise.",
        discussion: """
            EXAMPLES
              registry amend-party 澜砚生物技术有限公司 --credit-code 91350100M000100Y43 \\
                --reason 'from its licence'
            """)

    @OptionGroup var options: AmendOptions

    @Argument(help: "Name of the party.", completion: .recordName)
    var record: String

    @Option(help: "The same name in another writing: width and spaces.")
    var name: String?

    @Option(help: "Unified social credit code, 18 characters.")
    var creditCode: String?

    @Option(help: "Province or municipality.")
    var region: String?

    func run() throws {
        try options.run(.party, record, ["name": name, "credit_code": creditCode, "region": region])
    }
}
