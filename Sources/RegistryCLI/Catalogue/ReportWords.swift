import Registry
import RegistryStore

/// The words of a report, in both languages.
enum ReportWords {
    static func title(_ day: Day) -> Bilingual {
        Bilingual("Technology exchange: figures as of \(day)", "技术交易所统计报告（截至 \(day)）")
    }
    static let lead = Bilingual(
        "Cumulative figures from the opening to the end of the day, each of which can be reproduced and proven.",
        "自开业起至当日止的累计数据；每一项均可复算、可溯源、可验证。")
    static let headline = Bilingual("Headline figures", "主要指标")
    static let published = Bilingual("Beside what was published", "与已公布数据对照")
    static let nonePublished = Bilingual("Nothing was published up to this day.", "截至当日尚未公布过数据。")
    static let asPublished = Bilingual(
        "A figure marked as published stands as it was printed; every other figure of this page is computed.",
        "注明“公布值”的数据按公布时的原样列出；本页其他数据均由账面计算得出。")
    static let asPrinted = Bilingual("as published", "公布值")
    static let notPublished = Bilingual("computed; not published", "账面值，未曾公布")
    static func butComputed(_ view: FigureView) -> Bilingual {
        let computed = value(view.computedInShort, in: view.figure.unit)
        guard !view.verdict.holds else {
            return Bilingual("as published; computed \(computed.english)", "公布值；账面值为 \(computed.chinese)")
        }
        let verdict = Words.term(view.verdict.rawValue, in: "verdict")
        return Bilingual(
            "as published; computed \(computed.english): \(verdict.english.replacing("_", with: " "))",
            "公布值；账面值为 \(computed.chinese)：\(verdict.chinese)")
    }
    static let curves = Bilingual("How they grew", "增长趋势")
    static let byYear = Bilingual("By year", "分年数据")
    static let byMonth = Bilingual("Cumulative, by month", "分月累计数据")
    static let parts = Bilingual("What they are made of", "构成分析")
    static let field = Bilingual("technology field", "技术领域")
    static let contractKind = Bilingual("kind of contract", "合同类别")
    static let achievementKind = Bilingual("kind of achievement", "成果类别")
    static let region = Bilingual("region of the venue", "场所所在地区")
    static func by(_ name: Bilingual) -> Bilingual { Bilingual("By \(name.english)", "按\(name.chinese)") }
    static let share = Bilingual("share of value", "金额占比")
    static let shareOfNumber = Bilingual("share of number", "数量占比")
    static let none = Bilingual("not stated", "未注明")
    static let concentration = Bilingual("Concentration", "集中度")
    static let topShares = Bilingual("What the largest deals make up", "大额成交占比")
    static func largest(_ count: Int) -> Bilingual { Bilingual("the \(count) largest", "前 \(count) 项") }
    static func largest(percent: Int) -> Bilingual { Bilingual("the largest \(percent) %", "前 \(percent)%") }
    static let largestDeals = Bilingual("The largest deals", "金额最高的成交项目")
    static let deal = Bilingual("deal", "成交项目")
    static let dealTitle = Bilingual("title", "项目名称")
    static let noDeals = Bilingual("No deal is in force.", "没有有效的成交项目。")
    static let regions = Bilingual("Across regions, and from listing to deal", "跨地区成交与成交周期")
    static let acrossRegions = Bilingual("Deals between regions", "跨地区成交")
    static let parties = Bilingual("seller and buyer", "转让方与受让方")
    static let within = Bilingual("of one region", "同一地区")
    static let across = Bilingual("of two regions", "跨地区")
    static let unknownRegion = Bilingual("region of one not known", "一方地区未知")
    static let days = Bilingual("Days from listing to deal", "挂牌至成交天数")
    static let number = Bilingual("days", "天数")
    static let lower = Bilingual("a quarter within", "下四分位数")
    static let median = Bilingual("half within (median)", "中位数")
    static let upper = Bilingual("three quarters within", "上四分位数")
    static func daysNote(_ count: Int) -> Bilingual {
        Bilingual(
            "Deals that name their listing: \(grouped(String(count))); nearest rank.",
            "统计范围：注明挂牌编号的 \(grouped(String(count))) 项成交；按最近秩法计算。")
    }
    static let noDays = Bilingual("No deal names its listing.", "没有注明挂牌编号的成交项目。")
    static let night = Bilingual("The last night", "最近一晚的数据接收情况")
    static let noNight = Bilingual("No file is expected and none came.", "没有应到的文件，也没有收到文件。")
    static let nightThen = Bilingual(
        "Of an earlier state of knowledge no scoreboard is told; see registry status.",
        "按历史时点出具的报告不列接收情况，请见 registry status。")
    static func nightCaption(_ night: Day) -> Bilingual { Bilingual("Night of \(night)", "\(night) 当晚") }
    static let files = Bilingual("files", "文件数")
    static let newRecords = Bilingual("new records", "新增记录")
    static let rejected = Bilingual("rejected rows", "退回行数")
    static let exchange = Bilingual("exchange", "交易所")
    static func notIn(_ codes: [String]) -> Bilingual {
        Bilingual(
            "Not in yet: \(codes.joined(separator: ", ")). What is theirs may not be counted.",
            "尚未报送：\(codes.joined(separator: "、"))，其数据可能未计入。")
    }
    static let corrections = Bilingual("Corrections since the last report", "上次报告以来的更正")
    static let noCorrections = Bilingual("Nothing was corrected.", "没有更正。")
    static func since(change: Int64, at time: String?) -> Bilingual {
        guard let time else { return Bilingual("Since the registry was made.", "自建库以来。") }
        return Bilingual("Since change \(change), \(time).", "自变更 \(change)（\(time)）以来。")
    }
    static func more(_ count: Int) -> Bilingual {
        Bilingual(
            "and \(grouped(String(count))) more; see registry list corrections",
            "另有 \(grouped(String(count))) 项，请见 registry list corrections")
    }
    static let recordedAt = Bilingual("recorded at", "记录时间")
    static let computed = Bilingual("How it was computed", "计算依据")
    static let basis = Bilingual("Basis", "依据")
    static let asOf = Bilingual("as of", "统计截止日")
    static let command = Bilingual("reproduced by", "复算命令")
    static let value = Bilingual("value", "内容")
    static let explanation = Bilingual(
        """
        Totals are sums of what each record adds on its own days: a deal counts from its signature with its fixed price, an \
        amendment and a termination from theirs. Money is summed in whole fen and rounded only for print, halves away from \
        zero. The seal covers every change up to the one named; registry verify computes it anew, and registry figures check \
        sets every published figure beside the computed one.
        """,
        """
        总数为各项记录在其发生日的增减之和：成交自签订日起按固定价款计入，变更与解除自其生效日起计入。金额以分为单位求和，仅在显示时四舍五入。\
        封签覆盖至所列变更为止的全部变更；registry verify 可重新计算并核验，registry figures check 可将每项已公布数据与计算结果逐一对照。
        """)

