import ArgumentParser
import Registry
import RegistryStore

/// What the `move-…` commands share.
struct MoveOptions: ParsableArguments {
    @OptionGroup var correcting: CorrectingOptions

    @Option(help: "Venue and code that it should have had.")
    var to: String

    @Argument(help: "Venue and code that it has, as in SH/D-2022-0001.", completion: .recordName)
    var record: String

    func move(_ noun: Noun) throws {
        let (name, target) = (try RecordName(record, of: noun), try RecordName(to, of: noun))
        try correcting.run {
            Words.was($0.oldName)
        } back: { correction in
            ["move-\(noun.rawValue)", "\(target)", "--to", "\(correction.oldName)"]
        } making: { ledger, author throws(StoreError) in
            try ledger.move(name, to: target, by: author)
        }
    }
}

struct MoveDeal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move-deal",
        abstract: "Give a deal the venue and code that it should have had; the old code points on.",
        discussion: """
            EXAMPLES
              registry move-deal SH/D-7 --to HZ/D-3 --reason 'of the other venue'
            """)
    @OptionGroup var options: MoveOptions
    func run() throws { try options.move(.deal) }
}

struct MoveListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move-listing",
        abstract: "Give a listing the venue and code that it should have had; the old code points on.")
    @OptionGroup var options: MoveOptions
    func run() throws { try options.move(.listing) }
}

struct MoveIntention: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move-intention",
        abstract: "Give an intention the venue and code that it should have had; the old code points on.")
    @OptionGroup var options: MoveOptions
    func run() throws { try options.move(.intention) }
}
