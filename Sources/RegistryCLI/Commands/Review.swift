import ArgumentParser
import Registry
import RegistryStore
import Spreadsheets

struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract:
            "Answer what an import left to be decided (R12), or look at another actor's correction a second time (复核).",
        discussion: """
            EXAMPLES
              registry list reviews
              registry review R12 R15-R18 --accept --reason 'the venue sent the contract'
              registry review R13 --keep --reason 'the venue lags behind'
              registry list corrections --unreviewed
              registry review 81 --actor 复核员

            R12 is a review item, which an import made of what it would not decide; 81 is the number of a change.

            --accept: what the row says holds. Of a conflict, and of an amount off by a power of ten, the record takes the \
            row's values, as a correction; of a suspected duplicate, they are two deals; of a whole file, its amounts are right.
            --keep: the records stay as they are. A deal that is one with another's is voided with registry void-deal, a \
            file with a wrong unit taken back with registry revert.

            Answers are one change, all or none. They stand while the rows say the same, in however many files.
            """)

    @OptionGroup var writing: WritingOptions
    @OptionGroup var output: FormatOption

    @Option(help: "Why, or a remark; kept with the change. Needed to answer items.")
    var reason: String?

    @Flag(help: "What the row says holds.")
    var accept = false

    @Flag(help: "The record stays as it is.")
    var keep = false

    @Argument(help: ArgumentHelp("Review items, as R12 or R12-R20; or the number of one change.", valueName: "item"))
    var items: [String]

    mutating func validate() throws {
        if accept, keep { throw ValidationError(Words.acceptAndKeep) }
        let numbers = try ItemNumbers.read(items, letter: "R")
        if accept || keep {
            if numbers == nil {
                throw ValidationError(Words.answersAreOfItems)
            }
            guard let reason, reason.contains(where: { !$0.isWhitespace }) else {
                throw ValidationError(Words.answersNeedReason)
            }
        } else if numbers != nil {
            throw ValidationError(Words.itemsNeedAnswer)
        } else if items.count != 1 || Int64(items[0]) == nil {
            throw ValidationError(Words.nameItems)
        }
    }

    func run() throws {
        if accept || keep, let numbers = try ItemNumbers.read(items, letter: "R") {
            try answer(numbers, accept ? .accept : .keep)
        } else if let change = Int64(items[0]) {
            try look(at: change)
        }
    }

    private func answer(_ numbers: [Int64], _ answer: ReviewAnswer) throws {
        let ledger = try writing.open()
        let author = try writing.author(reason: reason)
        let answered = try writing.terms.perform(on: ledger) { () throws(StoreError) in
            try ledger.answer(numbers, answer, by: author)
        }
        switch output.format {
        case .table, .markdown, .csv:
            for item in answered.items {
                try Terminal.show(
                    Bilingual("\(item.number): ", "\(item.number)：")
                        + Words.done(item, answer, isDryRun: writing.dryRun))
            }
            ImportTalk.say(moved: answered.moved, isDryRun: writing.dryRun)
            if let receipt = answered.receipt {
                try Terminal.show(Words.answered(answered.items.count, change: receipt.change))
                receipt.sayHowToTakeBack()
            }
        case .json, .jsonl:
            var object = JSONObject()
            object.add("answer", .text(answer.rawValue))
            object.add(
                "items",
                answered.items.map { item in
                    var one = JSONObject()
                    one.add("item", .text(item.number))
                    one.add("kind", .text(item.doubt.kind.rawValue))
                    one.add("name", .text(item.name))
                    one.add("corrected", .boolean(answered.corrected.contains(item.item)))
                    return one
                })
            object.add("moved", ImportTalk.objects(ofMoved: answered.moved))
            object.add(answered.receipt, isDryRun: writing.dryRun)
            try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
        }
    }

    private func look(at change: Int64) throws {
        let ledger = try writing.open()
        let author = try writing.author(reason: reason)
        let reviewed = try writing.terms.perform(on: ledger) { () throws(StoreError) in
            try ledger.review(change, by: author)
        }
        let receipt = writing.dryRun ? nil : reviewed
        switch output.format {
        case .table, .markdown, .csv:
            try Terminal.show(Words.reviewed(change, by: author.actor, inChange: receipt?.change))
        case .json, .jsonl:
            var object = JSONObject()
            object.add("reviewed_change", .integer(change))
            object.add("reviewed_by", .text(author.actor))
            object.add(receipt, isDryRun: writing.dryRun)
            try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
        }
    }
}
