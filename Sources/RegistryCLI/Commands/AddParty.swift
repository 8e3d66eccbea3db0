import ArgumentParser
import Registry
import Spreadsheets

struct AddParty: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-party",
        abstract: "Add a seller, buyer or owner. Records that name a new party add it by themselves.",
        discussion: """
            EXAMPLES
              registry add-party --name 澜砚生物技术有限公司 --region 浙江
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Name; the width of letters and runs of spaces do not matter when it is matched.")
    var name: String

    @Option(help: "Unified social credit code, 18 characters.")
    var creditCode: String?

    @Option(help: "Province or municipality.")
    var region: String?

    var adding: Adding {
        Adding(
            noun: .party,
            options: [
                "name": name, "credit_code": creditCode, "region": region,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
