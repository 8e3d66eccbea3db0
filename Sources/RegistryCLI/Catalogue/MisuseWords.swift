import ArgumentParser
import Registry

/// What is said of options that contradict one another, before a command begins.
extension Words {
    static var missingWithoutFull: Bilingual {
        Bilingual(
            "--missing tells what a complete file lacks; add --full, or --venue whose profile says full.",
            "--missing 用于列出全量文件所缺；请加 --full，或加格式配置中写有 full 的 --venue。")
    }
    static func oneFile(_ option: String) -> Bilingual {
        Bilingual("\(option) takes one file at a time.", "\(option) 一次只用于一个文件。")
    }
    static var ceilingWithoutAcceptance: Bilingual {
        Bilingual(
            "--max-rejects tells how far --accept-valid goes; add --accept-valid.",
            "--max-rejects 用于限定 --accept-valid；请加 --accept-valid。")
    }
    static func namedTwice(_ option: String, _ key: String) -> Bilingual {
        Bilingual("\(option) names '\(key)' twice.", "\(option) 中“\(key)”出现两次。")
    }
    static var calendarOptions: Bilingual {
        Bilingual(
            "--kind calendar goes with --column, --date-format, --encoding, --delimiter and --sheet alone.",
            "--kind calendar 只与 --column、--date-format、--encoding、--delimiter 和 --sheet 连用。")
    }
    static func noCalendarField(_ field: String, _ fields: [String]) -> Bilingual {
        Bilingual("--column: '\(field)' is no field of a calendar; fields are ", "--column：“\(field)”不是工作日历的字段；可用字段：")
            + fields.listed() + Bilingual(".", "。")
    }
    static var inboxAlone: Bilingual {
        Bilingual("--publish and --night go with --inbox.", "--publish 和 --night 须与 --inbox 连用。")
    }
    static var noFiles: Bilingual {
        Bilingual("Name the files to import, or an inbox with --inbox DIR.", "请指定要导入的文件，或用 --inbox 目录 指定收件目录。")
    }
    static var filesBesideInbox: Bilingual {
        Bilingual(
            "--inbox takes the files of its folder; name no others beside it.", "--inbox 只取其目录中的文件；请勿另列文件。")
    }
    static var optionsBesideInbox: Bilingual {
        Bilingual(
            "--inbox reads each file as its headings and its venue's profile tell; options of a single file do not go with it.",
            "--inbox 按各文件的表头及其场所的格式配置读取；不与单个文件的选项连用。")
    }
    static var headingsWithoutFile: Bilingual { Bilingual("--headings takes no file.", "--headings 不带文件。") }
    static var fileOrHeadings: Bilingual { Bilingual("Name a file, or give --headings.", "请指定文件，或加 --headings。") }
    static var inspectedFormats: Bilingual {
        Bilingual("A file is inspected as its profile (table), json or jsonl.", "查看文件的结果为其格式配置（table），或 json、jsonl。")
    }
    static func noneOf(_ words: [String], _ word: String) -> Bilingual {
        meant(Spelling.nearest(to: word, among: words)) + Bilingual("there are ", "可选 ") + words.listed()
    }
    static func refused(_ option: String, _ word: String, among kinds: [String]) -> Bilingual {
        Bilingual("\(option): there is no '\(word)'; ", "\(option)：没有“\(word)”；") + noneOf(kinds, word)
    }
    static func refused(_ option: String, _ word: String, among kinds: Vocabulary) -> Bilingual {
        Bilingual("\(option): ", "\(option)：") + of(.unknownTerm(word, vocabulary: kinds))
    }
    static var acceptAndKeep: Bilingual {
        Bilingual("--accept and --keep contradict each other.", "--accept 与 --keep 相互矛盾。")
    }
    static var answersAreOfItems: Bilingual {
        Bilingual(
            "--accept and --keep answer review items, which are written R12.", "--accept 和 --keep 用于答复待核对事项，编号如 R12。")
    }
    static var answersNeedReason: Bilingual {
        Bilingual("--reason is needed to answer a review item.", "答复待核对事项须写 --reason。")
    }
    static var itemsNeedAnswer: Bilingual {
        Bilingual("A review item is answered with --accept or --keep.", "待核对事项须用 --accept 或 --keep 答复。")
    }
    static var nameItems: Bilingual {
        Bilingual("Name review items, as R12, or one change by its number.", "请写待核对事项的编号（如 R12），或一个变更号。")
    }
    static func isRegistry(_ path: String) -> Bilingual {
        Bilingual("\(path): is the registry itself; give another name", "\(path)：是登记库本身；请另取文件名")
    }
    static func isRead(_ path: String) -> Bilingual {
        Bilingual("\(path): is a file that is read; give another name", "\(path)：是正在读取的文件；请另取文件名")
    }
    static func isFolder(_ path: String) -> Bilingual { Bilingual("\(path): is a folder", "\(path)：是目录") }
    static func isAnothers(_ path: String) -> Bilingual {
        Bilingual(
            "\(path): is there, and is nothing that this command wrote; give another name",
            "\(path)：已存在，且不是本命令所写；请另取文件名")
    }
    static func cannotCreate(_ path: String, _ code: Int32) -> Bilingual {
        Bilingual("cannot create \(path): ", "无法创建 \(path)：") + system(code)
    }
}

/// Why an option's value is no day; the value is named before.
extension Words {
    static func noDay(_ text: String) -> Bilingual {
        guard let (year, month, _) = Day.numbers(in: text) else {
            return Bilingual(
                "write 2022-06-21, 2022.6.21, 2022年6月21日 or 20220621", "请写成 2022-06-21、2022.6.21、2022年6月21日 或 20220621")
        }
        guard Day.years.contains(year) else {
            let (first, last) = (Day.years.lowerBound, Day.years.upperBound)
            return Bilingual("the years are \(first) to \(last)", "年份应为 \(first) 至 \(last)")
        }
        guard monthNames.indices.contains(month - 1) else {
            return Bilingual("a year has 12 months", "一年只有 12 个月")
        }
        let days = Day.length(ofMonth: month, year: year)
        return Bilingual("\(monthNames[month - 1]) \(year) has \(days) days", "\(year)年\(month)月只有 \(days) 天")
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension ValidationError {
    init(_ words: Bilingual) { self.init(words[.current]) }
}
