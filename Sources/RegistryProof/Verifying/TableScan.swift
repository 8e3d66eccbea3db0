import Digests
import Registry
import RegistryStore
import Spreadsheets

/// One pass over every version of every row of a sealed table: its digests are computed anew, its values held against the
/// rules, its versions against one another, and what it did to the totals is summed.
final class TableScan {
    private static let mostSuspects = 1000

    let plan: TablePlan
    private let roll: ChangeRoll
    private let checks: StoredChecks
    private let references: [(place: Int, column: String, last: Int64, target: String)]
    private let rules: FieldRules?
    private let flows: RecordFlows?
    private let venuePlace: Int?
    private let voidPlace: Int?
    /// Columns that hold a day, of a table that is no noun's.
    private let dayPlaces: [Int]
    private let named: NamedVenues
    /// Where the rows name records of their own venue.
    private let naming: [(place: Int, column: String, noun: Noun)]
    private let report: (Finding) -> Void
    private var line = CSVLine()
    private let book = PartBook()
    private var order = OrderOfRows()

    /// What each change recorded in the table.
    private(set) var parts: [Int64: PartBook.Part] = [:]
    /// Versions that are not as their checks say, the first of them.
    private(set) var suspects: [Suspect] = []

    init(
        _ plan: TablePlan, _ ledger: Ledger, roll: ChangeRoll, checks: StoredChecks, flows: RecordFlows?,
        named: NamedVenues, report: @escaping (Finding) -> Void
    ) throws(StoreError) {
        self.plan = plan
        self.roll = roll
        self.checks = checks
        self.flows = flows
        self.report = report
        let noun = Noun(rawValue: plan.table.name)
        rules = noun.map { FieldRules($0, columns: plan.columns) }
        venuePlace = plan.place(of: "venue_id")
        voidPlace = plan.place(of: "is_void")
        self.named = named
        naming = (noun?.references ?? []).compactMap { column, target in
            target.belongsToVenue ? plan.place(of: column).map { ($0, column, target) } : nil
        }
        dayPlaces =
            noun == nil
            ? plan.columns.indices.filter { plan.columns[$0].hasSuffix("_on") || plan.columns[$0] == "as_of" } : []
        var references: [(place: Int, column: String, last: Int64, target: String)] = []
        for (column, target) in try ledger.references(of: plan.table.name) {
            // The change of a version is looked at with its seal.
            guard let place = plan.place(of: column) else { continue }
            let last = target == "change" ? roll.last : try ledger.lastID(of: target)
            references.append((place, column, last, target))
        }
        self.references = references
    }

    func run(_ ledger: Ledger, sums: inout FlowSums) throws(StoreError) {
        let rows = try ledger.versions(of: plan.table, columns: plan.columns)
        while try rows.next() {
            order.take(rows) { finding in
                report(
                    Finding(
                        finding.problem, table: finding.isOfHistory ? "\(plan.table.name)_history" : plan.table.name,
                        id: finding.id, change: finding.change, column: finding.column, found: finding.found,
                        expected: finding.expected))
            }
            guard let format = roll.format(of: rows.change) else {
                report(found(.referenceBroken, rows, "change_id", "\(rows.change)", "1…\(roll.last)"))
                continue
            }
            if let place = plan.unsealedValue(in: rows, format: format) {
                report(found(.rowDiffers, rows, plan.columns[place], rows.values[place].shown, "NULL"))
            }
            try seal(rows, format: format)
            check(rows, sums: &sums)
        }
        order.finish { finding in
            report(Finding(finding.problem, table: plan.table.name, id: finding.id, change: finding.change))
        }
        flows?.finish(&sums)
        parts = book.finish()
    }

    private func seal(_ rows: StoredVersions, format: Int) throws(StoreError) {
        plan.write(rows, format: format, to: &line)
        let (id, change) = (rows.id, rows.change)
        let sum = line.withBytes { bytes in
            book.add(bytes, id: id, change: change, isChanged: order.isChanged)
            return LineCheck.of(bytes)
        }
        let stored = try checks.sum(ofRow: id, in: plan.table.name, change: change)
        guard stored != sum, stored != nil || roll.formats[format].keepsChecks, suspects.count < Self.mostSuspects
        else { return }
        suspects.append(
            Suspect(
                id: id, change: change, isReplaced: rows.replacedBy != nil,
                line: line.bytes.dropLast(),
                check: stored))
    }

    private func check(_ rows: StoredVersions, sums: inout FlowSums) {
        let values = rows.values
        for reference in references {
            if case .integer(let id) = values[reference.place], id >= 1, id <= reference.last { continue }
            if values[reference.place].isNull { continue }
            report(
                found(
                    .referenceBroken, rows, reference.column, values[reference.place].shown,
                    "\(reference.target) 1…\(reference.last)"))
        }
        if let voidPlace, !values[voidPlace].isFlag {
            report(found(.ruleBroken, rows, "is_void", values[voidPlace].shown, "0…1"))
        }
        for place in dayPlaces where !values[place].isNull && values[place].day == nil {
            report(found(.ruleBroken, rows, plan.columns[place], values[place].shown, "YYYY-MM-DD"))
        }
        checkVenue(rows)
        guard let rules else { return }
        rules.read(values, today: roll.day(of: rows.change)) { column, value, expected in
            report(found(.ruleBroken, rows, column, value, expected))
        }
        if rules.noun == .party { checkParty(rows) }
        guard let flows, let venuePlace, let voidPlace else { return }
        flows.take(
            rows.id, change: rows.change, venue: values[venuePlace].integer ?? 0,
            isVoid: values[voidPlace].integer != 0, rules.slots, sums: &sums)
    }

    private func checkVenue(_ rows: StoredVersions) {
        guard rows.replacedBy == nil, let rules, let venuePlace, let venue = rows.values[venuePlace].integer else {
            return
        }
        named.add(rules.noun, rows.id, venue: venue)
        for (place, column, noun) in naming {
            guard let voidPlace, let id = rows.values[place].integer, rows.values[voidPlace].integer == 0,
                let other = named.venue(of: noun, id), other != venue
            else { continue }
            report(found(.ruleBroken, rows, column, "\(id)", "venue_id \(venue)"))
        }
    }

    /// The name as it is matched follows from the name, and is not sealed.
    private func checkParty(_ rows: StoredVersions) {
        guard let namePlace = plan.place(of: "name"), let matchPlace = plan.place(of: "match_name"),
            let erased = plan.place(of: "erased_sha256")
        else { return }
        // Its digest would stand for any name whatever; and no command of this program erases one.
        guard rows.values[erased].isNull else {
            return report(found(.ruleBroken, rows, "erased_sha256", rows.values[erased].shown, nil))
        }
        guard let name = rows.values[namePlace].text, let match = rows.values[matchPlace].text
        else { return }
        if name.isSame(as: match), PartyName.isMatched(name) { return }
        let expected = PartyName.matched(name.text)
        if expected.withBytes({ $0.isSame(as: match) }) { return }
        report(found(.ruleBroken, rows, "match_name", match.text, expected))
    }

    private func found(
        _ problem: Finding.Problem, _ rows: StoredVersions, _ column: String, _ value: String?, _ expected: String?
    ) -> Finding {
        Finding(
            problem, table: rows.replacedBy == nil ? plan.table.name : "\(plan.table.name)_history", id: rows.id,
            change: rows.change, column: column, found: value, expected: expected)
    }
}

extension StoredValue {
    fileprivate var isFlag: Bool {
        if case .integer(let number) = self { number == 0 || number == 1 } else { false }
    }
}
