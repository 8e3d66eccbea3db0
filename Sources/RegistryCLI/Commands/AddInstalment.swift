import ArgumentParser
import Registry
import Spreadsheets

struct AddInstalment: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-instalment", abstract: "Add a part of a deal's price or royalty that was agreed to be paid by a day.",
        discussion: """
            EXAMPLES
              registry add-instalment --deal SH/D-2022-0001 --kind price --amount 60万元 --due-on 2022-07-31
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue, where the deal is named without it.", completion: .venueCode)
    var venue: String?

    @Option(help: "Code within the venue; left out, one is given: that of the deal and -I1.")
    var code: String?

    @Option(help: "Venue and code of the deal, as in SH/D-2022-0001.", completion: .recordName(of: .deal))
    var deal: String

    @Option(help: "price 价款 or royalty 提成.", completion: .fieldValue)
    var kind: String

    @Option(parsing: .unconditional, help: "What is to be paid; a bare number is yuan.")
    var amount: String

    @Option(help: "Day by which it is to be paid.")
    var dueOn: String

    @Option(help: "What the parties agreed beside it.")
    var note: String?

    var adding: Adding {
        Adding(
            noun: .instalment,
            options: [
                "venue": venue, "code": code, "deal": deal, "kind": kind, "amount": amount, "due_on": dueOn,
                "note": note,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
