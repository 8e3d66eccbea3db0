import Registry
import RegistryImport

/// What is said of a night's scoreboard.
extension Words {
    /// Behind the venue's code.
    static func of(_ alarm: Alarm, in zone: Zone) -> Bilingual {
        switch alarm {
        case .missing(let match, let due, let days):
            Bilingual(
                "\(match.visible) is missing; it was due by \(clock(due, in: zone))"
                    + (days > 0 ? ", \(days) working \(days == 1 ? "day" : "days") ago" : ""),
                "\(match.visible) 缺报；应于 \(clock(due, in: zone)) 前报送" + (days > 0 ? "，已逾期 \(days) 个工作日" : ""))
        case .late(let file, let due, let placed):
            Bilingual(
                "\(file.visible) came late, \(clock(placed, in: zone)); it was due by \(clock(due, in: zone))",
                "\(file.visible) 迟到，\(clock(placed, in: zone)) 才到；应于 \(clock(due, in: zone)) 前报送")
        case .refused(let file, let reason):
            Bilingual("\(file.visible) is refused", "\(file.visible) 已退回") + (reason.map(kept) ?? Bilingual(same: ""))
        case .empty(let file):
            Bilingual("\(file.visible) is empty: it has no row of data", "\(file.visible) 是空文件：没有数据行")
        case .rejected(let file, let rows):
            Bilingual(
                "\(file.visible): \(rows) rejected \(rows == 1 ? "row is" : "rows are") not mended yet; see registry list rejects",
                "\(file.visible)：有 \(rows) 个退回行尚未更正；见 registry list rejects")
        case .conflicts(let file, let open):
            Bilingual(
                "\(file.visible): \(open) \(open == 1 ? "item waits" : "items wait") for a decision; see registry list reviews",
                "\(file.visible)：有 \(open) 项待核对；见 registry list reviews")
        case .recordsMissing(let file, let records):
            Bilingual(
                "\(file.visible) is complete and lacks \(records) \(records == 1 ? "record" : "records") that we have",
                "\(file.visible) 为全量文件，缺少我方已有的 \(records) 条记录")
        case .rowsUnexpected(let file, let rows, let expected):
            Bilingual(
                "\(file.visible) has \(rows) \(rows == 1 ? "row" : "rows"), expected are "
                    + (expected.upperBound == .max
                        ? "\(expected.lowerBound) or more" : "\(expected.lowerBound) to \(expected.upperBound)"),
                "\(file.visible) 有 \(rows) 行，预期"
                    + (expected.upperBound == .max
                        ? "不少于 \(expected.lowerBound) 行" : " \(expected.lowerBound) 至 \(expected.upperBound) 行"))
        case .takenBack(let file, let change):
            Bilingual(
                "\(file.visible) was imported by change \(change), which was taken back; it counts no more",
                "\(file.visible) 由变更 \(change) 导入，该变更已撤销，文件不再计数")
        case .amountJump(let before, let change):
            Bilingual(
                "deals of \(Amount(fen: before).groupedYuan) yuan before the night, and the night moved them by "
                    + "\(change > 0 ? "+" : "")\(Amount(fen: change).groupedYuan) yuan; see registry diff",
                "此前成交金额 \(Amount(fen: before).groupedYuan) 元，当夜变动 "
                    + "\(change > 0 ? "+" : "")\(Amount(fen: change).groupedYuan) 元；见 registry diff")
        case .unreadableProfile:
            Bilingual(
                "its profile cannot be read, so that nobody knows what is expected; see registry show-profile",
                "其格式配置无法读取，不知应报何文件；见 registry show-profile")
        }
    }

    /// A reason as an arrival keeps it: a line in English, and below it one in Chinese where it was kept in both.
    private static func kept(_ reason: String) -> Bilingual {
        let lines = reason.split(separator: "\n", maxSplits: 1).map { String($0).visible }
        return Bilingual(": \(lines.first ?? "")", "：\(lines.last ?? "")")
    }

    static func alarm(_ venue: String?, _ words: Bilingual) -> Bilingual {
        (venue.map { Bilingual("\($0): ", "\($0)：") } ?? exchange + Bilingual(": ", "：")) + words
    }

    /// The exchange's own files, which are no venue's.
    static var exchange: Bilingual { Bilingual("exchange", "交易所") }

    static func behind(_ codes: [String]) -> Bilingual {
        Bilingual("not in yet: ", "尚未报送：") + codes.map(\.visible).listed()
            + Bilingual(
                "; a file of theirs was due and has not come, see registry status", "；其应报文件未到，见 registry status")
    }

    /// A moment here, to the minute: `2022-06-21 18:00`.
    static func clock(_ second: Int, in zone: Zone) -> String {
        let day = zone.day(ofSecond: second)
        let minute = (second - zone.second(of: day, hour: 0, minute: 0, second: 0)) / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day) \(two(minute / 60)):\(two(minute % 60))"
    }

    /// A night in one line.
    static func night(_ board: Scoreboard) -> Bilingual {
        let counts: [(count: Int64, words: Bilingual)] = [
            (board.venues.reduce(0) { $0 + $1.expected }, Bilingual("expected", "应报")),
            (board.venues.reduce(0) { $0 + $1.arrived }, Bilingual("arrived", "已到")),
            (board.venues.reduce(0) { $0 + $1.late }, Bilingual("late", "迟到")),
            (board.venues.reduce(0) { $0 + $1.due }, Bilingual("due", "待报")),
            (board.venues.reduce(0) { $0 + $1.missing }, Bilingual("missing", "缺报")),
            (board.venues.reduce(0) { $0 + $1.refused }, Bilingual("refused", "退回")),
        ]
        let files = counts.filter { $0.count > 0 || $0.words.english == "arrived" }.map { one in
            Bilingual("\(one.count) \(one.words.english)", "\(one.words.chinese) \(one.count)")
        }
        return Bilingual("night of \(board.night): ", "\(board.night) 当夜：")
            + (board.isDue ? Bilingual(same: "") : Bilingual("no file is due; ", "无须报送文件；"))
            + files.joined(Bilingual(", ", "，"))
    }

    static let scoreboardVenue = Bilingual("venue", "场所")
    static let scoreboardName = Bilingual("name", "名称")
    static let scoreboardYuan = Bilingual("yuan", "金额（元）")

    /// Shorter than elsewhere, since many stand side by side.
    static let scoreboardHeadings = [
        "files_arrived": Bilingual("files", "已到"),
        "files_empty": Bilingual("empty", "空文件"),
        "files_doubled": Bilingual("doubled", "重复"),
        "files_refused": Bilingual("refused", "退回文件"),
        "rows_new": Bilingual("new", "新增"),
        "rows_changed": Bilingual("changed", "更正"),
        "rows_unchanged": Bilingual("same", "未变"),
        "rows_rejected": Bilingual("rejected", "退回行"),
        "conflicts": Bilingual("doubts", "待核对"),
        "records_missing": Bilingual("lacking", "所缺"),
        "deals": Bilingual("deals", "成交"),
    ]

    static var standing: Bilingual { Bilingual("status", "登记库状况") }

    static var seeReviews: Bilingual { Bilingual("see registry list reviews", "见 registry list reviews") }
    static var seeRejects: Bilingual { Bilingual("see registry list rejects", "见 registry list rejects") }
    static var seeCorrections: Bilingual {
        Bilingual("see registry list corrections --unreviewed", "见 registry list corrections --unreviewed")
    }
}
