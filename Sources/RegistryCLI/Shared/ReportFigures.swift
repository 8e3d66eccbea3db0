import Registry
import RegistryReports
import RegistryStore

/// How the figures of a report grew.
extension ReportBasis {
    func curves() throws -> ReportPage.Section {
        var section = ReportPage.Section("curves", say(ReportWords.curves))
        let months = Month.all(in: try ledger.totals(of: .upTo(asOf), knownAt: moment, by: [.month]), to: asOf)
        guard let first = months.first, let last = months.last else { return section }
        let metrics = [Metric.listings, .deals, .dealAmount]
        for metric in metrics {
            let values = months.map { metric.value(of: $0.cumulative) }
            // A curve of nothing shows nothing.
            guard values.contains(where: { $0 != 0 }) else { continue }
            let name = Words.name(of: metric)
            let end = atAGlance(metric, values.last ?? 0)
            let labels = [first, months[months.count / 2], last].map(\.name)
            section.charts.append(
                CurveChart(
                    "curve-\(metric.rawValue.replacing("_", with: "-"))", title: say(name),
                    description: say(ReportWords.shape(of: name, first.name, last.name, end)), values: values,
                    labels: months.count < 3 ? Array(labels.suffix(months.count)) : labels,
                    most: atAGlance(metric, values.max() ?? 0), last: end))
        }
        section.tables.append(byYear(months, metrics))
        var table = ReportPage.Table(
            say(ReportWords.byMonth), [say(Words.column("month"))] + metrics.map(name), numbers: [1, 2, 3])
        table.isFolded = true
        table.rows = months.map { month in
            [month.name] + metrics.map { text($0, $0.value(of: month.cumulative)) }
        }
        section.tables.append(table)
        return section
    }

    private func byYear(_ months: [Month], _ metrics: [Metric]) -> ReportPage.Table {
        var table = ReportPage.Table(
            say(ReportWords.byYear), [say(Words.column("year"))] + metrics.map(name), numbers: [1, 2, 3])
        var years: [(name: String, totals: [Measure: Total])] = []
        for month in months {
            let year = String(month.name.prefix(4))
            if years.last?.name != year { years.append((year, [:])) }
            years[years.count - 1].totals.merge(month.own, uniquingKeysWith: +)
        }
        table.rows = years.map { year in [year.name] + metrics.map { text($0, $0.value(of: year.totals)) } }
        table.rows.append([say(Words.column("total"))] + metrics.map { text($0, $0.value(of: totals)) })
        table.notes = misses(of: years.map(\.totals))
        return table
    }

    /// Money in the unit of its own size.
    func atAGlance(_ metric: Metric, _ value: Int64) -> String {
        metric.isMoney ? say(Amount(fen: value).short) : grouped(String(value))
    }

    /// Where the rounded values of parts miss the rounded whole.
    func misses(of parts: [[Measure: Total]]) -> [String] {
        guard let rounding, let miss = rounding.missedSum(of: parts.map { Metric.dealAmount.value(of: $0) }) else {
            return []
        }
        let told = (
            name: Words.name(of: .dealAmount), sum: rounding.text(ofRounded: miss.sum),
            whole: rounding.text(ofRounded: miss.whole)
        )
        return [say(Words.rounded([told], unit: rounding.unit))]
    }
}

/// A month with what happened in it, and by its end.
private struct Month {
    let name: String
    let own: [Measure: Total]
    let cumulative: [Measure: Total]

    /// From the first in which anything happened to that of a day, none left out.
    static func all(in groups: [GroupTotals], to day: Day) -> [Month] {
        guard let first = groups.first.flatMap({ Period($0.key) }) else { return [] }
        let known = Dictionary(groups.map { ($0.key, $0.totals) }) { first, _ in first }
        var months: [Month] = []
        var running: [Measure: Total] = [:]
        var month: Period? = first
        while let now = month, now.first <= day {
            let own = known["\(now)"] ?? [:]
            running.merge(own, uniquingKeysWith: +)
            months.append(Month(name: "\(now)", own: own, cumulative: running))
            month = Period(now.last.next.month)
        }
        return months
    }
}
