import Registry

/// What a shell is told of the program's words, with `--lang`, which the program takes before its parser sees the words.
///
/// It is put in beside what each command has by the parser's own hand; of a script that looks otherwise nothing changes.
/// Names from the registry may hold anything: bash is kept from reading them as words of its own or as files, which expands
/// what stands behind a $ in them, and zsh is let mark a !, which the parser's script takes from it.
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
        let options = ["    non_repeating_options=(", "    local -a non_repeating_options=("]
        if options.contains(where: line.hasPrefix), line.hasSuffix(")") {
            return [line.dropLast() + (line.hasSuffix("()") ? "--lang)" : " --lang)")]
        }
        if line == "__registry_custom_complete() {" { return namesOfBash + [String(line)] }
        let custom = "__registry_add_completions -W \"$(__registry_custom_complete "
        if let place = line.firstRange(of: custom), line.hasSuffix(")\"") {
            return [line[..<place.lowerBound] + "__registry_add_names " + line[place.upperBound...].dropLast(2)]
        }
        let values = languages.map { "'\($0)'" }.joined(separator: "$'\\n'")
        let choice = [
            "    '--lang')", "        __registry_add_completions -W \(values)", "        return", "        ;;",
        ]
        let start = "    case \"${prev}\" in"
        if line == start { return [start] + choice }
        // The program itself has no option with a value but this one, and asks for none.
        guard line == "    local -r subcommand=\"${unparsed_words[0]}\"" else { return [String(line)] }
        return [start] + choice + ["    esac", String(line)]
    }

    private static let namesOfBash = [
        "__registry_add_names() {", "    compopt +o filenames",
        "    mapfile -t COMPREPLY < <(__registry_custom_complete \"${@}\")", "}", "",
    ]

    private static func ofZsh(_ line: Substring) -> [String] {
        if line == "    unsetopt aliases banghist" { return ["    unsetopt aliases"] }
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
