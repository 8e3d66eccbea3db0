import ArgumentParser
import RegistryStore
import Spreadsheets

struct DropReject: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop-reject",
        abstract: "Say of rejected rows (J12) that no mended row will come, so that they wait no more.",
        discussion: """
            EXAMPLES
              registry list rejects
              registry drop-reject J12 J15-J18 --reason 'test rows of the venue'

            A reject whose mended row is imported is closed by that. Several are dropped as one change, all or none; \
            registry revert opens them again.
            """)

    @OptionGroup var correcting: CorrectingOptions

    @Argument(help: ArgumentHelp("Rejected rows, as J12 or J12-J20.", valueName: "reject"))
    var rejects: [String]

    mutating func validate() throws {
        guard try ItemNumbers.read(rejects, letter: "J") != nil else {
            throw ValidationError(Words.nameRejects)
        }
    }

    func run() throws {
        let numbers = try ItemNumbers.read(rejects, letter: "J") ?? []
        let isDryRun = correcting.writing.dryRun
        let dropped = try correcting.make { ledger, author throws(StoreError) in try ledger.drop(numbers, by: author) }
        switch correcting.output.format {
        case .table, .markdown, .csv:
            for reject in dropped.rejects {
                try Terminal.show(Words.waits(reject, isDryRun: isDryRun))
            }
            guard let receipt = dropped.receipt else { return }
            try Terminal.show(Words.dropped(dropped.rejects.count, change: receipt.change))
            receipt.sayHowToTakeBack()
        case .json, .jsonl:
            var object = JSONObject()
            object.add(
                "rejects",
                dropped.rejects.map { reject in
                    var one = JSONObject()
                    one.add("reject", .text(reject.number))
                    one.add("file_name", .text(reject.fileName))
                    one.add("file_row", .integer(reject.row.row))
                    return one
                })
            object.add(dropped.receipt, isDryRun: isDryRun)
            try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
        }
    }
}
