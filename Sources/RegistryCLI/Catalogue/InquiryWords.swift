import Registry
import RegistryReports
import RegistryStore

/// What is said of a statement that somebody asked.
extension Words {
    static func of(_ forbidden: InquiryFault.Forbidden) -> Bilingual {
        func onlyReading(_ english: String, _ chinese: String) -> Bilingual {
            Bilingual("only reading is allowed here; \(english) is refused", "这里只能查询，不接受\(chinese)")
        }
        switch forbidden {
        case .act(let verb, let object):
            let act = verb + (object.map { " \($0.visible)" } ?? "")
            return onlyReading(act, " \(act)")
        case .statement(let verb): return onlyReading(verb, " \(verb)")
        case .function(let name): return onlyReading("the function \(name.visible)", "函数 \(name.visible)")
        case .pragma(let name): return onlyReading("the pragma \(name.visible)", " PRAGMA \(name.visible)")
        case .table(let name):
            return Bilingual(
                "only the registry is read here; the table \(name.visible) is refused", "这里只能查询登记库，不接受表 \(name.visible)"
            )
        case .present(let table):
            return Bilingual(
                "main.\(table.visible) is what is known now, not what --known-at asks for; write \(table.visible)",
                "main.\(table.visible) 是现在所知的内容，并非 --known-at 所指时点；请写 \(table.visible)")
        }
    }

    static func of(_ fault: InquiryFault.ParameterFault) -> Bilingual {
        switch fault {
        case .unnamed:
            return Bilingual("a parameter has no name; write :name in place of ?", "有参数没有名称；请用 :name 代替 ?")
        case .missing(let name):
            return Bilingual(
                "the statement has a parameter :\(name.visible); give it with --param \(name.visible)=VALUE",
                "语句有参数 :\(name.visible)；请用 --param \(name.visible)=值 给出")
        case .unknown(let name, let known):
            let others = known.map { ":\($0.visible)" }.listed()
            return Bilingual("the statement has no parameter :\(name.visible)", "语句没有参数 :\(name.visible)")
                + (known.isEmpty ? Bilingual(same: "") : Bilingual("; it has ", "；它的参数有 ") + others)
        }
    }

    static func givenTwice(_ name: String) -> Bilingual {
        Bilingual("--param \(name.visible) is given twice", "--param \(name.visible) 给出了两次")
    }

    static let tooMuchMemory = Bilingual(
        "the statement needs more memory than it may take (256 MiB with the program); sort, group or join fewer rows or "
            + "columns, or add a LIMIT: ORDER BY with LIMIT keeps no more than it shows",
        "语句所需内存超过上限（连同程序 256 MiB）；请减少排序、分组或连接的行和列，或加 LIMIT：ORDER BY 加 LIMIT 只保留要显示的行")

    static func tooLong(_ bytes: Int) -> Bilingual {
        Bilingual(
            "the statement makes a text, a blob or a row of more than \(bytes >> 20) MiB; take a part of it, with substr or WHERE",
            "语句产生了超过 \(bytes >> 20) MiB 的文本、字节串或行；请用 substr 或 WHERE 取其一部分")
    }

    static func outOfTime(_ milliseconds: Int) -> Bilingual {
        let span =
            milliseconds % 1000 == 0
            ? Bilingual("\(milliseconds / 1000) s", "\(milliseconds / 1000) 秒")
            : Bilingual("\(milliseconds) ms", "\(milliseconds) 毫秒")
        return Bilingual("the statement took longer than ", "语句用时超过 ") + span
            + Bilingual(" and was ended; give it more with --timeout, or ask for less", "，已被终止；请用 --timeout 放宽时限，或缩小查询")
    }

    static let givesNoRows = Bilingual("the statement gives no rows; ask with SELECT", "语句不返回任何行；请用 SELECT 查询")

    static func sameName(_ name: String) -> Bilingual {
        Bilingual(
            "two columns are called \(name.visible), which an object cannot hold; name one of them with AS",
            "有两列都叫 \(name.visible)，同一对象容不下；请用 AS 给其中一列改名")
    }

    static func answered(rows: Int, milliseconds: Int) -> Bilingual {
        let hundredths = (milliseconds + 5) / 10
        let fraction = hundredths % 100
        let seconds = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
        return Bilingual("\(rows) \(rows == 1 ? "row" : "rows"), \(seconds) s", "\(rows) 行，\(seconds) 秒")
    }

    static func textOfNumber(_ name: String, _ text: String) -> Bilingual {
        let (name, text) = (name.visible, text.visible)
        return Bilingual(
            "registry: :\(name) is the text '\(text)'; --param \(name):=\(text) makes it a number",
            "registry: :\(name) 是文本 '\(text)'；写 --param \(name):=\(text) 则为数字")
    }

    static func noReport(_ name: String) -> Bilingual {
        let names = NamedReport.all.map(\.name)
        return Bilingual("there is no report '\(name.visible)'; ", "没有名为“\(name.visible)”的报表；")
            + meant(Spelling.nearest(to: name, among: names)) + Bilingual("there are ", "现有 ") + names.listed()
    }

