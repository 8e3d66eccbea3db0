package import Registry
package import RegistryStore

extension Ledger {
    /// The codes of the venues that are not in yet: of which a file was due by the end of a day, and by now, and neither
    /// it nor one of a later night came and was taken.
    ///
    /// - Parameters:
    ///   - day: the day of business; of today's nights those count whose time has passed.
    ///   - moment: the state of knowledge: what was expected then, and what had come by then.
    ///   - now: in seconds since 1970-01-01T00:00:00Z.
    package func venuesBehind(asOf day: Day, knownAt moment: Moment?, now: Int) throws(StoreError) -> [String] {
        let past = moment.flatMap { $0.isNewest ? nil : $0 }
        let last = past?.change ?? .max
        let expectations = try Expectations(self, asOf: last)
        guard !expectations.files.isEmpty else { return [] }
        let known = past.flatMap { Stamp($0.recordedAt) }.map { Int($0.microseconds / 1_000_000) } ?? now
        let end = min(known, zone.end(of: day) - 1)
        var waiting: [(file: ExpectedFile, night: Day)] = expectations.files.compactMap { file in
            file.nights.newest(by: end).flatMap { file.isDue($0) ? (file, $0) : nil }
        }
        guard let earliest = waiting.map(\.night).min() else { return [] }
        let undone = try takenBackChanges(asOf: last)
        let isWaiting = { (id: Int64) in waiting.contains { $0.file.venue.id == id } }
        let origins = Set(waiting.map(\.file.venue.id)).map(ArrivalOrigin.venue) + [.noVenue]
        for origin in origins where !waiting.isEmpty {
            try arrivals(from: earliest, asOf: last, of: origin) { arrival throws(StoreError) in
                guard let venue = expectations.venue(of: arrival), isWaiting(venue.id), arrival.isIn,
                    arrival.stands(without: undone)
                else { return true }
                let entry = expectations.entry(of: arrival)
                waiting.removeAll {
                    $0.file.venue.id == venue.id && $0.file.isMet(by: entry) && $0.night <= arrival.night
                }
                if case .venue(let id) = origin { return isWaiting(id) }
                return !waiting.isEmpty
            }
        }
        return Set(waiting.map(\.file.venue.code)).sorted()
    }
}
