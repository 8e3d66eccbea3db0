import Registry

/// What codes are called in a table for people: the ledger's own words in English, the trade's in Chinese.
///
/// What programs read (JSON, JSON lines, CSV) holds the codes themselves.
extension Words {
    /// - Parameter column: the key of the column in which the code stands, since the same code may mean two things.
    static func term(_ code: String, in column: String, of noun: Noun? = nil) -> Bilingual {
        Bilingual(code, chinese(code, column, noun) ?? code)
    }

    private static func chinese(_ code: String, _ column: String, _ noun: Noun?) -> String? {
        // Without a noun the first whose field of that name takes the code.
        for noun in noun.map({ [$0] }) ?? [
            .deal, .listing, .intention, .venue, .registration, .demand, .payment, .instalment, .certificate, .service,
        ] {
            let field = noun.fields.first { $0.name == column }
            guard case .term(let vocabulary) = field?.kind else { continue }
            if let term = vocabulary.terms.first(where: { $0.code == code }) { return term.chinese }
        }
        switch column {
        case "network": return Vocabulary.network.terms.first { $0.code == code }?.chinese
        case "metric": return Metric(rawValue: code).map { metric($0).chinese }
        case "noun", "table":
            return Noun(word: code).map { nouns($0).chinese } ?? tables[code] ?? table(code).chinese
        // What the rows of a file are.
        case "kind": return codes[column]?[code] ?? Noun(word: code).map { nouns($0).chinese } ?? tables[code]
        case "status" where noun == .registration: return statuses[code]
        default: return codes[column]?[code]
        }
    }

    /// Of a contract's registration.
    private static let statuses = [
        "submitted": "已提交", "accepted": "已受理", "registered": "已登记", "refused": "不予登记", "withdrawn": "已撤回",
        "cancelled": "已注销",
    ]

    private static let tables = ["calendar": "工作日历"]

    private static let deeds = [
        "added": "新增", "corrected": "更正", "amended": "金额变更", "terminated": "终止", "withdrawn": "撤牌",
        "suspended": "中止挂牌", "resumed": "恢复挂牌", "merged": "合并", "unmerged": "取消合并", "moved": "改编号",
        "voided": "作废", "void": "作废", "restored": "恢复", "event": "事件", "signed": "签订", "listed": "挂牌",
        "received": "登记", "posted": "发布", "registered": "认定登记", "due": "到期", "paid_in": "收入", "paid_out": "付出",
        "issued": "出具", "revoked": "撤销",
        "started": "开始", "closed": "停办",
        "cancelled": "注销", "joined": "加入", "left": "退出",
        "event_corrected": "事件更正", "event_voided": "事件作废",
        "event_restored": "事件恢复", "reverted": "撤销", "clerical": "笔误更正", "move": "改编号",
        "amendment": "金额变更", "revocation": "撤销", "termination": "终止", "suspension": "中止挂牌", "resumption": "恢复挂牌",
        "withdrawal": "撤牌", "merge": "合并", "unmerge": "取消合并", "revert": "撤销",
        "acceptance": "受理", "registration": "认定登记", "refusal": "不予登记", "retraction": "撤回", "cancellation": "注销",
        "closing": "停办", "outcome": "结果登记",
    ]

    private static let codes: [String: [String: String]] = [
        "deed": deeds, "event": deeds,
        "kind": deeds.merging(
            [
                "conflict": "与已登记内容冲突", "duplicate": "疑似重复", "power_of_ten": "金额疑差十的幂次", "day": "日期",
                "month": "月份", "number": "正整数", "text": "文本",
            ]
        ) { $1 },
        "outcome": [
            "imported": "已入库", "unchanged": "无变化", "doubled": "重复文件", "refused": "退回", "empty": "无数据行",
            "left": "未取", "rehearsed": "试运行",
        ],
        "state": [
            "open": "待处理", "accepted": "已采用来文", "kept": "维持原记录", "superseded": "已被后文取代",
            "settled": "已无需处理", "mended": "已更正", "dropped": "已销号", "missing": "缺报", "refused": "退回",
            "empty": "空文件", "late": "迟到", "due": "待报", "arrived": "已到", "not_due": "不需报",
        ],
        "status": ["listed": "挂牌中", "suspended": "中止挂牌", "withdrawn": "已撤牌"],
        "origin": ["own": "本所公布", "reported": "外部公布"],
        "comparison": ["equal": "等于", "at_least": "不少于", "nearly": "近", "about": "约"],
        "verdict": [
            "equal": "相符", "within_rounding": "在舍入误差内", "at_least": "不少于，成立", "nearly": "近，成立", "about": "约，成立",
            "off": "不符", "off_by_power_of_ten": "不符，差十的幂次",
        ],
    ]
}
