package import Registry
package import RegistryStore

/// How a night stands: what came of each venue, what did not, and what a person has to look at. All of it is derived from
/// what is kept, by the profiles and the calendar that hold.
package struct Scoreboard: Sendable {
    package let night: Day
    /// Whether a file of any venue is due for it.
    package private(set) var isDue = false
    /// In the order of their codes, the exchange's own files last.
    package private(set) var venues: [VenueNight] = []

    package var alarms: [(venue: VenueRecord?, alarm: Alarm)] {
        venues.flatMap { line in line.alarms.map { (line.venue, $0) } }
    }

    /// The newest night that has something to show: one of which a file must be there by now, or the one of the newest
    /// run. Nil where no file is expected and none came.
    package static func newestNight(of ledger: Ledger, now: Int) throws(StoreError) -> Day? {
        [try Expectations(ledger).newestNight(by: now), try ledger.newestNight()].compactMap { $0 }.max()
    }

    /// - Parameter now: in seconds since 1970-01-01T00:00:00Z.
    package init(of night: Day, in ledger: Ledger, now: Int) throws(StoreError) {
        self.night = night
        let expectations = try Expectations(ledger)
        let expected = expectations.files.filter { $0.isDue(night) }
        isDue = !expected.isEmpty
        let came = try Came(on: night, in: ledger, expectations)
        let findings = try NightFindings(of: came.arrivals, in: ledger)
        for venue in expectations.venues.all {
            let own = expected.filter { $0.venue.id == venue.id }
            let files = came.files.filter { $0.venue?.id == venue.id }
            let isListed = expectations.files.contains { $0.venue.id == venue.id && $0.isOfMember(night) }
            let isUnreadable = expectations.unreadable.contains { $0.id == venue.id }
            guard isListed || isUnreadable || !files.isEmpty || findings.moved[venue.code] != nil else { continue }
            var line = VenueNight(venue)
            var answers: [Int: Arrival] = [:]
            for file in own {
                let due = line.look(for: file, among: files, came.later, night, now: now, findings)
                answers[file.entry.number] = due
            }
            for file in files { line.take(file, among: files, answers, findings) }
            line.moved = findings.moved[venue.code] ?? Total()
            if let jump = findings.jump(of: venue.code) { line.raise(jump) }
            if isUnreadable { line.raise(.unreadableProfile) }
            venues.append(line)
        }
        let others = came.files.filter { $0.venue == nil }
        guard !others.isEmpty else { return }
        var line = VenueNight(nil)
        for file in others { line.take(file, among: others, [:], findings) }
        venues.append(line)
    }
}

/// The files that count for a night.
private struct Came {
    let files: [ArrivedOnNight]
    let later: LaterFiles
    var arrivals: [Arrival] { files.map(\.arrival) }

    /// - Parameter night: what was taken on it, and what was taken on later nights for which nothing was due.
    init(on night: Day, in ledger: Ledger, _ expectations: Expectations) throws(StoreError) {
        var files: [ArrivedOnNight] = []
        var later = LaterFiles()
        try ledger.arrivals(from: night) { arrival throws(StoreError) in
            let entry = expectations.entry(of: arrival)
            let venue = expectations.venue(of: arrival)
            // By hand and of no venue: nobody's file of a night.
            guard venue != nil || !arrival.isByHand else { return true }
            let expected = expectations.files.first { $0.venue.id == venue?.id && $0.entry.number == entry?.number }
            let counted = expected?.nights.night(takenOn: arrival.night) ?? arrival.night
            let file = ArrivedOnNight(arrival: arrival, venue: venue, entry: entry)
            if arrival.night == night || counted == night {
                files.append(file)
            } else if expected != nil {
                later.add(file, countedFor: counted)
            }
            return true
        }
        self.later = later
        self.files = files.reversed()
    }
}

/// A file that came, its venue, and the entry of its profile.
struct ArrivedOnNight: Sendable {
    let arrival: Arrival
    let venue: VenueRecord?
    let entry: VenueProfile.File?
}
