import Registry

/// What stands above the columns of a table for people. CSV and JSON have the keys themselves, in every language.
extension Words {
    /// - Parameters:
    ///   - key: the column's key.
    ///   - noun: of the records in the rows, whose fields have names of their own.
    static func heading(_ key: String, of noun: Noun? = nil) -> Bilingual {
        Bilingual(key, chinese(key, noun))
    }

    /// `amount_yuan` as people read it: `amount`, 成交金额.
    static func column(_ name: String, of noun: Noun? = nil) -> Bilingual {
        let bare = bare(name).name
        return Bilingual(bare.replacing("_", with: " "), ofField(bare, noun) ?? headings[bare] ?? chinese(name, noun))
    }

    private static func bare(_ key: String) -> (name: String, unit: String) {
        for (suffix, unit) in units where key.hasSuffix(suffix) { return (String(key.dropLast(suffix.count)), unit) }
        return (key, "")
    }

    private static let units = MoneyUnit.allCases.map { ("_\($0.rawValue)", "（\($0.chinese)）") } + [("_fen", "（分）")]

    private static func chinese(_ key: String, _ noun: Noun?) -> String {
        let (name, unit) = bare(key)
        if let own = ofField(name, noun) { return own + unit }
        if let known = headings[key] { return known }
        if let known = headings[name] { return known + unit }
        // Up to a day, where a column beside it tells what happened in each group.
        if name.hasPrefix("cumulative_") { return "累计" + chinese(String(key.dropFirst("cumulative_".count)), noun) }
        return key
    }

    private static func ofField(_ name: String, _ noun: Noun?) -> String? {
        (noun?.fields ?? []).first { $0.name == name }?.chinese
    }

    /// Whether the column has a name in Chinese.
    static func isKnown(_ key: String, of noun: Noun? = nil) -> Bool { chinese(key, noun) != key }

    /// By key; money without its unit.
    private static let headings: [String: String] = {
        var all = others
        // A field of one name means the same in most nouns; those in which it does not say so themselves.
        for field in Noun.allCases.flatMap(\.fields) where all[field.name] == nil { all[field.name] = field.chinese }
        for metric in Metric.allCases { all[metric.rawValue] = Words.metric(metric).chinese }
        return all
    }()

    /// Of rows of a file, where `new` alone is the new value of a field.
    static let newRows = Bilingual("new", "新增")
    /// Of the headings by which a field is known, where `headings` alone are those of a row.
    static let knownHeadings = Bilingual("headings", "可用表头")

