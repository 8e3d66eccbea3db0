import Registry
import RegistryStore

/// Why a counterpart ranks where it does.
extension Words {
    static func why(_ match: Match) -> Bilingual {
        var parts: [Bilingual] = []
        if match.side.standing != .open { parts.append(standing(match.side.standing)) }
        if !match.terms.isEmpty { parts.append(match.terms.map { Bilingual(same: $0.visible) }.listed()) }
        let accord = match.accord
        if accord.hasSameField == true { parts.append(Bilingual("same field", "领域相同")) }
        if let price = accord.price { parts.append(fit(price)) }
        if accord.hasSameRegion == true { parts.append(Bilingual("same region", "地区相同")) }
        if let maturity = match.side.maturity { parts.append(term(maturity, in: "maturity", of: .listing)) }
        return parts.joined(Bilingual("; ", "；"))
    }

    private static func standing(_ standing: Side.Standing) -> Bilingual {
        switch standing {
        case .open: Bilingual("open", "有效")
        case .expired: Bilingual("expired", "已截止")
        case .suspended: Bilingual("suspended", "已中止")
        case .withdrawn: Bilingual("withdrawn", "已撤牌")
        case .sold: Bilingual("sold", "已成交")
        case .licensed: Bilingual("licensed to another", "已有许可")
        }
    }

    private static func fit(_ price: Accord.Price) -> Bilingual {
        switch price {
        case .within: Bilingual("within budget", "在预算内")
        case .near: Bilingual("a little above budget", "略超预算")
        case .above: Bilingual("above budget", "超出预算")
        }
    }

    static func noCounterpart(_ name: RecordName) -> Bilingual {
        let other: Noun = name.noun == .listing ? .demand : .listing
        return Bilingual(
            "no \(other.spoken) says anything of what \(name.noun.spoken) \(name) does",
            "没有与\(noun(name.noun).chinese) \(name) 内容相近的\(noun(other).chinese)")
    }

    static func matchedNoun(_ word: String) -> Bilingual {
        Bilingual(
            "'\(word.visible)' is neither a demand nor a listing; write demand SH/N-2022-0001, or the name alone",
            "“\(word.visible)”既不是 demand 也不是 listing；请写 demand SH/N-2022-0001，或只写记录名称")
    }

    static var oneMatched: Bilingual {
        Bilingual("One record is matched at a time; name one.", "一次只为一个记录匹配；请只写一个名称。")
    }

    static func bothNouns(_ name: String) -> Bilingual {
        Bilingual(
            "\(name.visible) is a demand and a listing; write demand or listing before it",
            "\(name.visible) 既是技术需求又是挂牌项目；请在其前写明 demand 或 listing")
    }
    static func neitherNoun(_ name: String) -> Bilingual {
        Bilingual(
            "there is no demand and no listing \(name.visible); see registry search",
            "没有技术需求或挂牌项目 \(name.visible)；见 registry search")
    }
}
