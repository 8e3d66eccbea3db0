import Registry
import RegistryImport
import Spreadsheets

extension Words {
    /// Why a file cannot be taken, behind its name.
    static func of(_ refusal: FileRefusal) -> Bilingual {
        switch refusal {
        case .missing: Bilingual("no such file", "没有该文件")
        case .unreadable(let code): Bilingual("cannot be read: ", "无法读取：") + system(code)
        case .notAFile: Bilingual("is no plain file", "不是普通文件")
        case .empty: Bilingual("is empty: not even a heading row", "空文件：连表头也没有")
        case .unknownNoun(let headings):
            Bilingual("cannot be told what its rows are from the headings (", "从表头看不出各行是什么（") + headings.listed()
                + Bilingual("); say it with --kind", "）；请用 --kind 指明")
        case .titleUnitDisagrees(let title, let heading):
            Bilingual(
                "says \(title.chinese) above the headings, but '\(heading)' in them; tell with --unit which counts where a heading has none",
                "表头之上写\(title.chinese)，表头中却写“\(heading)”；表头未写单位的以何者为准，请用 --unit 指明")
        case .titleUnitsDisagree(let one, let other):
            Bilingual(
                "says \(one.chinese) above the headings, and \(other.chinese) too; tell with --unit which counts where a heading has none",
                "表头之上既写\(one.chinese)，又写\(other.chinese)；表头未写单位的以何者为准，请用 --unit 指明")
        case .profileUnitDisagrees(let profiled, let title):
            Bilingual(
                "says \(title.chinese) above the headings, but the venue's profile \(profiled.chinese); tell with --unit which counts where a heading has none",
                "表头之上写\(title.chinese)，场所配置却写\(profiled.chinese)；表头未写单位的以何者为准，请用 --unit 指明")
        case .figuresFile:
            Bilingual("holds published figures; use registry figures import", "内容是公布数据；请用 registry figures import")
        case .calendarFile:
            Bilingual(
                "reads as a calendar of working days; import it with --kind calendar", "内容是工作日历；请加 --kind calendar 导入")
        case .missingHeadings(let noun, let fields):
            Bilingual("lacks for \(noun.spokenPlural): ", "作为\(Words.noun(noun).chinese)缺少：")
                + fields.map { named($0, of: noun) }.listed()
                + Bilingual(
                    "; name the column with --column HEADING=FIELD, or set it for all rows with --set FIELD=VALUE",
                    "；请用 --column 表头=字段 指明所在列，或用 --set 字段=值 统一设定")
        case .doubledHeading(let field, let headings):
            Bilingual("gives \(field) more than once: ", "\(field) 出现多次：") + headings.listed()
        case .unknownColumn(let heading, let headings):
            Bilingual("has no heading '\(heading)'; it has ", "没有表头“\(heading)”；现有：") + headings.listed()
        case .unknownField(let noun, let field):
            Bilingual(
                "'\(field)' is no field of a \(noun.spoken); fields are ",
                "“\(field)”不是\(Words.noun(noun).chinese)的字段；可用字段：")
                + noun.fields.map(\.heading).listed()
        case .brokenHeading(let place): Bilingual("has a broken heading row: ", "表头行有误：") + of(place.refusal)
        case .form(let fault): of(fault)
        case .undecodableHeading(let encoding):
            Bilingual("has a heading row that is not \(encoding.rawValue)", "表头行不是 \(encoding.rawValue) 编码")
        case .noText:
            Bilingual("is no text and no workbook: its bytes are those of some other program", "既不是文本也不是工作簿：像是其他程序的文件")
        case .noHeadingRow(let row):
            Bilingual("has nothing in row \(row), where its headings were told to stand", "指定第 \(row) 行为表头，而该行为空")
        case .noEntry(let patterns):
            Bilingual("the profile says nothing of a file of this name; it does of ", "格式配置中没有此类文件名；已有的为：")
                + patterns.listed()
        case .brokenProfile(let venue, let faults):
            Bilingual("the profile kept of \(venue) cannot be used: ", "场所 \(venue) 的格式配置不能使用：")
                + (faults.all.first.map(of) ?? Bilingual(same: ""))
        case .missingFigureHeadings(let headings): Bilingual("lacks for figures: ", "作为公布数据缺少：") + headings.listed()
        case .missingCalendarHeadings(let fields, let headings):
            Bilingual("lacks for a calendar: ", "作为工作日历缺少：") + fields.listed() + Bilingual(" (it has ", "（现有：")
                + headings.listed()
                + Bilingual(
                    "); headings are day (日期), is_working (是否工作日, 类型) and name (名称), or name the column with --column HEADING=FIELD",
                    "）；表头应为 day（日期）、is_working（是否工作日、类型）和 name（名称），或用 --column 表头=字段 指明")
        case .noTemporaryFile(let code):
            Bilingual("cannot be sorted: ", "无法排序：") + system(code)
                + Bilingual(
                    " in the folder for temporary files; set TMPDIR to a roomy one", "（临时文件目录）；请把 TMPDIR 指向空间充足的目录")
        case .badValue(let field, let refusal): Bilingual("--set \(field): ", "--set \(field)：") + of(refusal)
        case .unknownVenue(let code, let nearest):
            Bilingual("--venue: ", "--venue：") + of(Refusal.unknownVenue(code, nearest: nearest))
        case .blocked(let rows, let kinds):
            Bilingual(
                "\(rows) \(rows == 1 ? "thing needs" : "things need") a person's decision, and the venue's profile says blocks_on: ",
                "有 \(rows) 处须由人判断，而该场所的格式配置写有 blocks_on：") + kinds.listed()
                + Bilingual(
                    "; settle them by hand, or import it with a --profile that does not block",
                    "；请先人工处理，或用不设此项的 --profile 导入")
        case .noRoom(let needed, let free):
            Bilingual(
                "needs about \(needed >> 20) MiB beside the registry, and \(free >> 20) MiB are free",
                "登记库所在磁盘约需 \(needed >> 20) MiB，而只余 \(free >> 20) MiB")
        case .tooManyRejects(let rows, let read, let ceiling):
            Bilingual(
                "\(rows) of \(read) rows would be rejected, and \(ceiling) may be; mend them, or raise --max-rejects or the profile's tolerated_rejects",
                "\(read) 行中将退回 \(rows) 行，超过允许的 \(ceiling)；请更正，或调高 --max-rejects 或格式配置中的 tolerated_rejects")
        case .nothingValid: Bilingual("no row of it is valid, so that there is no part to take", "没有一行有效，无可入库")
        case .totalsDiffer:
            Bilingual(
                "a total of its own does not hold, so that none of its rows can be trusted; take the total out or mend it",
                "文件自身的合计不符，各行均不可信；请删去合计或更正")
        case .rowsNumberedTogether(let row):
            Bilingual(
                "the codes of its rows are made, and rows that share one are numbered; without row \(row) others would have its number, so that it is taken whole or not at all",
                "各行编号由表头拼成，同号者另编序号；缺了第 \(row) 行，其余行的序号会错位，因此须整份入库")
        }
    }

