import Registry
import RegistryStore

/// What options take, said behind a value that is none.
extension Words {
    static func wholeNumber(in bounds: ClosedRange<Int>) -> Bilingual {
        let (least, most) = (grouped(String(bounds.lowerBound)), grouped(String(bounds.upperBound)))
        return Bilingual("write a whole number from \(least) to \(most)", "请写 \(least) 至 \(most) 的整数")
    }
    static let changeNumber = Bilingual(
        "a change is named by its number, as 8; registry list changes shows them",
        "变更以编号指明，如 8；registry list changes 可列出")
    static let acceptedTimeSpan = Bilingual(
        "write a number and ms, s, m or h, as 500ms, 30s, 10m or 1h; 24h at the most",
        "请写数字加 ms、s、m 或 h，如 500ms、30s、10m、1h；最长 24h")
    static let acceptedAmount = Bilingual(
        "write 1200000, 1,200,000.00 or 120万元", "请写成 1200000、1,200,000.00 或 120万元")
    static let acceptedParameter = Bilingual(
        "write NAME=TEXT, or NAME:=NUMBER", "请写成 名称=文本，或 名称:=数字")
    static let acceptedAssignment = Bilingual("write two names with = between them", "请写成以 = 连接的两个名称")
    static let acceptedDelimiter = Bilingual(
        "write comma, semicolon, tab, bar or one character", "请写 comma、semicolon、tab、bar 或单个字符")
    static let acceptedCeiling = Bilingual("write a number of rows or a share, as 20 or 1%", "请写行数或比例，如 20 或 1%")
    static let acceptedDayFormat = Bilingual(
        "write dmy, mdy, or a pattern as dd-MMM-yy", "请写 dmy、mdy，或 dd-MMM-yy 之类的格式")

    static func unknownEnding(_ path: String, _ endings: [String]) -> Bilingual {
        Bilingual(
            "--output \(path.visible): what is written is told by the ending of the name, one of ",
            "--output \(path.visible)：输出格式由文件名后缀决定，后缀为 ")
            + endings.map { ".\($0)" }.listed()
            + Bilingual("; name another one, or give --format", "；请改用其中之一，或给出 --format")
    }
    static func excelEnding(_ path: String) -> Bilingual {
        Bilingual(
            "--output \(path.visible): --excel writes CSV; let the name end with .csv",
            "--output \(path.visible)：--excel 输出 CSV；请以 .csv 为后缀")
    }
}
