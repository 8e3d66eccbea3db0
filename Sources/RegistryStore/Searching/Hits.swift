import Registry
import SQLite

/// The rows that hold what was looked for, with their days.
struct Hits {
    struct Hit {
        let id: Int64
        /// From ``first`` on.
        let day: Int
    }

    private var hits: [Hit] = []
    private static let first = Day(year: Day.years.lowerBound, month: 1, day: 1)?.number ?? 0
    /// How many there are of a day, so that the newest are told without a sort of all.
    private var countOfDay: [Int] = []

    var count: Int { hits.count }

    /// Whether it was added.
    ///
    /// - Parameter row: its id, and its day as it is stored; a row with none is left out, and told by verify.
    mutating func add(_ row: AskedValues) -> Bool {
        guard let id = row.integer(at: 0), let day = try? Day.read(row.bytes(at: 1)) else { return false }
        let place = Int(day.number - Self.first)
        if place >= countOfDay.count { countOfDay += repeatElement(0, count: place + 1 - countOfDay.count) }
        countOfDay[place] += 1
        hits.append(Hit(id: id, day: place))
        return true
    }

    /// The newest so many, in no order; all of their last day, since within a day others than these may go first.
    func newest(_ most: Int?) -> [Hit] {
        guard let most, most < count else { return hits }
        guard most > 0 else { return [] }
        var rest = most
        for day in countOfDay.indices.reversed() {
            if rest <= countOfDay[day] { return hits.filter { $0.day >= day } }
            rest -= countOfDay[day]
        }
        return hits
    }
}

/// Parties by their ids, which are counted from 1 without large gaps.
struct PartySet {
    private var isThere: [Bool] = []
    private(set) var isEmpty = true

    func contains(_ id: Int64) -> Bool { isThere.indices.contains(Int(id)) && isThere[Int(id)] }

    mutating func insert(_ id: Int64) {
        guard id >= 0 else { return }
        if isThere.count <= Int(id) {
            isThere += repeatElement(false, count: Int(id) + 1 - isThere.count)
        }
        isThere[Int(id)] = true
        isEmpty = false
    }

    mutating func remove(_ id: Int64) {
        if contains(id) { isThere[Int(id)] = false }
    }
}
