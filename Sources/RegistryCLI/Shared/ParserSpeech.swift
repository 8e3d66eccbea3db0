import ArgumentParser
import Registry
import RegistryReports

/// What the parser of the command line has to say, help and misuse, in the language of the one who reads.
struct ParserSpeech {
    private let width: Int

    /// - Parameter width: the columns in which help is set.
    init(width: Int = Terminal.width ?? 80) { self.width = width }

    static func text(of error: any Error, in language: Language = .current) -> String {
        switch language {
        case .english:
            suggesting(withLanguage(RegistryCommand.fullMessage(for: error), HelpWords.language.english))
        // Not wrapped, since the parser knows where English may be broken, and not where Chinese may.
        case .chinese: ParserSpeech().chinese(suggesting(RegistryCommand.fullMessage(for: error, columns: 1 << 20)))
        }
    }

    /// What the parser says of a value that is none of those an option takes, and which of them is near.
    static func suggesting(_ text: String) -> String {
        let message =
            text.firstRange(of: "\n" + ParserWords.help.english) ?? text.firstRange(of: "\n" + ParserWords.use.english)
        let told = text[..<(message?.lowerBound ?? text.endIndex)]
        guard
            let gaps = Sentence.gaps(of: String(told), in: ParserWords.error.english + ParserWords.noSuchValue.english)
        else { return text }
        let lines = gaps[2].split(separator: "\n").dropFirst()
        // `'table', 'json' or 'csv'.`, or a line of each.
        let values =
            lines.isEmpty
            ? gaps[2].split(separator: "'", omittingEmptySubsequences: false).enumerated()
                .compactMap { $0 % 2 == 1 ? String($1) : nil } : lines.map { String($0.dropFirst("  - ".count)) }
        guard
            let near = forgottenNoun(before: gaps[0], among: values, in: text[told.endIndex...])
                ?? Spelling.nearest(to: String(gaps[0]), among: values)
        else { return text }
        let question = Sentence.filled(ParserWords.didYouMean.english, with: [near[...]])
        return told + (lines.isEmpty ? " " : "\n") + question + text[told.endIndex...]
    }

    /// The command with the noun put in before a name that stands where the noun should: `registry show deal SH/D-1`.
    ///
    /// - Parameter rest: behind the message, where the parser says how the command is used.
    private static func forgottenNoun(before name: Substring, among values: [String], in rest: Substring) -> String? {
        guard let slash = name.firstIndex(of: "/"), let usage = rest.firstRange(of: "\n" + ParserWords.use.english),
            let noun = Noun.likeliest(ofCode: name[name.index(after: slash)...]), values.contains(noun.rawValue)
        else { return nil }
        let command = rest[usage.upperBound...].prefix { !"[<\n".contains($0) }
        return "\(command)\(noun.rawValue) \(name)"
    }

    /// Help with `--lang`, which the program takes before a command sees it, above the option that stands last.
    private static func withLanguage(_ help: String, _ words: String) -> String {
        let last = "\n  -h, --help  "
        let option = "  --lang <lang>".padded(to: textColumn)
        return help.firstRange(of: last).map { place in
            "\(help[..<place.lowerBound])\n\(option)\(words)\(help[place.lowerBound...])"
        } ?? help
    }

    func chinese(_ text: String) -> String {
        if text.hasPrefix(ParserWords.error.english) { return mistake(text) }
        guard text.hasPrefix(ParserWords.usage.english) || text.contains("\n" + ParserWords.usage.english) else {
            return text
        }
        return help(text)
    }

    // MARK: Help

    /// Where the words of an option begin.
    private static let textColumn = 26

    private func help(_ text: String) -> String {
        let parts = text.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
        let translated = parts.map { part -> String in
            if part.hasPrefix(ParserWords.overview.english) { return overview(part) }
            if part.hasPrefix(ParserWords.usage.english) {
                return usage(part, ParserWords.usage)
            }
            let head = part.prefix { $0 != "\n" }
            if head.last == ":", let heading = HelpWords.chinese[String(head.dropLast())] {
                return heading + "：\n" + entries(part.dropFirst(head.count + 1))
            }
            return paragraph(part)
        }
        return Self.withLanguage(translated.joined(separator: "\n\n"), HelpWords.language.chinese)
    }

    private func overview(_ part: String) -> String {
        let words = part.dropFirst(ParserWords.overview.english.count)
        let abstract = words.prefix { $0 != "\n" }
        let rest = words.dropFirst(abstract.count)
        return set(ParserWords.overview.chinese + said(String(abstract)), indent: 0)
            + (rest.isEmpty ? "" : "\n" + paragraph(String(rest.dropFirst())))
    }

