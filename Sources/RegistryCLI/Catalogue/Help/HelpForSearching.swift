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
    ]
}
