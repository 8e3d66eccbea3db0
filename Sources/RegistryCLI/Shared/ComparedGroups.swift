import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// Totals in groups beside those of other days: for people a row a group and metric, for programs a row a group.
struct ComparedGroups {
    let by: Groupings
    let spans: (now: CountedSpan, before: CountedSpan)
    /// The seal that the totals stand on, where it is asked for.
    var seal: String?
    var money = MoneyShown()
    private let groups: [(group: GroupTotals, before: [Measure: Total])]

    init(
        by: Groupings, now: (span: CountedSpan, groups: [GroupTotals]),
        before: (span: CountedSpan, groups: [GroupTotals]), seal: String?, money: MoneyShown
    ) {
        self.by = by
        self.seal = seal
        self.money = money
        spans = (now.span, before.span)
        // Every group of either side.
        var groups: [GroupKey: (now: [Measure: Total], before: [Measure: Total])] = [:]
        for group in now.groups { groups[GroupKey(texts: group.keys), default: ([:], [:])].now = group.totals }
        for group in before.groups { groups[GroupKey(texts: group.keys), default: ([:], [:])].before = group.totals }
        self.groups = groups.sorted { $0.key.texts.lexicographicallyPrecedes($1.key.texts) }
            .map { (GroupTotals(keys: $0.key.texts, totals: $0.value.now), $0.value.before) }
    }

    func show(as format: RowFormat) throws(WriteError) {
        var rows = SpokenRows(format)
        guard format.isForPeople else {
            try showWide(&rows)
            return
        }
        try rows.begin(
            by.groupings.map(\.heading) + [Column("total", heading: "", isLabel: true)]
                + NumberBeside.columns(now: spans.now.title, before: spans.before.title))
        var whole: (now: [Measure: Total], before: [Measure: Total]) = ([:], [:])
        for (group, before) in groups {
            whole.now.merge(group.totals, uniquingKeysWith: +)
            whole.before.merge(before, uniquingKeysWith: +)
        }
        let shown = Metric.allCases.filter { $0.value(of: whole.now) != 0 || $0.value(of: whole.before) != 0 }
        for (group, before) in groups {
            for metric in shown where metric.value(of: group.totals) != 0 || metric.value(of: before) != 0 {
                try rows.row(group.keyCells(true) + cells(metric, group.totals, before))
            }
        }
        for metric in shown { try rows.row(by.totalCells + cells(metric, whole.now, whole.before)) }
        try rows.endAndTell()
        try money.showMisses(of: groups.map(\.group.totals))
        try money.showMisses(of: groups.map(\.before))
        let sums = [(whole.now, whole.before)] + groups.map { ($0.group.totals, $0.before) }
        try money.showOddDifferences(
            sums.flatMap { now, before in
                shown.map { ($0, NumberBeside(now: $0.value(of: now), before: $0.value(of: before))) }
            })
        if let seal { try Terminal.show(Words.seal(seal)) }
    }

    private func cells(_ metric: Metric, _ now: [Measure: Total], _ before: [Measure: Total]) -> [Cell] {
        [.text(money.name(of: metric, within: spans.now.period))]
            + NumberBeside(now: metric.value(of: now), before: metric.value(of: before))
            .cells { money.text($0, of: metric) }
    }

    private func showWide(_ rows: inout SpokenRows) throws(WriteError) {
        let metrics = Metric.allCases
        try rows.begin(
            by.groupings.map(\.heading) + metrics.map { Column($0.column) }
                + metrics.map { Column("compare_\($0.column)") } + metrics.map { Column("difference_\($0.column)") }
                + metrics.map { Column("growth_percent_\($0.rawValue)") } + (seal == nil ? [] : [Column("seal")]))
        for (group, before) in groups {
            func all(_ cell: (NumberBeside) -> Cell) -> [Cell] {
                metrics.map { metric in
                    by.divide(metric)
                        ? cell(NumberBeside(now: metric.value(of: group.totals), before: metric.value(of: before)))
                        : .null
                }
            }
            try rows.row(
                group.keyCells(false) + all { .integer($0.now) } + all { .integer($0.before) }
                    + all { .integer($0.difference) } + all(\.growthCell) + (seal.map { [.text($0)] } ?? []))
        }
        try rows.end()
    }
}
