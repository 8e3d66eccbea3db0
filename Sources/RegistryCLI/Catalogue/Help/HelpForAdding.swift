import Registry

extension HelpWords {
    /// Of adding records by hand.
    static let ofAdding: [Bilingual] = [
        Bilingual(
            "Add a trading venue or a service member.",
            "登记交易场所或服务成员。"),
        Bilingual(
            "Short code: the part of a record's name before the slash.",
            "短代码：记录名中斜杠之前的部分。"),
        Bilingual(
            "Full name.",
            "全称。"),
        Bilingual(
            "core 核心网络 or service 服务网络.",
            "core 核心网络 或 service 服务网络。"),
        Bilingual(
            "Province or municipality.",
            "省、自治区或直辖市。"),
        Bilingual(
            "First day in the network.",
            "加入网络的首日。"),
        Bilingual(
            "First day no longer in it.",
            "不再属于网络的首日。"),
        Bilingual(
            "Add a seller, buyer or owner. Records that name a new party add it by themselves.",
            "登记转让方、受让方或成果持有单位。记录中出现的新单位会自动登记。"),
        Bilingual(
            "Name; the width of letters and runs of spaces do not matter when it is matched.",
            "名称；比对时不计全角半角和连续空格。"),
        Bilingual(
            "Unified social credit code, 18 characters.",
            "统一社会信用代码，18 位。"),
        Bilingual(
            "Add an achievement that somebody intends to bring to market.",
            "登记意向项目：有意进场交易的成果。"),
        Bilingual(
            "Code of the venue.",
            "交易场所代码。"),
        Bilingual(
            "Code within the venue; left out, one is given.",
            "场所内的编号；不填则自动编号。"),
        Bilingual(
            "Name of the achievement.",
            "成果名称。"),
        Bilingual(
            "Technology field, in English or Chinese.",
            "技术领域，中英文均可。"),
        Bilingual(
            "Who holds it.",
            "持有人。"),
        Bilingual(
            "Amount intended; a bare number is yuan.",
            "意向金额；只写数字时以元计。"),
        Bilingual(
            "Day on which it was received.",
            "意向登记日期。"),
        Bilingual(
            "Add a listing.",
            "登记挂牌项目。"),
        Bilingual(
            "Kind of achievement: patent 专利权, software_copyright 软件著作权, …",
            "成果类别：patent 专利权、software_copyright 软件著作权……"),
        Bilingual(
            "Technology field.",
            "技术领域。"),
        Bilingual(
            "Trading mode: agreement 协议转让, auction 拍卖, tender 招标, bidding 竞价, other.",
            "交易方式：agreement 协议转让、auction 拍卖、tender 招标、bidding 竞价、other 其他。"),
        Bilingual(
            "How the price is found.",
            "价格的形成方式。"),
        Bilingual(
            "Who holds the achievement.",
            "成果持有单位。"),
        Bilingual(
            "Asking price; a bare number is yuan.",
            "挂牌价格；只写数字时以元计。"),
        Bilingual(
            "First day of the listing.",
            "挂牌首日。"),
        Bilingual(
            "Last day of the listing; may lie ahead.",
            "挂牌末日；可在今天之后。"),
        Bilingual(
            "Technical maturity: researching 正在研发, …",
            "技术成熟度：researching 正在研发……"),
        Bilingual(
            "Add a deal.",
            "登记成交项目。"),
        Bilingual(
            "Name of the contract or the achievement.",
            "合同名称或成果名称。"),
        Bilingual(
            "transfer 技术转让, licence 技术许可, equity 作价投资, development 技术开发, service 技术服务, consulting 技术咨询.",
            "transfer 技术转让、licence 技术许可、equity 作价投资、development 技术开发、service 技术服务、consulting 技术咨询。"),
        Bilingual(
            "Trading mode.",
            "交易方式。"),
        Bilingual(
            "Code of the listing, of the same venue.",
            "挂牌项目编号，须为同一场所。"),
        Bilingual(
            "Who transfers.",
            "转让方。"),
        Bilingual(
            "Who receives.",
            "受让方。"),
        Bilingual(
            "Fixed price; a bare number is yuan.",
            "固定价款；只写数字时以元计。"),
        Bilingual(
            "Part of it that is for technology.",
            "其中属于技术的部分。"),
        Bilingual(
            "How the price was found.",
            "定价方式。"),
        Bilingual(
            "lump_sum 一次支付, instalments 分期支付, royalty 提成支付, entry_fee_and_royalty.",
            "lump_sum 一次支付、instalments 分期支付、royalty 提成支付、entry_fee_and_royalty 入门费加提成。"),
        Bilingual(
            "Royalty terms, in words; never in a total.",
            "提成条款（文字）；不计入任何累计。"),
        Bilingual(
            "Day of signature.",
            "签订日期。"),
        Bilingual(
            "Number of the contract's registration.",
            "合同登记编号。"),
    ]
}