    /// A field as the command line and people call it: `signed_on（签订日期）`.
    private static func named(_ field: String, of noun: Noun) -> Bilingual {
        let chinese = noun.fields.first { $0.name == field || $0.heading == field }?.chinese
        return Bilingual(field, chinese.map { "\($0)（\(field)）" } ?? field)
    }

    static func of(_ notice: ImportNotice) -> Bilingual {
        switch notice {
        case .unknownHeadings(let headings):
            Bilingual("not read, heading unknown: ", "未读取，表头无法识别：") + headings.listed()
                + Bilingual(" (name its field with --column HEADING=FIELD)", "（请用 --column 表头=字段 指明）")
        case .profile(.entry(let number, let match, let venue?)):
            Bilingual(
                "read by the profile of \(venue), files[\(number)] (\(match))",
                "按场所 \(venue) 的格式配置读取，files[\(number)]（\(match)）")
        case .profile(.entry(let number, let match, nil)):
            Bilingual(
                "read by the profile that is tried, files[\(number)] (\(match))",
                "按试用的格式配置读取，files[\(number)]（\(match)）")
        case .profile(.noEntry(let venue)):
            Bilingual(
                "the profile of \(venue) says nothing of a file of this name; see registry show-profile \(venue)",
                "场所 \(venue) 的格式配置中没有此类文件名；见 registry show-profile \(venue)")
        case .repeatedRow(let row, let first, let code):
            Bilingual(
                "row \(row) repeats row \(first) (\(code)); counted once", "第 \(row) 行与第 \(first) 行重复（\(code)），只计一次")
        case .repeatedRowsOmitted(let count): Bilingual("and \(count) more rows that repeat another", "另有 \(count) 行重复")
        case .partiesMade(let count, let names):
            Bilingual("\(count) new \(count == 1 ? "party" : "parties"): ", "新单位 \(count) 家：")
                + names.prefix(5).listed()
                + (count > 5 ? Bilingual(", …", "……") : Bilingual(same: ""))
        case .forReview(let item, let doubt, let row, let name):
            of(doubt, row: row, name: name)
                + (item > 0
                    ? Bilingual("; see registry list reviews, R\(item)", "；见 registry list reviews，R\(item)")
                    : Bilingual(same: ""))
        case .moreForReview(let count):
            Bilingual(
                "and \(count) more for review; see registry list reviews", "另有 \(count) 项待核对；见 registry list reviews")
        case .duplicatesOmitted(let count):
            Bilingual(
                "so many deals seem to be another venue's too that \(count) more were not looked at",
                "疑似与其他场所重复的成交项目过多，另有 \(count) 个未予比对")
        case .missing(let count, let names):
            Bilingual(
                "\(count) \(count == 1 ? "record is" : "records are") missing from this complete file, and \(count == 1 ? "stays" : "stay"): ",
                "本全量文件缺少 \(count) 条已有记录，予以保留：") + names.listed()
                + (count > names.count ? Bilingual(", …", "……") : Bilingual(same: ""))
        case .importedBefore(let change, let since):
            Bilingual("this very file was imported by change \(change); nothing to do", "此文件已由变更 \(change) 导入，无须处理")
                + (since.map {
                    Bilingual(
                        "; what it says may have been corrected since, last by change \($0), which stands until it is reverted",
                        "；其内容此后可能另有更正，最近一次为变更 \($0)，撤销之前仍然有效")
                } ?? Bilingual(same: ""))
        case .keptAgain: Bilingual("its kept copy was gone or damaged, and is whole again", "其存档此前缺失或损坏，现已补全")
        case .totalRounded(let row, let printed, let sum, let unit):
            Bilingual(
                "row \(row): the total '\(printed)' is rounded; the rows sum to ",
                "第 \(row) 行：合计“\(printed)”为舍入值；各行之和为 ") + amount(sum, in: unit)
        case .sheetsPassedOver(let sheets, let hidden):
            Bilingual("sheets not read: ", "未读取的工作表：")
                + sheets.map { hidden.contains($0) ? Bilingual("\($0) (hidden)", "\($0)（隐藏）") : Bilingual(same: $0) }
                .listed()
        case .headingBelow(let row):
            Bilingual("the headings stand in row \(row); what is above them is set aside", "表头在第 \(row) 行；其上各行不计")
        case .onlyHeading: Bilingual("holds a heading and no data", "只有表头，没有数据")
        case .rejectsClosed(let count):
            Bilingual(
                "\(count) rejected \(count == 1 ? "row waits" : "rows wait") no more: what was mended came",
                "收到更正，\(count) 个退回行已销号")
        case .rejectsKnown(let count):
            Bilingual(
                "\(count) rejected \(count == 1 ? "row says" : "rows say") again what was mended or dropped before, and "
                    + "\(count == 1 ? "waits" : "wait") no more",
                "\(count) 个退回行与此前已更正或已销号的行相同，不再等待更正")
        case .missingUntold:
            Bilingual(
                "what this complete file lacks is not told, since rows of it were rejected", "因有行退回，不报告本全量文件所缺的记录")
        case .totalWithoutFigure(let row):
            Bilingual(
                "the total in row \(row) says no amount and no count, so that nothing is held against the rows",
                "第 \(row) 行的合计没有金额和项数，无从核对")
        case .totalUnchecked(let row):
            Bilingual(
                "row \(row): the total cannot be held against the rows, since amounts among them cannot be read",
                "第 \(row) 行：部分金额无法读取，合计未能核对")
        }
    }

