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
    /// The changes that moved a total; in their order.
    package let changes: [ChangeMoves]
    /// What all records did together is what the totals differ by.
    package let kinds: [Kind]

    package var moved: [Measure: Total] { Self.sum(after, before.mapValues(\.negative)) }
    package var span: Span { Span(after: from.change, through: to.change) }

    /// - Throws: ``StoreError``. The earlier state comes first.
    package init(_ ledger: Ledger, from: Moment, to: Moment, asOf day: Day) throws(StoreError) {
        self.from = from
        self.to = to
        asOf = day
        let span = Span(after: from.change, through: to.change)
        var changes: [ChangeMoves] = []
        var moved: [Measure: Total] = [:]
        try ledger.moves(in: span, asOf: day) { moves in
            changes.append(moves)
            moved = Self.sum(moved, moves.moved)
        }
        self.changes = changes
        after = Self.sum(try ledger.totals(asOf: day, knownAt: to), [:])
        before = Self.sum(after, moved.mapValues(\.negative))
        var kinds: [Kind] = []
        for noun in Noun.allCases { kinds += try Self.kinds(of: noun, ledger, span, asOf: day, moved: moved) }
        self.kinds = kinds
    }

    /// What became of the records of a noun. Those that were there before are looked at one by one; what those that were
    /// added did is the rest of what the totals differ by, so that a million of them need not be read.
    private static func kinds(
        of noun: Noun, _ ledger: Ledger, _ span: Span, asOf day: Day, moved: [Measure: Total]
    ) throws(StoreError) -> [Kind] {
        var found: [ChangedRecord.Deed: (records: Int64, moved: [Measure: Total])] = [:]
        var changed: [Measure: Total] = [:]
        try ledger.changedRecords(of: noun, in: span) { record throws(StoreError) in
            let difference = record.moved(asOf: day)
            found[record.deed, default: (0, [:])].records += 1
            guard !difference.isEmpty else { return true }
            found[record.deed, default: (0, [:])].moved.merge(difference, uniquingKeysWith: +)
            changed.merge(difference, uniquingKeysWith: +)
            return true
        }
        let added = try ledger.addedRecords(of: noun, in: span)
        if !added.isEmpty {
            let own = moved.filter { noun.measures.contains($0.key) }
            found[.added] = (Int64(added.count), sum(own, changed.mapValues(\.negative)))
        }
        return ChangedRecord.Deed.allCases.compactMap { deed in
            found[deed].map {
                Kind(noun: noun, deed: deed, records: $0.records, moved: $0.moved.filter { $0.value != Total() })
            }
        }
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
            try ledger.changedRecords(of: noun, in: span) { record throws(StoreError) in
                wantsMore = try body(described(record, of: ledger))
                return wantsMore
            }
            guard withAdded, wantsMore else { continue }
            for id in try ledger.addedRecords(of: noun, in: span) where wantsMore {
                let flows = try ledger.flows(of: noun, id, afterChange: to.change)
                let record = ChangedRecord(noun: noun, id: id, deed: .added, before: [], after: flows ?? [])
                wantsMore = try body(described(record, of: ledger))
            }
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
        var moved: [Measure: Total] = [:]
        for flow in after where flow.day <= day {
            moved[flow.measure, default: Total()] =
                (moved[flow.measure] ?? Total()) + Total(count: flow.count, fen: flow.fen)
        }
        for flow in before where flow.day <= day {
            moved[flow.measure, default: Total()] =
                (moved[flow.measure] ?? Total()) + Total(count: -flow.count, fen: -flow.fen)
        }
        return moved.filter { $0.value != Total() }
    }
}

extension Total {
    var negative: Total { Total(count: -count, fen: -fen) }
}

extension Noun {
    /// What its records are counted in.
    package var measures: [Measure] {
        switch self {
        case .venue: [.venue, .serviceMember]
        case .party: []
        case .intention: [.intention]
        case .listing: [.listing]
        case .deal: [.deal]
        }
    }
}
