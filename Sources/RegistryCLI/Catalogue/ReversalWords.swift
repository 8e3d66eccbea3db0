import Registry
import RegistryStore

/// What is said of a change that takes back another.
extension Words {
    /// Why a row stays.
    static func of(_ kept: Reversal.Kept) -> Bilingual {
        let table = table(kept.table)
        let name = kept.name.visible
        return Bilingual("\(table.one) \(name) stays: ", "\(table.chinese) \(name) 保持不变：")
            + {
                switch kept.obstacle {
                case .correctedSince:
                    Bilingual(
                        "something newer was recorded of it, at last by change \(kept.lastChange)",
                        "其后另有登记，最近一次为变更 \(kept.lastChange)")
                case .named: Bilingual("records name it", "有记录引用它")
                case .namesVoid: Bilingual("its version of before names a record that is void", "其先前版本引用的记录已作废")
                case .venuesDiffer:
                    Bilingual(
                        "as it was before, a deal would name a listing of another venue", "若恢复先前版本，成交项目将引用另一场所的挂牌项目")
                case .ownChange:
                    Bilingual(
                        "it is of your own change, and would be yours now; another actor has to give it back",
                        "它属于您本人的变更，复核不得由本人恢复；须由另一经办人进行")
                case .aboveAmended:
                    Bilingual(
                        "as it was before, its technical amount would be more than what it was amended to",
                        "若恢复先前版本，其技术交易额将大于变更后的成交金额")
                case .untied:
                    Bilingual(
                        "as it was before, a service would not agree with the one that it names, or with its deal: in kind, day, provider, quota or listing",
                        "若恢复先前版本，服务将与其所属服务或成交项目在类别、日期、服务机构、额度或挂牌项目上不一致")
                case .issued:
                    Bilingual(
                        "it was issued and is in force; take its validity with registry revoke-certificate",
                        "该凭证已出具且有效；请用 registry revoke-certificate 撤销")
                case .nameTaken:
                    Bilingual("what it was called before belongs to another record now", "其先前的名称现属另一记录")
                }
            }()
    }

    /// What was taken back, as in `1,204 deals are void, 2 listings are as they were before`.
    static func of(_ takenBack: [Reversal.TakenBack], isDryRun: Bool) -> Bilingual {
        takenBack.map { rows in
            let count = count(rows.rows, of: rows.table)
            let be = isDryRun ? "would be" : rows.rows == 1 ? "is" : "are"
            return rows.isVoided
                ? Bilingual("\(count.english) \(be) void", "\(count.chinese)作废")
                : Bilingual(
                    "\(count.english) \(be) as \(rows.rows == 1 ? "it was" : "they were") before",
                    "\(count.chinese)恢复先前版本")
        }
        .joined(Bilingual(", ", "，"))
    }

    /// What counts no more, or again, of what was kept beside the records.
    static func of(_ beside: [Reversal.Beside], countAgain: Bool, isDryRun: Bool) -> Bilingual {
        beside.map { rows in
            let isOne = rows.rows == 1
            let count = count(rows.rows, of: rows.table)
            let opens = rows.table == "review_answer" && !countAgain
            return Bilingual(
                "\(count.english) \(isDryRun ? "would count" : isOne ? "counts" : "count") \(countAgain ? "again" : "no more")"
                    + (opens ? ", so that \(isOne ? "its item is" : "their items are") open again" : ""),
                "\(count.chinese)\(countAgain ? "重新生效" : "不再有效")" + (opens ? "，相应事项重新待处理" : ""))
        }
        .joined(Bilingual(", ", "，"))
    }

    private static func count(_ rows: Int64, of name: String) -> Bilingual {
        let table = table(name)
        return count(rows, table.one, table.many, table.measure, table.chinese)
    }

    /// The head of what a reversal did.
    static func reverts(_ note: ChangeNote, by change: Int64?) -> Bilingual {
        let about = (note.command.visible, note.actor.visible, note.recordedAt.prefix(10))
        let english = "change \(note.number) (\(about.0), \(about.1), \(about.2))"
        let chinese = "变更 \(note.number)（\(about.0)，\(about.1)，\(about.2)）"
        return change.map { Bilingual("change \($0) takes back \(english)", "变更 \($0) 撤销\(chinese)") }
            ?? Bilingual("\(english) would be taken back", "（试运行）将撤销\(chinese)")
    }

    static func moreStay(_ count: Int64) -> Bilingual {
        Bilingual("and \(grouped(String(count))) more stay", "另有 \(grouped(String(count))) 项保持不变")
    }

    static func laterThan(_ from: Int64, _ to: Int64) -> Bilingual {
        Bilingual(
            "--from is change \(from), --to the earlier change \(to); write the earlier first",
            "--from 为变更 \(from)，--to 为更早的变更 \(to)；请将较早者写在前")
    }
}
