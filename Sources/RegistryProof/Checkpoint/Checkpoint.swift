package import Registry
package import RegistryStore
import Spreadsheets

/// The state of a registry in a few lines, to be kept elsewhere or published: its newest seal proves the history up to it,
/// even against somebody who computed all seals anew.
package struct Checkpoint: Hashable, Sendable {
    /// What the document calls itself; another number would be another form.
    static let form: Int64 = 1

    package let change: Int64
    package let recordedAt: String
    /// SHA-256, 64 hexadecimal digits.
    package let seal: String
    /// Versions of rows that all changes up to it recorded.
    package let rowVersions: Int64
    /// The day of the totals.
    package let asOf: Day
    /// Records, or fen, by the metric's name.
    package let totals: [Metric: Int64]

    /// The newest change of a registry, with the totals of a day as they are known.
    ///
    /// - Returns: nil for a registry without a change.
    package init?(of ledger: Ledger, asOf day: Day) throws(StoreError) {
        guard let moment = try ledger.newestMoment() else { return nil }
        try self.init(of: ledger, knownAt: moment, asOf: day)
    }

    /// The state that a change left, with the totals of a day as they were known then.
    package init(of ledger: Ledger, knownAt moment: Moment, asOf day: Day) throws(StoreError) {
        let found = try ledger.totals(asOf: day, knownAt: moment)
        change = moment.change
        recordedAt = moment.recordedAt
        seal = moment.seal
        rowVersions = try ledger.rowVersions(upTo: moment.change)
        asOf = day
        var totals: [Metric: Int64] = [:]
        for metric in Metric.allCases { totals[metric] = metric.value(of: found[metric.measure] ?? Total()) }
        self.totals = totals
    }

    init(
        change: Int64, recordedAt: String, seal: String, rowVersions: Int64, asOf: Day, totals: [Metric: Int64]
    ) {
        self.change = change
        self.recordedAt = recordedAt
        self.seal = seal
        self.rowVersions = rowVersions
        self.asOf = asOf
        self.totals = totals
    }

    /// The checkpoint as one line of JSON, ended by a line feed.
    package var document: [UInt8] {
        var object = JSONObject()
        object.add("registry_checkpoint", .integer(Self.form))
        object.add("change", .integer(change))
        object.add("recorded_at", .text(recordedAt))
        object.add("seal", .text(seal))
        object.add("row_versions", .integer(rowVersions))
        object.add("as_of", .text("\(asOf)"))
        for metric in Metric.allCases { object.add(metric.key, .integer(totals[metric] ?? 0)) }
        return object.bytes + [0x0A]
    }

    /// What does not agree with the registry's own change of that number, and with its totals as known then.
    ///
    /// - Parameter stored: nil where there is no such change.
    func differences(from stored: StoredChange?, in ledger: Ledger) throws(StoreError) -> [Finding] {
        var pairs: [(column: String, found: String?, expected: String)] = [
            ("seal", stored?.seal, seal), ("recorded_at", stored?.recordedAt, recordedAt),
        ]
        if let stored, stored.seal == seal {
            let found = try ledger.totals(asOf: asOf, upTo: change)
            let versions = try ledger.rowVersions(upTo: change)
            pairs.append(("row_versions", "\(versions)", "\(rowVersions)"))
            for metric in Metric.allCases {
                guard let expected = totals[metric] else { continue }
                let value = metric.value(of: found[metric.measure] ?? Total())
                pairs.append((metric.key, "\(value)", "\(expected)"))
            }
        }
        return pairs.filter { $0.found != $0.expected }.map { pair in
            Finding(
                .checkpointDiffers, table: "change", id: change, change: change, column: pair.column,
                found: pair.found, expected: pair.expected)
        }
    }
}

extension Metric {
    /// The key that programs read it by: money is in fen.
    fileprivate var key: String { isMoney ? "\(rawValue)_fen" : rawValue }

    init?(key: String) {
        guard let metric = Metric.allCases.first(where: { $0.key == key }) else { return nil }
        self = metric
    }
}
