import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show every version of a record: what changed, who changed it, when, why, and from where.",
        discussion: """
            EXAMPLES
              registry history deal SH/D-2022-0001
              registry history venue SH --format csv

            A row for each field that a change gave another value, and for each event and its corrections, in the order in
            which the ledger learned of them.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Argument(
        help:
            "venue, party, intention, listing, demand, deal, contract_registration, instalment, payment, certificate or service."
    )
    var noun: Noun

    @Argument(help: "Its name: SH/D-2022-0001, a venue's code, a party's name.", completion: .recordName)
    var name: String

    func run() throws {
        let entries = try place.openForReading().history(of: RecordName(name, of: noun))
        let isForPeople = output.format.isForPeople
        var rows = SpokenRows(output.format)
        try rows.begin(isForPeople ? Self.columnsForPeople : Self.columns)
        for entry in entries { try rows.row(isForPeople ? entry.cellsForPeople(noun) : entry.cells) }
        try rows.endAndTell()
    }

    private static let columns = [
        "version", "change", "recorded_at", "actor", "deed", "event", "effective_on", "field", "old", "new", "reason",
        "command", "file", "row",
    ].map { Column($0, alignment: ["version", "change", "row"].contains($0) ? .right : .left) }

    private static let columnsForPeople = [
        "change", "recorded_at", "actor", "deed", "field", "old", "new", "reason", "source",
    ].map { Column($0, alignment: $0 == "change" ? .right : .left) }
}

extension HistoryEntry {
    fileprivate var cells: [Cell] {
        [
            .integer(version), .integer(change.number), .text(change.recordedAt), .text(change.actor),
            .text(deed.rawValue), event.map(Cell.text) ?? .null, effectiveOn.map(Cell.text) ?? .null,
            difference.map { .text($0.field) } ?? .null, difference?.old ?? .null, difference?.new ?? .null,
            change.reason.map(Cell.text) ?? .null, .text(change.command), file.map(Cell.text) ?? .null,
            fileRow.map(Cell.integer) ?? .null,
        ]
    }

    fileprivate func cellsForPeople(_ noun: Noun) -> [Cell] {
        [
            .integer(change.number), .text(String(change.recordedAt.prefix(19)) + "Z"), .text(change.actor),
            .text(words[.current]),
            .text(difference.map { field($0, of: noun)[.current] } ?? ""),
            forPeople(difference?.old, of: noun), forPeople(difference?.new, of: noun), .text(change.reason ?? ""),
            .text(file.map { "\($0):\(fileRow.map(String.init) ?? "")" } ?? change.command),
        ]
    }

    private var words: Bilingual {
        guard let event else { return Words.event(deed.rawValue) }
        let what =
            Words.event(event)
            + (effectiveOn.map { Words.from("\($0)") } ?? Bilingual(same: ""))
        return switch deed {
        case .eventCorrected: what + Words.eventCorrected
        case .eventVoided: what + Words.eventVoided
        case .eventRestored: what + Words.eventRestored
        default: what
        }
    }

    private func field(_ difference: FieldDifference, of noun: Noun) -> Bilingual {
        let name = difference.isMoney ? String(difference.field.dropLast(4)) : difference.field
        return Words.heading(name, of: noun)
    }

    /// Money in yuan.
    private func forPeople(_ cell: Cell?, of noun: Noun) -> Cell {
        guard let difference, let cell else { return .null }
        if difference.isMoney, case .integer(let fen) = cell { return .text(Amount(fen: fen).groupedYuan) }
        return .text(Words.term(cell.plainText, in: difference.field, of: noun)[.current])
    }
}
