import ArgumentParser
import Registry
import RegistryStore

/// The two times of everything that reads: the day of business, and the ledger's own clock.
struct TimesOptions: ParsableArguments {
    static let knownAtHelp = ArgumentHelp(
        "As the registry knew it then: a day (its end), '2026-11-23 14:13', a stamp ending in Z, a change's number, or the first 8 digits or more of a seal."
    )

    @Option(help: "Only what had happened by the end of this day, with the terms then in force.", transform: Day.told)
    var asOf: Day?

    @Option(help: knownAtHelp)
    var knownAt: String?

    var isGiven: Bool { asOf != nil || knownAt != nil }

    func viewpoint(of ledger: Ledger) throws -> Viewpoint {
        Viewpoint(
            asOf: try asOf?.checkedAsOf(today: ledger.today), knownAt: try ledger.moment(knownAt: knownAt))
    }
}

extension Ledger {
    /// The state that is asked for; nil where none is.
    func moment(knownAt text: String?) throws(StoreError) -> Moment? {
        guard let text else { return nil }
        return try moment(knownAt: text) as Moment
    }
}
