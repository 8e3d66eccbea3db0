import Registry
import RegistryStore

/// What is said of totals, of periods, and of numbers set beside others.
extension Words {
    // MARK: Options that contradict one another

    static let notAPeriod =
        "a period is a year, a half, a quarter, a month or days: 2022, 2022H1, 2022Q2, 2022-06, FROM..TO"
    static let notAComparand = "compared is with a period (2021, 2022Q1, 2021-06, FROM..TO), previous or year-before"
    static var notGroupings: String {
        "groups are by one key, or by two different ones with a comma: \(Grouping.names)"
    }
    static var asOfAndPeriod: String {
        "--as-of tells all up to a day, --period and --from what happened within some days; give one of them"
    }
    static var periodAndSpan: String { "--period names its own days; leave --from and --to out" }
    static var toWithoutFrom: String { "--to ends what --from begins; for all up to a day say --as-of" }
    static func fromAfterTo(_ from: Day, _ to: Day) -> String { "--from \(from) is after --to \(to); change them over" }
    static func otherKind(_ other: Period, than period: Period) -> String {
        "--compare \(other): it is not as long as \(period); compare a year with a year, a quarter with a quarter"
    }
    static func comparedWithNoDays(_ other: Period) -> String {
        "--compare \(other): --from and --to are compared with FROM..TO, previous or year-before"
    }
    static var comparedWithoutPeriod: String {
        "--compare takes a --period, or --from and --to; totals as of a day are compared with year-before alone"
    }
    static func nothingBefore(_ title: String) -> String { "no day of the calendar lies so long before \(title)" }
    static var comparedInTime: String {
        "--compare sets one period beside another; groups of time follow one another already: leave one of --compare and --by out"
    }
    static var unitOfMachines: String {
        "--unit rounds for people, in a table or Markdown; in csv, json and jsonl an amount is always whole fen"
    }
    static var decimalsWithoutUnit: String { "--decimals tells how far --unit is rounded; give --unit too" }
    static func tooManyDecimals(_ unit: MoneyUnit) -> String {
        "--decimals takes 0 to \(unit.places) of \(unit.chinese); a fen has no more"
    }
    static var publishedAlone: String {
        "--as-published prints what was published, as it was printed; of the other options it takes --known-at, --with-seal and --format"
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
        let english = misses.map { "\($0.name.english) \($0.sum) and \($0.whole) \(unit.chinese)" }
        let chinese = misses.map { "\($0.name.chinese)分项合计 \($0.sum)、总计 \($0.whole) \(unit.chinese)" }
        return Bilingual(
            "the parts do not add up to the total because each is rounded: \(english.joined(separator: "; "))",
            "注：分项合计与总计略有出入，系四舍五入所致（\(chinese.joined(separator: "；"))）")
    }

    static func name(of metric: Metric) -> Bilingual {
        switch metric {
        case .intentions: Bilingual("intentions", "意向项目数")
        case .intentionAmount: Bilingual("intention amount", "意向金额")
        case .listings: Bilingual("listings", "挂牌项目数")
        case .deals: Bilingual("deals", "成交项目数")
        case .dealAmount: Bilingual("deal amount", "成交金额")
        case .venues: Bilingual("venues", "联网交易场所")
        case .serviceMembers: Bilingual("service members", "服务网络成员")
        }
    }

    // MARK: What was published

    static func nothingPublished(of day: Day, others: [Day]) -> String {
        "nothing is recorded as published of \(day)"
            + (others.isEmpty
                ? "; registry figures import or figures publish records it"
                : "; of these days something is: \(others.map { "\($0)" }.joined(separator: ", "))")
    }

    static func publishedFrom(change: Int64, seal: String?) -> String {
        "published from change \(change)" + (seal.map { ", seal \($0)" } ?? "")
    }
}
