import ArgumentParser
import Registry
import RegistryImport
import RegistryStore
import Spreadsheets

struct ShowProfile: ParsableCommand {
    /// How a profile is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case yaml, json
    }

    static let configuration = CommandConfiguration(
        commandName: "show-profile", abstract: "Print a venue's profile as it was given, to be edited and set again.",
        discussion: """
            EXAMPLES
              registry show-profile SH > SH.yaml
              registry show-profile SH --known-at 2026-11-01
              registry show-profile SH --format json
            """)

    @OptionGroup var place: RegistryPlace

    @Option(help: TimesOptions.knownAtHelp)
    var knownAt: String?

    @Option(help: "yaml, byte for byte as it was given, or json.")
    var format = Format.yaml

    @Argument(help: "Code of the venue.", completion: .venueCode)
    var venue: String

    func run() throws {
        let ledger = try place.openForReading()
        let moment = try ledger.moment(knownAt: knownAt)
        let id = try VenueDirectory(ledger).venue(venue).id
        guard let kept = try ledger.profile(ofVenue: id, knownAt: moment) else {
            throw Failure(.dataRefused, Words.noProfile(of: venue, byThen: moment != nil))
        }
        let sink = Terminal.standardOutput()
        switch format {
        case .yaml:
            try sink.write(kept.text)
            Terminal.say(Words.profile(of: venue, change: kept.change, recordedAt: kept.recordedAt))
        case .json:
            var object = JSONObject()
            object.add("venue", .text(venue))
            object.add("change", .integer(kept.change))
            object.add("recorded_at", .text(kept.recordedAt))
            object.add("files", (try? VenueProfile(yaml: kept.text))?.files.map(ProfileView.object) ?? [])
            object.add("text", .text(kept.text))
            try sink.write(object.bytes)
            try sink.write("\n")
        }
        try sink.flush()
    }
}
