import Registry

/// The venue of each record that others name, as it is now: a record that is not void and what it names are of one venue.
final class NamedVenues {
    /// By noun, and by the record's id.
    private var venues: [Noun: [Int32]]

    init() {
        let named = Noun.allCases.flatMap { $0.references.map(\.target) }.filter(\.belongsToVenue)
        venues = Dictionary(named.map { ($0, [0]) }) { first, _ in first }
    }

    /// Takes in a record; those that nothing can name, and that are not there, are left out.
    func add(_ noun: Noun, _ id: Int64, venue: Int64) {
        guard let count = venues[noun]?.count, id == Int64(count) else { return }
        venues[noun]?.append(Int32(truncatingIfNeeded: venue))
    }

    /// nil for a record that is not there.
    func venue(of noun: Noun, _ id: Int64) -> Int64? {
        guard let known = venues[noun], id > 0, id < known.count else { return nil }
        return Int64(known[Int(id)])
    }
}
