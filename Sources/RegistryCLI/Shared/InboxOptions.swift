import ArgumentParser
import Registry

/// What `import` takes of a night.
struct InboxOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Take the files of all venues from DIR/VENUE, and move them away.", valueName: "dir"),
        completion: .directory)
    var inbox: String?

    @Option(
        help: ArgumentHelp("With --inbox: write the readers' snapshot into this folder at the end.", valueName: "dir"),
        completion: .directory)
    var publish: String?

    @Option(help: "With --inbox: the day of the night (default: today); tomorrow at the latest.", transform: Day.told)
    var night: Day?

    /// Told apart by the command that has these options, which the parser checks first.
    func validate(files: [String], hasOptionsOfAFile: Bool) throws {
        guard inbox != nil else {
            if publish != nil || night != nil { throw ValidationError(Words.inboxAlone) }
            if files.isEmpty { throw ValidationError(Words.noFiles) }
            return
        }
        if !files.isEmpty { throw ValidationError(Words.filesBesideInbox) }
        if hasOptionsOfAFile {
            throw ValidationError(Words.optionsBesideInbox)
        }
    }

    func night(today: Day) throws -> Day { try night?.checkedNight(today: today) ?? today }
}

extension Day {
    /// - Throws: a refusal of a night that has not begun.
    func checkedNight(today: Day) throws -> Day {
        guard self <= today.next else { throw Failure(.misuse, Words.tooFar(self)) }
        return self
    }
}
