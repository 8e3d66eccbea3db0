import ArgumentParser
import Registry
import RegistryStore
import Spreadsheets

struct SettlementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settlement",
        abstract: """
            Show how a deal is settled: what was agreed, came in, was paid on, is held, is outstanding and overdue.
            """,
        discussion: """
            EXAMPLES
              registry settlement SH/D-2022-0001
              registry settlement SH/D-2022-0001 --as-of 2022-06-30 --format json

            The price agreed is the one in force on the day, 0 once the deal is terminated. Received is of the price, less what \
            was refunded to the buyer; paid on is what the seller got of it, less what the seller gave back; held is all that \
            came in less all that went out. Of each instalment is told what is still due: what came in is of those that \
            are due first, and of the price no more is due than the one in force. Overdue is what was due before the day. The \
            instalments and the account, line by line, stand in a table and in json. What came in beyond a price that was \
            lowered is to be refunded. A deal is settled from the day on which its whole price was paid on.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var times: TimesOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "Venue and code of the deal, as in SH/D-2022-0001.", completion: .recordName(of: .deal))
    var deal: String

    func run() throws {
        let ledger = try place.openForReading()
        let settlement = try ledger.settlement(
            of: RecordName(deal, of: .deal), from: times.viewpoint(of: ledger))
        try SettlementView(settlement: settlement).show(as: output.format)
    }
}
