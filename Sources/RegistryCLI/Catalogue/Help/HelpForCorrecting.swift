import Registry

extension HelpWords {
    /// Of correcting what is recorded.
    static let ofCorrecting: [Bilingual] = [
        Bilingual(
            "Correct a venue, as if it had never been otherwise.",
            "更正交易场所，如同原本如此。"),
        Bilingual(
            "A field that is to say nothing; may be given more than once.",
            "要清空的字段；可多次给出。"),
        Bilingual(
            "core (a trading venue) or service (a member).",
            "core（交易场所）或 service（服务成员）。"),
        Bilingual(
            "First day no longer in the network.",
            "不再属于网络的首日。"),
        Bilingual(
            "Correct a party, as if it had never been otherwise.",
            "更正单位，如同原本如此。"),
        Bilingual(
            "Name of the party.",
            "单位名称。"),
        Bilingual(
            "The same name in another writing: width and spaces.",
            "同一名称的另一写法：全角半角和空格。"),
        Bilingual(
            "Correct an intention, as if it had never been otherwise.",
            "更正意向项目，如同原本如此。"),
        Bilingual(
            "Venue and code, as in SH/I-2021-0001.",
            "场所代码与编号，如 SH/I-2021-0001。"),
        Bilingual(
            "Correct a listing, as if it had never been otherwise.",
            "更正挂牌项目，如同原本如此。"),
        Bilingual(
            "Venue and code, as in SH/L-2021-0001.",
            "场所代码与编号，如 SH/L-2021-0001。"),
        Bilingual(
            "Kind of achievement.",
            "成果类别。"),
        Bilingual(
            "Technical maturity.",
            "技术成熟度。"),
        Bilingual(
            "Correct a deal, as if it had never been otherwise; or record new terms from a day on (--effective-on).",
            "更正成交项目，如同原本如此；或登记自某日起的新条款（--effective-on）。"),
        Bilingual(
            "Venue and code, as in SH/D-2022-0001.",
            "场所代码与编号，如 SH/D-2022-0001。"),
        Bilingual(
            "The day from which the new amount is in force; the totals of earlier days stand.",
            "新金额的生效日期；此前各日的累计不变。"),
        Bilingual(
            "Kind of contract.",
            "合同类别。"),
        Bilingual(
            "Form of payment.",
            "支付方式。"),
        Bilingual(
            "End a deal on a day: its amount and its count are taken back on it.",
            "自某日起终止成交项目：其金额和数量于该日冲回。"),
        Bilingual(
            "The day on which it happened.",
            "事件发生的日期。"),
        Bilingual(
            "Venue and code of the record, as in SH/D-2022-0001.",
            "记录的场所代码与编号，如 SH/D-2022-0001。"),
        Bilingual(
            "Say that a listing was suspended on a day.",
            "登记挂牌项目自某日起中止。"),
        Bilingual(
            "Say that a suspended listing was resumed on a day.",
            "登记中止的挂牌项目自某日起恢复。"),
        Bilingual(
            "Say that a listing was withdrawn on a day; it stays in the count of listings.",
            "登记挂牌项目于某日撤牌；仍计入挂牌项目数。"),
        Bilingual(
            "Give an intention the venue and code that it should have had; the old code points on.",
            "把意向项目改到应有的场所和编号；旧编号继续指向它。"),
        Bilingual(
            "Venue and code that it should have had.",
            "应有的场所代码与编号。"),
        Bilingual(
            "Venue and code that it has, as in SH/D-2022-0001.",
            "现有的场所代码与编号，如 SH/D-2022-0001。"),
        Bilingual(
            "Give a listing the venue and code that it should have had; the old code points on.",
            "把挂牌项目改到应有的场所和编号；旧编号继续指向它。"),
        Bilingual(
            "Give a deal the venue and code that it should have had; the old code points on.",
            "把成交项目改到应有的场所和编号；旧编号继续指向它。"),
        Bilingual(
            "Say that two names are of one party: records of the first show the second, which stays.",
            "登记两个名称为同一单位：前者的记录改示后者，后者保留。"),
        Bilingual(
            "The name that goes.",
            "并入他人的名称。"),
        Bilingual(
            "The name that stays.",
            "保留的名称。"),
        Bilingual(
            "Say that a party is not the one that it was merged into.",
            "登记某单位并非其所并入的单位。"),
        Bilingual(
            "The name that was merged into another.",
            "曾并入他人的名称。"),
        Bilingual(
            "Say that a venue never was one.",
            "登记某交易场所从未存在。"),
        Bilingual(
            "Say that a party never was one.",
            "登记某单位从未存在。"),
        Bilingual(
            "Say that an intention never was one.",
            "登记某意向项目从未存在。"),
        Bilingual(
            "Say that a listing never was one.",
            "登记某挂牌项目从未存在。"),
        Bilingual(
            "Say that a deal never was one: it counts for nothing, its code stays taken.",
            "登记某成交项目从未存在：不计数，编号不得再用。"),
        Bilingual(
            "Say of many intentions that they never were, all of them or none: those that a file names.",
            "将文件所列的多个意向项目作废，要么全部，要么一个也不。"),
        Bilingual(
            "A file with the headings venue and code; - is standard input.",
            "含 venue（场所代码）和 code（编号）表头的文件；- 为标准输入。"),
        Bilingual(
            "Say of many listings that they never were, all of them or none: those that a file names.",
            "将文件所列的多个挂牌项目作废，要么全部，要么一个也不。"),
        Bilingual(
            "Say of many deals that they never were, all of them or none: those that a file names.",
            "将文件所列的多个成交项目作废，要么全部，要么一个也不。"),
        Bilingual(
            "Say that a deal was not amended or terminated on a day.",
            "登记成交项目在某日并无金额变更或终止。"),
        Bilingual(
            "Say that a listing was not suspended, resumed or withdrawn on a day.",
            "登记挂牌项目在某日并无中止、恢复或撤牌。"),
        Bilingual(
            "Take back a change: an import or a correction, days later, keeping what was corrected since.",
            "撤销一次变更：导入或更正，事隔多日亦可，保留其后的更正。"),
        Bilingual(
            "What the change recorded becomes void, what it corrected gets its version of before, as a new change: nothing is lost, and a revert can be reverted. A file that it imported can be imported afresh.",
            "该变更登记的作废，更正的恢复先前版本，作为一次新变更：什么也不丢失，撤销本身也可撤销。其导入的文件可重新导入。"),
        Bilingual(
            "What was corrected since stays, and so does what other records name by now; it is told, and the command ends with 1, or with 65 and nothing done under --wholly. Parties that others name by now stay too, as they should.",
            "其后另有更正的保持不变，已被其他记录引用的也是；会逐项说明，退出码为 1；加 --wholly 时为 65 且不作任何撤销。已被其他记录引用的单位也理应保留。"),
        Bilingual(
            "The number of the change; registry list changes shows it.",
            "变更号；见 registry list changes。"),
        Bilingual(
            "Why; kept with the new change.",
            "原因；随新变更保存。"),
        Bilingual(
            "Take back all of it or nothing.",
            "要么全部撤销，要么不撤销。"),
        Bilingual(
            "Answer what an import left to be decided (R12), or look at another actor's correction a second time (复核).",
            "答复导入时留待判断的事项（R12），或对他人的更正进行复核。"),
        Bilingual(
            "R12 is a review item, which an import made of what it would not decide; 81 is the number of a change.",
            "R12 为待核对事项，是导入时未作判断的；81 为变更号。"),
        Bilingual(
            "--accept: what the row says holds. Of a conflict, and of an amount off by a power of ten, the record takes the row's values, as a correction; of a suspected duplicate, they are two deals; of a whole file, its amounts are right. --keep: the records stay as they are. A deal that is one with another's is voided with registry void-deal, a file with a wrong unit taken back with registry revert.",
            "--accept：以来文为准。与人工更正冲突的，或金额差十的幂次的，记录按该行更正；疑似重复的，认定为两个成交项目；整份文件的，认定其金额无误。--keep：记录保持不变。与另一成交项目实为一个的，用 registry void-deal 作废；单位有误的文件，用 registry revert 撤销。"
        ),
        Bilingual(
            "Answers are one change, all or none. They stand while the rows say the same, in however many files.",
            "各项答复合为一次变更，要么全部，要么全不。只要来文说法不变，无论再来多少文件，答复一直有效。"),
        Bilingual(
            "Why, or a remark; kept with the change. Needed to answer items.",
            "原因或备注；随变更保存。答复事项时必填。"),
        Bilingual(
            "What the row says holds.",
            "以来文为准。"),
        Bilingual(
            "The record stays as it is.",
            "记录保持不变。"),
        Bilingual(
            "Review items, as R12 or R12-R20; or the number of one change.",
            "待核对事项，如 R12 或 R12-R20；或一个变更号。"),
        Bilingual(
            "Say of rejected rows (J12) that no mended row will come, so that they wait no more.",
            "对退回行（J12）销号：不会再有更正。"),
        Bilingual(
            "A reject whose mended row is imported is closed by that. Several are dropped as one change, all or none; registry revert opens them again.",
            "更正后的行导入时，相应退回行自动销号。多行销号合为一次变更，要么全部，要么全不；registry revert 可重新打开。"),
        Bilingual(
            "Rejected rows, as J12 or J12-J20.",
            "退回行，如 J12 或 J12-J20。"),
    ]
}
