import ArgumentParser
import Registry

struct VenuesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "venues",
        abstract: "Write the list of venues alone.",
        discussion:
            "Before the deals of `deals` are imported, use --joined-on 2012-06-22. A file that is there is replaced.")

    @Option(help: ArgumentHelp("The file to write; - is the standard output.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("The day on which every core venue joined, instead of its own.", valueName: "day"))
    var joinedOn: String?

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output must name a file, or be -") }
        if let joinedOn, Day(joinedOn) == nil {
            throw ValidationError("--joined-on must be a day such as 2012-06-22, not \(joinedOn)")
        }
    }

    func run() throws {
        try saying { () throws(Problem) in
            let venues = try VenueRoll(figures: PublishedFigures(), coreJoinedOn: joinedOn.flatMap { Day($0) })
            try OutputFolder.createParents(of: output)
            var file = try OutputFile(path: output)
            try file.write(Venue.table(of: venues.all))
            try file.flush()
        }
    }
}
