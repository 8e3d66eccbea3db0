import Registry
import RegistryImport
import Spreadsheets

/// What a look at a file found, line by line, for people.
enum InspectionWords {
    private static let nothing = Bilingual(same: "")

    static func lines(_ found: FileInspection) -> [Bilingual] {
        var lines = [form(found), headings(found)]
        if !found.otherSheets.isEmpty {
            let others = found.otherSheets.map {
                found.hiddenSheets.contains($0) ? Bilingual("\($0) (hidden)", "\($0)（隐藏）") : Bilingual(same: $0)
            }
            lines.append(Bilingual("other sheets: ", "其他工作表：") + others.listed())
        }
        if let unit = found.titleUnit {
            lines.append(Bilingual("unit: \(unit.chinese), as the title says", "单位：\(unit.chinese)，据标题"))
        }
        lines.append(
            Bilingual("rows are read as \(found.noun.plural)", "各行按\(Words.noun(found.noun).chinese)读取")
                + (found.isNounKnown ? nothing : Bilingual(" (a guess; say it with --kind)", "（系推测；请用 --kind 指明）")))
        lines += known(found)
        lines += unknown(found)
        lines += found.columns.compactMap(days)
        for column in found.columns where column.withoutUnit > 0 {
            lines.append(
                Bilingual(
                    "no unit: \(column.heading), \(rows(column.withoutUnit).english); tell it with unit",
                    "没有单位：\(column.heading)，\(rows(column.withoutUnit).chinese)；请用 unit 指明"))
        }
        lines += found.columns.flatMap(words)
        if !found.missing.isEmpty {
            let fields = found.missing.map { field in
                field.name == "venue"
                    ? Bilingual("venue (give --venue)", "交易场所（请加 --venue）")
                    : Bilingual(field.name, "\(field.chinese)（\(field.name)）")
            }
            lines.append(Bilingual("required and not there: ", "必填而缺少：") + fields.listed())
        }
        lines.append(
            Bilingual(
                "rows: \(found.rowsRead) read\(found.isCutShort ? ", and more behind them" : ""), "
                    + "\(found.rowsSetAside) set aside below the headings, \(found.rowsAtFault) at fault",
                "行数：读取 \(found.rowsRead) 行\(found.isCutShort ? "（其后还有）" : "")，"
                    + "表头之下非数据行 \(found.rowsSetAside) 行，有误 \(found.rowsAtFault) 行"))
        lines += faults(found)
        for (row, values) in found.firstRows where !values.isEmpty {
            let told = values.map { "\($0.field) " + $0.value }.joined(Bilingual(same: " · "))
            lines.append(Bilingual("row \(row): ", "第 \(row) 行：") + told)
        }
        return lines.map { $0.mapped(\.visible) }
    }

    private static func rows(_ count: Int) -> Bilingual {
        Bilingual(count == 1 ? "1 row" : "\(count) rows", "\(count) 行")
    }

    static func kind(_ found: FileInspection) -> Bilingual {
        switch found.kind {
        case .workbook: Bilingual("workbook", "工作簿")
        case .jsonLines: Bilingual("JSON lines", "JSON Lines")
        case .delimited(let delimiter):
            Bilingual(
                "text with \(delimiterWord(delimiter).english) between cells",
                "以\(delimiterWord(delimiter).chinese)分隔的文本")
        }
    }

    private static func delimiterWord(_ delimiter: UInt8) -> Bilingual {
        switch delimiter {
        case UInt8(ascii: ","): Bilingual("commas", "逗号")
        case UInt8(ascii: ";"): Bilingual("semicolons", "分号")
        case UInt8(ascii: "\t"): Bilingual("tabs", "制表符")
        case UInt8(ascii: "|"): Bilingual("bars", "竖线")
        default: Bilingual("'\(DelimiterName.name(delimiter))'", "“\(DelimiterName.name(delimiter))”")
        }
    }

    private static func form(_ found: FileInspection) -> Bilingual {
        var words = Bilingual("\(found.name): ", "\(found.name)：") + kind(found)
        if let sheet = found.sheet { words += Bilingual(", sheet \(sheet)", "，工作表 \(sheet)") }
        if found.isCompressed { words += Bilingual(", compressed", "，已压缩") }
        guard found.kind != .workbook else { return words }
        return words + Bilingual("; \(found.encoding.rawValue), ", "；\(found.encoding.rawValue)，")
            + sign(found.encodingSign)
    }

    static func sign(_ sign: FileInspection.EncodingSign) -> Bilingual {
        switch sign {
        case .told: Bilingual("as told", "据指定")
        case .mark: Bilingual("by its byte-order mark", "据字节序标记")
        case .zeros: Bilingual("by the zeros in it", "据其中的零字节")
        case .valid: Bilingual("since all bytes are", "全部字节均符合")
        case .headings: Bilingual("since its headings are known then", "如此读取时表头可识别")
        case .guess:
            Bilingual(
                "a guess: it reads so, but other encodings may too; look at the headings", "系推测：如此可读，其他编码或许亦可；请核对表头")
        }
    }

    private static func headings(_ found: FileInspection) -> Bilingual {
        guard found.kind != .jsonLines else { return Bilingual("headings: the keys of the objects", "表头：各对象的键") }
        var words = Bilingual("headings: row \(found.headingRow)", "表头：第 \(found.headingRow) 行")
        if !found.isHeadingKnown { words += Bilingual(" (a guess: few of them are known)", "（系推测：可识别的很少）") }
        if !found.preamble.isEmpty {
            let above = found.preamble.prefix(3).joined(separator: " / ")
            words += Bilingual("; above them: \(above)", "；其上为：\(above)")
        }
        return words
    }

