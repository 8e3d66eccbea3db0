import Registry
import RegistryStore

extension Noun {
    /// As English prose has it: `contract registration`.
    var spoken: String { rawValue.replacing("_", with: " ") }
    var spokenPlural: String { plural.replacing("_", with: " ") }
}

/// What the things that the registry keeps are called.
extension Words {
    static func noun(_ noun: Noun) -> Bilingual { Bilingual(noun.spoken, chinese(noun)) }
    static func nouns(_ noun: Noun) -> Bilingual { Bilingual(noun.spokenPlural, chinese(noun)) }

    private static func chinese(_ noun: Noun) -> String {
        switch noun {
        case .venue: "交易场所"
        case .party: "单位"
        case .intention: "意向项目"
        case .listing: "挂牌项目"
        case .demand: "技术需求"
        case .deal: "成交项目"
        case .registration: "合同登记"
        case .instalment: "分期约定"
        case .payment: "收付款"
        case .certificate: "交易凭证"
        case .service: "服务"
        }
    }

    /// `1 deal`, `1,204 deals` and `1,204 个成交项目`.
    static func count(_ count: Int64, _ noun: Noun) -> Bilingual {
        Self.count(
            count, noun.spoken, noun.spokenPlural, measureWord(noun), chinese(noun))
    }

    static func count(
        _ count: Int64, _ one: String, _ many: String, _ measure: String, _ chinese: String
    ) -> Bilingual {
        let number = grouped(String(count))
        return Bilingual("\(number) \(count == 1 ? one : many)", "\(number) \(measure)\(chinese)")
    }

    /// The word with which what a total counts is counted in Chinese.
    static func measureWord(_ measure: Measure) -> String {
        measure == .serviceMember ? "个" : measure.noun.map(measureWord) ?? "个"
    }

    private static func measureWord(_ noun: Noun) -> String {
        switch noun {
        case .venue, .party: "家"
        case .demand, .registration, .service: "项"
        case .instalment, .payment: "笔"
        case .certificate: "份"
        case .intention, .listing, .deal: "个"
        }
    }

    /// A table of the ledger as its rows are called: one, many, and in Chinese with the measure word.
    static func table(_ name: String) -> (one: String, many: String, measure: String, chinese: String) {
        let one = name.replacing("_", with: " ")
        let many = one.hasSuffix("y") ? "\(one.dropLast())ies" : "\(one)s"
        if let noun = Noun(rawValue: name) {
            return (one, many, measureWord(noun), chinese(noun))
        }
        let (measure, chinese) =
            switch name {
            case "deal_event": ("项", "成交项目事件")
            case "listing_event": ("项", "挂牌项目事件")
            case "party_merge": ("项", "单位合并")
            case "figure": ("项", "公布数据")
            case "venue_profile": ("份", "场所格式配置")
            case "calendar_day": ("个", "日历日期")
            case "review": ("次", "复核")
            case "review_item": ("项", "待核对事项")
            case "review_answer": ("项", "核对答复")
            case "rejected_row": ("行", "退回行")
            case "closed_reject": ("项", "退回行销号")
            case "source_file": ("份", "来文")
            default: ("项", "记录（\(name)）")
            }
        return (one, many, measure, chinese)
    }

    /// What a total counts.
    static func total(_ measure: Measure) -> Bilingual {
        let chinese =
            switch measure {
            case .intention: "意向项目"
            case .listing: "挂牌项目"
            case .deal: "成交项目"
            case .venue: "交易场所"
            case .serviceMember: "服务成员"
            case .demand: "技术需求"
            case .registration: "合同登记"
            case .registeredTechnical: "登记技术交易额"
            case .instalment: "到期分期款"
            case .paymentIn: "收入款项"
            case .paymentOut: "付出款项"
            case .held: "账户结存"
            case .settled: "已结清项目"
            case .issuedCertificate: "已出具凭证"
            case .validCertificate: "有效凭证"
            case .service: "服务"
            case .programme: "授信计划"
            case .servicePoint: "服务点"
            }
        return Bilingual(english(measure), chinese)
    }

    private static func english(_ measure: Measure) -> String {
        switch measure {
        case .paymentIn: return "payments in"
        case .paymentOut: return "payments out"
        case .settled: return "settled deals"
        case .issuedCertificate: return "certificates issued"
        case .validCertificate: return "valid certificates"
        default:
            let name = measure.rawValue.replacing("_", with: " ")
            return measure.countsRecords ? "\(name)s" : "\(name) amount"
        }
    }

    /// What a figure is of.
    static func metric(_ metric: Metric) -> Bilingual {
        let chinese =
            switch metric {
            case .intentions: "意向项目数"
            case .intentionAmount: "意向金额"
            case .listings: "挂牌项目数"
            case .deals: "成交项目数"
            case .dealAmount: "成交金额"
            case .venues: "交易场所数"
            case .serviceMembers: "服务成员数"
            case .demands: "技术需求数"
            case .demandAmount: "需求预算金额"
            case .registrations: "合同登记数"
            case .registeredAmount: "登记合同成交额"
            case .registeredTechnicalAmount: "登记技术交易额"
            case .instalments: "到期分期款笔数"
            case .instalmentAmount: "到期分期款金额"
            case .paymentsIn: "收入款项笔数"
            case .paymentInAmount: "收入金额"
            case .paymentsOut: "付出款项笔数"
            case .paymentOutAmount: "付出金额"
            case .heldAmount: "账户结存金额"
            case .settledDeals: "已结清项目数"
            case .settledAmount: "已结清金额"
            case .certificatesIssued: "已出具凭证数"
            case .certificatesValid: "有效凭证数"
            case .certifiedAmount: "有效凭证金额"
            case .services: "服务项数"
            case .serviceAmount: "服务金额"
            case .programmes: "授信计划数"
            case .programmeAmount: "授信额度"
            case .servicePoints: "服务点数"
            }
        return Bilingual(metric.rawValue, chinese)
    }

    /// Of what a total is taken apart.
    static func dimension(_ dimension: Dimension) -> Bilingual {
        let chinese =
            switch dimension {
            case .all: "全部"
            case .venue: "交易场所"
            case .network: "网络"
            case .region: "地区"
            case .kind: "类别"
            case .field: "技术领域"
            }
        return Bilingual(dimension.rawValue, chinese)
    }

    /// Nothing is said.
    static let none = Bilingual("(none)", "（无）")
}
