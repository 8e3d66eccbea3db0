import Registry
import RegistryStore

extension Words {
    /// What an event of a record is said to be since a day, and what became of it.
    static func from(_ day: String) -> Bilingual { Bilingual(" from \(day)", "，自 \(day) 起") }
    static let eventCorrected = Bilingual(", corrected", "，更正")
    static let eventVoided = Bilingual(", voided", "，作废")
    static let eventRestored = Bilingual(", restored", "，恢复")

    /// Why a correction cannot follow: reads behind the record's name and a colon.
    static func of(_ refusal: CorrectionRefusal) -> Bilingual {
        switch refusal {
        case .nothingToCorrect: Bilingual("nothing to correct; it says so already", "无可更正；记录本来如此")
        case .anotherParty(let name):
            Bilingual(
                "'\(name)' is another name, and so another party; add it with registry add-party, then registry merge-party",
                "“\(name)”是另一名称，即另一单位；请先用 registry add-party 登记，再用 registry merge-party 合并")
        case .cannotBeCleared(let field):
            Bilingual(
                "--clear \(field): it is required; give another value instead", "--clear \(field)：必填项不能清空；请另给一个值")
        case .unknownField(let field, let fields):
            Bilingual(
                "--clear \(field): no such field; what can be cleared is \(fields.joined(separator: ", "))",
                "--clear \(field)：没有此字段；可清空的字段有：\(fields.joined(separator: "、"))")
        case .inTheFuture(let day, let today):
            Bilingual("\(day) lies in the future; today is \(today)", "\(day) 在今天（\(today)）之后")
        case .beforeItBegan(let day, let began):
            Bilingual("\(day) is before it began, on \(began)", "\(day) 早于其开始日期 \(began)")
        case .isOver(let kind, let since):
            Bilingual(
                "it was \(kind) on \(since), and nothing can follow on that",
                "已于 \(since) \(event(kind).chinese)，其后不能再有事件")
        case .beforeALater(let kind, let day):
            Bilingual(
                "it was \(kind) on \(day), which could not follow then; if that is wrong, void that event first",
                "其后 \(day) 已有“\(event(kind).chinese)”，与此先后矛盾；如该事件有误，请先将其作废")
        case .twiceOnADay(let kind, let day):
            Bilingual(
                "it was \(kind) on \(day) already; void that event first, then record the right one",
                "\(day) 已有“\(event(kind).chinese)”；请先将该事件作废，再登记正确的")
        case .suspendedAlready(let day): Bilingual("it is suspended since \(day)", "自 \(day) 起已中止挂牌")
        case .notSuspended: Bilingual("it is not suspended then, so that it cannot be resumed", "当日并未中止挂牌，无从恢复")
        case .amountInForce(let amount):
            Bilingual(
                "nothing to correct; \(amount.groupedYuan) yuan is in force then already",
                "无可更正；当日有效金额已是 \(amount.groupedYuan) 元")
        case .belowTechnical(let amount, let technical):
            Bilingual(
                "the technical amount \(technical.groupedYuan) yuan is more than the new amount \(amount.groupedYuan) yuan; if it is wrong, correct it with registry amend-deal --technical-amount",
                "技术交易额 \(technical.groupedYuan) 元大于新金额 \(amount.groupedYuan) 元；如技术交易额有误，请用 registry amend-deal --technical-amount 更正"
            )
        case .aboveAmended(let technical, let amended):
            Bilingual(
                "the technical amount \(technical.groupedYuan) yuan is more than \(amended.groupedYuan) yuan, to which the deal was amended; if that is wrong, void that event first",
                "技术交易额 \(technical.groupedYuan) 元大于变更后的成交金额 \(amended.groupedYuan) 元；如该变更有误，请先将该事件作废")
        case .noEvent(let day): Bilingual("nothing is recorded of \(day)", "\(day) 没有登记事件")
        case .sameName: Bilingual("nothing to correct; that is its name already", "无可更正；编号本来如此")
        case .taken(let name): Bilingual("\(name) is there already; a code is given once", "\(name) 已存在；编号不得重复")
        case .takenByMoved(let name, let now):
            Bilingual("\(name) was moved to \(now), and its old code points there", "\(name) 已改为 \(now)，旧编号仍指向它")
        case .namesListing(let code):
            Bilingual(
                "it names listing \(code), which is of its venue; first registry amend-deal --clear listing",
                "它引用本场所的挂牌项目 \(code)；请先用 registry amend-deal --clear listing 去掉引用")
        case .namedByRecords(let noun, let count, let named):
            namedByRecords(noun, count, of: named)
        case .revokedAlready(let day):
            Bilingual("it was revoked already, from \(day) on", "该凭证已自 \(day) 起撤销")
        case .isRevokedInstead:
            Bilingual(
                "it was issued and is in force; take its validity with registry revoke-certificate",
                "该凭证已经出具且有效；请用 registry revoke-certificate 撤销")
        case .sameParty: Bilingual("a party is not merged into itself", "单位不能并入自身")
        case .mergedParty(let name):
            Bilingual(
                "it is merged into \(name); use that one, or registry unmerge-party first",
                "它已并入 \(name)；请使用该名称，或先用 registry unmerge-party 取消合并")
        case .differentCreditCodes(let first, let second):
            Bilingual(
                "the credit codes differ, \(first) and \(second), so these are two; if one is wrong, correct it with registry amend-party",
                "统一社会信用代码不同（\(first) 与 \(second)），应为两家单位；如有误，请用 registry amend-party 更正")
        case .notMerged: Bilingual("it is merged into no other", "它并未并入其他单位")
        case .holdsMerged(let name):
            Bilingual(
                "\(name) is merged into it; registry unmerge-party first",
                "\(name) 已并入它；请先用 registry unmerge-party 取消合并")
        case .ownChange(let actor):
            Bilingual(
                "it was made by \(actor); a second pair of eyes is another actor's (--actor)",
                "该变更由 \(actor) 经办；复核须由另一经办人进行（--actor）")
        case .noCorrection:
            Bilingual("it corrects nothing; see registry list corrections", "它不是更正；见 registry list corrections")
        case .reviewedAlready(let actor, let change):
            Bilingual("it was reviewed by \(actor), change \(change)", "已由 \(actor) 复核（变更 \(change)）")
        }
    }

