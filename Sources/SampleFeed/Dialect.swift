/// How one venue makes its files: the language, the headings, the units.
struct Dialect {
    enum Unit: Int {
        case yuan = 2
        case tenThousandYuan = 6
    }

    let isChinese: Bool
    let parties: [String]
    let intentions: [String]
    let listings: [String]
    let demands: [String]
    let deals: [String]
    let instalments: [String]
    let payments: [String]
    let certificates: [String]
    let services: [String]
    let registrations: [String]
    let priceUnit: Unit
    let amountUnit: Unit
    /// What stands where nothing is known.
    let missing: String
    let hasByteOrderMark: Bool
    let lineEnd: String

    /// Every second venue writes Chinese; the second of all with a byte-order mark and CRLF.
    static func of(venueAt place: Int) -> Dialect {
        guard place % 2 == 1 else { return english }
        return [inYuan(isFromWindows: place == 1), inTenThousandYuan, mixed][place / 2 % 3]
    }

    private static let english = Dialect(
        isChinese: false,
        parties: ["name", "credit_code", "region"],
        intentions: ["venue", "code", "title", "field", "owner", "amount_yuan", "received_on"],
        listings: [
            "venue", "code", "title", "kind", "field", "mode", "owner", "asking_price_yuan", "listed_on",
            "listed_until", "maturity", "abstract",
        ],
        demands: [
            "venue", "code", "title", "abstract", "field", "demander", "budget_yuan", "posted_on", "posted_until",
        ],
        deals: [
            "venue", "code", "title", "kind", "field", "mode", "listing", "seller", "buyer", "amount_yuan",
            "technical_amount_yuan", "payment_form", "signed_on",
        ],
        instalments: ["venue", "code", "deal", "kind", "amount_yuan", "due_on"],
        payments: ["venue", "code", "deal", "kind", "direction", "amount_yuan", "paid_on", "payer", "payee"],
        certificates: [
            "venue", "code", "deal", "issued_on", "revoked_on", "title", "kind", "mode", "signed_on", "seller", "buyer",
            "amount_yuan", "fee_yuan", "payment_form", "listed_on", "listed_until", "valuation_yuan", "seller_agent",
            "buyer_agent", "conclusion",
        ],
        services: [
            "venue", "code", "kind", "title", "provider", "customer", "service", "listing", "demand", "deal",
            "amount_yuan", "attendees", "place", "started_on", "ended_on", "closed_on", "outcome",
        ],
        registrations: [
            "venue", "code", "deal", "title", "kind", "field", "seller", "buyer", "amount_yuan",
            "technical_amount_yuan", "office", "service_point", "channel", "by_commitment", "submitted_on",
            "accepted_on", "registered_on", "refused_on", "withdrawn_on", "cancelled_on",
        ],
        priceUnit: .yuan, amountUnit: .yuan, missing: "", hasByteOrderMark: false, lineEnd: "\n")

    private static func inYuan(isFromWindows: Bool) -> Dialect {
        Dialect(
            isChinese: true,
            parties: ["单位名称", "统一社会信用代码", "地区"],
            intentions: ["交易场所", "科技成果编号", "成果名称", "技术领域", "成果持有单位", "意向金额（元）", "意向登记日期"],
            listings: [
                "交易场所", "项目编号", "成果名称", "成果类型", "技术领域", "交易方式", "成果持有单位", "挂牌价格（元）", "挂牌起始日期", "挂牌截止日期", "技术成熟度",
                "成果简介",
            ],
            demands: ["交易场所", "需求编号", "需求名称", "需求内容", "技术领域", "需求单位", "预算金额（元）", "需求发布日期", "需求截止日期"],
            deals: [
                "交易场所", "合同编号", "项目名称", "合同类别", "技术领域", "交易方式", "挂牌项目编号", "转让方", "受让方", "成交金额（元）", "技术交易额（元）", "支付方式",
                "成交日期",
            ],
            instalments: ["交易场所", "分期编号", "合同编号", "款项性质", "应付金额（元）", "应付日期"],
            payments: ["交易场所", "凭证号", "合同编号", "款项性质", "收付方向", "收付金额（元）", "收付日期", "付款方", "收款方"],
            certificates: [
                "交易场所", "凭证编号", "合同编号", "出具日期", "撤销日期", "标的名称", "合同类别", "交易方式", "签订日期", "转让方", "受让方", "成交价格（元）",
                "应付服务费（元）", "支付方式", "挂牌日期", "挂牌截止日期", "评估结果（元）", "转让方代理机构", "受让方代理机构", "鉴证结论",
            ],
            services: [
                "交易场所", "服务编号", "服务类别", "服务名称", "服务机构", "服务对象", "所属服务编号", "挂牌项目编号", "需求编号", "成交项目编号", "服务金额（元）", "参加单位",
                "地点",
                "开始日期", "结束日期", "停办日期", "服务结果",
            ],
            registrations: [
                "交易场所", "合同登记编号", "合同编号", "合同名称", "合同类别", "技术领域", "卖方", "买方", "合同成交额（元）", "技术交易额（元）", "登记机构", "受理服务点",
                "办理方式", "告知承诺", "提交日期", "受理日期", "登记日期", "不予登记日期", "撤回日期", "注销日期",
            ],
            priceUnit: .yuan, amountUnit: .yuan, missing: "--", hasByteOrderMark: isFromWindows,
            lineEnd: isFromWindows ? "\r\n" : "\n")
    }

