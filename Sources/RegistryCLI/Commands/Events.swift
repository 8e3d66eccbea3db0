import ArgumentParser
import Registry
import RegistryStore

/// A day on which something happened to a record.
struct EventOptions: ParsableArguments {
    @OptionGroup var correcting: CorrectingOptions

    @Option(help: "The day on which it happened.", transform: Day.told)
    var on: Day

    @Argument(help: "Venue and code of the record, as in SH/D-2022-0001.", completion: .recordName)
    var record: String

    func record(_ kind: ListingEvent.Kind) throws {
        let name = try RecordName(record, of: .listing)
        let event = ListingEvent(kind: kind, effectiveOn: on)
        try correcting.run { _ in
            Words.happened(kind.rawValue, on: on)
        } back: {
            back($0)
        } making: { ledger, author throws(StoreError) in
            try ledger.record(event, of: name, by: author)
        }
    }

    func voidEvent(of noun: Noun) throws {
        let name = try RecordName(record, of: noun)
        try correcting.run { _ in
            Words.withoutEvent(on: on)
        } back: { correction in
            ["revert", "\(correction.receipt?.change ?? 0)"]
        } making: { ledger, author throws(StoreError) in
            try ledger.voidEvent(of: name, on: on, by: author)
        }
    }

    func back(_ correction: Correction) -> [String] {
        ["void-\(correction.name.noun.rawValue)-event", "\(correction.name)", "--on", "\(on)"]
    }
}

struct TerminateDeal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminate-deal",
        abstract: "End a deal on a day: its amount and its count are taken back on it.",
        discussion: """
            EXAMPLES
              registry terminate-deal SH/D-2022-0001 --on 2022-12-31 --reason 'rescinded'
            """)
    @OptionGroup var options: EventOptions

    func run() throws {
        let name = try RecordName(options.record, of: .deal)
        let on = options.on
        try options.correcting.run { _ in
            Words.happened("terminated", on: on)
        } back: {
            options.back($0)
        } making: { ledger, author throws(StoreError) in
            try ledger.terminate(name, on: on, by: author)
        }
    }
}

struct WithdrawListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw-listing",
        abstract: "Say that a listing was withdrawn on a day; it stays in the count of listings.",
        discussion: """
            EXAMPLES
              registry withdraw-listing SH/L-2021-0001 --on 2021-09-01 --reason 'at the owner’s wish'
            """)
    @OptionGroup var options: EventOptions
    func run() throws { try options.record(.withdrawn) }
}

struct SuspendListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend-listing", abstract: "Say that a listing was suspended on a day.",
        discussion: """
            EXAMPLES
              registry suspend-listing SH/L-2021-0001 --on 2021-08-01 --reason 'an objection'
            """)
    @OptionGroup var options: EventOptions
    func run() throws { try options.record(.suspended) }
}

struct ResumeListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume-listing", abstract: "Say that a suspended listing was resumed on a day.",
        discussion: """
            EXAMPLES
              registry resume-listing SH/L-2021-0001 --on 2021-08-20 --reason 'objection settled'
            """)
    @OptionGroup var options: EventOptions
    func run() throws { try options.record(.resumed) }
}

struct VoidDealEvent: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-deal-event",
        abstract: "Say that a deal was not amended or terminated on a day.",
        discussion: """
            EXAMPLES
              registry void-deal-event SH/D-2022-0001 --on 2022-12-31 --reason 'of another deal'
            """)
    @OptionGroup var options: EventOptions
    func run() throws { try options.voidEvent(of: .deal) }
}

struct VoidListingEvent: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-listing-event",
        abstract: "Say that a listing was not suspended, resumed or withdrawn on a day.",
        discussion: """
            EXAMPLES
              registry void-listing-event SH/L-2021-0001 --on 2021-09-01 --reason 'of another listing'
            """)
    @OptionGroup var options: EventOptions
    func run() throws { try options.voidEvent(of: .listing) }
}
