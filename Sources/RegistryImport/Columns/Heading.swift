package import Registry

/// What a column is, as far as its heading tells.
package enum ColumnMeaning: Hashable, Sendable {
    /// A field of the noun, by its name.
    case field(String)
    /// The vocabulary of each value decides whether it is the kind or the trading mode.
    case kindOrMode
    /// A period in one cell: its first and its last day.
    case period(from: String, until: String)
    /// The day from which a row's amount holds, where it was amended.
    case effectiveOn
    /// All that became of a record, in one cell.
    case events
    /// Known, and of no meaning for the ledger: a row number, a status.
    case passedOver
}

/// A heading: the words in the file, and the unit that they carry.
package struct Heading: Hashable, Sendable {
    package let text: String
    package let unit: MoneyUnit?
    /// The words without the unit, as they are looked up.
    let bare: String

    /// Recognises `成交金额（万元）`, `拟转化金额（万）`, `amount_yuan`, `Amount (wan)`: width, case and spaces do not matter.
    package init(_ text: String) {
        self.text = text
        var bare = halfWidth(text).lowercased().filter { !$0.isWhitespace }
        var unit: MoneyUnit?
        if let closing = bare.last, let pair = Self.brackets.first(where: { $0.closing == closing }),
            let opening = bare.lastIndex(of: pair.opening),
            let found = Self.unit(in: bare[bare.index(after: opening)...].dropLast())
        {
            unit = found
            bare = String(bare[..<opening])
        } else if let found = MoneyUnit.allCases.first(where: { bare.hasSuffix("_\($0.rawValue)") }) {
            unit = found
            bare.removeLast(found.rawValue.count + 1)
        }
        self.unit = unit
        self.bare = bare
    }

    private static let brackets: [(opening: Character, closing: Character)] = [("(", ")"), ("[", "]"), ("【", "】")]

    /// `万元`, `单位:万元`, `人民币万元`.
    private static func unit(in text: Substring) -> MoneyUnit? {
        var word = text
        for prefix in ["金额单位:", "单位:", "人民币"] where word.hasPrefix(prefix) && word != "人民币元" {
            word = word.dropFirst(prefix.count)
        }
        return MoneyUnit(word: String(word))
    }

    /// What the heading means in a file of a noun; nil where it is not known there.
    package func meaning(in noun: Noun) -> ColumnMeaning? {
        // Most cells that are asked after are data: a long one is told without its letters being looked up.
        bare.utf8.count > Self.longest ? nil : Self.meanings[noun]?[bare]
    }

    /// Every heading that is known, once: of a file that is looked at, each cell of many rows is asked after in every noun.
    private static let meanings = Dictionary(
        uniqueKeysWithValues: Noun.allCases.map { noun in
            // What stands further up is asked first.
            var known = Dictionary(uniqueKeysWithValues: noun.fields.map { ($0.name, ColumnMeaning.field($0.name)) })
            func add(_ words: Set<String>, _ meaning: ColumnMeaning) {
                for word in words where known[word] == nil { known[word] = meaning }
            }
            add(passedOver.union(ReturnedSheet.bare), .passedOver)
            if noun == .listing { add(periods, .period(from: "listed_on", until: "listed_until")) }
            if noun == .deal { add(kindOrMode, .kindOrMode) }
            if noun == .deal { add(effectiveOn, .effectiveOn) }
            if EventList.isKnown(for: noun) { add(events, .events) }
            for (field, words) in words(of: noun) { add(words, .field(field)) }
            return (noun, known)
        })
    private static let longest = meanings.values.flatMap(\.keys).map(\.utf8.count).max() ?? 0

    private static let passedOver: Set<String> = ["序号", "项目状态", "披露状态", "备案状态", "row_number", "status"]
    private static let periods: Set<String> = ["挂牌起止日期", "项目发布起止日期", "listed_from_until"]
    private static let kindOrMode: Set<String> = ["转化方式", "拟转化方式", "合作方式", "技术交易类型", "kind_or_mode"]

    private static let effectiveOn: Set<String> = ["变更日期", "变更生效日期", "合同变更日期", "effective_on"]
    private static let events: Set<String> = [EventList.heading, "变更与终止", "状态变动"]

    static func words(of noun: Noun) -> [(field: String, words: Set<String>)] {
        switch noun {
        case .venue: ofVenue
        case .party: ofParty
        case .intention: shared + owner + ofIntention
        case .listing: shared + owner + ofListing
        case .demand: ofDemand
        case .deal: shared + ofDeal
        case .registration: ofRegistration
        case .instalment: ofSettlement + ofInstalment
        case .payment: ofSettlement + ofPayment
        case .certificate: ofCertificate
        case .service: ofService
        }
    }

    private static let shared: [(field: String, words: Set<String>)] = [
        ("venue", ["交易场所", "交易场所代码", "场所代码"]),
        ("code", ["项目编号", "合同编号", "技术合同编号", "科技成果编号", "编号"]),
        ("title", ["成果名称", "科技成果名称", "项目名称", "标的名称", "转让标的名称", "技术合同名称", "合同名称"]),
        ("field", ["技术领域", "成果应用领域", "technical_field"]),
        ("mode", ["交易方式"]),
        ("pricing", ["定价方式"]),
    ]
    private static let owner: [(field: String, words: Set<String>)] = [
        ("owner", ["成果持有单位", "成果权属人", "权利人", "专利权人", "转让方", "出让方", "转让单位", "委托方", "卖方名称", "卖方单位"])
    ]
    private static let ofVenue: [(field: String, words: Set<String>)] = [
        ("code", ["交易场所代码", "场所代码", "代码"]), ("name", ["交易场所", "交易场所名称", "场所名称", "名称"]),
        ("network", ["网络", "所属网络"]), ("region", ["地区", "所在地区", "省市"]), ("joined_on", ["加入日期", "联网日期"]),
        ("left_on", ["退出日期"]),
    ]
    private static let ofParty: [(field: String, words: Set<String>)] = [
        ("name", ["单位名称", "名称", "企业名称"]), ("credit_code", ["统一社会信用代码", "信用代码"]),
        ("region", ["地区", "所在地区", "省市"]),
    ]
    private static let ofIntention: [(field: String, words: Set<String>)] = [
        ("amount", ["意向金额", "意向交易金额", "拟转化金额", "拟转让价格", "合作价格"]),
        ("received_on", ["意向登记日期", "登记日期", "受理日期"]),
    ]
    private static let ofListing: [(field: String, words: Set<String>)] = [
        ("kind", ["成果类型", "成果类别"]),
        (
            "asking_price",
            ["转让底价", "挂牌价", "挂牌价格", "底价", "起始价", "起拍价", "拟转让价格", "拟转化金额", "合作价格"]
        ),
        ("listed_on", ["挂牌起始日期", "挂牌开始日期", "挂牌日期", "信息披露起始日期"]),
        ("listed_until", ["挂牌截止日期", "挂牌期满日期", "挂牌结束日期", "信息披露期满日期", "挂牌截止时间"]),
        ("maturity", ["技术成熟度", "成熟度"]),
        ("abstract", ["成果简介", "成果摘要", "成果介绍", "项目简介", "摘要"]),
    ]
    private static let ofDemand: [(field: String, words: Set<String>)] = [
        ("venue", ["交易场所", "交易场所代码", "场所代码"]), ("code", ["需求编号", "项目编号", "编号"]),
        ("title", ["需求名称", "技术需求名称", "需求标题", "项目名称"]), ("abstract", ["需求内容", "技术需求内容", "需求描述", "需求简介"]),
        ("field", ["技术领域", "需求领域", "technical_field"]), ("demander", ["需求方", "需求单位", "需求企业", "企业名称"]),
        ("budget", ["预算金额", "预算", "需求预算", "拟投入金额", "意向投入金额", "投入资金"]),
        ("posted_on", ["需求发布日期", "发布日期", "需求发布时间"]), ("posted_until", ["需求截止日期", "截止日期", "有效期至"]),
    ]
    private static let ofRegistration: [(field: String, words: Set<String>)] = [
        ("venue", ["交易场所", "交易场所代码", "场所代码"]),
        ("code", ["合同登记编号", "技术合同登记编号", "合同登记号", "认定登记编号", "登记编号"]),
        ("deal", ["成交项目编号", "项目编号", "合同编号", "技术合同编号"]), ("title", ["合同名称", "技术合同名称", "项目名称"]),
        ("kind", ["合同类别", "合同类型", "技术合同类别"]), ("field", ["技术领域", "technical_field"]),
        ("seller", ["卖方", "卖方名称", "卖方单位", "转让方", "出让方"]), ("buyer", ["买方", "买方名称", "买方单位", "受让方"]),
        ("amount", ["合同成交额", "合同成交金额", "合同金额", "合同总金额"]), ("technical_amount", ["技术交易额", "技术交易金额"]),
        ("office", ["登记机构", "认定登记机构", "登记部门", "登记机关"]), ("channel", ["办理方式", "办理渠道"]),
        ("by_commitment", ["告知承诺", "是否告知承诺"]), ("registered_on", ["登记日期", "认定登记日期", "合同登记日期", "认定日期"]),
        ("cancelled_on", ["注销日期", "撤销日期", "登记注销日期"]),
        ("service_point", ["受理服务点", "服务点", "办理点", "受理点"]), ("submitted_on", ["提交日期", "申请日期", "申报日期", "提交登记日期"]),
        ("accepted_on", ["受理日期", "登记受理日期"]), ("refused_on", ["不予登记日期", "驳回日期", "退回日期"]),
        ("withdrawn_on", ["撤回日期", "撤回登记日期", "申请撤回日期"]),
    ]
    private static let ofService: [(field: String, words: Set<String>)] = [
        ("venue", ["交易场所", "交易场所代码", "场所代码"]), ("code", ["服务编号", "服务单号"]), ("kind", ["服务类别", "服务类型", "服务种类"]),
        ("title", ["服务名称", "培训系列", "培训名称", "服务点名称", "计划名称"]),
        ("provider", ["服务机构", "服务机构名称", "银行", "贷款银行", "评估机构", "托管机构", "主办单位"]),
        ("customer", ["服务对象", "服务对象名称", "客户名称", "借款人", "借款企业", "委托单位"]),
        ("service", ["所属服务编号", "所属贷款编号", "所属计划编号", "授信计划编号", "所属服务"]), ("listing", ["挂牌项目编号", "挂牌编号"]),
        ("demand", ["需求编号", "技术需求编号"]), ("deal", ["成交项目编号", "成交编号"]),
        ("amount", ["服务金额", "贷款金额", "评估价值", "授信额度", "放款金额"]), ("attendees", ["参加单位", "参训单位", "参加人数", "培训人数"]),
        ("place", ["地点", "举办地点", "服务点地址"]),
        ("started_on", ["开始日期", "服务日期", "服务开始日期", "放款日期", "培训日期", "举办日期", "启用日期"]),
        ("ended_on", ["结束日期", "服务结束日期", "到期日期", "贷款到期日期"]), ("closed_on", ["停办日期", "停用日期", "关闭日期"]),
        ("outcome", ["服务结果", "结果"]), ("note", ["备注", "说明"]),
    ]
    private static let ofSettlement: [(field: String, words: Set<String>)] = [
        ("venue", ["交易场所", "交易场所代码", "场所代码"]),
        ("deal", ["成交项目编号", "成交编号", "项目编号", "合同编号", "技术合同编号"]),
        ("kind", ["款项性质", "款项类别", "款项类型", "费用类型"]), ("note", ["备注", "说明", "摘要"]),
    ]
    private static let ofInstalment: [(field: String, words: Set<String>)] = [
        ("code", ["分期编号", "分期序号", "期次编号"]), ("amount", ["应付金额", "分期金额", "应付款金额", "约定金额"]),
        ("due_on", ["应付日期", "约定付款日期", "付款期限", "到期日期", "应付款日期"]),
    ]
    private static let ofPayment: [(field: String, words: Set<String>)] = [
        ("code", ["收付编号", "付款编号", "收款编号", "收付凭证号", "凭证号", "凭证编号", "流水号", "结算编号"]),
        ("direction", ["收付方向", "收支方向", "收付", "收/付"]),
        ("amount", ["收付金额", "付款金额", "收款金额", "支付金额", "结算金额", "款项金额", "发生额", "金额"]),
        ("paid_on", ["收付日期", "结算日期", "到账日期", "付款日期", "收款日期", "支付日期"]),
        ("payer", ["付款方", "付款方名称", "付款单位", "付款人"]), ("payee", ["收款方", "收款方名称", "收款单位", "收款人"]),
    ]
    private static let ofCertificate: [(field: String, words: Set<String>)] = [
        ("venue", ["交易场所", "交易场所代码", "场所代码"]),
        ("code", ["凭证编号", "交易凭证编号", "鉴证书编号", "鉴证编号", "证书编号", "交易凭证号"]),
        ("deal", ["成交项目编号", "项目编号", "合同编号", "技术合同编号"]),
        ("issued_on", ["出具日期", "鉴证日期", "凭证出具日期", "出证日期", "签发日期"]),
        ("revoked_on", ["撤销日期", "凭证撤销日期", "失效日期"]),
        ("title", ["标的名称", "转让标的名称", "交易标的", "项目名称", "成果名称", "技术合同名称", "标的"]), ("kind", ["合同类别", "合同类型", "交易类别"]),
        ("mode", ["交易方式", "交易模式"]), ("signed_on", ["签订日期", "合同签订日期", "合同签署日期", "签约日期"]),
        ("listed_on", ["挂牌日期", "挂牌起始日期", "挂牌开始日期"]), ("listed_until", ["挂牌截止日期", "挂牌结束日期", "挂牌终止日期"]),
        ("seller", ["转让方", "转让方名称", "转让单位", "出让方", "卖方名称"]),
        ("seller_agent", ["转让方代理机构", "转让方经纪机构", "转让方代理", "转让方受托机构"]),
        ("buyer", ["受让方", "受让方名称", "买方名称"]), ("buyer_agent", ["受让方代理机构", "受让方经纪机构", "受让方代理", "受让方受托机构"]),
        ("valuation", ["评估结果", "评估价值", "评估值", "评估价格"]), ("amount", ["成交价格", "成交金额", "成交总金额", "成交价", "转让价格"]),
        ("fee", ["应付服务费", "交易服务费", "服务费", "服务费用"]), ("payment_form", ["支付方式", "付款方式", "价款支付方式"]),
        ("conclusion", ["鉴证结论", "结论", "凭证结论"]), ("issuer", ["出具机构", "鉴证机构", "出证机构", "出具单位"]),
    ]
    private static let ofDeal: [(field: String, words: Set<String>)] = [
        ("kind", ["合同类别", "合同类型", "交易类别"]), ("listing", ["挂牌项目编号", "挂牌编号"]),
        ("seller", ["转让方", "委托方", "出让方", "转让单位", "卖方名称", "卖方单位", "成果持有单位", "成果权属人"]),
        ("buyer", ["受让方", "拟受让方", "拟受让单位", "买方名称", "意向受让方"]),
        ("amount", ["成交金额", "合同成交金额", "合同成交额", "合同总金额", "成交总金额"]),
        ("technical_amount", ["技术交易额", "技术交易金额"]), ("payment_form", ["支付方式", "付款方式"]),
        ("royalty", ["提成", "提成条款"]), ("signed_on", ["成交日期", "合同签署日期", "签订日期"]),
        ("registration_no", ["合同登记编号", "技术合同登记编号"]),
    ]
}
