import Registry
import RegistryImport
import RegistryStore

/// What is said of totals and figures that move.
extension Words {
    static func moved(isDryRun: Bool) -> Bilingual {
        isDryRun ? Bilingual("would move:", "（试运行）将变动：") : Bilingual("moved:", "变动：")
    }

    /// A total of one dimension's key, from a day on.
    static func move(_ move: TotalMove, running total: Total) -> Bilingual {
        let name = Self.total(of: move)
        let moved = by(total, of: move.measure)
        return Bilingual(
            "  \(name.english) from \(move.day) on: \(moved.english)",
            "  \(name.chinese)，自 \(move.day) 起：\(moved.chinese)")
    }

    static func total(of move: TotalMove) -> Bilingual {
        let name = total(move.measure)
        guard move.dimension != .all else { return name }
        let key =
            move.key.isEmpty
            ? none : Bilingual(move.key.visible, term(move.key, in: move.dimension.rawValue).chinese.visible)
        let of = dimension(move.dimension)
        return Bilingual(
            "\(name.english) of \(of.english) \(key.english)", "\(name.chinese)（\(of.chinese) \(key.chinese)）")
    }

    /// `+1, +1,200,000.00 yuan`.
    static func by(_ total: Total, of measure: Measure) -> Bilingual {
        guard total.count != 0 || total.fen != 0 else { return Bilingual("as before", "与原先相同") }
        let yuan = total.fen == 0 ? Bilingual(same: "") : (total.fen < 0 ? "" : "+") + Amount(fen: total.fen).spoken
        let count = "\(total.count < 0 ? "" : "+")\(grouped(String(total.count)))"
        if !measure.countsRecords { return yuan }
        guard !yuan.isEmpty else { return Bilingual(same: count) }
        return Bilingual("\(count), ", "\(count) \(measureWord(measure))，") + yuan
    }

    static func moved(_ measure: Measure, by total: Total) -> Bilingual {
        let name = Self.total(measure)
        // Of a deal that was terminated, or of a record of another day now.
        guard total != Total() else {
            return Bilingual("  \(name.english): on some days; in all as before", "  \(name.chinese)：个别日期有变，总数与原先相同")
        }
        let moved = by(total, of: measure)
        return Bilingual("  \(name.english): \(moved.english)", "  \(name.chinese)：\(moved.chinese)")
    }

    static func more(moves: Int) -> Bilingual {
        Bilingual("  and \(moves) more; --format json shows them all", "  另有 \(moves) 项；--format json 可看全部")
    }

    /// A published figure, as it stood before and stands after.
    static func figure(_ before: FigureView, _ after: FigureView) -> Bilingual {
        let figure = after.figure
        let numbers = "\(before.computed) → \(after.computed) \(figure.unit)"
        return Bilingual(
            "  \(figure.metric.rawValue) as of \(figure.asOf): \(numbers) (published \(figure.value): \(after.verdict.rawValue))",
            "  截至 \(figure.asOf) \(metric(figure.metric).chinese)：\(numbers)（公布值 \(figure.value)：\(verdict(after.verdict).chinese)）"
        )
    }

    static func verdict(_ verdict: Verdict) -> Bilingual { term(verdict.rawValue, in: "verdict") }

    /// A change that moved a figure, and by how much.
    static func mover(_ mover: FigureMover, of figure: Figure, by moved: String) -> Bilingual {
        let change = mover.change
        let sign = mover.moved < 0 ? "" : "+"
        let who = (change.actor.visible, change.recordedAt.prefix(10), change.command.visible)
        let reason = change.reason.map(\.visible)
        return Bilingual(
            "\(figure.metric.rawValue) as of \(figure.asOf) moved by \(sign)\(moved) \(figure.unit) in change \(change.number) "
                + "(\(who.0), \(who.1), \(who.2))" + (reason.map { ": \($0)" } ?? ""),
            "截至 \(figure.asOf) \(metric(figure.metric).chinese)在变更 \(change.number) 中变动 \(sign)\(moved) \(figure.unit)"
                + "（\(who.0)，\(who.1)，\(who.2)）" + (reason.map { "：\($0)" } ?? ""))
    }

    static func moreMovers(_ count: Int) -> Bilingual {
        Bilingual("and in \(count) changes before; --format json names all", "此前另有 \(count) 次变更；--format json 可列出全部")
    }

    static func publishedAlready(_ day: Day) -> Bilingual {
        Bilingual("nothing new: the figures of \(day) stand as published", "没有新内容：\(day) 的公布数据维持不变")
    }

    static func publishedTotals(_ day: Day, change: Int64?) -> Bilingual {
        Bilingual(
            "the totals as of \(day) " + (change.map { "are published, change \($0)" } ?? "would be published"),
            change.map { "截至 \(day) 的累计数已记为公布数据，变更 \($0)" } ?? "（试运行）截至 \(day) 的累计数将记为公布数据")
    }

    static func noFigures(of day: Day?) -> Bilingual {
        day.map { Bilingual("no figures of \($0)", "没有 \($0) 的公布数据") }
            ?? Bilingual(
                "no figures; import some with registry figures import FILE", "没有公布数据；请用 registry figures import 文件 导入")
    }

    static func off(_ count: Int, of figures: Int) -> Bilingual {
        Bilingual("\(count) of \(figures) figures are off", "\(figures) 项公布数据中有 \(count) 项不符")
    }

    static func figures(_ counts: RowCounts, change: Int64?) -> Bilingual {
        Bilingual(
            "figures: \(counts.read) read = \(counts.new) new + \(counts.changed) changed + \(counts.unchanged) unchanged"
                + (change.map { ", change \($0)" } ?? ""),
            "公布数据：读入 \(counts.read) = 新增 \(counts.new) + 更正 \(counts.changed) + 未变 \(counts.unchanged)"
                + (change.map { "，变更 \($0)" } ?? ""))
    }
}
