import Registry

extension HelpWords {
    /// Of searching.
    static let ofSearching: [Bilingual] = [
        Bilingual(
            "Find a text, of one character too, in listings and demands, and in deals with --deals.",
            "在挂牌项目和技术需求中查找文本，可短至一个字；加 --deals 也查成交项目。"),
        Bilingual(
            "Looked through are code, title, abstract and the names of owner, demander, seller and buyer, every row of them, so nothing that holds the text is left out. It is found exactly as it is written, as instr finds it; with --any-form neither case nor width counts: Ａ, ａ, A and a are the same. Newest first, listings before demands before deals. Deals that were terminated are found; void records are not.",
            "逐行查找编号、名称、摘要以及权利人、需求方、转让方、受让方的名称，含有该文本的无一遗漏。按所写原样查找，与 instr 一致；加 --any-form 时不分大小写和全角半角：Ａ、ａ、A、a 视为相同。日期新者在前，先挂牌、次需求、后成交。已终止的成交也能查到，已作废的记录不列。"
        ),
        Bilingual("What to look for.", "要查找的文本。"),
        Bilingual("Look through the deals too.", "也查成交项目。"),
        Bilingual("Neither case nor width of letters, digits and signs counts.", "不分字母、数字和符号的大小写与全角半角。"),
        Bilingual(
            "At most so many rows; 0 for all (default: 20 in a table, else all).", "最多列出的行数；0 为全部（默认：表格 20 行，其他格式全部）。"),
        Bilingual(
            "Rank the listings that answer a demand, or the demands that a listing answers, and say why.",
            "为技术需求排列相近的挂牌项目，或为挂牌项目排列相近的技术需求，并说明理由。"),
        Bilingual(
            "What both texts say decides: the pairs of neighbouring letters that title and abstract have in common, each the more the rarer it is. Then the same field counts for 15 %, a price within the budget for 10 % (more than a quarter above it against), the same region of the parties, else of the venues, for 5 %, and a listing's maturity for up to 6 %; what either does not say counts for nothing. Counterparts that expired, or were sold, suspended or withdrawn, count seven tenths, and are told as such; a listing of which a licence was sold counts in full, since another may be, and is told too. The score is 1 for a text that says all of the other, times that. Every record is looked at; nothing is kept for it.",
            "以双方文本为准：名称与摘要中相同的相邻两字越多、越少见，排位越前。其次，领域相同加 15 %，价格在预算内加 10 %（超出预算四分之一以上则减 10 %），双方所在地区（未登记时取场所地区）相同加 5 %，挂牌项目的成熟度最多加 6 %；任一方未登记的项不计。已截止、已成交、已中止或已撤牌的按七成计，并予注明；仅有技术许可成交的可再次许可，不减，但予注明。文本包含对方全部内容时匹配度为 1，再乘以上各项。逐条查看全部记录，不另存索引。"
        ),
        Bilingual(
            "demand or listing, where the name alone does not tell; then its name.", "名称不足以区分时先写 demand 或 listing，再写名称。"
        ),
        Bilingual("At most so many counterparts.", "最多列出的条数。"),
    ]
}
