import ArgumentParser
import Registry
import Spreadsheets

struct AddVenue: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-venue", abstract: "Add a trading venue or a service member.",
        discussion: """
            EXAMPLES
              registry add-venue --code SH --name 沪东技术交易所 --region 上海 \\
                --joined-on 2020-10-28
              registry add-venue --code S01 --name 江北技术市场 --network service \\
                --joined-on 2021-04-28
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Short code: the part of a record's name before the slash.")
    var code: String

    @Option(help: "Full name.")
    var name: String

    @Option(help: "core 核心网络 or service 服务网络.", completion: .fieldValue)
    var network = "core"

    @Option(help: "Province or municipality.")
    var region: String?

    @Option(help: "First day in the network.")
    var joinedOn: String

    @Option(help: "First day no longer in it.")
    var leftOn: String?

    var adding: Adding {
        Adding(
            noun: .venue,
            options: [
                "code": code, "name": name, "network": network, "region": region, "joined_on": joinedOn,
                "left_on": leftOn,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
