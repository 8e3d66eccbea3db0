import Registry
import Testing

@testable import RegistryImport

@Suite("Headings")
struct HeadingTests {
    /// Headings seen on the market's files, by the field they mean, and a noun in whose files they stand.
    static let seen: [(noun: Noun, field: String, words: String)] = [
        (.intention, "code", "项目编号 合同编号 技术合同编号 科技成果编号"),
        (.listing, "code", "项目编号 合同编号 技术合同编号 科技成果编号"),
        (.deal, "code", "项目编号 合同编号 技术合同编号 科技成果编号"),
        (.deal, "registration_no", "合同登记编号 技术合同登记编号"),
        (.intention, "title", "成果名称 科技成果名称 项目名称 标的名称 转让标的名称 技术合同名称"),
        (.listing, "title", "成果名称 科技成果名称 项目名称 标的名称 转让标的名称 技术合同名称"),
        (.deal, "title", "成果名称 科技成果名称 项目名称 标的名称 转让标的名称 技术合同名称"),
        (.deal, "seller", "转让方 委托方 出让方 转让单位 卖方名称 卖方单位"),
        (.listing, "owner", "成果持有单位 成果权属人"), (.intention, "owner", "成果持有单位 成果权属人"),
        (.deal, "buyer", "受让方 拟受让方 拟受让单位 买方名称 意向受让方"),
        (.listing, "asking_price", "转让底价 挂牌价 挂牌价格 底价 起始价 起拍价 拟转让价格 合作价格"),
        (.deal, "amount", "合同成交金额 合同总金额"), (.deal, "technical_amount", "技术交易额 技术交易金额"),
        (.listing, "listed_on", "挂牌起始日期 挂牌开始日期 挂牌日期 信息披露起始日期"),
        (.listing, "listed_until", "挂牌截止日期 挂牌期满日期 挂牌结束日期 信息披露期满日期 挂牌截止时间"),
        (.deal, "signed_on", "成交日期 合同签署日期 签订日期"), (.deal, "mode", "交易方式"), (.listing, "mode", "交易方式"),
        (.listing, "pricing", "定价方式"), (.deal, "pricing", "定价方式"), (.deal, "field", "技术领域 成果应用领域"),
        (.listing, "field", "技术领域 成果应用领域"), (.intention, "field", "技术领域 成果应用领域"),
        (.listing, "maturity", "技术成熟度"),
    ]

    @Test("every heading seen on the market is recognised in a file of its noun", arguments: seen)
    func market(noun: Noun, field: String, words: String) {
        for word in words.split(separator: " ") {
            #expect(Heading(String(word)).meaning(in: noun) == .field(field), "\(word)")
        }
    }

    @Test(
        "a heading carries its unit",
        arguments: [
            ("挂牌价格（万元）", Noun.listing, "asking_price", MoneyUnit.wan), ("拟转化金额（万）", .listing, "asking_price", .wan),
            ("拟转化金额（万）", .intention, "amount", .wan), ("成交金额（万元）", .deal, "amount", .wan),
            ("合同成交额（亿元）", .deal, "amount", .yi), ("成交总金额（元）", .deal, "amount", .yuan),
            ("技术交易额（亿元）", .deal, "technical_amount", .yi), ("amount_yuan", .deal, "amount", .yuan),
            ("technical_amount_yuan", .deal, "technical_amount", .yuan),
            ("asking_price_yuan", .listing, "asking_price", .yuan),
            ("Amount (wan)", .deal, "amount", .wan), ("ＡＭＯＵＮＴ_ＹＩ", .deal, "amount", .yi),
            ("成交金额【万元】", .deal, "amount", .wan), ("成交金额[单位：万元]", .deal, "amount", .wan),
            ("成交金额（人民币亿元）", .deal, "amount", .yi), ("成交金额（人民币元）", .deal, "amount", .yuan),
            ("成交金额(千元)", .deal, "amount", .qian), (" 成交 金额 （万元） ", .deal, "amount", .wan),
        ])
    func unit(text: String, noun: Noun, field: String, unit: MoneyUnit) {
        let heading = Heading(text)
        #expect(heading.meaning(in: noun) == .field(field))
        #expect(heading.unit == unit)
        #expect(heading.text == text)
    }

    @Test("a heading without a unit carries none", arguments: ["成交金额", "amount", "合同总金额", "成交金额（税前）", "yuan"])
    func noUnit(text: String) {
        #expect(Heading(text).unit == nil)
    }

    @Test("the values decide whether it is kind or mode", arguments: ["转化方式", "拟转化方式", "合作方式", "技术交易类型"])
    func kindOrMode(text: String) {
        #expect(Heading(text).meaning(in: .deal) == .kindOrMode)
    }

    @Test(
        "row numbers and states are known and passed over", arguments: ["序号", "项目状态", "披露状态", "备案状态"],
        [Noun.listing, .deal])
    func passedOver(text: String, noun: Noun) {
        #expect(Heading(text).meaning(in: noun) == .passedOver)
    }

    @Test("a period in one cell is two fields", arguments: ["挂牌起止日期", "项目发布起止日期"])
    func period(text: String) {
        #expect(Heading(text).meaning(in: .listing) == .period(from: "listed_on", until: "listed_until"))
    }

    @Test("every field of a noun is a heading, with its unit where it is money", arguments: Noun.allCases)
    func fields(noun: Noun) {
        for field in noun.fields {
            #expect(Heading(field.name).meaning(in: noun) == .field(field.name))
            #expect(Heading(field.heading).meaning(in: noun) == .field(field.name))
            #expect((Heading(field.heading).unit == .yuan) == (field.kind == .amount))
        }
    }

    @Test("what nobody said is not guessed", arguments: ["", "附注", "amount2", "成交", "价格", "venue code"])
    func unknown(text: String) {
        for noun in Noun.allCases { #expect(Heading(text).meaning(in: noun) == nil) }
    }
}
