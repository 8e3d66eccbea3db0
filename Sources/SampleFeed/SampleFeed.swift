import ArgumentParser

/// The program that writes invented files of invented venues.
@main
struct SampleFeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "SampleFeed",
        abstract: "Writes invented files of venues, always the same for the same arguments.",
        discussion: "Every record is invented. Only the totals are those of the published figures.",
        subcommands: [FeedCommand.self, DealsCommand.self, VenuesCommand.self])
}