    private func usage(_ part: String, _ head: Bilingual) -> String {
        ParserWords.names.reduce(head.chinese + part.dropFirst(head.english.count)) { usage, name in
            usage.replacing(name.english, with: name.chinese)
        }
    }

    /// A paragraph of prose; examples of commands, and of a profile, of which the remarks are translated.
    private func paragraph(_ part: String) -> String {
        if let known = HelpWords.chinese[part] { return setLines(known) }
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let known = HelpWords.chinese[lines.joined(separator: " ")] { return setLines(known) }
        return lines.map { line in
            if let known = HelpWords.chinese[line] { return known + (line == "EXAMPLES" ? "：" : "") }
            guard let mark = line.firstRange(of: "  # ") else {
                return Sentence.translated(line, by: ParserWords.sentences, into: .chinese) ?? line
            }
            return line[..<mark.upperBound] + said(String(line[mark.upperBound...]))
        }.joined(separator: "\n")
    }

    private func setLines(_ text: String) -> String {
        text.split(separator: "\n").map { set(String($0), indent: 0) }.joined(separator: "\n")
    }

    /// Arguments, options or commands, each with its words behind it or in the line below.
    private func entries(_ text: Substring) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let label = line.prefix(Self.textColumn)
            guard line.count > Self.textColumn, label.last == " " else { return String(line) }
            return label + set(said(String(line.dropFirst(Self.textColumn))), indent: Self.textColumn)
        }.joined(separator: "\n")
    }

    /// A text of the help, and the values that the parser tells behind it.
    private func said(_ text: String) -> String {
        if let known = HelpWords.chinese[text] { return known }
        for place in text.indices.reversed() where text[place] == "(" {
            let head = text[..<place].last == " " ? text[..<place].dropLast() : text[..<place]
            guard head.isEmpty || HelpWords.chinese[String(head)] != nil,
                let values = Sentence.translated(String(text[place...]), by: ParserWords.values, into: .chinese)
            else { continue }
            return (HelpWords.chinese[String(head)] ?? "") + values
        }
        return text
    }

    /// In lines of the width, all but the first behind so many blanks. A line breaks at a blank or beside a wide
    /// character, but not before a mark that closes, nor behind one that opens.
    private func set(_ text: String, indent: Int) -> String {
        var lines: [String] = []
        var line = ""
        for character in text {
            line.append(character)
            guard indent + line.displayWidth > width, let place = Self.breakingPlace(in: line) else { continue }
            lines.append(String(line[..<place]).trimmedAtEnd)
            line = String(line[place...].drop { $0 == " " })
        }
        return (lines + [line]).joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    /// The last one at which a line that is too long by its last character may break; nil where there is none.
    private static func breakingPlace(in line: String) -> String.Index? {
        var place = line.index(before: line.endIndex)
        while place > line.startIndex {
            let (before, after) = (line[line.index(before: place)], line[place])
            let isBetweenWide = before.displayWidth > 1 || after.displayWidth > 1
            if after == " " || before == " " { return place }
            if isBetweenWide, !"，。；：、）”！？…".contains(after), !"（“".contains(before) { return place }
            place = line.index(before: place)
        }
        return nil
    }

    // MARK: Misuse

    private func mistake(_ text: String) -> String {
        var lines = text.dropFirst(ParserWords.error.english.count).split(
            separator: "\n", omittingEmptySubsequences: false)[...]
        var message: [Substring] = []
        while let line = lines.first, !line.hasPrefix(ParserWords.help.english),
            !line.hasPrefix(ParserWords.use.english)
        {
            message.append(line)
            lines = lines.dropFirst()
        }
        let told = message.joined(separator: "\n")
        let sentence = (Sentence.translated(told, by: ParserWords.sentences, into: .chinese) ?? told)
            .replacing("' or '", with: "' 或 '").replacing("', '", with: "'、'")
        let rest = lines.map { line -> String in
            let line = String(line)
            if line.hasPrefix(ParserWords.help.english) { return about(line) }
            if line.hasPrefix(ParserWords.use.english) { return usage(line, ParserWords.use) }
            return Sentence.translated(line, by: ParserWords.sentences, into: .chinese) ?? line
        }
        return ([ParserWords.error.chinese + sentence] + rest).joined(separator: "\n")
    }

    /// `Help:  --as-of <as-of>  The day.`
    private func about(_ line: String) -> String {
        let words = line.dropFirst(ParserWords.help.english.count)
        guard let gap = words.firstRange(of: "  ") else { return ParserWords.help.chinese + words }
        return ParserWords.help.chinese + words[..<gap.upperBound] + said(String(words[gap.upperBound...]))
    }
}

extension String {
    fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