    private static let inTenThousandYuan = Dialect(
        isChinese: true,
        parties: ["单位名称", "统一社会信用代码", "地区"],
        intentions: ["交易场所", "项目编号", "科技成果名称", "成果应用领域", "成果权属人", "意向金额（万元）", "意向登记日期"],
        listings: [
            "交易场所", "项目编号", "标的名称", "成果类型", "成果应用领域", "交易方式", "成果权属人", "挂牌价格（万元）", "挂牌开始日期", "挂牌期满日期", "技术成熟度",
            "成果介绍",
        ],
        demands: ["交易场所", "需求编号", "技术需求名称", "技术需求内容", "需求领域", "需求企业", "拟投入金额（万元）", "发布日期", "有效期至"],
        deals: [
            "交易场所", "技术合同编号", "技术合同名称", "合同类别", "成果应用领域", "交易方式", "挂牌项目编号", "出让方", "买方名称", "成交金额（万元）", "技术交易额（万元）",
            "支付方式", "合同签署日期",
        ],
        instalments: ["交易场所", "分期序号", "技术合同编号", "款项类别", "分期金额（万元）", "约定付款日期"],
        payments: ["交易场所", "流水号", "技术合同编号", "款项类别", "收支方向", "发生额（万元）", "结算日期", "付款单位", "收款单位"],
        certificates: [
            "交易场所", "证书编号", "技术合同编号", "签发日期", "失效日期", "技术合同名称", "合同类别", "交易方式", "合同签署日期", "出让方", "买方名称", "成交金额（万元）",
            "服务费（万元）", "支付方式", "挂牌开始日期", "挂牌结束日期", "评估值（万元）", "转让方经纪机构", "受让方经纪机构", "结论",
        ],
        services: [
            "交易场所", "服务单号", "服务类型", "服务名称", "服务机构名称", "服务对象名称", "所属服务编号", "挂牌编号", "技术需求编号", "成交编号", "服务金额（万元）", "参训单位",
            "举办地点",
            "服务开始日期", "服务结束日期", "停用日期", "服务结果",
        ],
        registrations: [
            "交易场所", "技术合同登记编号", "技术合同编号", "技术合同名称", "技术合同类别", "技术领域", "卖方名称", "买方名称", "合同成交金额（万元）", "技术交易额（万元）",
            "认定登记机构", "服务点", "办理渠道", "是否告知承诺", "申请日期", "登记受理日期", "认定登记日期", "驳回日期", "撤回登记日期", "撤销日期",
        ],
        priceUnit: .tenThousandYuan, amountUnit: .tenThousandYuan, missing: "", hasByteOrderMark: false, lineEnd: "\n")

    private static let mixed = Dialect(
        isChinese: true,
        parties: ["单位名称", "统一社会信用代码", "地区"],
        intentions: ["交易场所", "项目编号", "项目名称", "技术领域", "成果持有单位", "意向金额（元）", "意向登记日期"],
        listings: [
            "交易场所", "项目编号", "转让标的名称", "成果类型", "技术领域", "交易方式", "成果持有单位", "挂牌价格（万元）", "信息披露起始日期", "信息披露期满日期", "技术成熟度",
            "项目简介",
        ],
        demands: ["交易场所", "需求编号", "需求标题", "需求描述", "技术领域", "需求方", "需求预算（元）", "发布日期", "截止日期"],
        deals: [
            "交易场所", "合同编号", "转让标的名称", "合同类别", "技术领域", "交易方式", "挂牌项目编号", "转让单位", "受让方", "成交总金额（元）", "技术交易金额（元）", "支付方式",
            "签订日期",
        ],
        instalments: ["交易场所", "期次编号", "合同编号", "费用类型", "约定金额（元）", "到期日期"],
        payments: ["交易场所", "结算编号", "合同编号", "费用类型", "收付", "结算金额（元）", "到账日期", "付款人", "收款人"],
        certificates: [
            "交易场所", "鉴证书编号", "合同编号", "鉴证日期", "撤销日期", "转让标的名称", "合同类别", "交易方式", "签订日期", "转让单位", "受让方", "成交总金额（元）",
            "交易服务费（万元）", "支付方式", "挂牌起始日期", "挂牌终止日期", "评估价值（元）", "转让方代理", "受让方代理", "凭证结论",
        ],
        services: [
            "交易场所", "服务编号", "服务种类", "服务名称", "服务机构", "客户名称", "所属服务编号", "挂牌项目编号", "需求编号", "成交项目编号", "服务金额（元）", "参加人数",
            "地点",
            "服务日期", "到期日期", "关闭日期", "结果",
        ],
        registrations: [
            "交易场所", "认定登记编号", "合同编号", "项目名称", "合同类型", "技术领域", "转让方", "受让方", "合同金额（元）", "技术交易金额（元）", "登记部门", "办理点",
            "办理方式", "告知承诺", "申报日期", "受理日期", "合同登记日期", "退回日期", "申请撤回日期", "登记注销日期",
        ],
        priceUnit: .tenThousandYuan, amountUnit: .yuan, missing: "无", hasByteOrderMark: false, lineEnd: "\n")

    func word(_ word: some Word) -> String {
        isChinese ? word.chinese : word.rawValue
    }

    /// Exact decimals: 元 with two or none, 万元 with as many as it takes.
    static func decimal(_ fen: Int64, _ unit: Unit) -> String {
        let scale: Int64 = unit == .yuan ? 100 : 1_000_000
        let (whole, rest) = fen.quotientAndRemainder(dividingBy: scale)
        guard rest != 0 else { return String(whole) }
        var decimals = padded(Int(rest), to: unit.rawValue)
        while unit == .tenThousandYuan, decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(whole).\(decimals)"
    }
}
