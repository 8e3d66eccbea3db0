import ArgumentParser

struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Write the files of all venues, with the published totals.",
        discussion: "The folder must be new or empty. Folders above it are created.")

    @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
    var output: String

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output must name a folder") }
    }

    func run() throws {
        try saying { () throws(Problem) in
            let folder = try OutputFolder(path: output)
            try Feed(figures: PublishedFigures()).write(to: folder)
        }
    }
}
