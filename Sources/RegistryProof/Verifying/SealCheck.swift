import Digests
import RegistryStore

/// The chain of seals, computed anew from what the tables hold: tells whether a change's header, what is kept of its parts,
/// or the rows themselves are not what was sealed.
struct SealCheck {
    let roll: ChangeRoll
    /// By table: what each change recorded in it, as found now, and the versions that differ from their checks.
    let scans: [TableScan]
    let altered: AlteredColumns
    let report: (Finding) -> Void

    /// What one stored seal leaves open until the next is known.
    private struct Doubt {
        let change: Int64
        let stored: String
        let computed: String
        /// The one value of the change itself that explains it.
        let altered: AlteredColumns.Altered?
    }

    private struct Chain {
        var previous: String?
        var doubt: Doubt?
    }

    /// - Returns: the seal of each change in `wanted`, as stored, where it is there.
    func run(_ ledger: Ledger, sealsOf wanted: Set<Int64> = []) throws(StoreError) -> [Int64: StoredChange] {
        let parts = try ledger.storedParts()
        var chain = Chain()
        var kept: [Int64: StoredChange] = [:]
        try ledger.forEachChange { change throws(StoreError) in
            let stored = try parts.take(upTo: change.number)
            for stray in stored where stray.change != change.number { reportStray(stray.change, stray.part.table) }
            if wanted.contains(change.number) { kept[change.number] = change }
            try check(change, stored.filter { $0.change == change.number }.map(\.part), &chain)
        }
        if let doubt = chain.doubt { tell(doubt, isOfSealAlone: false) }
        for stray in try parts.take(upTo: .max) { reportStray(stray.change, stray.part.table) }
        try checkCounts(ledger)
        return kept
    }

    private func reportStray(_ change: Int64, _ table: String) {
        report(Finding(.referenceBroken, table: "change_part", record: table, change: change, column: "change_id"))
    }

    private func check(
        _ change: StoredChange, _ stored: [SealedPart], _ chain: inout Chain
    ) throws(StoreError) {
        defer { chain.previous = change.seal }
        guard let place = roll.format(of: change.number), let seal = change.seal, let recordedAt = change.recordedAt
        else { return }
        let format = roll.formats[place]
        let computed = scans.compactMap { scan in
            scan.parts[change.number].map { $0.sealed(scan.plan.table.name) }
        }
        let order = format.tables.map(\.name)
        func ordered(_ parts: [SealedPart]) -> [SealedPart] {
            order.compactMap { name in parts.first { $0.table == name } }
        }
        func sealed(_ parts: [SealedPart], after previous: String?) -> String {
            SHA256.hash(
                SealText.of(
                    change.number, format: format.number, after: previous, at: recordedAt, by: change.author,
                    parts: ordered(parts)))
        }
        let names = Set(stored.map(\.table) + computed.map(\.table))
        let uneven = names.filter { name in
            stored.first { $0.table == name } != computed.first { $0.table == name } || !order.contains(name)
        }.sorted()
        let ofStored = sealed(stored, after: chain.previous)
        let ofComputed = uneven.isEmpty ? ofStored : sealed(computed, after: chain.previous)
        // Where the seal before was altered and this one still follows from what it was, that one alone is at fault.
        var doubt = chain.doubt
        var isSealed = ofStored == seal
        var isComputedSealed = ofComputed == seal
        if let last = doubt, !isSealed, !isComputedSealed {
            isSealed = sealed(stored, after: last.computed) == seal
            isComputedSealed = sealed(computed, after: last.computed) == seal
            if isSealed || isComputedSealed {
                tell(last, isOfSealAlone: true)
                doubt = nil
            }
        }
        if let doubt { tell(doubt, isOfSealAlone: false) }
        chain.doubt = nil
        let arePartsAtFault = isComputedSealed && !uneven.isEmpty
        for name in uneven {
            let scan = scans.first { $0.plan.table.name == name }
            let part = (stored: stored.first { $0.table == name }, computed: computed.first { $0.table == name })
            if arePartsAtFault {
                reportPart(name, change.number, part)
            } else {
                try reportRows(name, change.number, scan, part)
            }
        }
        if !isSealed, !isComputedSealed {
            // Where the rows are as they were, the change itself is not.
            let text = SealText.of(
                change.number, format: format.number, after: chain.previous, at: recordedAt, by: change.author,
                parts: ordered(stored))
            let altered = try uneven.isEmpty ? altered.find(inChange: text, parts: stored.count, seal: seal) : nil
            chain.doubt = Doubt(change: change.number, stored: seal, computed: ofComputed, altered: altered)
        }
        for scan in scans where !uneven.contains(scan.plan.table.name) || arePartsAtFault {
            reportChecks(of: scan, change.number)
        }
    }

