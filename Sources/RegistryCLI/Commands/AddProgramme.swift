import ArgumentParser
import Registry
import Spreadsheets

struct AddProgramme: ParsableCommand {
    static let configuration = CommandConfiguration.quick(
        "add-programme",
        abstract: "Add a bank's announced quota, of which loans are drawn; it is in no total of deals.",
        discussion: """
            EXAMPLES
              registry add-programme --venue SH --bank 浦江银行 --title 科技成果转化专项贷款 --quota 10亿元 \\
                --announced-on 2022-01-10

            It is a service of the kind programme, whose code a loan names with --service. registry show service tells what \
            of it is drawn and what is left, as of any day; so does the view programmes for today.
            """)

    @OptionGroup var writing: WritingOptions

    @Option(help: FormatOption.help)
    var format: RowFormat = .table

    @Option(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    @Option(help: "Code within the venue; left out, one is given: S-2022-0001.")
    var code: String?

    @Option(help: "Name of the programme.")
    var title: String

    @Option(help: "Which bank.", completion: .recordName(of: .party))
    var bank: String

    @Option(parsing: .unconditional, help: "What it announced to lend in all; a bare number is yuan.")
    var quota: String

    @Option(help: "Day on which it was announced.")
    var announcedOn: String

    @Option(help: "First day on which a service point or a programme stands open no more.")
    var closedOn: String?

    @Option(help: "What is to be known of it.")
    var note: String?

    var adding: Adding {
        Adding(
            noun: .service,
            options: [
                "venue": venue, "code": code, "kind": ServiceKind.programme.rawValue, "title": title, "provider": bank,
                "amount": quota, "started_on": announcedOn, "closed_on": closedOn, "note": note,
            ])
    }

    func run() throws { try adding.run(writing.terms, format) }
}
