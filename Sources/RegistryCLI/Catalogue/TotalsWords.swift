import Registry
import RegistryStore

/// What is said of totals, of periods, and of numbers set beside others.
extension Words {
    // MARK: Options that contradict one another

    static var notAPeriod: Bilingual {
        Bilingual(
            "a period is a year, a half, a quarter, a month or days: 2022, 2022H1, 2022Q2, 2022-06, FROM..TO",
            "期间为年、半年、季度、月或起止日期：2022、2022H1、2022Q2、2022-06、起..止")
    }
    static func notAComparand(_ word: String) -> Bilingual {
        meant(Spelling.nearest(to: word, among: ["previous", "year-before"]))
            + Bilingual(
                "compared is with a period (2021, 2022Q1, 2021-06, FROM..TO), previous or year-before",
                "比较对象为期间（2021、2022Q1、2021-06、起..止）、previous（上期）或 year-before（上年同期）")
    }
    /// - Parameter typed: what was given, perhaps with a comma.
    static func noPair(_ first: Grouping, _ second: Grouping, partners: [Grouping]) -> Bilingual {
        Bilingual(
            "no record has both \(first.rawValue) and \(second.rawValue); with \(first.rawValue) go ",
            "没有同时具有 \(first.rawValue) 和 \(second.rawValue) 的记录；可与 \(first.rawValue) 组合的有：")
            + partners.map(\.rawValue).listed()
    }

    static func notGroupings(_ typed: String) -> Bilingual {
        let keys = Grouping.allValueStrings
        let words = typed.split(separator: ",").map(String.init)
        let nearest = words.first { !keys.contains($0) }.flatMap { Spelling.nearest(to: $0, among: keys) }
        return meant(nearest)
            + Bilingual(
                "groups are by one key, or by two different ones with a comma: \(Grouping.names)",
                "分组为一项，或以逗号连接的两个不同项：\(Grouping.allValueStrings.joined(separator: "、"))")
    }
    static var asOfAndPeriod: Bilingual {
        Bilingual(
            "--as-of tells all up to a day, --period and --from what happened within some days; give one of them",
            "--as-of 为截至某日的累计，--period 和 --from 为某段时间之内；请只用其一")
    }
    static var periodAndSpan: Bilingual {
        Bilingual("--period names its own days; leave --from and --to out", "--period 自带起止日期；请去掉 --from 和 --to")
    }
    static var toWithoutFrom: Bilingual {
        Bilingual(
            "--to ends what --from begins; for all up to a day say --as-of", "--to 须与 --from 连用；截至某日的累计请用 --as-of")
    }
    static func fromAfterTo(_ from: Day, _ to: Day) -> Bilingual {
        Bilingual("--from \(from) is after --to \(to); change them over", "--from \(from) 晚于 --to \(to)；请对调")
    }
    static func otherKind(_ other: Period, than period: Period) -> Bilingual {
        Bilingual(
            "--compare \(other): it is not as long as \(period); compare a year with a year, a quarter with a quarter",
            "--compare \(other)：与 \(period) 长短不一；请以年比年、以季比季")
    }
    static func comparedWithNoDays(_ other: Period) -> Bilingual {
        Bilingual(
            "--compare \(other): --from and --to are compared with FROM..TO, previous or year-before",
            "--compare \(other)：--from 与 --to 只能与 起..止、previous 或 year-before 比较")
    }
    static var comparedWithoutPeriod: Bilingual {
        Bilingual(
            "--compare takes a --period, or --from and --to; totals as of a day are compared with year-before alone",
            "--compare 须有 --period，或 --from 与 --to；截至某日的累计只能与 year-before 比较")
    }
    static func nothingBefore(_ title: Bilingual) -> Bilingual {
        Bilingual(
            "no day of the calendar lies so long before \(title.english)", "\(title.chinese)之前没有这样早的日期")
    }
    static var comparedInTime: Bilingual {
        Bilingual(
            "--compare sets one period beside another; groups of time follow one another already: leave one of --compare and --by out",
            "--compare 为两期对比，而按时间分组本已逐期排列：--compare 与 --by 请去掉其一")
    }
    static var unitOfMachines: Bilingual {
        Bilingual(
            "--unit rounds for people, in a table or Markdown; in csv, json and jsonl an amount is always whole fen",
            "--unit 只用于表格和 Markdown 的舍入；csv、json 和 jsonl 中的金额一律为整数分")
    }
    static var decimalsWithoutUnit: Bilingual {
        Bilingual(
            "--decimals tells how far --unit is rounded; give --unit too", "--decimals 为 --unit 的小数位数；请同时给出 --unit")
    }
    static func tooManyDecimals(_ unit: MoneyUnit) -> Bilingual {
        Bilingual(
            "--decimals takes 0 to \(unit.places) of \(unit.chinese); a fen has no more",
            "以\(unit.chinese)计时 --decimals 的取值为 0 至 \(unit.places)；到分为止")
    }
    static var publishedAlone: Bilingual {
        Bilingual(
            "--as-published prints what was published, as it was printed; of the other options it takes --known-at, --with-seal and --format",
            "--as-published 按原样列出公布数据；其他选项只可用 --known-at、--with-seal 和 --format")
    }