    private func tell(_ doubt: Doubt, isOfSealAlone: Bool) {
        report(
            Finding(
                .sealDiffers, table: "change", id: doubt.change, change: doubt.change,
                column: isOfSealAlone ? "seal" : doubt.altered?.column,
                found: doubt.altered.map(\.found) ?? doubt.stored,
                expected: doubt.altered.map(\.expected) ?? doubt.computed))
    }

    /// The rows are what was sealed, and what is kept of them is not.
    private func reportPart(_ table: String, _ change: Int64, _ part: (stored: SealedPart?, computed: SealedPart?)) {
        let columns: [(String, (SealedPart) -> String)] = [
            ("new_rows", { "\($0.newRows)" }), ("new_sha256", { $0.newSHA256 }),
            ("changed_rows", { "\($0.changedRows)" }), ("changed_sha256", { $0.changedSHA256 }),
        ]
        guard let stored = part.stored, let computed = part.computed else {
            return report(
                Finding(
                    .partDiffers, table: "change_part", record: table, change: change, column: "table_name",
                    found: part.stored == nil ? nil : table, expected: part.computed == nil ? nil : table))
        }
        for (column, value) in columns where value(stored) != value(computed) {
            report(
                Finding(
                    .partDiffers, table: "change_part", record: table, change: change, column: column,
                    found: value(stored), expected: value(computed)))
        }
    }

    private func reportRows(
        _ table: String, _ change: Int64, _ scan: TableScan?, _ part: (stored: SealedPart?, computed: SealedPart?)
    ) throws(StoreError) {
        let suspects = scan?.suspects.filter { $0.change == change } ?? []
        for suspect in suspects {
            let altered: AlteredColumns.Altered? =
                if let scan, let format = roll.format(of: change) {
                    try altered.find(suspect, in: scan.plan, format: format)
                } else {
                    nil
                }
            report(
                Finding(
                    .rowDiffers, table: suspect.isReplaced ? "\(table)_history" : table, id: suspect.id, change: change,
                    column: altered?.column,
                    found: altered.map(\.found) ?? String(decoding: suspect.line, as: UTF8.self),
                    expected: altered?.expected))
        }
        let found = scan?.parts[change]
        let rows = (found?.newRows ?? 0) + (found?.changedRows ?? 0)
        let expected = part.stored.map { $0.newRows &+ $0.changedRows } ?? 0
        guard suspects.isEmpty || rows != expected else { return }
        let isOne = rows == 1 && expected == 1
        report(
            Finding(
                isOne ? .rowDiffers : .rowsDiffer, table: table, id: isOne ? found?.firstID : nil,
                record: isOne || found == nil ? nil : "\(found?.firstID ?? 0)…\(found?.lastID ?? 0)", change: change,
                found: "\(rows)", expected: "\(expected)"))
    }

    /// The rows are what was sealed, and so their checks are not.
    private func reportChecks(of scan: TableScan, _ change: Int64) {
        for suspect in scan.suspects where suspect.change == change {
            report(
                Finding(
                    .checkDiffers, table: "row_check", id: suspect.id, record: scan.plan.table.name, change: change,
                    column: "sums"))
        }
    }

    /// There is a check for each row and none besides: one that no row asks for is found by their number.
    private func checkCounts(_ ledger: Ledger) throws(StoreError) {
        var rows: [String: [Int64: PartBook.Part]] = [:]
        for scan in scans { rows[scan.plan.table.name] = scan.parts }
        try ledger.forEachCheckCount { change, table, count in
            let part = rows[table]?[change]
            let expected = (part?.newRows ?? 0) + (part?.changedRows ?? 0)
            guard count != expected else { return }
            report(
                Finding(
                    .checkDiffers, table: "row_check", record: table, change: change, found: count.map { "\($0)" },
                    expected: "\(expected)"))
        }
    }
}
