import Registry

/// What a drafted profile says behind its #.
enum DraftWords {
    static func head(_ name: String) -> Bilingual {
        Bilingual(
            "Drafted from \(name); lines behind # are for you to decide.", "据 \(name) 草拟；# 之后的各行请自行决定。")
    }
    static let guess = Bilingual("a guess", "推测")
    static func missing(_ fields: [String]) -> Bilingual {
        Bilingual(
            "nothing gives \(fields.joined(separator: ", ")): name a column of it under columns",
            "缺少 \(fields.joined(separator: "、"))：请在 columns 下写明由哪一列提供")
    }
    static func oneOf(_ codes: [String]) -> Bilingual {
        Bilingual(
            "where all rows are one of \(codes.joined(separator: ", "))",
            "若各行均为同一类，写其一：\(codes.joined(separator: "、"))")
    }
    static let codeOfHeadings = Bilingual("or headings whose cells make the code", "或写明由哪几列的内容合成编号")
    static func unitOfTitle(_ unit: String) -> Bilingual { Bilingual("the title says \(unit)", "标题注明单位为\(unit)") }
    static let units = Bilingual("or 元, 千元, 亿元: nothing in the file tells", "或 元、千元、亿元：文件中未注明")
    static let ambiguousDays = Bilingual("or mdy: no day of the file tells which", "或 mdy：文件中的日期不足以判断")
    static let mixedDays = Bilingual(
        "some days can only be dmy, some only mdy; ask the venue", "有的日期只能是 dmy，有的只能是 mdy；请向场所核实")
    static func doubled(_ field: String) -> Bilingual {
        Bilingual("another heading gives \(field) already", "已有另一列提供 \(field)")
    }
    static let unknown = Bilingual("not known", "未识别")
    static func near(_ heading: String, _ field: String) -> Bilingual {
        Bilingual("\(heading) is \(field)", "“\(heading)”为 \(field)")
    }
    static let days = Bilingual("days", "日期")
    static let numbers = Bilingual("numbers", "数字")
    static func rows(_ count: Int) -> Bilingual { Bilingual("\(count) \(count == 1 ? "row" : "rows")", "\(count) 行") }
}
