import ArgumentParser

/// Goes straight to the command that the first word names.
///
/// The parser looks through a whole tree of commands several times, which takes longer than recording a deal. What is
/// not plainly one command's own (help, a mistake, a command within a command) is left to the tree, which has the words.
enum Dispatch {
    /// - Parameter words: what was typed after the program's name.
    static func command(for words: [String], among types: [any ParsableCommand.Type]) -> (any ParsableCommand)? {
        guard let name = words.first, let type = types.first(where: { $0.configuration.commandName == name }),
            type.configuration.subcommands.isEmpty,
            let command = try? type.parseAsRoot(Array(words.dropFirst())),
            Swift.type(of: command) == type
        else { return nil }
        return command
    }
}

extension Dispatch {
    /// What to say of a word that is no command where one stands: first, behind `help`, or behind a command of commands;
    /// nil where each is one.
    static func mistake(in words: [String], among types: [any ParsableCommand.Type]) -> Failure? {
        var types = types
        var above: [String] = []
        var rest = words.first == "help" ? words.dropFirst() : words[...]
        while let word = rest.popFirst(), !word.hasPrefix("-") {
            if let type = types.first(where: { $0.configuration.commandName == word }) {
                types = type.configuration.subcommands
                above.append(word)
                if types.isEmpty { return nil }
                continue
            }
            let names = types.compactMap { $0.configuration.commandName } + (above.isEmpty ? ["help"] : [])
            guard !names.contains(word) else { return nil }
            return Failure(
                .misuse, Words.noCommand(word, below: above, nearest: Spelling.nearest(to: word, among: names)))
        }
        return nil
    }
}

extension CommandConfiguration {
    /// A command that is typed often: it is told that it stands under `registry`, and so does not look for the options
    /// that only the first word takes.
    static func quick(_ name: String, abstract: String, discussion: String) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name, _superCommandName: "registry", abstract: abstract, discussion: discussion)
    }
}