    /// What a named report tells, in a sentence.
    static func meaning(of report: NamedReport) -> Bilingual {
        let chinese = [
            "by-field": "各技术领域截至某日的挂牌与成交，及其占成交总额的比重；'' 为未填。",
            "by-venue": "各场所截至某日的挂牌与成交，及其占成交总额的比重。",
            "cross-region": "各年转让方与受让方分属两地的成交项目，限双方地区均已知者。",
            "listing-to-deal": "从挂牌到首笔成交的天数，按挂牌年份：成交了多少，快慢如何。",
            "monthly": "各月的挂牌与成交，以及截至月末的累计成交。",
            "top-deals": "现行有效金额最高的成交项目，及其单项和累计占总额的比重。",
            "unsold-listings": "尚无成交的挂牌项目，最早的在前。",
            "yearly": "各年的意向、挂牌与成交，及成交金额较上年的增长率。",
        ]
        return Bilingual(report.meaning, chinese[report.name] ?? report.meaning)
    }

    /// What a parameter of a named report asks for.
    static func meaning(of parameter: NamedReport.Parameter, in report: NamedReport) -> Bilingual {
        let chinese = [
            "by-field.as_of": "统计截至日期", "by-venue.as_of": "统计截至日期",
            "monthly.from": "起始月份，如 2022-01", "monthly.until": "截止月份",
            "top-deals.most": "列出前几项", "top-deals.from": "签订日期不早于此日", "top-deals.until": "签订日期不晚于此日",
            "unsold-listings.venue": "只列该场所，填场所代码", "unsold-listings.listed_until": "挂牌日期不晚于此日",
        ]
        return Bilingual(parameter.meaning, chinese["\(report.name).\(parameter.name)"] ?? parameter.meaning)
    }

    static func notOfKind(_ parameter: NamedReport.Parameter, _ text: String) -> Bilingual {
        let (wanted, mend) =
            switch parameter.kind {
            case .day: (Bilingual("day", "日期"), noDay(text))
            case .month: (Bilingual("month", "月份"), Bilingual("write 2022-06", "请写成 2022-06"))
            case .number: (Bilingual("whole number from 1 on", "大于 0 的整数"), Bilingual("write 20", "请写成 20"))
            case .venue, .text: (Bilingual("text", "文本"), Bilingual("write SH", "请写成 SH"))
            }
        return Bilingual(
            "--param \(parameter.name): '\(text.visible)' is no ", "--param \(parameter.name)：“\(text.visible)”不是")
            + wanted + Bilingual("; ", "；") + mend
    }

    static func statementTooLong(_ path: String, _ bytes: Int) -> Bilingual {
        Bilingual("\(path.visible): a statement has at most \(bytes) bytes", "\(path.visible)：语句最长 \(bytes) 字节")
    }

    static func notUTF8(_ path: String) -> Bilingual {
        Bilingual(
            "\(path.visible): a statement is UTF-8 text, and this file is not", "\(path.visible)：语句应为 UTF-8 文本，此文件不是")
    }

    static func noView(_ name: String, among views: [String]) -> Bilingual {
        Bilingual("there is no view '\(name.visible)'; ", "没有名为“\(name.visible)”的视图；")
            + meant(Spelling.nearest(to: name, among: views)) + Bilingual("see registry schema", "见 registry schema")
    }

    static let allViewsAndOne = Bilingual("Give --all, or one view.", "请给出 --all 或一个视图。")

    static let oneQuestion = Bilingual(
        "Give one of: a statement, --file, --named, --list.", "请给出其一：语句、--file、--named、--list。")
}

extension Failure {
    /// A fault of a statement, with the place in its text where SQLite tells it.
    init(_ fault: InquiryFault, of text: StatementText, limit: TimeSpan) {
        switch fault {
        case .notReading(let forbidden): self.init(.notAllowed, Words.of(forbidden))
        case .parameter(let fault): self.init(.misuse, Words.of(fault))
        case .sameName(let name): self.init(.misuse, Words.sameName(name))
        case .givesNoRows: self.init(.misuse, Words.givesNoRows)
        case .tooMuchMemory: self.init(.inputOutput, Words.tooMuchMemory)
        case .tooLong(let bytes): self.init(.inputOutput, Words.tooLong(bytes))
        case .outOfTime: self.init(.busy, Words.outOfTime(limit.milliseconds))
        case .output(let error): self.init(.inputOutput, Words.of(error))
        case .sqlite(let error): self.init(Failure.code(of: .sqlite(error)), Words.of(error))
        case .wrong(let message, let byteOffset):
            let place = byteOffset.map { StatementPlace(text.sql, byteOffset: $0) }
            let file = text.file.map { file in
                "\(file.visible):" + (place.map { "\($0.line):\($0.column):" } ?? "") + " "
            }
            self.init(
                .misuse,
                (file ?? "") + Bilingual(message.visible, "SQLite 报告：\(message.visible)")
                    + (place.map { "\n\($0.excerpt)" } ?? ""))
        }
    }
}