    // MARK: What is said beside totals

    static func notEnded(_ period: Period, today: Day) -> Bilingual {
        Bilingual(
            "\(period) has not ended: counted up to today, \(today)", "\(period) 尚未结束：统计截至今日 \(today)")
    }

    /// A period that goes on is set beside a whole one.
    static func unequalSpans(_ period: Period, _ other: Period, today: Day) -> Bilingual {
        Bilingual(
            "\(other) is whole; like days are compared by --from \(period.first) --to \(today) --compare year-before",
            "\(other) 为完整期间；同期对比请用 --from \(period.first) --to \(today) --compare year-before")
    }

    /// Below a table whose rounded parts do not sum to the rounded whole.
    static func rounded(_ misses: [(name: Bilingual, sum: String, whole: String)], unit: MoneyUnit) -> Bilingual {
        let english = misses.map { "\($0.name.english) \($0.sum) and \($0.whole)" }
        let chinese = misses.map { "\($0.name.chinese)分项合计 \($0.sum)、总计 \($0.whole) \(unit.chinese)" }
        return Bilingual(
            "the parts do not add up to the total because each is rounded: \(english.joined(separator: "; ")) (in \(Self.unit(unit).english))",
            "注：分项合计与总计略有出入，系四舍五入所致（\(chinese.joined(separator: "；"))）")
    }

    static func roundedDifferences(_ metrics: [Metric]) -> Bilingual {
        Bilingual(
            "differences are of the exact amounts, and not always of the rounded ones: ",
            "注：差额按未舍入的金额计算，与所列数字之差略有出入，系四舍五入所致（")
            + metrics.map(name).listed() + Bilingual("", "）")
    }

    /// As people read it in a table.
    static func name(of metric: Metric) -> Bilingual {
        Bilingual(metric.rawValue.replacing("_", with: " "), Self.metric(metric).chinese)
    }

    /// A unit of money, as the national statistics print it above a table.
    static func unit(_ unit: MoneyUnit) -> Bilingual {
        let english =
            switch unit {
            case .yi: "100 million yuan"
            case .wan: "10,000 yuan"
            case .qian: "1,000 yuan"
            case .yuan: "yuan"
            }
        return Bilingual(english, unit.chinese)
    }

    /// Of a period it is not how many members a network has that is told, but how many more they became.
    static func name(of metric: Metric, within period: Period?) -> Bilingual {
        guard period != nil else { return name(of: metric) }
        return switch metric {
        case .venues: Bilingual("net new venues", "交易场所净增数")
        case .serviceMembers: Bilingual("net new service members", "服务成员净增数")
        default: name(of: metric)
        }
    }

    /// A metric with its unit where it is money: `deal amount, 100 million yuan`.
    static func name(of metric: Metric, in unit: MoneyUnit, within period: Period? = nil) -> Bilingual {
        let name = name(of: metric, within: period)
        guard metric.isMoney else { return name }
        let unit = Words.unit(unit)
        return Bilingual("\(name.english), \(unit.english)", "\(name.chinese)（\(unit.chinese)）")
    }

    // MARK: What was published

    static func nothingPublished(of day: Day, others: [Day]) -> Bilingual {
        Bilingual("nothing is recorded as published of \(day)", "没有 \(day) 的公布数据")
            + (others.isEmpty
                ? Bilingual(
                    "; registry figures import or figures publish records it",
                    "；可用 registry figures import 或 figures publish 登记")
                : Bilingual("; of these days something is: ", "；有公布数据的日期：") + others.map { "\($0)" }.listed())
    }

    static func publishedFrom(change: Int64, seal: String?) -> Bilingual {
        Bilingual(
            "published from change \(change)" + (seal.map { ", seal \($0)" } ?? ""),
            "据变更 \(change) 公布" + (seal.map { "，封签 \($0)" } ?? ""))
    }

    // MARK: Headings

    static func grouping(_ grouping: Grouping) -> Bilingual {
        let chinese =
            switch grouping {
            case .venue: "交易场所"
            case .network: "所属网络"
            case .region: "场所地区"
            case .month: "月份"
            case .quarter: "季度"
            case .year: "年份"
            case .kind: "类别"
            case .field: "技术领域"
            case .mode: "交易方式"
            case .seller: "转让方"
            case .buyer: "受让方"
            case .provider: "服务机构"
            case .nationalKind: "国家统计口径类别"
            case .sellerRegion: "转让方地区"
            case .buyerRegion: "受让方地区"
            }
        return Bilingual(grouping.column, chinese)
    }

    static func asOf(_ day: Day) -> Bilingual { Bilingual("as of \(day)", "截至 \(day)") }
    static func asPublished(_ day: Day) -> Bilingual { Bilingual("as published of \(day)", "\(day) 公布数据") }

    /// Growth over nothing.
    static let noGrowth = Bilingual("n/a", "—")
}
