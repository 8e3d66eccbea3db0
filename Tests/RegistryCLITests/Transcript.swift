import Testing

/// What one command must print, and how it must end.
struct Exchange: Sendable {
    /// Lines for `sh`.
    var command: [String]
    /// Counted from 1, of the first line of the command.
    let line: Int
    var output: [String] = []
    var talk: [String] = []
    var exitCode: Int32 = 0
}

/// A file of commands and what they print.
///
/// `$ command` begins an exchange, `> more` continues it; then stand the lines of standard output, those of standard
/// error behind `! `, and `? code` where the exit code is not 0. `…` is anything within a line, a line `...` is any
/// lines. Empty lines at the end of an exchange do not count. Above the first command stand remarks; one that reads
/// `needs: path` names a file or folder without which the transcript cannot run, as seen from the package; one that reads
/// `needs: $ command` a command that must succeed first.
struct Transcript: Sendable, CustomTestStringConvertible {
    let name: String
    let needs: [String]
    let exchanges: [Exchange]

    var testDescription: String { name }

    init(name: String, text: String) {
        self.name = name
        var needs: [String] = []
        var exchanges: [Exchange] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated()
        {
            if let command = line.after("$ ") {
                exchanges.append(Exchange(command: [command], line: index + 1))
            } else if exchanges.isEmpty {
                if let path = line.after("needs: ") { needs.append(path) }
            } else {
                exchanges[exchanges.count - 1].take(line)
            }
        }
        self.needs = needs
        self.exchanges = exchanges.map { exchange in
            var exchange = exchange
            while exchange.output.last == "" { exchange.output.removeLast() }
            return exchange
        }
    }
}

extension Exchange {
    fileprivate mutating func take(_ line: String) {
        if output.isEmpty, talk.isEmpty, let more = line == ">" ? "" : line.after("> ") {
            command.append(more)
        } else if let said = line == "!" ? "" : line.after("! ") {
            talk.append(said)
        } else if let code = line.after("? ").flatMap({ Int32($0) }) {
            exitCode = code
        } else {
            output.append(line)
        }
    }
}

extension String {
    fileprivate func after(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