    // MARK: What is said around them

    /// `FILE: what`.
    static func file(_ name: String, _ words: Bilingual) -> Bilingual {
        (Bilingual("\(name): ", "\(name)：") + words).mapped(\.visible)
    }

    static func moreErrors(_ count: Int) -> Bilingual { Bilingual("and \(count) errors more", "另有 \(count) 处错误") }

    static func moreErrorsInReport(_ count: Int) -> Bilingual {
        Bilingual("and \(count) errors more, all in its report", "另有 \(count) 处错误，详见其报告")
    }

    static func noneRecorded(_ faulty: Int64, of read: Int64) -> Bilingual {
        Bilingual(
            "refused: \(faulty) of \(read) rows are at fault, and none was recorded",
            "整份退回：\(read) 行中有 \(faulty) 行有误，全部未登记")
    }

    static func listed(in path: String, _ noun: Noun) -> Bilingual {
        Bilingual(
            "they are listed in \(path.visible); see registry void-\(noun.dashedPlural)",
            "所缺记录列于 \(path.visible)；见 registry void-\(noun.dashedPlural)")
    }

    // MARK: How far a big file is

    static func progress(_ deed: Bilingual, aSecond rows: Int, left: Bilingual?) -> Bilingual {
        deed + Bilingual(", \(grouped(String(rows))) a second", "，每秒 \(grouped(String(rows))) 行")
            + (left.map { Bilingual(", about ", "，约剩 ") + $0 + Bilingual(" left", "") } ?? Bilingual(same: ""))
    }

    static func recorded(_ rows: Int, of all: Int) -> Bilingual {
        Bilingual(
            "\(grouped(String(rows))) of \(grouped(String(all))) rows recorded",
            "已登记 \(grouped(String(rows))) / \(grouped(String(all))) 行")
    }

    static func read(_ rows: Int) -> Bilingual {
        Bilingual("\(grouped(String(rows))) rows read", "已读取 \(grouped(String(rows))) 行")
    }

    static func duration(_ seconds: Int) -> Bilingual {
        seconds < 60
            ? Bilingual("\(seconds) s", "\(seconds) 秒")
            : Bilingual("\(seconds / 60) min \(seconds % 60) s", "\(seconds / 60) 分 \(seconds % 60) 秒")
    }
}
