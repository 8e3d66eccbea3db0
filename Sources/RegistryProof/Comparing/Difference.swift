package import Registry
package import RegistryStore

/// What lies between two states of the registry, and what it did to the totals of a day.
package struct Difference: Sendable {
    /// Records of one noun that fared alike.
    package struct Kind: Hashable, Sendable {
        package let noun: Noun
        package let deed: ChangedRecord.Deed
        package let records: Int64
        package let moved: [Measure: Total]
    }

    package let from: Moment
    package let to: Moment
    package let asOf: Day
    package let before: [Measure: Total]
    package let after: [Measure: Total]
    /// The changes that moved a total, in their order: the last of them, as many as were asked for.
    package let changes: [ChangeMoves]
    package let changesInAll: Int
    /// What all records did together is what the totals differ by.
    package let kinds: [Kind]
    /// The first of the records that were there before and differ, so that few need not be looked for once more.
    private let firstRecords: [Noun: [ChangedRecord]]
    private static let mostKept = 1000

    package var moved: [Measure: Total] { Self.sum(after, before.mapValues(\.negative)) }
    package var span: Span { Span(after: from.change, through: to.change) }

    /// - Parameters:
    ///   - from: the earlier state.
    ///   - most: how many changes are kept one by one.
    package init(
        _ ledger: Ledger, from: Moment, to: Moment, asOf day: Day, most: Int = .max
    ) throws(StoreError) {
        self.from = from
        self.to = to
        asOf = day
        let span = Span(after: from.change, through: to.change)
        let moves = try ledger.moves(in: span, asOf: day, most: most)
        changes = moves.last
        changesInAll = moves.count
        after = Self.sum(try ledger.totals(asOf: day, knownAt: to), [:])
        before = Self.sum(after, moves.moved.mapValues(\.negative))
        var kinds: [Kind] = []
        var first: [Noun: [ChangedRecord]] = [:]
        for noun in Noun.allCases {
            let found = try Self.kinds(of: noun, ledger, span, asOf: day, moved: moves.moved)
            kinds += found.kinds
            first[noun] = found.first
        }
        self.kinds = kinds
        firstRecords = first
    }

    /// What became of the records of a noun. Those that were there before are looked at one by one; what those that were
    /// added did is the rest of what the totals differ by, so that a million of them need not be read.
    private static func kinds(
        of noun: Noun, _ ledger: Ledger, _ span: Span, asOf day: Day, moved: [Measure: Total]
    ) throws(StoreError) -> (kinds: [Kind], first: [ChangedRecord]) {
        var records = [Int64](repeating: 0, count: ChangedRecord.Deed.allCases.count)
        var sums = records.map { _ in MeasureTotals() }
        var changed = MeasureTotals()
        var first: [ChangedRecord] = []
        try ledger.changedRecords(of: noun, in: span) { record throws(StoreError) in
            let place = record.deed.place
            records[place] += 1
            if first.count < mostKept { first.append(record) }
            for flow in record.after where flow.day <= day { sums[place].add(flow.total, to: flow.measure) }
            for flow in record.before where flow.day <= day { sums[place].add(flow.total, to: flow.measure, sign: -1) }
            return true
        }
        for sum in sums { changed.add(sum) }
        let added = try ledger.addedRecords(of: noun, in: span)
        if !added.isEmpty {
            let place = ChangedRecord.Deed.added.place
            records[place] = Int64(added.count)
            for measure in noun.measures { sums[place].add(moved[measure] ?? Total(), to: measure) }
            sums[place].add(changed, sign: -1)
        }
        let kinds = ChangedRecord.Deed.allCases.filter { records[$0.place] > 0 }.map { deed in
            Kind(noun: noun, deed: deed, records: records[deed.place], moved: sums[deed.place].byMeasure)
        }
        return (kinds, first)
    }

    static func sum(_ left: [Measure: Total], _ right: [Measure: Total]) -> [Measure: Total] {
        left.merging(right, uniquingKeysWith: +).filter { $0.value != Total() }
    }
}

/// One record that differs.
package struct RecordDifference: Sendable {
    package let noun: Noun
    package let name: String
    package let deed: ChangedRecord.Deed
    /// The last change that said anything of it.
    package let change: Int64
    package let moved: [Measure: Total]
    package let fields: [FieldDifference]
}

extension Difference {
    /// Shows the records that were there before and differ, noun by noun, and where that is asked those that were added,
    /// until `body` answers false.
    package func records(
        of ledger: Ledger, withAdded: Bool, _ body: (RecordDifference) throws(StoreError) -> Bool
    ) throws(StoreError) {
        var wantsMore = true
        for noun in Noun.allCases where wantsMore {
            try changedRecords(of: noun, ledger) { record throws(StoreError) in
                wantsMore = try body(described(record, of: ledger))
                return wantsMore
            }
            guard withAdded, wantsMore else { continue }
            try ledger.eachAdded(of: noun, in: span) { record throws(StoreError) in
                wantsMore = try body(described(record, of: ledger))
                return wantsMore
            }
        }
    }

    private func changedRecords(
        of noun: Noun, _ ledger: Ledger, _ body: (ChangedRecord) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let first = firstRecords[noun] ?? []
        for record in first {
            guard try body(record) else { return }
        }
        guard first.count == Self.mostKept else { return }
        var place = 0
        try ledger.changedRecords(of: noun, in: span) { record throws(StoreError) in
            place += 1
            guard place > first.count else { return true }
            return try body(record)
        }
    }

    private func described(_ record: ChangedRecord, of ledger: Ledger) throws(StoreError) -> RecordDifference {
        RecordDifference(
            noun: record.noun, name: try ledger.name(of: record.noun, record.id), deed: record.deed,
            change: try ledger.lastChange(of: record.noun, record.id, in: span), moved: record.moved(asOf: asOf),
            fields: record.deed == .added ? [] : try ledger.differences(of: record.noun, record.id, in: span))
    }
}

extension ChangedRecord {
    /// What its difference does to the totals as of a day.
    func moved(asOf day: Day) -> [Measure: Total] {
        var moved = MeasureTotals()
        for flow in after where flow.day <= day { moved.add(flow.total, to: flow.measure) }
        for flow in before where flow.day <= day { moved.add(flow.total, to: flow.measure, sign: -1) }
        return moved.byMeasure
    }
}

extension Flow {
    fileprivate var total: Total { Total(count: count, fen: fen) }
}

extension Total {
    var negative: Total { Total(count: -count, fen: -fen) }
}
