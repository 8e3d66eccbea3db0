import ArgumentParser
import Registry
import RegistryReports
import TestSupport
import Testing

@testable import RegistryCLI

@Suite("The catalogue of words")
struct CatalogueTests {
    /// All source files of the command line, with their texts.
    static let sources: [(path: String, text: String)] = {
        let root = PackageFolder.file("Sources")
        return ["Registry/Nouns", "Registry/Values", "RegistryReports", "RegistryCLI"].flatMap {
            files(in: "\(root)/\($0)")
        }
    }()

    private static func files(in folder: String) -> [(path: String, text: String)] {
        TestFolder.names(in: folder).flatMap { name -> [(path: String, text: String)] in
            let path = "\(folder)/\(name)"
            guard name.hasSuffix(".swift") else { return name.contains(".") ? [] : files(in: path) }
            return (try? TestFolder.text(path)).map { [(path, $0)] } ?? []
        }
    }

    /// What holds letters and no word that Chinese would say: names, options, endings, marks.
    private static let exceptions: Set<String> = [
        "JSON lines", " left", "n/a", " of them.", "--set : ", "--venue: ", " of  ", "s", "R: ", "en",
    ]

    @Test("each pair that is written in a source says in Chinese what it says in English")
    func pairs() {
        var count = 0
        for source in Self.sources {
            for pair in SourceWords.pairs(in: source.text) where pair.english.contains(where: \.isLetter) {
                count += 1
                guard !Self.exceptions.contains(pair.english) else { continue }
                #expect(pair.chinese.holdsHan, "\(source.path):\(pair.line): \(pair.english)")
            }
        }
        #expect(count > 700)
    }

    @Test("pairs are found with what is filled in, nested, and in several pieces")
    func finding() {
        let source = #"a(Bilingual("x \(y("q", 2)) z" + "w", "甲 \(b) 乙"), Bilingual(same: "n")) Bilingual(c, "丙")"#
        let pairs = SourceWords.pairs(in: source)
        #expect(pairs.map(\.english) == ["x  zw", ""])
        #expect(pairs.map(\.chinese) == ["甲  乙", "丙"])
    }

    @Test("nothing is said, shown or refused in words that stand in a command")
    func inline() {
        for source in Self.sources where !source.path.contains("/Catalogue/") {
            for (index, line) in source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let line = line.replacing("say(\"registry: \" + ", with: "")
                for call in ["say(\"", "ValidationError(\"", "Failure(.misuse, \"", "Failure(.dataRefused, \""] {
                    #expect(!line.contains(call), "\(source.path):\(index + 1)")
                }
            }
        }
    }

    // MARK: Help

    /// Every command, with those within commands.
    static let commands: [any ParsableCommand.Type] = below(RegistryCommand.self)

    private static func below(_ type: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        [type] + type.configuration.subcommands.flatMap(below)
    }

    @Test("help in Chinese leaves no sentence in English")
    func help() {
        #expect(Self.commands.count > 50)
        for command in Self.commands {
            let help = ParserSpeech(width: 80).chinese(RegistryCommand.helpMessage(for: command, columns: 1 << 20))
            #expect(help.hasPrefix("概述："))
            for part in help.split(separator: "\n\n") where !part.hasPrefix("示例") {
                #expect(String(part).holdsHan, "\(command): \(part)")
                for line in part.split(separator: "\n")
                where line.hasPrefix("  ") && line.contains(". ") || line.hasSuffix(".") {
                    #expect(String(line).holdsHan, "\(command): \(line)")
                }
            }
            #expect(help.contains("\n  --lang <lang> "))
        }
    }

    @Test("no text of the help is told that no command has any more")
    func helpIsUsed() {
        let all = Self.commands.map { RegistryCommand.helpMessage(for: $0, columns: 1 << 20) }.joined(separator: "\n")
        let joined = all.replacing("\n", with: " ")
        for english in HelpWords.chinese.keys {
            #expect(all.contains(english) || joined.contains(english), "\(english)")
        }
    }

    @Test("each named report says in Chinese what it tells and what its parameters mean")
    func reports() {
        for report in NamedReport.all {
            #expect(Words.meaning(of: report).chinese.holdsHan, "\(report.name)")
            for parameter in report.parameters {
                #expect(Words.meaning(of: parameter, in: report).chinese.holdsHan, "\(report.name).\(parameter.name)")
                #expect(Words.term(parameter.kind.rawValue, in: "kind").chinese.holdsHan, "\(parameter.kind)")
            }
        }
    }

    // MARK: The parser

    @Test(
        "what the parser says is said in Chinese",
        arguments: [
            ("Error: Unknown option '--formt'. Did you mean '--format'?", "错误：没有选项“--formt”。是否为“--format”？"),
            ("Error: Missing expected argument '<noun>'", "错误：缺少参数“<noun>”"),
            ("Error: 2 unexpected arguments: 'a', 'b'", "错误：有 2 个多余的参数：'a'、'b'"),
            (
                "Error: The value 'x' is invalid for '--as-of <as-of>'\nUsage: registry totals <options>\n  See 'registry totals --help' for more information.",
                "错误：“x”不是“--as-of <as-of>”的有效取值\n用法：registry totals <选项>\n  详见“registry totals --help”。"
            ),
            ("Error: something else", "错误：something else"), ("0.1.0", "0.1.0"),
        ])
    func parser(english: String, chinese: String) {
        #expect(ParserSpeech(width: 80).chinese(english) == chinese)
    }

    @Test("a long line of Chinese breaks between characters, and not before a mark that closes")
    func wrapping() {
        let help = ParserSpeech(width: 60).chinese(RegistryCommand.helpMessage(for: Import.self, columns: 1 << 20))
        for line in help.split(separator: "\n") {
            #expect(!"，。；：、）”".contains(line.drop { $0 == " " }.first ?? "x"), "\(line)")
        }
    }
}
