import Registry

/// What was typed, taken apart once when the program starts: `--lang` may stand before or behind any command, so it is
/// taken out of the words before a command sees them.
struct Invocation {
    /// What was typed behind the program's name, without `--lang`.
    let words: [String]
    let language: Language
    /// What `--lang` was given that names no language; empty where it was given nothing.
    let unknownLanguage: String?

    static let option = "--lang"

    init(_ typed: some Sequence<String>, variable: (String) -> String?) {
        var words: [String] = []
        var asked: String?
        var rest = typed.makeIterator()
        var isEnded = false
        while let word = rest.next() {
            isEnded = isEnded || word == "--"
            if isEnded || !word.hasPrefix(Self.option) {
                words.append(word)
            } else if word == Self.option {
                asked = rest.next() ?? ""
            } else if word.dropFirst(Self.option.count).first == "=" {
                asked = String(word.dropFirst(Self.option.count + 1))
            } else {
                words.append(word)
            }
        }
        self.words = words
        let language = asked.flatMap(Language.init(rawValue:))
        unknownLanguage = language == nil ? asked : nil
        self.language = language ?? Language.ofLocale(variable)
    }

    /// That of this process.
    static let current = Invocation(CommandLine.arguments.dropFirst(), variable: environment)

    /// - Throws: a misuse that names the languages, in both, since which of them is read is not known.
    static func checkedWords() throws(Failure) -> [String] {
        guard let unknown = current.unknownLanguage else { return current.words }
        throw Failure(.misuse, Words.noLanguage(unknown))
    }
}

extension Language {
    /// What the program speaks from its start to its end: `--lang`, else the locale. No command takes it of its own.
    static var current: Language { Invocation.current.language }

    /// That of the first of the locale's variables that says something, as POSIX has it.
    fileprivate static func ofLocale(_ variable: (String) -> String?) -> Language {
        Language(locale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? "")
    }
}
