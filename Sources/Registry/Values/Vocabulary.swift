/// The words that a field may hold: each with its code in the ledger, its Chinese name and other spellings.
package final class Vocabulary: Hashable, Sendable {
    package struct Term: Hashable, Sendable {
        /// The word that the ledger stores: `transfer`.
        package let code: String
        /// 技术转让
        package let chinese: String
        package let others: [String]

        init(_ code: String, _ chinese: String, _ others: String...) {
            self.code = code
            self.chinese = chinese
            self.others = others
        }
    }

    package let name: String
    package let terms: [Term]
    /// All spellings end to end, and where each lies.
    private let words: [UInt8]
    private let places: [(start: Int, count: Int, place: UInt8)]

    init(_ name: String, _ terms: [Term]) {
        self.name = name
        self.terms = terms
        var words: [UInt8] = []
        var places: [(start: Int, count: Int, place: UInt8)] = []
        for (index, term) in terms.enumerated() {
            for word in [term.code, term.chinese] + term.others {
                places.append((words.count, word.utf8.count, UInt8(index)))
                words += word.utf8
            }
        }
        self.words = words
        self.places = places
    }

    /// The place in ``terms`` of a word in English, in any case, or Chinese.
    package func place(of bytes: Bytes) -> UInt8? {
        // A dictionary of them would cost each start of the program more than all that it is asked for.
        known(bytes) ?? halfWidth(bytes.text).lowercased().withBytes(known)
    }

    /// The place in ``terms`` of a word that the ledger stores.
    package func place(ofCode code: String) -> Int? { terms.firstIndex { $0.code == code } }

    private func known(_ bytes: Bytes) -> UInt8? {
        words.withUnsafeBufferPointer { words in
            places.first { word in
                word.count == bytes.count
                    && Bytes(rebasing: words[word.start..<word.start + word.count]).isSame(as: bytes)
            }?.place
        }
    }

    package static func == (left: Vocabulary, right: Vocabulary) -> Bool { left.name == right.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// The vocabularies of 上海市技术交易场所管理细则 (沪科规〔2025〕2号) Art. 2 and of the market's files.
extension Vocabulary {
    package static let network = Vocabulary(
        "network", [Term("core", "核心网络", "核心"), Term("service", "服务网络", "服务生态网络", "服务")])

    /// What a deal's contract is about: the six kinds of technology contract.
    package static let dealKind = Vocabulary(
        "kind of deal",
        [
            Term("transfer", "技术转让", "转让"), Term("licence", "技术许可", "许可", "license"),
            Term("equity", "作价投资", "技术入股", "作价入股"), Term("development", "技术开发", "开发"),
            Term("service", "技术服务", "服务"), Term("consulting", "技术咨询", "咨询"),
        ])

    /// The five kinds under which contracts are registered; to 2020 a licence was registered as a transfer.
    package static let contractKind = Vocabulary(
        "kind of contract",
        [
            Term("transfer", "技术转让", "转让"), Term("licence", "技术许可", "许可", "license"),
            Term("development", "技术开发", "开发"), Term("service", "技术服务", "服务"),
            Term("consulting", "技术咨询", "咨询"),
        ])

    package static let registrationChannel = Vocabulary(
        "channel of registration",
        [Term("online", "全程网办", "网上办理", "线上"), Term("service_point", "服务点", "服务点办理", "窗口", "窗口办理", "线下")])

    package static let instalmentKind = Vocabulary(
        "kind of instalment", [Term("price", "价款", "成交价款", "转让价款"), Term("royalty", "提成", "提成费", "提成款")])

    package static let paymentKind = Vocabulary(
        "kind of payment",
        [
            Term("price", "价款", "成交价款", "转让价款"), Term("royalty", "提成", "提成费", "提成款"),
            Term("fee", "服务费", "交易服务费", "手续费"), Term("deposit", "保证金", "交易保证金", "定金"),
            Term("refund", "退款", "退还价款"),
        ])

    package static let paymentDirection = Vocabulary(
        "direction of payment", [Term("in", "收入", "收款", "收", "入账", "入"), Term("out", "付出", "付款", "付", "支出", "出账", "出")])

    package static let serviceKind = Vocabulary(
        "kind of service",
        [
            Term("custody", "成果托管", "托管"), Term("valuation", "价值评估", "评估"),
            Term("matchmaking", "交易撮合", "撮合"), Term("loan", "金融贷款", "贷款"),
            Term("renewal", "无还本续贷", "续贷"), Term("deferral", "延期付息"), Term("relief", "费用减免", "减免"),
            Term("training", "企业培训", "培训"), Term("programme", "授信计划", "专项额度"), Term("service_point", "服务点"),
        ])

    package static let serviceOutcome = Vocabulary(
        "outcome", [Term("succeeded", "成功", "完成", "已完成"), Term("failed", "未成", "未成功"), Term("stopped", "终止", "中止")])

    package static let yesOrNo = Vocabulary("yes or no", [Term("yes", "是", "有"), Term("no", "否", "没有")])

    package static let achievementKind = Vocabulary(
        "kind of achievement",
        [
            Term("patent", "专利权", "专利"), Term("software_copyright", "软件著作权"),
            Term("ic_layout", "集成电路布图", "集成电路布图设计"), Term("plant_variety", "植物新品种"),
            Term("biopharma_variety", "生物医药新品种"), Term("know_how", "技术秘密"),
            Term("popular_science", "科普成果"),
        ])

    package static let tradingMode = Vocabulary(
        "trading mode",
        [
            Term("agreement", "协议转让", "协议"), Term("auction", "拍卖"), Term("tender", "招标"),
            Term("bidding", "竞价", "网络竞价"), Term("other", "其他"),
        ])

    /// The eleven technology fields of contract registration.
    package static let field = Vocabulary(
        "technology field",
        [
            Term("electronics", "电子信息"), Term("aerospace", "航空航天"), Term("manufacturing", "先进制造"),
            Term("biomedicine", "生物医药和医疗器械", "生物、医药和医疗器械", "生物医药"),
            Term("materials", "新材料及其应用", "新材料"), Term("energy", "新能源与高效节能"),
            Term("environment", "环境保护与资源综合利用"), Term("nuclear", "核应用"), Term("agriculture", "农业"),
            Term("transport", "现代交通"), Term("urban", "城市建设与社会发展"),
        ])

    package static let maturity = Vocabulary(
        "maturity",
        [
            Term("researching", "正在研发"), Term("sample", "已有样品"), Term("lab_tested", "通过小试"),
            Term("pilot_tested", "通过中试"), Term("mass_producible", "可以量产"), Term("other", "其他"),
        ])

    package static let paymentForm = Vocabulary(
        "form of payment",
        [
            Term("lump_sum", "一次支付", "一次性支付", "一次总付"), Term("instalments", "分期支付"),
            Term("royalty", "提成支付"), Term("entry_fee_and_royalty", "入门费加提成", "入门费和提成"),
        ])
}