    private static func known(_ found: FileInspection) -> [Bilingual] {
        let known = found.columns.filter { !$0.fields.isEmpty }.map { column in
            let fields = column.fields.joined(separator: "/")
            return Bilingual(
                "\(column.heading) is \(fields)" + (column.unit.map { " in \($0.chinese)" } ?? ""),
                "\(column.heading) 为 \(fields)" + (column.unit.map { "（\($0.chinese)）" } ?? ""))
        }
        let passed = found.columns.filter { $0.use == .passedOver }.map(\.heading)
        return (known.isEmpty ? [] : [Bilingual("known: ", "已识别：") + known.listed()])
            + (passed.isEmpty ? [] : [Bilingual("of no meaning here: ", "此处不用：") + passed.listed()])
    }

    private static func unknown(_ found: FileInspection) -> [Bilingual] {
        found.columns.filter { $0.use == .unknown && !$0.heading.isEmpty }.map { column in
            var words = Bilingual("not known: \(column.heading)", "未识别：\(column.heading)")
            if let field = column.doubles {
                words += Bilingual(", which would be \(field), as another heading is", "，本应为 \(field)，但已有另一表头")
            } else if !column.nearest.isEmpty {
                words +=
                    Bilingual("; near: ", "；相近的有：")
                    + column.nearest.map { Bilingual("\($0.heading) (\($0.field))", "\($0.heading)（\($0.field)）") }
                    .listed()
            }
            let examples = column.examples.joined(separator: " | ")
            return words
                + (examples.isEmpty ? Bilingual("; empty", "；全空") : Bilingual("; as \(examples)", "；如 \(examples)"))
        }
    }

    private static func days(_ column: FileInspection.ColumnFinding) -> Bilingual? {
        let isDay = column.use != .unknown && !column.days.counts.isEmpty
        guard isDay else { return nil }
        let forms = column.days.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
            .map { Bilingual("\($0.key) (\($0.value))", "\($0.key)（\($0.value)）") }.listed()
        let order =
            switch column.days.order {
            case .notAsked: nothing
            case .certain(let order): Bilingual("; the order is \(order)", "；次序为 \(order)")
            case .ambiguous: Bilingual("; whether day or month is first cannot be told", "；日、月孰先无法判断")
            case .mixed: Bilingual("; some can only have the day first, some only the month", "；有的只能日在前，有的只能月在前")
            }
        return Bilingual("days: \(column.heading) as ", "日期：\(column.heading) 写作 ") + forms + order
    }

    private static func words(_ column: FileInspection.ColumnFinding) -> [Bilingual] {
        guard !column.words.isEmpty, let vocabulary = column.vocabulary else { return [] }
        let shown = column.wordsInOrder.prefix(20).map { word, count in
            Bilingual("\(word) (\(count))", "\(word)（\(count)）")
                + (likelyTerm(word, in: vocabulary).map { Bilingual(", perhaps \($0)", "，或为 \($0)") } ?? nothing)
        }
        let more = column.words.count - shown.count
        return [
            Bilingual("words of no \(vocabulary.name): \(column.heading): ", "不在取值范围内：\(column.heading)：")
                + shown.joined(Bilingual("; ", "；"))
                + (more > 0 || column.wordsOmitted > 0 ? Bilingual("; and more", "；等") : nothing)
        ]
    }

    private static func faults(_ found: FileInspection) -> [Bilingual] {
        let all = found.rowFaults + found.columns.flatMap(\.faults)
        let count = found.rowFaultCount + found.columns.reduce(0) { $0 + $1.faultCount }
        let lines = all.map { Words.place($0, in: found.name) }
        return lines
            + (count > lines.count
                ? [Bilingual("and \(count - lines.count) faults more", "另有 \(count - lines.count) 处错误")] : [])
    }

    // MARK: The list of known headings

    static func field(_ field: Field, headings: [String]) -> [Bilingual] {
        var lines = [
            Bilingual(
                "  \(field.name)\(field.isRequired ? ", required" : ""): \(field.meaning.english)",
                "  \(field.name)\(field.isRequired ? "（必填）" : "")：\(field.meaning.chinese)"),
            Bilingual("    headings: ", "    表头：") + headings.listed(),
        ]
        if case .term(let vocabulary) = field.kind {
            let words = vocabulary.terms.map { ([$0.code, $0.chinese] + $0.others).joined(separator: " ") }
            lines.append(Bilingual("    values: ", "    取值：") + words.listed())
        }
        return lines
    }

    static let aboutHeadings = Bilingual(
        """
        A heading of money may carry its unit: amount_yuan, 成交金额（万元）, amount (wan). Width, case and spaces do not
        matter. 转化方式, 合作方式 and 技术交易类型 give a deal's kind or mode, as each value tells; 挂牌起止日期 gives both days.
        """,
        """
        金额类表头可带单位：amount_yuan、成交金额（万元）、amount (wan)。全角半角、大小写和空格不影响识别。
        “转化方式”“合作方式”“技术交易类型”按各行取值归入合同类别或交易方式；“挂牌起止日期”同时给出起止两日。
        """)
}
