import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

struct Revert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revert",
        abstract: "Take back a change: an import or a correction, days later, keeping what was corrected since.",
        discussion: """
            EXAMPLES
              registry revert 8 --reason 'wrong file' --dry-run
              registry revert 8 --reason 'wrong file'

            What the change recorded becomes void, what it corrected gets its version of before, as a new change: nothing is
            lost, and a revert can be reverted. A file that it imported can be imported afresh.

            What was corrected since stays, and so does what other records name by now; it is told, and the command ends
            with 1, or with 65 and nothing done under --wholly. Parties that others name by now stay too, as they should.
            """)

    @OptionGroup var writing: WritingOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The number of the change; registry list changes shows it.", transform: ChangeNumber.told)
    var change: Int64

    @Option(help: "Why; kept with the new change.")
    var reason: String

    @Flag(help: "Take back all of it or nothing.")
    var wholly = false

    mutating func validate() throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError(Words.reasonNeedsWords) }
    }

    func run() throws {
        let ledger = try writing.open()
        let author = try writing.author(reason: reason)
        let note = try ledger.note(ofChange: change)
        // Triggers and foreign keys would cost most of the time of taking back a large import.
        try ledger.prepareForManyRows()
        let reversal = try writing.terms.perform(on: ledger) { () throws(StoreError) in
            try ledger.revert(change, wholly: wholly, by: author)
        }
        if !writing.dryRun { ledger.settle() }
        switch output.format {
        case .json, .jsonl: try Terminal.show(String(decoding: object(reversal).bytes, as: UTF8.self))
        case .table, .csv, .markdown: try show(reversal, of: note)
        }
        for kept in reversal.kept { Terminal.say(Words.of(kept)) }
        let more = reversal.keptCount - Int64(reversal.kept.count)
        if more > 0 { Terminal.say(Words.moreStay(more)) }
        guard reversal.isWhole else { throw Failure(.unmet) }
    }

    private func show(_ reversal: Reversal, of note: ChangeNote) throws {
        let isDryRun = reversal.receipt == nil
        let parts = [
            Words.of(reversal.takenBack, isDryRun: isDryRun),
            Words.of(reversal.setAside, countAgain: false, isDryRun: isDryRun),
            Words.of(reversal.givenBack, countAgain: true, isDryRun: isDryRun),
        ]
        try Terminal.show(
            Words.reverts(note, by: reversal.receipt?.change) + Bilingual(": ", "：")
                + parts.filter { !$0.isEmpty }.joined(Bilingual(", ", "，")))
        ImportTalk.say(moved: reversal.moved, isDryRun: reversal.receipt == nil)
        if let receipt = reversal.receipt {
            receipt.sayHowToTakeBack()
        }
    }

    private func object(_ reversal: Reversal) -> JSONObject {
        var object = JSONObject()
        object.add("reverts", .integer(change))
        object.add(reversal.receipt, isDryRun: reversal.receipt == nil)
        object.add(
            "taken_back",
            reversal.takenBack.map { rows in
                var taken = JSONObject()
                taken.add("table", .text(rows.table))
                taken.add("became", .text(rows.isVoided ? "void" : "as_before"))
                taken.add("rows", .integer(rows.rows))
                return taken
            })
        for (name, beside) in [("set_aside", reversal.setAside), ("given_back", reversal.givenBack)] {
            object.add(
                name,
                beside.map { rows in
                    var object = JSONObject()
                    object.add("table", .text(rows.table))
                    object.add("rows", .integer(rows.rows))
                    return object
                })
        }
        object.add("kept_rows", .integer(reversal.keptCount))
        object.add(
            "kept",
            reversal.kept.map { kept in
                var stays = JSONObject()
                stays.add("table", .text(kept.table))
                stays.add("name", .text(kept.name))
                stays.add("last_change", .integer(kept.lastChange))
                stays.add("message", .text(Words.of(kept)[.current]))
                return stays
            })
        object.add("moved", ImportTalk.objects(ofMoved: reversal.moved))
        return object
    }
}
