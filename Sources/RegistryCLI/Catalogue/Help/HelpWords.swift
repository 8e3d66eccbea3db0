import Registry

/// What the help of the commands says in Chinese, each text beside the English one that a command declares.
///
/// Looked up only where help is read in Chinese, so that no other start of the program pays for it.
enum HelpWords {
    /// By the English text.
    static let chinese: [String: String] = {
        let all =
            ofRegistry + ofAdding + ofServices + ofProviders + ofSettlement + ofCertificates + ofImporting
            + ofCorrecting + ofAsking
            + ofSearching
            + ofProfiles + headings
        return Dictionary(all.map { ($0.english, $0.chinese) }) { first, _ in first }
    }()

    static let language = Bilingual(
        "Language for people: zh or en (default: the locale's).", "给人看的语言：zh 中文或 en 英文（默认：按系统区域设置）。")

    private static let headings = [
        Bilingual("EXAMPLES", "示例"), Bilingual("ARGUMENTS", "参数"), Bilingual("OPTIONS", "选项"),
        Bilingual("SUBCOMMANDS", "子命令"), Bilingual("THE NIGHT", "当夜"), Bilingual("THE REGISTRY SUBCOMMANDS", "登记库命令"),
        Bilingual("RECORDING SUBCOMMANDS", "登记命令"), Bilingual("CORRECTING SUBCOMMANDS", "更正命令"),
        Bilingual("PROVING SUBCOMMANDS", "核验命令"), Bilingual("ASKING SUBCOMMANDS", "查询命令"),
    ]

    /// The remarks in the example of a profile.
    private static let ofProfiles = [
        Bilingual("* any characters, ? one, [0-9] one of them", "* 任意字符，? 一个字符，[0-9] 其中之一"),
        Bilingual(
            "venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services",
            "venues 场所、parties 单位、intentions 意向、listings 挂牌、demands 需求、deals 成交、contract_registrations 合同登记、instalments 分期约定、payments 收付款、certificates 交易凭证、services 服务"
        ),
        Bilingual("of text; delimiter: semicolon", "文本的编码；delimiter: semicolon 为分号分隔"),
        Bilingual("of a workbook", "工作簿的工作表"), Bilingual("as a spreadsheet counts", "表头行号，与表格软件一致"),
        Bilingual("heading: field, with its unit; none: not read", "表头: 字段（带单位）；none 为不读取"),
        Bilingual("what all rows have alike", "各行统一的值"),
        Bilingual("headings whose cells make the code", "以其单元格拼成编号的表头"),
        Bilingual("of numbers without one", "未写单位的数字"),
        Bilingual("or mdy, or a pattern as dd-MMM-yy", "或 mdy，或如 dd-MMM-yy"),
        Bilingual("by field, the venue's words: ours", "按字段，场所用词: 我方用词"),
        Bilingual("or year, all: for what a file is complete", "或 year、all：文件在此范围内完整"),
        Bilingual("or the fewest: 100", "或只写下限：100"), Bilingual("makes it expected, on working days", "写明即为应报，限工作日"),
        Bilingual("or a number of rows", "或行数"),
        Bilingual("duplicate, power_of_ten: what holds a file up", "另有 duplicate、power_of_ten：有此情形即暂不入库"),
    ]
}