    /// An event by its code.
    static func event(_ code: String) -> Bilingual { term(code, in: "event") }

    static func renamed(_ old: RecordName, to new: RecordName) -> Bilingual {
        old.noun == .party
            ? Bilingual("\(old) is merged into \(new)", "\(old) 已并入 \(new)")
            : Bilingual("\(old) was moved to \(new)", "\(old) 已改为 \(new)")
    }

    // MARK: What a correction did

    static func corrected() -> Bilingual { Bilingual("corrected", "更正") }
    static func void() -> Bilingual { Bilingual("void", "作废") }
    static func amended(from day: Day) -> Bilingual { Bilingual("amended from \(day) on", "自 \(day) 起变更金额") }
    static func happened(_ kind: String, on day: Day) -> Bilingual {
        Bilingual("\(kind) on \(day)", "于 \(day) \(event(kind).chinese)")
    }
    static func withoutEvent(on day: Day) -> Bilingual {
        Bilingual("without what was recorded of \(day)", "撤去 \(day) 的事件")
    }
    static func merged(into name: String) -> Bilingual {
        Bilingual("merged into \(name.visible)", "并入 \(name.visible)")
    }
    static func ownParty() -> Bilingual { Bilingual("a party of its own", "恢复为独立单位") }
    static func was(_ old: RecordName) -> Bilingual { Bilingual("what \(old) was", "由 \(old) 改编号而来") }

    /// `deal SH/D-1 is corrected, change 7`.
    static func done(_ name: RecordName, _ done: Bilingual, change: Int64?) -> Bilingual {
        Bilingual(
            "\(name.noun.spoken) \(name) \(change == nil ? "would be" : "is") \(done.english)\(change.map { ", change \($0)" } ?? "")",
            "\(noun(name.noun).chinese) \(name) \(change == nil ? "（试运行）将" : "已")\(done.chinese)\(change.map { "，变更 \($0)" } ?? "")"
        )
    }

    static func takeBack(_ command: String) -> Bilingual {
        Bilingual("to take it back: registry \(command)", "如需撤回：registry \(command)")
    }

    static func takeBack(change: Int64) -> Bilingual { takeBack("revert \(change) --reason '…'") }

    static func newParty(_ name: String, nearest: String? = nil, isNote: Bool = false) -> Bilingual {
        Bilingual(
            "\(isNote ? "note: " : "")new party \(name.visible)"
                + (nearest.map { "; the nearest known name is \($0.visible)" } ?? ""),
            "\(isNote ? "提示：" : "")新单位 \(name.visible)" + (nearest.map { "；最相近的已有名称为 \($0.visible)" } ?? ""))
    }

    static func voidedMany(_ count: Int, _ noun: Noun, change: Int64?) -> Bilingual {
        let what = Self.count(Int64(count), noun)
        return Bilingual(
            "\(what.english) \(change == nil ? "would be" : count == 1 ? "is" : "are") void"
                + (change.map { ", change \($0)" } ?? ""),
            "\(what.chinese)\(change == nil ? "（试运行）将" : "已")作废" + (change.map { "，变更 \($0)" } ?? ""))
    }

    static func noneVoided(_ refused: Int, of rows: Int, _ noun: Noun) -> Bilingual {
        Bilingual(
            "\(refused) of \(rows) rows are at fault, and no \(noun.spoken) was voided",
            "\(rows) 行中有 \(refused) 行有误，未将任何\(Words.noun(noun).chinese)作废")
    }

    static func namesNo(_ noun: Noun) -> Bilingual {
        Bilingual("names no \(noun.spoken)", "未列出任何\(Words.noun(noun).chinese)")
    }

    static func noHeading(for headings: [String]) -> Bilingual {
        Bilingual("no heading for \(headings.joined(separator: " and "))", "缺少表头：\(headings.joined(separator: "、"))")
    }

    private static func namedByRecords(_ noun: Noun, _ count: Int64, of named: Noun) -> Bilingual {
        // What is of a settlement must name its deal.
        let mend =
            noun.isOfSettlement ? "void-\(noun.dashed)" : "amend-\(noun.dashed) --clear \(named.dashed)"
        return Bilingual(
            "\(Words.count(count, noun).english) \(count == 1 ? "names" : "name") it, and a \(noun.spoken) and its \(named.spoken) are of one venue; first registry \(mend) for each",
            "有 \(Words.count(count, noun).chinese)引用它，而\(Words.noun(noun).chinese)与其\(Words.noun(named).chinese)须属同一场所；请先逐一用 registry \(mend) 去掉引用"
        )
    }
}
