import Registry

/// What a shell is told of the program's words, with `--lang`, which the program takes before its parser sees the words.
///
/// It is put in beside what each command has by the parser's own hand; of a script that looks otherwise nothing changes.
enum CompletionScript {
    private static let languages = Language.allCases.map(\.rawValue)
    /// Up to its values, which follow; so it holds no mark that a shell would read.
    private static let meaning = HelpWords.language.english.prefix { $0 != ":" }

    static func withLanguage(_ text: String) -> String {
        let shells: [(mark: String, line: (Substring) -> [String])] = [
            ("#!/bin/bash", ofBash), ("#compdef ", ofZsh), ("function __registry_", ofFish),
        ]
        guard let shell = shells.first(where: { text.hasPrefix($0.mark) }) else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap(shell.line).joined(separator: "\n")
    }

    private static func ofBash(_ line: Substring) -> [String] {
        if line.hasPrefix("    non_repeating_options=("), line.hasSuffix(")") {
            return [line.dropLast() + (line.hasSuffix("()") ? "--lang)" : " --lang)")]
        }
        guard line == "    case \"${prev}\" in" else { return [String(line)] }
        let values = languages.map { "'\($0)'" }.joined(separator: "$'\\n'")
        return [
            String(line), "    '--lang')", "        __registry_add_completions -W \(values)", "        return",
            "        ;;",
        ]
    }

    private static func ofZsh(_ line: Substring) -> [String] {
        guard line.hasPrefix("        '--version[") else { return [String(line)] }
        return ["        '--lang[\(meaning)]:lang:(\(languages.joined(separator: " ")))'", String(line)]
    }

    private static func ofFish(_ line: Substring) -> [String] {
        if let place = line.firstRange(of: " version' -l 'version'") {
            let values = languages.joined(separator: " ")
            return [line[..<place.lowerBound] + " lang' -l 'lang' -d '\(meaning)' -rfka '\(values)'", String(line)]
        }
        guard line.contains("__registry_parse_subcommand") else { return [String(line)] }
        return [String(line).replacing(" 'version'", with: " 'lang=' 'version'")]
    }
}
