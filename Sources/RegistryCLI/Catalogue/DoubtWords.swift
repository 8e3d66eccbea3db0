import Registry
import RegistryStore
import Spreadsheets

/// What is said of what a person has to decide.
extension Words {
    /// What an import found, in one line.
    static func of(_ doubt: Doubt, row: Int64?, name: String) -> String {
        let place = row.map { "row \($0) (\(name)) " } ?? ""
        return switch doubt.kind {
        case .conflict:
            place + "differs from a record that was made, corrected or voided by hand; the record stays"
        case .duplicate:
            place + "may be a deal of another venue too, \(text(doubt.said, "same_as")): the same parties, amount "
                + "and day"
        case .powerOfTen where doubt.record == nil:
            "the amounts of \(text(doubt.said, "rows")) new rows of \(text(doubt.said, "venue")) are off from its own by "
                + "10^\(text(doubt.said, "power")): their median is about \(money(doubt.said, "median_fen").theirs), "
                + "before it was about \(money(doubt.said, "median_fen").ours); is their unit right?"
        case .powerOfTen: place + "has an amount off by a power of ten from what was recorded; the record stays"
        }
    }

    static func of(_ refusal: AnswerRefusal) -> String {
        switch refusal {
        case .noSuchItem: "there is no such review item; see registry list reviews --all"
        case .answeredAlready(let actor, let change):
            "it was answered by \(actor.visible), change \(change); registry revert \(change) opens it again"
        case .superseded: "a later file says another thing of the record; answer that item; see registry list reviews"
        case .settled: "nothing is left to decide; the records say so already; see registry list reviews --all"
        case .namesVoid(let field):
            "the record is void, and so is its \(field.replacing("_", with: " ")); it cannot count again"
        }
    }

    /// What an answer did with an item.
    static func done(_ item: ReviewItem, _ answer: ReviewAnswer, isDryRun: Bool) -> String {
        let noun = item.doubt.noun.rawValue
        let say = isDryRun ? "would say" : "says"
        let stay = isDryRun ? "would stay as it is" : "stays as it is"
        switch (item.doubt.kind, answer) {
        case (.duplicate, .accept): return "\(item.name) and \(item.otherName ?? "") are two \(noun)s; both count"
        case (.duplicate, .keep): return "\(item.name) and \(item.otherName ?? "") stay as they are"
        case (_, .accept) where item.doubt.record == nil: return "the amounts of \(item.fileName.visible) are right"
        case (_, .keep) where item.doubt.record == nil:
            return "the records of \(item.fileName.visible) stay as they are"
        case (_, .accept): return "\(noun) \(item.name) \(say) what the row says: \(of(item.doubt.said))"
        case (_, .keep): return "\(noun) \(item.name) \(stay)"
        }
    }

    /// What a row says and what the record says, field by field.
    static func of(_ said: Said) -> String {
        said.fields.map { field in
            let name = column(field.name)
            let (theirs, ours) =
                field.name.hasSuffix("_fen")
                ? money(said, field.name) : (shown(field.theirs), field.ours == .null ? "" : shown(field.ours))
            return ours.isEmpty ? "\(name) \(theirs)" : "\(name) \(theirs), ours \(ours)"
        }
        .joined(separator: "; ")
    }

    private static func shown(_ cell: Cell) -> String { cell == .null ? "(none)" : cell.plainText.visible }
    private static func text(_ said: Said, _ name: String) -> String { said[name]?.theirs.plainText.visible ?? "" }

    private static func money(_ said: Said, _ name: String) -> (theirs: String, ours: String) {
        func words(_ cell: Cell?) -> String {
            if case .integer(let fen) = cell { "\(Amount(fen: fen).groupedYuan) 元" } else { "" }
        }
        let theirs = words(said[name]?.theirs)
        return (theirs.isEmpty ? "(none)" : theirs, words(said[name]?.ours))
    }
}
