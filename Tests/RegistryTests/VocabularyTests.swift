import Registry
import Testing

extension Vocabulary {
    static let all = [network, dealKind, achievementKind, tradingMode, field, maturity, paymentForm]

    fileprivate func code(of word: String) -> String? {
        word.withBytes { bytes in place(of: bytes).map { terms[Int($0)].code } }
    }
}

@Suite("Vocabularies")
struct VocabularyTests {
    @Test(
        "the words of the market have their codes",
        arguments: [
            (Vocabulary.network, [("core", "核心网络"), ("service", "服务网络")]),
            (
                .dealKind,
                [
                    ("transfer", "技术转让"), ("licence", "技术许可"), ("equity", "作价投资"), ("development", "技术开发"),
                    ("service", "技术服务"), ("consulting", "技术咨询"),
                ]
            ),
            (
                .achievementKind,
                [
                    ("patent", "专利权"), ("software_copyright", "软件著作权"), ("ic_layout", "集成电路布图"),
                    ("plant_variety", "植物新品种"), ("biopharma_variety", "生物医药新品种"), ("know_how", "技术秘密"),
                    ("popular_science", "科普成果"),
                ]
            ),
            (
                .tradingMode,
                [("agreement", "协议转让"), ("auction", "拍卖"), ("tender", "招标"), ("bidding", "竞价"), ("other", "其他")]
            ),
            (
                .field,
                [
                    ("electronics", "电子信息"), ("aerospace", "航空航天"), ("manufacturing", "先进制造"),
                    ("biomedicine", "生物医药和医疗器械"), ("materials", "新材料及其应用"), ("energy", "新能源与高效节能"),
                    ("environment", "环境保护与资源综合利用"), ("nuclear", "核应用"), ("agriculture", "农业"),
                    ("transport", "现代交通"), ("urban", "城市建设与社会发展"),
                ]
            ),
            (
                .maturity,
                [
                    ("researching", "正在研发"), ("sample", "已有样品"), ("lab_tested", "通过小试"),
                    ("pilot_tested", "通过中试"), ("mass_producible", "可以量产"), ("other", "其他"),
                ]
            ),
            (
                .paymentForm,
                [
                    ("lump_sum", "一次支付"), ("instalments", "分期支付"), ("royalty", "提成支付"),
                    ("entry_fee_and_royalty", "入门费加提成"),
                ]
            ),
        ] as [(Vocabulary, [(String, String)])])
    func words(vocabulary: Vocabulary, words: [(code: String, chinese: String)]) {
        #expect(vocabulary.terms.map(\.code) == words.map(\.code))
        #expect(vocabulary.terms.map(\.chinese) == words.map(\.chinese))
        for word in words {
            #expect(vocabulary.code(of: word.code) == word.code)
            #expect(vocabulary.code(of: word.chinese) == word.code)
        }
    }

    @Test(
        "other spellings are known",
        arguments: [
            (Vocabulary.network, "核心", "core"), (.network, "服务", "service"), (.network, "服务生态网络", "service"),
            (.dealKind, "license", "licence"), (.dealKind, "License", "licence"), (.dealKind, "转让", "transfer"),
            (.dealKind, "许可", "licence"), (.dealKind, "技术入股", "equity"), (.dealKind, "作价入股", "equity"),
            (.dealKind, "开发", "development"), (.dealKind, "服务", "service"), (.dealKind, "咨询", "consulting"),
            (.achievementKind, "专利", "patent"), (.achievementKind, "集成电路布图设计", "ic_layout"),
            (.tradingMode, "协议", "agreement"), (.tradingMode, "网络竞价", "bidding"),
            (.field, "生物、医药和医疗器械", "biomedicine"), (.field, "生物医药", "biomedicine"), (.field, "新材料", "materials"),
            (.paymentForm, "一次性支付", "lump_sum"), (.paymentForm, "一次总付", "lump_sum"),
            (.paymentForm, "入门费和提成", "entry_fee_and_royalty"),
        ])
    func spellings(vocabulary: Vocabulary, word: String, code: String) {
        #expect(vocabulary.code(of: word) == code)
    }

    @Test("every spelling leads to its own term, in any case and width", arguments: Vocabulary.all)
    func everySpelling(vocabulary: Vocabulary) {
        for term in vocabulary.terms {
            for word in [term.code, term.chinese] + term.others {
                let wide = String(
                    String.UnicodeScalarView(
                        word.unicodeScalars.map { $0.isASCII ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
                for written in [word, word.uppercased(), word.capitalized, wide, wide.uppercased()] {
                    #expect(vocabulary.code(of: written) == term.code, "\(written)")
                }
            }
        }
    }

    @Test("no two terms share a spelling", arguments: Vocabulary.all)
    func distinct(vocabulary: Vocabulary) {
        let words = vocabulary.terms.flatMap { [$0.code, $0.chinese] + $0.others }
        #expect(Set(words).count == words.count)
    }

    @Test(
        "any other word is unknown",
        arguments: ["", " ", "--", "转", "技术转让合同", "transfers", "trans fer", "transfer ", "技术 转让", "0", "transfer\0"])
    func unknown(word: String) {
        for vocabulary in Vocabulary.all { #expect(vocabulary.code(of: word) == nil) }
    }

    @Test("a word of one vocabulary is unknown to another")
    func otherVocabulary() {
        #expect(Vocabulary.dealKind.code(of: "拍卖") == nil)
        #expect(Vocabulary.tradingMode.code(of: "技术转让") == nil)
        #expect(Vocabulary.tradingMode.code(of: "转让") == nil)
        #expect(Vocabulary.dealKind != .tradingMode)
    }
}

extension String {
    /// The first letter of the word as a capital.
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
