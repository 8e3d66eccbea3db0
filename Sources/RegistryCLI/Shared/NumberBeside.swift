import Registry
import Spreadsheets

/// A number set beside the one before it: fen, or records.
struct NumberBeside {
    let now: Int64
    let before: Int64

    var difference: Int64 { now &- before }
    private var growth: Growth? { Growth(from: before, to: now) }

    /// In percent; null over nothing.
    var growthCell: Cell { growth.map { .decimal($0.percent) } ?? .null }

    static func columns(now: Bilingual, before: Bilingual) -> [Column] {
        [("now", now), ("before", before), ("difference", nil), ("growth", nil)].map { name, heading in
            Column(name, heading: heading?[.current], alignment: .right)
        }
    }

    /// For people, under ``columns(now:before:)``.
    func cells(_ text: (Int64) -> String) -> [Cell] {
        let sign = { (isMore: Bool) in isMore ? "+" : "" }
        let percent = growth.map { "\(sign($0.hundredths > 0))\($0.percent) %" } ?? Words.noGrowth[.current]
        return [
            .text(text(now)), .text(text(before)), .text(sign(difference > 0) + text(difference)), .text(percent),
        ]
    }
}

/// How money is shown to people: in yuan to the fen, or rounded in a unit.
struct MoneyShown {
    var rounding: MoneyRounding?

    var isExact: Bool { rounding == nil }
    /// What a column's name ends with: `yuan`.
    var suffix: String { rounding?.unit.rawValue ?? MoneyUnit.yuan.rawValue }
    var heading: String { rounding.map { Words.unit($0.unit)[.current] } ?? Words.heading(suffix)[.current] }

    func text(_ fen: Int64) -> String { rounding?.text(fen) ?? Amount(fen: fen).groupedYuan }

    /// Of a metric that may be money or not.
    func text(_ value: Int64, of metric: Metric) -> String { metric.isMoney ? text(value) : grouped(String(value)) }

    func name(of metric: Metric, within period: Period? = nil) -> String {
        Words.name(of: metric, in: rounding?.unit ?? .yuan, within: period)[.current]
    }
}
