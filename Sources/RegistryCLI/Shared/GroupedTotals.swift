import Registry
import RegistryProof
import RegistryReports
import RegistryStore
import Spreadsheets

/// Totals in groups; those of time with what had happened by the end of each.
struct GroupedTotals {
    let by: Groupings
    let groups: [GroupTotals]
    /// The seal that the totals stand on, where it is asked for.
    var seal: String?
    var money = MoneyShown()

    func show(as format: RowFormat) throws(WriteError) {
        let isForPeople = format.isForPeople
        var rows = SpokenRows(format)
        var columns = by.groupings.map(\.heading)
        let found = Metric.allCases.filter(has)
        // Of nothing all that could have been there.
        let told = found.isEmpty ? Metric.allCases.filter { by.divide($0) && !$0.isOfServices } : found
        let shown = isForPeople ? told : Metric.allCases
        for metric in shown { columns.append(column(metric, metric.column, isForPeople)) }
        if by.isTime { columns += shown.map { column($0, "cumulative_\($0.column)", isForPeople) } }
        let sealCell: [Cell] = isForPeople ? [] : seal.map { [.text($0)] } ?? []
        if !sealCell.isEmpty { columns.append(Column("seal")) }
        try rows.begin(columns)
        var running: [Measure: Total] = [:]
        for group in groups {
            running.merge(group.totals, uniquingKeysWith: +)
            var cells = group.keyCells(isForPeople)
            cells += shown.map { cell($0, group.totals, isForPeople) }
            if by.isTime { cells += shown.map { cell($0, running, isForPeople) } }
            try rows.row(cells + sealCell)
        }
        var total = by.totalCells + shown.map { cell($0, running, isForPeople) }
        if by.isTime { total += shown.map { _ in .null } }
        if isForPeople { try rows.total(total) }
        try rows.endAndTell()
        guard isForPeople else { return }
        try money.showMisses(of: groups.map(\.totals))
        if let seal { try Terminal.show(Words.seal(seal)) }
    }

    private func has(_ metric: Metric) -> Bool { groups.contains { metric.value(of: $0.totals) != 0 } }

    /// For people money is in yuan, or the unit they ask for.
    private func column(_ metric: Metric, _ key: String, _ isForPeople: Bool) -> Column {
        let name = isForPeople && metric.isMoney ? String(key.dropLast(3)) + money.suffix : key
        let unit = isForPeople && metric.isMoney ? money.rounding?.unit : nil
        let heading = unit.map { unit in
            Bilingual("\(key.dropLast("_fen".count)), \(Words.unit(unit).english)", Words.heading(name).chinese)
        }
        return Column(name, heading: heading?[.current], alignment: .right, groupsThousands: !metric.isMoney)
    }

    /// Nothing of a metric whose records have no such key: none of them was counted, and so not nought of them.
    private func cell(_ metric: Metric, _ totals: [Measure: Total], _ isForPeople: Bool) -> Cell {
        guard by.divide(metric) else { return .null }
        let value = metric.value(of: totals)
        return isForPeople && metric.isMoney ? .text(money.text(value)) : .integer(value)
    }
}

extension Grouping {
    var heading: Column { Column(column, heading: Words.grouping(self)[.current]) }
}

extension GroupTotals {
    func keyCells(_ isForPeople: Bool) -> [Cell] {
        keys.map { $0.isEmpty ? (isForPeople ? .text(Words.none[.current]) : .null) : .text($0) }
    }
}

extension Groupings {
    func divide(_ metric: Metric) -> Bool {
        metric.measure.noun.map { noun in groupings.allSatisfy { $0.divides(noun) } } ?? false
    }

    /// Why there are no totals by two keys that no record has both; nil where there are.
    var refusal: Bilingual? {
        guard groupings.count == 2, !Metric.allCases.contains(where: divide) else { return nil }
        let partners = Grouping.allCases.filter { other in
            other != groupings[0]
                && Noun.allCases.contains { $0 != .party && groupings[0].divides($0) && other.divides($0) }
        }
        return Words.noPair(groupings[0], groupings[1], partners: partners)
    }

    /// What stands before the sums of all groups.
    var totalCells: [Cell] { groupings.indices.map { $0 == 0 ? .text(Words.heading("total")[.current]) : .null } }
}

extension MoneyShown {
    /// Says below a table of which totals the rounded parts do not sum to the rounded whole.
    func showMisses(of groups: [[Measure: Total]]) throws(WriteError) {
        guard let rounding else { return }
        let misses = Metric.allCases.filter(\.isMoney).compactMap { metric in
            rounding.missedSum(of: groups.map(metric.value)).map { miss in
                (
                    name: Words.name(of: metric), sum: rounding.text(ofRounded: miss.sum),
                    whole: rounding.text(ofRounded: miss.whole)
                )
            }
        }
        guard !misses.isEmpty else { return }
        try Terminal.show(Words.rounded(misses, unit: rounding.unit))
    }

    /// Says of which amounts the difference that is shown is another than that of the rounded amounts beside it.
    func showOddDifferences(_ pairs: [(metric: Metric, numbers: NumberBeside)]) throws(WriteError) {
        guard let rounding else { return }
        let odd = pairs.filter { metric, numbers in
            metric.isMoney
                && rounding.rounded(numbers.now) - rounding.rounded(numbers.before)
                    != rounding.rounded(numbers.difference)
        }
        let metrics = Metric.allCases.filter { metric in odd.contains { $0.metric == metric } }
        if !metrics.isEmpty { try Terminal.show(Words.roundedDifferences(metrics)) }
    }
}
