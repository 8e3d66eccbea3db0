import ArgumentParser
import Registry

/// What `import` takes of a night.
struct InboxOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Take the files of all venues from DIR/VENUE, and move them away.", valueName: "dir"))
    var inbox: String?

    @Option(
        help: ArgumentHelp("With --inbox: write the readers' snapshot into this folder at the end.", valueName: "dir"))
    var publish: String?

    @Option(help: "With --inbox: the day of the night (default: today); tomorrow at the latest.")
    var night: Day?

    /// Told apart by the command that has these options, which the parser checks first.
    func validate(files: [String], hasOptionsOfAFile: Bool) throws {
        guard inbox != nil else {
            if publish != nil || night != nil { throw ValidationError("--publish and --night go with --inbox.") }
            if files.isEmpty { throw ValidationError("Name the files to import, or an inbox with --inbox DIR.") }
            return
        }
        if !files.isEmpty { throw ValidationError("--inbox takes the files of its folder; name no others beside it.") }
        if hasOptionsOfAFile {
            throw ValidationError(
                "--inbox reads each file as its headings and its venue's profile tell; options of a single file do not go with it."
            )
        }
    }

    func night(today: Day) throws -> Day { try night?.checkedNight(today: today) ?? today }
}

extension Day {
    /// - Throws: a refusal of a night that has not begun.
    func checkedNight(today: Day) throws -> Day {
        guard self <= today.next else { throw Failure(.misuse, "--night: \(self) is after tomorrow") }
        return self
    }
}
