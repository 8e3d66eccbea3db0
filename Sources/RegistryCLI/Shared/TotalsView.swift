import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// The totals of one day, in every format.
struct TotalsView {
    let asOf: Day
    let moment: Moment?
    /// The seal that the totals stand on, where it is asked for.
    var seal: String?
    let totals: [Measure: Total]
    /// Codes of the venues that are not in yet.
    let venuesBehind: [String]

    private func value(_ metric: Metric) -> Int64 { metric.value(of: totals[metric.measure] ?? Total()) }

    func show(as format: RowFormat) throws(WriteError) {
        switch format {
        case .table, .markdown: try showTable(as: format)
        case .json, .jsonl: try showObject()
        case .csv:
            var rows = rowWriter(for: .csv, to: Terminal.standardOutput())
            try rows.begin(values.map { Column($0.name) })
            try rows.row(values.map(\.value))
            try rows.end()
        }
    }

    private var values: [(name: String, value: Cell)] {
        [
            ("as_of", .text("\(asOf)")), ("known_at", moment.map { .text($0.recordedAt) } ?? .null),
            ("change", moment.map { .integer($0.change) } ?? .null),
        ] + (seal.map { [("seal", .text($0))] } ?? []) + Metric.allCases.map { ($0.column, .integer(value($0))) }
    }

    private func showObject() throws(WriteError) {
        var object = JSONObject()
        for (name, value) in values { object.add(name, value) }
        object.add("venues_behind", texts: venuesBehind)
        try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
    }

    private func showTable(as format: RowFormat) throws(WriteError) {
        var rows = rowWriter(for: format, to: Terminal.standardOutput(), width: Terminal.width)
        try rows.begin([
            Column("total", heading: "as of \(asOf)"), Column("count", alignment: .right, groupsThousands: true),
            Column("yuan", alignment: .right), Column("short", heading: "", alignment: .right),
        ])
        let lines: [(name: String, measure: Measure, hasAmount: Bool)] = [
            ("intentions", .intention, true), ("listings", .listing, false), ("deals", .deal, true),
            ("venues", .venue, false), ("service members", .serviceMember, false),
        ]
        for line in lines {
            let total = totals[line.measure] ?? Total()
            let amount = Amount(fen: total.fen)
            try rows.row([
                .text(line.name), .integer(total.count), line.hasAmount ? .text(amount.groupedYuan) : .null,
                line.hasAmount ? .text(amount.short) : .null,
            ])
        }
        try rows.end()
        if let seal { try Terminal.show(Words.seal(seal)) }
        if let moment { Terminal.say("known at \(moment.recordedAt), change \(moment.change)") }
    }
}

/// Totals in groups; those of time with what had happened by the end of each.
struct GroupedTotals {
    let by: Grouping
    let groups: [GroupTotals]
    /// The seal that the totals stand on, where it is asked for.
    var seal: String?

    func show(as format: RowFormat) throws(WriteError) {
        let isForPeople = format == .table || format == .markdown
        var rows = rowWriter(for: format, to: Terminal.standardOutput(), width: Terminal.width)
        var columns = [Column(by.rawValue)]
        let shown = Metric.allCases.filter { has($0) || !isForPeople }
        for metric in shown { columns.append(column(metric, metric.column, isForPeople)) }
        if by.isTime { columns += shown.map { column($0, "cumulative_\($0.column)", isForPeople) } }
        let sealCell: [Cell] = isForPeople ? [] : seal.map { [.text($0)] } ?? []
        if !sealCell.isEmpty { columns.append(Column("seal")) }
        try rows.begin(columns)
        var running: [Measure: Total] = [:]
        for group in groups {
            running.merge(group.totals, uniquingKeysWith: +)
            var cells: [Cell] = [group.key.isEmpty ? (isForPeople ? .text("(none)") : .null) : .text(group.key)]
            cells += shown.map { cell($0, group.totals, isForPeople) }
            if by.isTime { cells += shown.map { cell($0, running, isForPeople) } }
            try rows.row(cells + sealCell)
        }
        var total: [Cell] = [.text("total")] + shown.map { cell($0, running, isForPeople) }
        if by.isTime { total += shown.map { _ in .null } }
        if isForPeople { try rows.total(total) }
        for notice in try rows.end() { Terminal.say(Words.of(notice)) }
        if isForPeople, let seal { try Terminal.show(Words.seal(seal)) }
    }

    private func has(_ metric: Metric) -> Bool {
        groups.contains { metric.value(of: $0.totals[metric.measure] ?? Total()) != 0 }
    }

    /// For people money is in yuan.
    private func column(_ metric: Metric, _ key: String, _ isForPeople: Bool) -> Column {
        let name = isForPeople && metric.isMoney ? String(key.dropLast(3)) + "yuan" : key
        return Column(name, alignment: .right, groupsThousands: !metric.isMoney)
    }

    private func cell(_ metric: Metric, _ totals: [Measure: Total], _ isForPeople: Bool) -> Cell {
        let value = metric.value(of: totals[metric.measure] ?? Total())
        return isForPeople && metric.isMoney ? .text(Amount(fen: value).groupedYuan) : .integer(value)
    }
}

extension Metric {
    /// The key that programs read it by: money is in fen.
    var column: String { isMoney ? "\(rawValue)_fen" : rawValue }
}
