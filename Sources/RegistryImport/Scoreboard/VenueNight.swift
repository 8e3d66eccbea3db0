package import Registry
package import RegistryStore

/// A venue's part of a night.
package struct VenueNight: Sendable {
    /// How it stands with its files, the worst first.
    package enum State: String, CaseIterable, Sendable {
        case missing, refused, empty, late, due, arrived
        /// Nothing is expected of the venue that night, and nothing came.
        case notDue = "not_due"
    }

    /// Nil for the exchange's own files.
    package let venue: VenueRecord?
    package internal(set) var state: State
    /// Files that the night expects, those of them that came late, those whose time has not passed yet, and those that it
    /// lacks.
    package internal(set) var expected: Int64 = 0
    package internal(set) var late: Int64 = 0
    package internal(set) var due: Int64 = 0
    package internal(set) var missing: Int64 = 0
    /// Files that came, and what became of them.
    package internal(set) var arrived: Int64 = 0
    package internal(set) var empty: Int64 = 0
    package internal(set) var doubled: Int64 = 0
    package internal(set) var refused: Int64 = 0
    /// Of its files; those that lack in them are counted where they lack still, each once.
    package internal(set) var counts = RowCounts()
    /// Review items that the files opened, and those of them that wait for an answer.
    package internal(set) var conflicts: Int64 = 0
    package internal(set) var openConflicts: Int64 = 0
    /// What the night's imports that stand did to the venue's deals.
    package internal(set) var moved = Total()
    package private(set) var alarms: [Alarm] = []

    init(_ venue: VenueRecord?, _ state: State = .notDue) {
        (self.venue, self.state) = (venue, state)
    }

    /// - Parameter toldElsewhere: its rejected rows of which another file of the night tells.
    mutating func count(_ arrival: Arrival, without toldElsewhere: Int64) {
        arrived += 1
        switch arrival.outcome {
        case .empty: empty += 1
        case .doubled: doubled += 1
        case .refused: refused += 1
        case .imported, .unchanged: break
        }
        counts.read += arrival.counts.read - toldElsewhere
        counts.new += arrival.counts.new
        counts.changed += arrival.counts.changed
        counts.unchanged += arrival.counts.unchanged
        counts.rejected += arrival.counts.rejected - toldElsewhere
    }

    /// Says something once, however many files say it.
    mutating func raise(_ alarm: Alarm) {
        if !alarms.contains(alarm) { alarms.append(alarm) }
    }

    mutating func worsen(to state: State) {
        let states = State.allCases
        if (states.firstIndex(of: state) ?? 0) < (states.firstIndex(of: self.state) ?? 0) { self.state = state }
    }
}
