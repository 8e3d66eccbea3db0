import Registry
import RegistryStore
import Spreadsheets

/// What is said of what a person has to decide.
extension Words {
    /// What an import found, in one line.
    static func of(_ doubt: Doubt, row: Int64?, name: String) -> Bilingual {
        let place = row.map { Bilingual("row \($0) (\(name)) ", "第 \($0) 行（\(name)）") } ?? Bilingual(same: "")
        return switch doubt.kind {
        case .conflict:
            place + conflict(with: doubt.against)
        case .duplicate:
            place
                + Bilingual(
                    "may be a deal of another venue too, \(text(doubt.said, "same_as")): the same parties, amount and day",
                    "可能与另一场所的成交项目 \(text(doubt.said, "same_as")) 重复：双方、金额和日期均相同")
        case .powerOfTen where doubt.record == nil:
            Bilingual(
                "the amounts of \(text(doubt.said, "rows")) new rows of \(text(doubt.said, "venue")) are off from its own by "
                    + "10^\(text(doubt.said, "power")): their median is about \(money(doubt.said, "median_fen").theirs.english), "
                    + "before it was about \(money(doubt.said, "median_fen").ours.english); is their unit right?",
                "场所 \(text(doubt.said, "venue")) 新增 \(text(doubt.said, "rows")) 行的金额与其以往相差 10^\(text(doubt.said, "power"))："
                    + "中位数约 \(money(doubt.said, "median_fen").theirs.chinese)，以往约 \(money(doubt.said, "median_fen").ours.chinese)；单位是否有误？"
            )
        case .powerOfTen:
            place
                + Bilingual(
                    "has an amount off by a power of ten from what was recorded; the record stays",
                    "金额与已登记的相差十的幂次；记录保持不变")
        }
    }

    private static func conflict(with against: Doubt.Against) -> Bilingual {
        switch against {
        case .hand:
            Bilingual(
                "differs from a record that was made, corrected or voided by hand; the record stays",
                "与经手工登记、更正或作废的记录不一致；记录保持不变")
        case .amendment:
            Bilingual(
                "gives another amount to a deal that was amended, and not since when (--effective-on DAY); the record stays",
                "金额与变更后的成交不一致，且未注明自何日起（--effective-on DAY）；记录保持不变")
        case .course:
            Bilingual(
                "does not fit what was recorded of it besides, its events or another of its amounts; the record stays",
                "与该记录已登记的事件或其他金额相抵触；记录保持不变")
        }
    }

    static func of(_ refusal: AnswerRefusal) -> Bilingual {
        switch refusal {
        case .noSuchItem:
            Bilingual(
                "there is no such review item; see registry list reviews --all",
                "没有此待核对事项；见 registry list reviews --all")
        case .answeredAlready(let actor, let change):
            Bilingual(
                "it was answered by \(actor.visible), change \(change); registry revert \(change) opens it again",
                "已由 \(actor.visible) 答复（变更 \(change)）；registry revert \(change) 可重新打开")
        case .superseded:
            Bilingual(
                "a later file says another thing of the record; answer that item; see registry list reviews",
                "后来的文件对该记录另有说法；请答复后一事项；见 registry list reviews")
        case .settled:
            Bilingual(
                "nothing is left to decide; the records say so already; see registry list reviews --all",
                "已无需判断，记录本已如此；见 registry list reviews --all")
        case .namesVoid(let field):
            Bilingual(
                "the record is void, and so is its \(field.replacing("_", with: " ")); it cannot count again",
                "该记录已作废，其\(heading(field).chinese)亦已作废；不能重新计数")
        }
    }

