/// A value that an English file and a Chinese file spell differently.
protocol Word: CaseIterable, RawRepresentable<String>, Sendable {
    var chinese: String { get }
}

/// The legal kind of a deal.
enum DealKind: String, Word {
    case transfer, licence, equity, development, service, consulting

    var chinese: String {
        switch self {
        case .transfer: "技术转让"
        case .licence: "技术许可"
        case .equity: "作价投资"
        case .development: "技术开发"
        case .service: "技术服务"
        case .consulting: "技术咨询"
        }
    }
}

enum TradingMode: String, Word {
    case agreement, auction, tender, bidding

    var chinese: String {
        switch self {
        case .agreement: "协议转让"
        case .auction: "拍卖"
        case .tender: "招标"
        case .bidding: "竞价"
        }
    }
}

enum TechnologyField: String, Word {
    case electronics, aerospace, manufacturing, biomedicine, materials, energy, environment, nuclear, agriculture
    case transport, urban

    var chinese: String {
        switch self {
        case .electronics: "电子信息"
        case .aerospace: "航空航天"
        case .manufacturing: "先进制造"
        case .biomedicine: "生物医药和医疗器械"
        case .materials: "新材料及其应用"
        case .energy: "新能源与高效节能"
        case .environment: "环境保护与资源综合利用"
        case .nuclear: "核应用"
        case .agriculture: "农业"
        case .transport: "现代交通"
        case .urban: "城市建设与社会发展"
        }
    }
}

/// What is listed: the legal form of an achievement.
enum AchievementKind: String, Word {
    case patent, softwareCopyright = "software_copyright", icLayout = "ic_layout", plantVariety = "plant_variety"
    case biopharmaVariety = "biopharma_variety", knowHow = "know_how", popularScience = "popular_science"

    var chinese: String {
        switch self {
        case .patent: "专利权"
        case .softwareCopyright: "软件著作权"
        case .icLayout: "集成电路布图"
        case .plantVariety: "植物新品种"
        case .biopharmaVariety: "生物医药新品种"
        case .knowHow: "技术秘密"
        case .popularScience: "科普成果"
        }
    }
}

enum Maturity: String, Word {
    case researching, sample, labTested = "lab_tested", pilotTested = "pilot_tested"
    case massProducible = "mass_producible", other

    var chinese: String {
        switch self {
        case .researching: "正在研发"
        case .sample: "已有样品"
        case .labTested: "通过小试"
        case .pilotTested: "通过中试"
        case .massProducible: "可以量产"
        case .other: "其他"
        }
    }
}

enum PaymentForm: String, Word {
    case lumpSum = "lump_sum", instalments, royalty, entryFeeAndRoyalty = "entry_fee_and_royalty"

    var chinese: String {
        switch self {
        case .lumpSum: "一次支付"
        case .instalments: "分期支付"
        case .royalty: "提成支付"
        case .entryFeeAndRoyalty: "入门费加提成"
        }
    }
}

/// What a payment is for.
enum PaymentPurpose: String, Word {
    case price, royalty, fee, deposit, refund

    var chinese: String {
        switch self {
        case .price: "价款"
        case .royalty: "提成"
        case .fee: "服务费"
        case .deposit: "保证金"
        case .refund: "退款"
        }
    }
}

enum PaymentDirection: String, Word {
    case `in`, out

    var chinese: String { self == .in ? "收入" : "付出" }
}

/// What a provider does.
enum ServiceForm: String, Word {
    case custody, valuation, matchmaking, loan, renewal, deferral, relief, training, programme
    case servicePoint = "service_point"

    var chinese: String {
        switch self {
        case .custody: "成果托管"
        case .valuation: "价值评估"
        case .matchmaking: "交易撮合"
        case .loan: "金融贷款"
        case .renewal: "无还本续贷"
        case .deferral: "延期付息"
        case .relief: "费用减免"
        case .training: "企业培训"
        case .programme: "授信计划"
        case .servicePoint: "服务点"
        }
    }
}

enum ServiceOutcome: String, Word {
    case succeeded, failed, stopped

    var chinese: String {
        switch self {
        case .succeeded: "成功"
        case .failed: "未成"
        case .stopped: "终止"
        }
    }
}

/// How a contract came to the office that registers it.
enum RegistrationChannel: String, Word {
    case online, servicePoint = "service_point"

    var chinese: String { self == .online ? "全程网办" : "服务点办理" }
}

enum YesOrNo: String, Word {
    case yes, no

    var chinese: String { self == .yes ? "是" : "否" }
}