    /// What a published figure is of, in English with the unit in which it was printed; in Chinese that stands behind the
    /// value, as it was printed.
    static func name(of figure: Figure) -> Bilingual {
        let name = Words.name(of: figure.metric)
        let money = MoneyUnit.allCases.first { figure.unit.isMoney && $0.fen == figure.unit.size }
        let unit = money.map { Words.unit($0).english } ?? (figure.unit.size == 1 ? nil : "10,000")
        return Bilingual(name.english + (unit.map { ", \($0)" } ?? ""), name.chinese)
    }

    static func value(_ number: String, in unit: FigureUnit) -> Bilingual { Bilingual(number, "\(number) \(unit)") }

    static func shape(of metric: Bilingual, _ first: String, _ last: String, _ value: String) -> Bilingual {
        Bilingual(
            "Cumulative \(metric.english) from \(first) to \(last), month by month, up to \(value); the months stand in the table below.",
            "\(first) 至 \(last) 逐月累计\(metric.chinese)，期末为 \(value)；各月数值见下表。")
    }

    static var publishedOfItsDay: Bilingual {
        Bilingual(
            "--as-published names its own day; leave --as-of out.", "--as-published 已指明日期；请去掉 --as-of。")
    }

    static func sinceLater(_ since: Int64, than moment: Int64) -> Bilingual {
        Bilingual(
            "--since is change \(since), and the report is of change \(moment), before that; there is nothing between them",
            "--since 所指为变更 \(since)，晚于报告所依据的变更 \(moment)，其间没有内容")
    }

    static func written(_ path: String, _ moment: Moment?) -> Bilingual {
        let change = moment?.change ?? 0
        return Bilingual(
            "report of change \(change) written to \(path.visible)", "变更 \(change) 的报告已写入 \(path.visible)")
    }
}