    /// What an answer did with an item.
    static func done(_ item: ReviewItem, _ answer: ReviewAnswer, isDryRun: Bool) -> Bilingual {
        let noun = noun(item.doubt.noun)
        let would = isDryRun ? "（试运行）将" : ""
        let pair = (item.name, item.otherName ?? "")
        return switch (item.doubt.kind, answer) {
        case (.duplicate, .accept):
            Bilingual(
                "\(pair.0) and \(pair.1) are two \(noun.english)s; both count",
                "\(pair.0) 与 \(pair.1) 是两个\(noun.chinese)，分别计数")
        case (.duplicate, .keep): Bilingual("\(pair.0) and \(pair.1) stay as they are", "\(pair.0) 与 \(pair.1) 保持不变")
        case (_, .accept) where item.doubt.record == nil:
            Bilingual("the amounts of \(item.fileName.visible) are right", "\(item.fileName.visible) 的金额无误")
        case (_, .keep) where item.doubt.record == nil:
            Bilingual("the records of \(item.fileName.visible) stay as they are", "\(item.fileName.visible) 的各条记录保持不变")
        case (_, .accept):
            Bilingual(
                "\(noun.english) \(item.name) \(isDryRun ? "would say" : "says") what the row says: ",
                "\(noun.chinese) \(item.name) \(would)采用来文：") + of(item.doubt.said)
        case (_, .keep):
            Bilingual(
                "\(noun.english) \(item.name) \(isDryRun ? "would stay as it is" : "stays as it is")",
                "\(noun.chinese) \(item.name) \(would)保持不变")
        }
    }

    static func answered(_ count: Int, change: Int64) -> Bilingual {
        Bilingual(
            "\(count) \(count == 1 ? "item is" : "items are") answered, change \(change)", "已答复 \(count) 项，变更 \(change)"
        )
    }

    static func reviewed(_ change: Int64, by actor: String, inChange own: Int64?) -> Bilingual {
        own.map {
            Bilingual(
                "change \(change) is reviewed by \(actor.visible), change \($0)",
                "变更 \(change) 已由 \(actor.visible) 复核，变更 \($0)")
        }
            ?? Bilingual(
                "change \(change) would be reviewed by \(actor.visible)", "（试运行）变更 \(change) 将由 \(actor.visible) 复核")
    }

    static func howToAnswer(_ item: String) -> Bilingual {
        Bilingual(
            "to answer: registry review \(item) --accept (or --keep) --reason '…'",
            "如需答复：registry review \(item) --accept（或 --keep）--reason '…'")
    }

    /// What is in doubt of an item.
    static func what(_ item: ReviewItem) -> Bilingual {
        guard item.doubt.kind == .duplicate, let other = item.otherName else { return of(item.doubt.said) }
        let said = item.doubt.said.fields.filter { $0.name != "same_as" }
        return Bilingual("the same as \(other)? ", "是否与 \(other) 为同一项目？") + of(Said(said))
    }

    /// What a row says and what the record says, field by field.
    static func of(_ said: Said) -> Bilingual {
        said.fields.map { field in
            let name = column(field.name)
            let (theirs, ours) =
                field.name.hasSuffix("_fen")
                ? money(said, field.name)
                : (shown(field.theirs), field.ours == .null ? Bilingual(same: "") : shown(field.ours))
            let words = Bilingual("\(name.english) \(theirs.english)", "\(name.chinese) \(theirs.chinese)")
            return ours.isEmpty ? words : words + Bilingual(", ours \(ours.english)", "，我方 \(ours.chinese)")
        }
        .joined(Bilingual("; ", "；"))
    }

    private static func shown(_ cell: Cell) -> Bilingual {
        cell == .null ? none : Bilingual(same: cell.plainText.visible)
    }
    private static func text(_ said: Said, _ name: String) -> String { said[name]?.theirs.plainText.visible ?? "" }

    private static func money(_ said: Said, _ name: String) -> (theirs: Bilingual, ours: Bilingual) {
        func words(_ cell: Cell?) -> Bilingual {
            if case .integer(let fen) = cell {
                Amount(fen: fen).spoken
            } else {
                Bilingual(same: "")
            }
        }
        let theirs = words(said[name]?.theirs)
        return (theirs.isEmpty ? none : theirs, words(said[name]?.ours))
    }
}
