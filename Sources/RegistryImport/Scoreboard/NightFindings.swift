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
    /// By arrival.
    private let rejects: [Int64: (open: Int64, toldElsewhere: Int64)]
    private let lacking: [Int64: Int64]

    /// Deals that a venue must have had before a jump of its amounts says anything.
    private static let fewestDeals: Int64 = 20

    init(of arrivals: [Arrival], in ledger: Ledger) throws(StoreError) {
        let changes = Set(arrivals.compactMap(\.change))
        takenBack = try ledger.takenBackChanges()
        rejects = try ledger.rejects(of: arrivals, without: takenBack)
        lacking = try Self.lacking(arrivals, ledger, takenBack)
        guard let first = changes.min() else {
            (moved, before, items) = ([:], [:], [:])
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
    }

    /// What files lack still, each record once: of two that lack it the newer tells.
    private static func lacking(
        _ arrivals: [Arrival], _ ledger: Ledger, _ takenBack: Set<Int64>
    ) throws(StoreError) -> [Int64: Int64] {
        var lacking: [Int64: Int64] = [:]
        var told: [Noun?: Set<Int64>] = [:]
        for arrival in arrivals.reversed() where arrival.counts.missing > 0 {
            guard arrival.stands(without: takenBack),
                let records = try ledger.stillLacked(by: arrival.id, without: takenBack)
            else { continue }
            lacking[arrival.id] = Int64(records.subtracting(told[arrival.noun] ?? []).count)
            told[arrival.noun, default: []].formUnion(records)
        }
        return lacking
    }

    func items(of arrival: Arrival) -> (all: Int64, open: Int64) { arrival.change.flatMap { items[$0] } ?? (0, 0) }

    func rejects(of arrival: Arrival) -> (open: Int64, toldElsewhere: Int64) { rejects[arrival.id] ?? (0, 0) }

    /// The records that it lacks still; nil where it is not known which it lacked.
    func lacking(of arrival: Arrival) -> Int64? { lacking[arrival.id] }

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
    ///
    /// - Returns: the file of a later night that is the one.
    mutating func look(
        for file: ExpectedFile, among files: [ArrivedOnNight], _ later: LaterFiles, _ night: Day, now: Int,
        _ findings: NightFindings
    ) -> Arrival? {
        expected += 1
        let due = file.nights.second(of: night)
        let own = files.filter { file.isMet(by: $0.entry) }
        let standing = own.filter { $0.arrival.stands(without: findings.takenBack) }
        let came = standing.map(\.arrival).filter(\.isIn).min { $0.second < $1.second }
        let answer =
            came == nil
            ? later.answer(to: file, of: night, own: own.map(\.arrival), without: findings.takenBack) : nil
        if let first = came ?? answer {
            guard first.second > due else {
                worsen(to: .arrived)
                return answer
            }
            late += 1
            raise(.late(file: first.name, due: due, placed: first.second))
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
            guard own.isEmpty else { return nil }
            raise(
                .missing(
                    match: "\(file.entry.match)", due: due, workingDays: file.nights.workingDaysLate(night, by: now)))
        }
        return answer
    }

    /// Counts a file that came, and what of it a person has to look at.
    ///
    /// - Parameter answers: files of later nights that answer for those of this one, by the entries of the profile.
    mutating func take(
        _ file: ArrivedOnNight, among files: [ArrivedOnNight], _ answers: [Int: Arrival], _ findings: NightFindings
    ) {
        let arrival = file.arrival
        let rejects = findings.rejects(of: arrival)
        count(arrival, without: rejects.toldElsewhere)
        // A file of the same name that was sent again and taken answers for the one before, and so does the very file, called
        // otherwise at the shell than in the inbox; of one that was refused again the newer refusal is told.
        let newer = files.filter {
            $0.arrival.id > arrival.id && ($0.arrival.name == arrival.name || $0.arrival.sha256 == arrival.sha256)
        }
        let answer = (file.entry?.number).flatMap { answers[$0] }
        let isAnsweredLater = answer.map { $0.name == arrival.name || $0.sha256 == arrival.sha256 } ?? false
        let isAnswered = isAnsweredLater || newer.contains { $0.arrival.isIn && $0.arrival.outcome != .empty }
        switch arrival.outcome {
        case .refused:
            worsen(to: isAnswered ? .arrived : .refused)
            if !isAnswered, newer.isEmpty { raise(.refused(file: arrival.name, reason: arrival.refusal)) }
        case .empty:
            let isFine = isAnswered || file.entry?.expectedRows?.lowerBound == 0
            worsen(to: isFine ? .arrived : .empty)
            if !isFine, newer.isEmpty { raise(.empty(file: arrival.name)) }
        case .imported, .unchanged, .doubled:
            worsen(to: .arrived)
            if let expected = file.entry?.expectedRows, !expected.contains(arrival.counts.read) {
                raise(.rowsUnexpected(file: arrival.name, rows: arrival.counts.read, expected: expected))
            }
        }
        if let change = arrival.standsOn, findings.takenBack.contains(change) {
            if !isAnswered { raise(.takenBack(file: arrival.name, change: change)) }
            return
        }
        let items = findings.items(of: arrival)
        (conflicts, openConflicts) = (conflicts + items.all, openConflicts + items.open)
        if items.open > 0 { raise(.conflicts(file: arrival.name, open: items.open)) }
        if rejects.open > 0 { raise(.rejected(file: arrival.name, rows: rejects.open)) }
        let lacking = findings.lacking(of: arrival) ?? (isAnswered ? 0 : arrival.counts.missing)
        counts.missing += lacking
        if lacking > 0 { raise(.recordsMissing(file: arrival.name, records: lacking)) }
    }
}
