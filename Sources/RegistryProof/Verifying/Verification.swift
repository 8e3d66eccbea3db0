import Registry
package import RegistryStore

/// Whether a registry is what was recorded: every seal, total, reference and rule computed anew from what the file holds.
package final class Verification {
    private let ledger: Ledger
    private var findings: [Finding] = []

    /// What was looked at.
    package struct Extent: Sendable {
        package fileprivate(set) var changes: Int64 = 0
        package fileprivate(set) var rows: Int64 = 0
        package fileprivate(set) var keptFiles: Int64 = 0
    }

    package private(set) var extent = Extent()

    /// - Parameter ledger: opened for a proof, so that all is read of one state.
    package init(_ ledger: Ledger) { self.ledger = ledger }

    /// - Parameters:
    ///   - checkpoint: what was kept elsewhere of an earlier state.
    ///   - withFiles: whether the files that were imported are read and hashed again.
    /// - Returns: everything that does not hold; nothing where the registry is as it was recorded.
    package func run(against checkpoint: Checkpoint? = nil, withFiles: Bool = false) throws(StoreError) -> [Finding] {
        let file = FileCheck(at: ledger.path)
        try attempt("sqlite_schema") { () throws(StoreError) in
            try SchemaCheck { self.findings.append($0) }.run(ledger)
        }
        try attempt("change") { () throws(StoreError) in
            let roll = try ChangeRoll(ledger) { self.findings.append($0) }
            try checkRecords(roll, against: checkpoint)
        }
        if withFiles {
            try attempt("source_file") { () throws(StoreError) in
                try KeptFiles { self.findings.append($0) }.run(ledger, &extent.keptFiles)
            }
        }
        try checkFile(file)
        try nameRows()
        return findings
    }

    private func checkRecords(_ roll: ChangeRoll, against checkpoint: Checkpoint?) throws(StoreError) {
        extent.changes = roll.last
        let plans = TablePlan.all(roll.formats)
        let checks = try ledger.storedChecks()
        var sums = FlowSums(changes: roll.last)
        func table(_ name: String) -> SealedTable {
            guard let plan = plans.first(where: { $0.table.name == name }) else { preconditionFailure("no \(name)") }
            return plan.table
        }
        let venues = try VenueBook(ledger, table("venue"), sums: &sums)
        let events = try DealEvents(ledger, table("deal_event"))
        venues.addFlows(to: &sums, roll: roll)
        var scans: [TableScan] = []
        let named = NamedVenues()
        for plan in plans {
            let noun = Noun(rawValue: plan.table.name).flatMap { $0.belongsToVenue ? $0 : nil }
            let flows = noun.map { noun in
                RecordFlows(noun, venues: venues, events: noun == .deal ? events : nil, sums: &sums)
            }
            let scan = try TableScan(plan, ledger, roll: roll, checks: checks, flows: flows, named: named) {
                self.findings.append($0)
            }
            try attempt(plan.table.name) { () throws(StoreError) in try scan.run(ledger, sums: &sums) }
            scans.append(scan)
            extent.rows += scan.parts.values.reduce(0) { $0 + $1.newRows + $1.changedRows }
        }
        let settled = SettledFlows(venues: venues, roll: roll)
        try attempt("payment") { () throws(StoreError) in try settled.add(ledger, to: &sums) }
        try attempt("change_part") { () throws(StoreError) in
            let seals = SealCheck(roll: roll, scans: scans, altered: AlteredColumns(ledger)) {
                self.findings.append($0)
            }
            let kept = try seals.run(ledger, sealsOf: checkpoint.map { [$0.change] } ?? [])
            if let checkpoint { findings += try checkpoint.differences(from: kept[checkpoint.change], in: ledger) }
        }
        try attempt("daily_delta") { () throws(StoreError) in
            try checkTotals(roll, venues, events, plans, &sums)
        }
    }

    private func checkTotals(
        _ roll: ChangeRoll, _ venues: VenueBook, _ events: DealEvents, _ plans: [TablePlan], _ sums: inout FlowSums
    ) throws(StoreError) {
        var check = TotalsCheck(roll: roll) { self.findings.append($0) }
        let causes = try check.compare(ledger, &sums)
        var told: Set<String> = []
        if !causes.isEmpty {
            sums.want(causes)
            venues.addFlows(to: &sums, roll: roll)
            for plan in plans {
                guard let noun = Noun(rawValue: plan.table.name), noun.belongsToVenue else { continue }
                let flows = RecordFlows(noun, venues: venues, events: noun == .deal ? events : nil, sums: &sums)
                try flows.gather(ledger, plan, roll: roll, sums: &sums)
            }
            try SettledFlows(venues: venues, roll: roll).add(ledger, to: &sums)
            let differing = try check.tellDeltas(ledger, causes, &sums, summary: measuresAtFault)
            told = differing.told
            for (cause, hint) in differing.hints { try add(hint, of: cause) }
        }
        let lacksTotal = try ledger.lacksTotal()
        if lacksTotal || !check.areTotalsEven { try check.tellTotals(ledger, except: told) }
    }

    /// Adds to the one altered record of a change what its totals tell of it.
    private func add(_ hint: ColumnHint, of cause: FlowSums.Cause) throws(StoreError) {
        let measure = FlowSums.measures[cause.measure]
        let table = measure.noun?.rawValue ?? measure.rawValue
        let ofChange = findings.indices.filter { place in
            findings[place].change == cause.change && (findings[place].table?.hasPrefix(table) ?? false)
        }
        let altered = ofChange.filter { findings[$0].problem == .rowDiffers }
        // A change that has more rows or fewer than it had: the one may be of another change.
        guard altered.count == 1, let place = altered.first, findings[place].column == nil,
            !ofChange.contains(where: { findings[$0].problem == .rowsDiffer }),
            let name = findings[place].table, name == table || name == "\(table)_history", let id = findings[place].id
        else { return }
        let found = try ledger.value(of: hint.column, ofRow: id, in: name, change: cause.change)
        findings[place].column = hint.column
        findings[place].found = found.map { "\($0)" } ?? findings[place].found
        findings[place].expected = hint.expected(insteadOf: found)
    }

    /// Measures whose records were found to be altered: their totals are known not to match.
    private var measuresAtFault: Set<Int> {
        let tables = Set(
            findings.filter { [.rowDiffers, .rowsDiffer, .rowMissing, .historyBroken].contains($0.problem) }
                .compactMap(\.table))
        func isAtFault(_ names: String...) -> Bool {
            names.contains { tables.contains($0) || tables.contains("\($0)_history") }
        }
        var measures: Set<Measure> = []
        if isAtFault("venue") { measures.formUnion(Measure.allCases) }
        for noun in Noun.allCases where isAtFault(noun.rawValue) { measures.formUnion(noun.measures) }
        if isAtFault("deal_event") { measures.insert(.deal) }
        if isAtFault("deal", "deal_event", "payment") { measures.insert(.settled) }
        return Set(measures.map(FlowSums.place))
    }

    /// SQLite's own findings, and what nobody looked at row by row.
    private func checkFile(_ file: FileCheck) throws(StoreError) {
        var found: [String] = []
        try attempt(nil) { () throws(StoreError) in found = try file.findings() }
        for words in found { findings.append(Finding(.fileDamaged, found: words)) }
        try attempt(nil) { () throws(StoreError) in
            let known = Set(Noun.allCases.filter(\.belongsToVenue).map(\.rawValue))
            for broken in try ledger.brokenChecks(except: known) {
                findings.append(Finding(.ruleBroken, table: broken.table, id: broken.id, expected: broken.rule))
            }
            for dangling in try ledger.danglingReferences() {
                findings.append(
                    Finding(
                        .referenceBroken, table: dangling.table, id: dangling.row, expected: dangling.target))
            }
        }
        try attempt(nil) { () throws(StoreError) in
            for value in try ledger.contradictions() {
                findings.append(
                    Finding(
                        .ruleBroken, table: value.table, id: value.id, record: value.record, change: value.change,
                        column: value.column, found: value.found, expected: value.expected))
            }
        }
    }

    /// What cannot be read is a finding too, and what else can be is still looked at.
    private func attempt(_ table: String?, _ work: () throws(StoreError) -> Void) throws(StoreError) {
        do throws(StoreError) {
            try work()
        } catch {
            guard let damage = error.damage else { throw error }
            findings.append(Finding(.fileDamaged, table: table, found: damage))
        }
    }

    private func nameRows() throws(StoreError) {
        var names: [String: [Int64: String?]] = [:]
        for place in findings.indices.prefix(10_000) {
            let finding = findings[place]
            guard finding.record == nil, let id = finding.id, let table = finding.table else { continue }
            let base = table.hasSuffix("_history") ? String(table.dropLast(8)) : table
            if names[base]?[id] == nil { names[base, default: [:]][id] = try? ledger.name(ofRow: id, in: base) }
            findings[place].record = names[base]?[id] ?? nil
        }
    }
}
