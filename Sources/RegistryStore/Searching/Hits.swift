import Registry

/// The rows that hold what was looked for, with their days.
struct Hits {
    struct Hit {
        let id: Int64
        let day: Day
    }

    private var hits: [Hit] = []
    /// How many there are of a day, so that the newest are told without a sort of all.
    private var countOfDay: [Int32: Int] = [:]

    var count: Int { hits.count }

    mutating func add(_ id: Int64, on day: Day) {
        hits.append(Hit(id: id, day: day))
        countOfDay[day.number, default: 0] += 1
    }

    /// The newest so many, in no order; all of their last day, since within a day others than these may go first.
    func newest(_ most: Int?) -> [Hit] {
        guard let most, most < count else { return hits }
        guard most > 0 else { return [] }
        var rest = most
        for (day, count) in countOfDay.sorted(by: { $0.key > $1.key }) {
            if rest <= count { return hits.filter { $0.day.number >= day } }
            rest -= count
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
