import Registry

/// What is said of services, and of how registrations came about.
extension Words {
    static func service(_ kind: Vocabulary.Term, lacks field: String) -> Bilingual {
        let isMatch = kind.code == ServiceKind.matchmaking.rawValue
        return Bilingual(
            "a service of the kind \(kind.code) needs \(isMatch ? "a listing or a demand" : "its \(field)"); give it",
            "\(kind.chinese)须填\(isMatch ? "挂牌项目编号或需求编号" : chinese(field))（\(field)）；请补填")
    }

    static func service(_ kind: Vocabulary.Term, hasNo field: String) -> Bilingual {
        Bilingual(
            "a service of the kind \(kind.code) has no \(field); leave it out, or correct the kind",
            "\(kind.chinese)没有\(chinese(field))（\(field)）；请去掉该值，或更正服务类别")
    }

    static func service(_ code: String, is found: Vocabulary.Term, needed: Vocabulary.Term) -> Bilingual {
        Bilingual(
            "service \(code) is of the kind \(found.code), and one of the kind \(needed.code) is needed; name another, or leave it out",
            "服务 \(code) 的类别为\(found.chinese)，此处须为\(needed.chinese)；请改填其他服务，或留空")
    }

    static func service(_ name: String, of parent: String, _ fault: ServiceFault) -> Bilingual {
        switch fault {
        case .beforeItsParent(let day, let parentDay):
            Bilingual(
                "\(name) is of \(day), before \(parent), which it names, of \(parentDay); correct one of the two days",
                "\(name) 的日期 \(day) 早于其所属 \(parent) 的日期 \(parentDay)；请更正其中一个日期")
        case .afterClosing(let day, let closed):
            Bilingual(
                "\(name) is of \(day), and \(parent), which it names, is closed since \(closed); correct one of the two days",
                "\(name) 的日期为 \(day)，而其所属 \(parent) 自 \(closed) 起停办；请更正其中一个日期")
        case .otherProvider(let own, let other):
            Bilingual(
                "\(name) is of '\(own.visible)', and \(parent), which it names, of '\(other.visible)'; correct one of them, or merge the two with registry merge-party",
                "\(name) 的服务机构为“\(own.visible)”，而其所属 \(parent) 的服务机构为“\(other.visible)”；请更正其一，或用 registry merge-party 合并两者"
            )
        case .overdrawn(let drawn, let quota):
            Bilingual(
                "with \(name), \(drawn.groupedYuan) yuan are drawn of \(parent), more than its quota of \(quota.groupedYuan); correct what is drawn, or raise the quota first",
                "计入 \(name) 后，\(parent) 已用额度为 \(drawn.groupedYuan) 元，超过额度 \(quota.groupedYuan) 元；请更正贷款金额，或先提高额度")
        }
    }

    static func dealOfOtherListing(_ deal: String, _ listing: String, _ named: String) -> Bilingual {
        Bilingual(
            "deal \(deal) is of listing \(listing), and \(named) is named beside it; name the deal's listing, or another deal",
            "成交项目 \(deal) 属挂牌项目 \(listing)，此处却另填 \(named)；请改填该成交项目的挂牌项目，或改填其他成交项目")
    }

    static func dealNamedWithListing(_ service: String, _ listing: String) -> Bilingual {
        Bilingual(
            "service \(service) names this deal with listing \(listing); correct the service first",
            "服务 \(service) 引用该成交项目时所填挂牌项目为 \(listing)；请先更正该服务")
    }

    static let neverSubmitted = Bilingual(
        "no day; tell when the contract was submitted, when it was registered, or both", "未填日期；请填提交日期或登记日期，或两者都填")
    static let cancelledAndNotRegistered = Bilingual(
        "what was never registered is not cancelled; give the day of registration, or say that it was withdrawn",
        "未曾登记的合同不能注销；请补填登记日期，或改填撤回日期")
    static let refusedAndWithdrawn = Bilingual(
        "it was refused already; leave one of the two days out", "已填不予登记日期；两个日期请只留一个")

    static let onlineAtServicePoint = Bilingual(
        "what came wholly online came to no service point; leave it out, or correct the channel",
        "全程网办的合同没有受理服务点；请去掉该值，或更正办理方式")

    static func registrationDay(_ text: String, before step: String, _ day: Day) -> Bilingual {
        Bilingual(
            "'\(text)' is before \(day), when it was \(deed(step))",
            "“\(text)”早于\(chinese(step, of: .registration)) \(day)")
    }

    static func registrationDay(_ text: String, after step: String, _ day: Day) -> Bilingual {
        Bilingual(
            "'\(text)' is after \(day), when it was \(deed(step))",
            "“\(text)”晚于\(chinese(step, of: .registration)) \(day)")
    }

    /// `submitted` of `submitted_on`.
    private static func deed(_ step: String) -> Substring { step.prefix { $0 != "_" } }

    static func registeredAndEnded(_ day: String) -> Bilingual {
        Bilingual(
            "'\(day)': what is registered was neither refused nor withdrawn; leave that day out, or say when the registration was cancelled",
            "“\(day)”：已登记的合同没有不予登记或撤回日期；请去掉该日期，或改填注销日期")
    }

    private static func chinese(_ field: String, of noun: Noun = .service) -> String {
        noun.fields.first { $0.name == field }?.chinese ?? field
    }
}
