import ArgumentParser
import Registry
import RegistryStore
import Spreadsheets

/// What the `add-…` commands share: one call into the ledger, one rendering.
struct Adding {
    let noun: Noun
    /// By field.
    let values: [String: String]

    init(noun: Noun, values: [String: String]) {
        self.noun = noun
        self.values = values
    }

    /// - Parameter options: nil where an option was not given.
    init(noun: Noun, options: [String: String?]) {
        self.init(noun: noun, values: options.compactMapValues { $0 })
    }

    func run(_ writing: WritingTerms, _ format: RowFormat) throws {
        let ledger = try writing.open()
        let author = try writing.author()
        let added = try writing.perform(on: ledger) { () throws(StoreError) in
            try ledger.add(noun, values, by: author)
        }
        try Self.show(added, noun) { () throws(WriteError) in
            switch format {
            case .table, .markdown, .csv: try showWords(added)
            case .json, .jsonl: try Terminal.show(String(decoding: object(added).bytes, as: UTF8.self))
            }
        }
    }

    /// Tells what was recorded, and where that cannot be written, that it stands all the same: who types it again would record
    /// it twice.
    static func show(_ added: AddedRecord, _ noun: Noun, _ telling: () throws(WriteError) -> Void) throws {
        do throws(WriteError) {
            try telling()
        } catch {
            guard error != .brokenPipe, let receipt = added.receipt else { throw error }
            throw Failure(.inputOutput, Words.added(noun, added.name, change: receipt.change, but: Words.of(error)))
        }
    }

    private func showWords(_ added: AddedRecord) throws(WriteError) {
        try Terminal.show(Words.added(added, noun))
        for party in added.madeParties {
            Terminal.say(Words.newParty(party.name, nearest: party.nearest, isNote: noun == .party))
        }
        guard added.receipt != nil else { return }
        Terminal.say(Words.takeBack("void-\(noun.dashed) \(shellQuoted("\(added.name)")) --reason '…'"))
    }

    private func object(_ added: AddedRecord) -> JSONObject {
        var object = JSONObject()
        object.add("noun", .text(noun.rawValue))
        object.add("name", .text("\(added.name)"))
        object.add("venue", added.name.venue.map(Cell.text) ?? .null)
        object.add("code", noun == .party ? .null : .text(added.name.code))
        object.add("amount_fen", added.amount.map { .integer($0.fen) } ?? .null)
        object.add("day", added.day.map { .text("\($0.day)") } ?? .null)
        object.add("change", added.receipt.map { .integer($0.change) } ?? .null)
        object.add("recorded_at", added.receipt.map { .text($0.recordedAt) } ?? .null)
        object.add("seal", added.receipt.map { .text($0.seal) } ?? .null)
        object.add(
            "new_parties",
            added.madeParties.map { party in
                var made = JSONObject()
                made.add("name", .text(party.name))
                made.add("nearest", party.nearest.map(Cell.text) ?? .null)
                return made
            })
        return object
    }
}

/// A word as a POSIX shell takes it.
func shellQuoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./".unicodeScalars.contains(scalar)
    }
    return plain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
}
