import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// Review items as rows: what `list reviews` shows.
enum ReviewList {
    /// - Parameter all: whether those that nobody need decide any more are shown too.
    static func show(
        _ items: [ReviewItem], all: Bool, most: Int, as format: RowFormat
    ) throws {
        let chosen = all ? items : items.filter { $0.state == .open }
        let shown = most == 0 ? chosen[...] : chosen.prefix(most)
        let isForPeople = format.isForPeople
        var rows = SpokenRows(format)
        let columns =
            isForPeople
            ? ["item", "kind", "name", "what"] + (all ? ["state"] : []) + ["file_name", "file_row"]
            : [
                "item", "kind", "state", "noun", "venue_code", "name", "other_name", "said", "what", "file_name",
                "file_row",
                "change_id", "found_at", "answered_by", "answered_at", "answer_reason", "answer_change_id",
            ]
        try rows.begin(
            columns.map {
                Column($0, alignment: ["file_row", "change_id", "answer_change_id"].contains($0) ? .right : .left)
            })
        for item in shown { try rows.row(columns.map { cell($0, of: item) }) }
        try rows.endAndTell()
        if shown.count < chosen.count { Terminal.say(Words.first(most)) }
        if !shown.isEmpty, isForPeople, !all {
            Terminal.say(Words.howToAnswer(shown.first?.number ?? "R1"))
        }
    }

    private static func cell(_ column: String, of item: ReviewItem) -> Cell {
        switch column {
        case "item": .text(item.number)
        case "kind": .text(item.doubt.kind.rawValue)
        case "state": .text(item.state.rawValue)
        case "noun": .text(item.doubt.noun.rawValue)
        case "venue_code": item.venue.map(Cell.text) ?? .null
        case "name": .text(item.name)
        case "other_name": item.otherName.map(Cell.text) ?? .null
        case "said": .text(item.doubt.said.json)
        case "what": .text(Words.what(item)[.current])
        case "file_name": .text(item.fileName)
        case "file_row": item.fileRow.map(Cell.integer) ?? .null
        case "change_id": .integer(item.change)
        case "found_at": .text(item.foundAt)
        case "answered_by": item.answer.map { .text($0.actor) } ?? .null
        case "answered_at": item.answer.map { .text($0.recordedAt) } ?? .null
        case "answer_reason": item.answer?.reason.map(Cell.text) ?? .null
        case "answer_change_id": item.answer.map { .integer($0.number) } ?? .null
        default: .null
        }
    }
}
