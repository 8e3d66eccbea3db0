import Registry
import RegistryStore

/// What became of the imports of a night since, and what they did.
struct NightFindings {
    /// The changes that count no more.
    let takenBack: Set<Int64>
    /// What the night did to the deals of each venue, by its code.
    let moved: [String: Total]
    private let before: [String: Total]
    private let items: [Int64: (all: Int64, open: Int64)]
    private let rejects: [Int64: Int64]

    /// Deals that a venue must have had before a jump of its amounts says anything.
    private static let fewestDeals: Int64 = 20

    init(of arrivals: [Arrival], in ledger: Ledger) throws(StoreError) {
        let changes = Set(arrivals.compactMap(\.change))
        takenBack = arrivals.isEmpty ? [] : try ledger.takenBackChanges()
        guard let first = changes.min() else {
            (moved, before, items, rejects) = ([:], [:], [:], [:])
            return
        }
        moved = try ledger.dealsMoved(by: changes.subtracting(takenBack))
        var before: [String: Total] = [:]
        if first > 1, !moved.isEmpty {
            let moment = try ledger.moment(ofChange: first - 1)
            for group in try ledger.totals(asOf: ledger.today, knownAt: moment, by: .venue) {
                before[group.key] = group.totals[.deal]
            }
        }
        self.before = before
        var items: [Int64: (all: Int64, open: Int64)] = [:]
        for item in try ledger.reviewItems() where changes.contains(item.change) {
            items[item.change, default: (0, 0)].all += 1
            if item.state == .open { items[item.change, default: (0, 0)].open += 1 }
        }
        self.items = items
        rejects = try ledger.openRejects()
    }

    func items(of arrival: Arrival) -> (all: Int64, open: Int64) { arrival.change.flatMap { items[$0] } ?? (0, 0) }

    func openRejects(of arrival: Arrival) -> Int64 { arrival.change.flatMap { rejects[$0] } ?? 0 }

    /// A night that more than doubled the amounts of a venue's deals, or took back more than half of them.
    func jump(of code: String) -> Alarm? {
        guard let before = before[code], before.count >= Self.fewestDeals, before.fen > 0, let fen = moved[code]?.fen,
            fen > before.fen || fen < -(before.fen / 2)
        else { return nil }
        return .amountJump(before: before.fen, change: fen)
    }
}

extension VenueNight {
    /// Looks whether a file that is expected came, and in time.
    mutating func look(
        for file: ExpectedFile, among files: [ArrivedOnNight], _ night: Day, now: Int, _ findings: NightFindings
    ) {
        expected += 1
        let due = file.nights.second(of: night)
        let own = files.filter { file.isMet(by: $0.entry) }
        let standing = own.filter { !($0.arrival.standsOn.map(findings.takenBack.contains) ?? false) }
        if let first = standing.filter({ $0.arrival.isIn }).min(by: { $0.arrival.second < $1.arrival.second }) {
            guard first.arrival.second > due else { return worsen(to: .arrived) }
            late += 1
            alarms.append(.late(file: first.arrival.name, due: due, placed: first.arrival.second))
            worsen(to: .late)
        } else if !standing.isEmpty {
            worsen(to: .refused)
        } else if due > now, own.isEmpty {
            self.due += 1
            worsen(to: .due)
        } else {
            missing += 1
            worsen(to: .missing)
            // Of one that was taken back the file itself tells.
            guard own.isEmpty else { return }
            alarms.append(
                .missing(
                    match: "\(file.entry.match)", due: due, workingDays: file.nights.workingDaysLate(night, by: now)))
        }
    }

    /// Counts a file that came, and what of it a person has to look at.
    mutating func take(_ file: ArrivedOnNight, among files: [ArrivedOnNight], _ findings: NightFindings) {
        let arrival = file.arrival
        count(arrival)
        // A file of the same name that was sent again and taken answers for the one before.
        let isAnswered = files.contains { other in
            other.arrival.id > arrival.id && other.arrival.name == arrival.name && other.arrival.isIn
                && other.arrival.outcome != .empty
        }
        switch arrival.outcome {
        case .refused:
            worsen(to: isAnswered ? .arrived : .refused)
            if !isAnswered { alarms.append(.refused(file: arrival.name, reason: arrival.refusal)) }
        case .empty:
            let isFine = isAnswered || file.entry?.expectedRows?.lowerBound == 0
            worsen(to: isFine ? .arrived : .empty)
            if !isFine { alarms.append(.empty(file: arrival.name)) }
        case .imported, .unchanged, .doubled:
            worsen(to: .arrived)
            if let expected = file.entry?.expectedRows, !expected.contains(arrival.counts.read) {
                alarms.append(.rowsUnexpected(file: arrival.name, rows: arrival.counts.read, expected: expected))
            }
        }
        if let change = arrival.standsOn, findings.takenBack.contains(change) {
            if !isAnswered { alarms.append(.takenBack(file: arrival.name, change: change)) }
            return
        }
        let items = findings.items(of: arrival)
        (conflicts, openConflicts) = (conflicts + items.all, openConflicts + items.open)
        if items.open > 0 { alarms.append(.conflicts(file: arrival.name, open: items.open)) }
        let rejects = findings.openRejects(of: arrival)
        if rejects > 0 { alarms.append(.rejected(file: arrival.name, rows: rejects)) }
        if arrival.counts.missing > 0, !isAnswered {
            alarms.append(.recordsMissing(file: arrival.name, records: arrival.counts.missing))
        }
    }
}