    private static let others = [
        // Records
        "noun": "对象", "code": "编号", "name": "名称", "title": "名称", "kind": "类别", "amount": "金额", "record": "记录",
        "venue": "交易场所", "venue_code": "场所代码", "venue_name": "场所名称", "party": "单位", "party_id": "单位序号",
        "listing_code": "挂牌项目编号", "deal_code": "成交项目编号", "original_amount": "签订金额", "status": "状态", "status_on": "状态日期",
        "region": "所在地区",
        "network": "所属网络", "merged_into": "并入单位", "other_name": "对照记录", "field": "字段", "fields": "变动字段",
        "value": "值", "effective_on": "生效日期", "signed_amount": "签订金额",
        "terminated_on": "终止日期", "withdrawn_on": "撤牌日期", "is_void": "已作废", "median": "中位数", "same_as": "对照项目",
        // Settlement
        "agreed": "成交价款", "received": "已收价款", "planned": "分期约定合计", "paid_on_yuan": "已付转让方（元）",
        "paid_on_fen": "已付转让方（分）", "royalty_in": "提成收入", "royalty_out": "提成付出",
        "fee_held": "结存服务费", "deposit_held": "结存保证金", "held": "结存", "outstanding": "未收价款", "overdue": "逾期未收",
        "to_refund": "应退价款", "still_due": "尚应收", "settled_on": "结清日期", "in": "收入", "out": "付出",
        // Certificates
        "verification_code": "验证码", "since": "出具后变化",
        // Services
        "service_code": "所属服务编号", "demand_code": "需求编号", "quota": "授信额度", "drawn": "已用额度", "left": "剩余额度",
        "loans": "贷款笔数",
        // Changes
        "change": "变更", "change_id": "变更", "changes": "变更数", "recorded_at": "登记时间", "command": "命令", "reason": "原因",
        "actor": "经办人", "login": "登录名", "host": "主机", "seal": "封签", "rows_new": "新增行", "rows_changed": "更正行",
        "reverts": "撤销变更", "reverted_by": "被撤销于变更", "reviewed_by": "复核人", "reviewed_at": "复核时间",
        "review_change_id": "复核变更", "version": "版本", "deed": "事项", "event": "事件", "old": "原值", "new": "新值",
        "source": "来源",
        "from": "起", "to": "止", "parameter": "参数", "default": "默认值", "view": "视图", "columns": "列数",
        // Files
        "file": "文件", "file_name": "文件名", "file_row": "行号", "row": "行号", "sha256": "SHA-256 摘要", "size_bytes": "字节数",
        "options": "读取选项", "rows_read": "读入行", "rows_unchanged": "未变行", "rows_rejected": "退回行",
        "rows_set_aside": "非数据行",
        "read": "读入", "changed": "更正", "unchanged": "未变", "rejected": "退回", "set_aside": "非数据行", "outcome": "结果",
        "arrived_at": "到达时间", "conflicts": "待核对", "byte_offset": "字节位置", "original": "原文", "original_state": "原文状态",
        "headings": "表头", "values": "取值", "meaning": "含义", "required": "必填", "cells": "单元格",
        // Rejects and reviews
        "reject": "退回行编号", "reasons": "退回原因（英文）", "reasons_zh": "退回原因", "state": "状态",
        "rejected_at": "退回时间", "number": "编号", "closed_by": "销号人", "closed_at": "销号时间",
        "close_reason": "销号原因", "close_change_id": "销号变更", "item": "事项编号",
        "what": "待核对内容", "said": "来文所述", "found_at": "发现时间", "answered_by": "答复人", "answered_at": "答复时间",
        "answer_reason": "答复原因", "answer_change_id": "答复变更",
        // Totals and figures
        "as_of": "截至日期", "known_at": "账面时点", "total": "合计", "count": "数量", "yuan": "金额（元）", "key": "分组",
        "records": "记录数",
        "before": "此前", "after": "此后", "difference": "差额", "metric": "指标", "comparison": "比较", "published": "公布值",
        "computed": "账面值", "unit": "单位", "verdict": "核对结果", "published_on": "公布日期", "origin": "来源类别",
        "earlier_versions": "旧版本数",
        "known_change_id": "公布时变更", "known_seal": "公布时封签", "month": "月份", "quarter": "季度", "half": "半年", "year": "年份",
        "measure": "指标", "share": "占比", "found_in": "命中字段", "why": "理由", "score": "匹配度", "terms": "共同用语",
        "same_field": "领域相同", "same_region": "地区相同", "price_fit": "价格与预算", "rank": "序号", "excerpt": "命中处",
        "growth": "增长率", "now": "本期",
        "mean": "均值",
        // A night
        "night": "日期", "files_expected": "应报", "files_arrived": "已到", "files_late": "迟到", "files_due": "待报",
        "files_missing": "缺报", "files_empty": "空文件", "files_doubled": "重复", "files_refused": "退回",
        "conflicts_open": "未决",
        "records_missing": "缺少记录", "alarms": "提醒", "corrections": "更正数", "unreviewed": "未复核", "open_reviews": "待核对",
        "open_rejects": "待更正", "day": "日期", "is_working": "工作日",
        // Proof
        "problem": "问题", "table": "表", "id": "行标识", "column": "列", "found": "实为", "expected": "应为", "migration": "迁移脚本",
        "applied_at": "施行时间", "section": "部分",
    ]
}
