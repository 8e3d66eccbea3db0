import ArgumentParser
import Registry
import RegistryStore
import Spreadsheets

/// What every command that corrects takes.
struct CorrectingOptions: ParsableArguments {
    @OptionGroup var writing: WritingOptions
    @OptionGroup var output: FormatOption

    @Option(help: "Why; kept with the change.")
    var reason: String

    mutating func validate() throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError(Words.reasonNeedsWords) }
    }

    /// Makes the correction, or rehearses it.
    func make<Result>(_ call: (Ledger, Author) throws(StoreError) -> Result) throws -> Result {
        let ledger = try writing.open()
        let author = try writing.author(reason: reason)
        return try writing.terms.perform(on: ledger) { () throws(StoreError) in try call(ledger, author) }
    }

    /// Makes the correction and says what it did.
    ///
    /// - Parameters:
    ///   - done: what became of the record: `corrected`, `terminated on …`.
    ///   - back: the command that takes it back, without its reason.
    func run(
        _ done: (Correction) -> Bilingual, back: (Correction) -> [String],
        making call: (Ledger, Author) throws(StoreError) -> Correction
    ) throws {
        let made = try make(call)
        if let former = made.formerName { Terminal.say(Words.renamed(former, to: made.name)) }
        try CorrectionView(correction: made, done: done(made)).show(as: output.format)
        guard made.receipt != nil, output.format != .json, output.format != .jsonl else { return }
        Terminal.say(Words.takeBack(back(made).map(shellQuoted).joined(separator: " ") + " --reason '…'"))
    }
}

/// What a correction did, for people and for programs.
struct CorrectionView {
    let correction: Correction
    let done: Bilingual

    private var isDryRun: Bool { correction.receipt == nil }

    func show(as format: RowFormat) throws(WriteError) {
        switch format {
        case .table, .markdown, .csv: try showWords()
        case .json, .jsonl: try Terminal.show(String(decoding: object().bytes, as: UTF8.self))
        }
    }

    private func showWords() throws(WriteError) {
        let name = correction.name
        try Terminal.show(Words.done(name, done, change: correction.receipt?.change))
        for field in shownFields {
            try Terminal.show(
                "  " + Words.column(field.column, of: name.noun) + Bilingual(": ", "：")
                    + words(field.before, field.column)
                    + " → " + words(field.after, field.column))
        }
        for party in correction.madeParties { Terminal.say(Words.newParty(party)) }
        sayMoves()
    }

    /// Without the fen of what is shown in yuan, and what only follows from a move.
    private var shownFields: [FieldMove] {
        let noun = correction.name.noun
        return correction.fields.filter { field in
            if ["venue_code", "party_id"].contains(field.column) { return false }
            if noun.belongsToVenue, ["code", "network", "region"].contains(field.column) { return false }
            guard field.column.hasSuffix("_fen") else { return true }
            let yuan = field.column.dropLast(3) + "yuan"
            if correction.fields.contains(where: { $0.column == yuan }) { return false }
            return field.column != "original_amount_fen"
                || !correction.fields.contains { $0.column == "amount_fen" && $0.after == field.after }
        }
    }

    private func words(_ cell: Cell, _ column: String) -> Bilingual {
        switch cell {
        case .null: Words.none
        case .integer(let fen) where column.hasSuffix("_fen"): Amount(fen: fen).spoken
        case .decimal where column.hasSuffix("_yuan"):
            correction.fields.first { $0.column == column.dropLast(4) + "fen" }.map { field in
                words(field.before == field.after || cell == before(column) ? field.before : field.after, field.column)
            } ?? Bilingual(same: cell.plainText)
        default: Words.term(cell.plainText, in: column, of: correction.name.noun).mapped(\.visible)
        }
    }

    private func before(_ column: String) -> Cell? { correction.fields.first { $0.column == column }?.before }

    private static let mostMoves = 12

    /// How totals differ as of each day from which they do: what was added on the days before counts too.
    private func sayMoves() {
        guard !correction.moves.isEmpty else { return }
        Terminal.say(Words.moved(isDryRun: isDryRun))
        var (line, running) = ("", Total())
        for (place, move) in correction.moves.enumerated() {
            let total = Words.total(of: move).english
            if total != line { running = Total() }
            line = total
            running = running + move.total
            guard place < Self.mostMoves else { continue }
            Terminal.say(Words.move(move, running: running))
        }
        let more = correction.moves.count - Self.mostMoves
        if more > 0 { Terminal.say(Words.more(moves: more)) }
    }

    private func object() -> JSONObject {
        var object = JSONObject()
        object.add("noun", .text(correction.name.noun.rawValue))
        object.add("name", .text("\(correction.name)"))
        object.add("former_name", correction.formerName.map { .text("\($0)") } ?? .null)
        object.add("done", .text(done.english))
        object.add(
            "fields",
            correction.fields.map { field in
                var moved = JSONObject()
                moved.add("column", .text(field.column))
                moved.add("before", field.before)
                moved.add("after", field.after)
                return moved
            })
        object.add(
            "moved",
            correction.moves.map { move in
                var moved = JSONObject()
                moved.add("measure", .text(move.measure.rawValue))
                moved.add("dimension", .text(move.dimension.rawValue))
                moved.add("key", .text(move.key))
                moved.add("day", .text(move.day))
                moved.add("count", .integer(move.total.count))
                moved.add("amount_fen", .integer(move.total.fen))
                return moved
            })
        object.add(
            "new_parties",
            correction.madeParties.map { name in
                var made = JSONObject()
                made.add("name", .text(name))
                return made
            })
        object.add(correction.receipt, isDryRun: isDryRun)
        return object
    }
}
