package import Registry
package import RegistryStore

/// A file that a venue's profile expects: an entry that says by when.
package struct ExpectedFile: Sendable {
    package let venue: VenueRecord
    package let entry: VenueProfile.File
    package let nights: DueNights
    let membership: Membership

    /// Whether a night expects it: of a venue that is a member on a day that is worked.
    package func isDue(_ night: Day) -> Bool { nights.isDue(night) && isOfMember(night) }

    /// Whether a file that came, read by an entry, is the one: a sheet of its rejected rows is not.
    func isMet(by other: VenueProfile.File?) -> Bool { other?.number == entry.number && other?.arrivesBy != nil }

    func isOfMember(_ night: Day) -> Bool { membership.holds(on: nights.time.workingDay(of: night)) }
}

/// What the profiles that hold say of the nights.
package struct Expectations: Sendable {
    package private(set) var files: [ExpectedFile] = []
    /// By the ids of the venues.
    private(set) var profiles: [Int64: VenueProfile] = [:]
    /// Venues whose profile this program cannot read.
    package private(set) var unreadable: [VenueRecord] = []
    package let venues: VenueDirectory

    /// - Parameter last: the newest change that counts.
    package init(_ ledger: Ledger, asOf last: Int64 = .max) throws(StoreError) {
        venues = try VenueDirectory(ledger)
        let texts = try ledger.profiles(asOf: last)
        guard !texts.isEmpty else { return }
        let calendar = try ledger.workingCalendar(asOf: last)
        let memberships = try ledger.memberships(asOf: last)
        for venue in venues.all {
            guard let text = texts[venue.id], let membership = memberships[venue.id] else { continue }
            guard let profile = try? VenueProfile(yaml: text) else {
                unreadable.append(venue)
                continue
            }
            profiles[venue.id] = profile
            for entry in profile.files {
                guard let time = entry.arrivesBy else { continue }
                let nights = DueNights(by: time, calendar, in: ledger.zone)
                files.append(ExpectedFile(venue: venue, entry: entry, nights: nights, membership: membership))
            }
        }
    }

    /// The venue that a file is of: the one that was told, else the one in whose folder of the inbox it lay.
    func venue(of arrival: Arrival) -> VenueRecord? {
        if let id = arrival.venue { return venues.all.first { $0.id == id } }
        guard !arrival.isByHand, let slash = arrival.name.firstIndex(of: "/") else { return nil }
        return venues.find(String(arrival.name[..<slash]))
    }

    /// The entry of its venue's profile by which a file was, or would be, read.
    func entry(of arrival: Arrival) -> VenueProfile.File? {
        venue(of: arrival).flatMap { profiles[$0.id]?.file(matching: arrival.name) }
    }

    /// The newest night of which a file must be there by now; nil where no file is expected.
    package func newestNight(by now: Int) -> Day? {
        files.compactMap { file in
            file.nights.newest(by: now).flatMap { file.isDue($0) ? $0 : nil }
        }.max()
    }
}

extension Arrival {
    /// Whether what it says is in: it was taken, or said nothing new.
    var isIn: Bool { outcome != .refused }
}
