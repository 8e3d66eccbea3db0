import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import SQLite

/// What a shell completes from the registry: names of records, and the values that a field of a record may have.
extension CompletionKind {
    static var venueCode: CompletionKind {
        .custom { words, _, typed in
            let completion = Completion(words, typed)
            return completion.offered(completion.names(of: .venue))
        }
    }

    static var view: CompletionKind {
        .custom { words, _, typed in
            let views = try? Completion(words, typed).ledger?.viewColumns()
            return (views ?? []).map(\.view).filter { $0.hasPrefix(typed) }
        }
    }

    static var namedReport: CompletionKind {
        .custom { _, _, typed in NamedReport.all.map(\.name).filter { $0.hasPrefix(typed) } }
    }

    /// One key, or a second one behind a comma.
    static var groupings: CompletionKind {
        .custom { _, _, typed in
            let comma = typed.lastIndex(of: ",")
            let first = comma.map { typed[..<$0] } ?? ""
            return Grouping.allValueStrings.filter { $0 != first }.map { comma == nil ? $0 : "\(first),\($0)" }
                .filter { $0.hasPrefix(typed) }
        }
    }

    /// Names of the noun that the command is about.
    static var recordName: CompletionKind {
        .custom { words, _, typed in
            let completion = Completion(words, typed)
            return completion.offered(completion.noun.map { completion.names(of: $0) } ?? [])
        }
    }

    /// Names of one noun, whatever the command is about.
    static func recordName(of noun: Noun) -> CompletionKind {
        .custom { words, _, typed in
            let completion = Completion(words, typed)
            return completion.offered(completion.names(of: noun))
        }
    }

    /// One of some nouns and then a name of it, or the name alone.
    static func recordName(ofOneOf nouns: [Noun]) -> CompletionKind {
        .custom { words, index, typed in
            let completion = Completion(words, typed)
            let before = words.indices.contains(index - 1) ? Noun(word: words[index - 1]) : nil
            if let named = before, nouns.contains(named) { return completion.offered(completion.names(of: named)) }
            return nouns.map(\.rawValue).filter { $0.hasPrefix(completion.typed) }
                + completion.offered(nouns.flatMap { completion.names(of: $0) })
        }
    }

    /// What the records that are listed may be by their kind.
    static var kindOfListed: CompletionKind {
        .custom { words, _, typed in
            let completion = Completion(words, typed)
            let listed = completion.listed
            let kinds =
                listed == .reviews ? Doubt.Kind.allCases.map(\.rawValue) : listed?.kinds?.terms.map(\.code) ?? []
            return kinds.filter { $0.hasPrefix(completion.typed) }
        }
    }

    /// Values of the field whose option stands before the cursor.
    static var fieldValue: CompletionKind {
        .custom { words, index, typed in
            let completion = Completion(words, typed)
            guard words.indices.contains(index - 1),
                let field = completion.noun?.fields.first(where: { $0.option == words[index - 1] })
            else { return [] }
            return switch field.kind {
            case .term(let vocabulary): vocabulary.terms.map(\.code).filter { $0.hasPrefix(completion.typed) }
            case .party: completion.offered(completion.names(of: .party))
            case .venue: completion.offered(completion.names(of: .venue))
            case .record(let noun): completion.offered(completion.codes(of: noun))
            default: []
            }
        }
    }
}

/// A line that is being typed.
private struct Completion {
    let words: [String]
    /// The word at the cursor, as far as the cursor.
    let typed: String
    /// The mark that the word at the cursor begins with.
    private let quote: Character?

    /// What `list` is to list; a word behind an option is that one's.
    var listed: Listed? {
        zip(words, words.dropFirst()).lazy.compactMap { before, word in
            before.hasPrefix("-") ? nil : Listed(word: word)
        }.first
    }

    init(_ words: [String], _ typed: String) {
        quote = typed.first.flatMap { "\"'".contains($0) ? $0 : nil }
        self.words = words.map(Self.unquoted)
        self.typed = Self.unquoted(typed)
    }

    /// The noun that the command names (`void-deal`, `void-deal-event`) or the word behind it does (`show deal`).
    var noun: Noun? {
        words.dropFirst().lazy.compactMap { word in
            Noun(word: word)
                ?? Noun.allCases.first { noun in
                    [noun.dashed, noun.dashedPlural].contains { "-\(word)-".contains("-\($0)-") }
                }
        }.first
    }

    var ledger: Ledger? { try? Ledger(at: RegistryPlace.resolve(value(of: "--db")), for: .readOnly) }

    /// None where there is no registry that can be read: a shell that completes is no place for an error.
    func names(of noun: Noun, startingWith start: String? = nil) -> [String] {
        guard let ledger else { return [] }
        return (try? ledger.names(of: noun, startingWith: start ?? typed)) ?? []
    }

    /// Those of the venue that the line names, as an option or as the first half of a record's name.
    func codes(of noun: Noun) -> [String] {
        let named = words.dropFirst().lazy.compactMap { word in word.firstIndex(of: "/").map { String(word[..<$0]) } }
        let isVenue = { venue in names(of: .venue, startingWith: venue).contains(venue) }
        guard let venue = value(of: "--venue") ?? named.first(where: isVenue) else { return [] }
        return names(of: noun, startingWith: "\(venue)/\(typed)").map { String($0.dropFirst(venue.count + 1)) }
    }

    private func value(of option: String) -> String? {
        if let place = words.firstIndex(of: option), words.indices.contains(place + 1) { return words[place + 1] }
        return words.first { $0.hasPrefix("\(option)=") }.map { String($0.dropFirst(option.count + 1)) }
    }

    /// Names as the shell that asks takes them: bash puts them on the line as they come, so that what a shell would read as
    /// more than a letter is marked; zsh takes what stands behind a colon for a description. No name of two lines is offered.
    func offered(_ names: [String]) -> [String] {
        let names = names.filter { name in !name.utf8.contains { $0 < 0x20 || $0 == 0x7F } }
        return switch (CompletionShell.requesting, quote) {
        case (.bash, "'"): names.map { $0.replacing("'", with: "'\\''") }
        case (.bash, "\""): names.map { Self.marked($0) { "$`\"\\".contains($0) } }
        case (.bash, _):
            names.map { Self.marked($0) { $0.isASCII && !$0.isLetter && !$0.isNumber && !"-_./".contains($0) } }
        case (.zsh, _): names.map { Self.marked($0) { "\\:".contains($0) } }
        default: names
        }
    }

    /// With a backslash before some characters.
    private static func marked(_ name: String, where isMarked: (Character) -> Bool) -> String {
        name.reduce(into: "") { $0 += (isMarked($1) ? "\\" : "") + String($1) }
    }

    /// A word without the marks by which a shell keeps it together.
    private static func unquoted(_ word: String) -> String { word.filter { !"\\\"'".contains($0) } }
}
