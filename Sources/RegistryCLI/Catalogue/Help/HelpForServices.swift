import Registry

extension HelpWords {
    /// Of the exchange's services: demands, and registrations of contracts.
    static let ofServices: [Bilingual] = [
        Bilingual("Add a technology that somebody wants.", "登记技术需求。"),
        Bilingual("What is wanted, in one line.", "需求名称，一行。"),
        Bilingual("What is wanted, in full.", "需求的详细内容。"),
        Bilingual("What the achievement is, in full.", "成果的详细介绍。"),
        Bilingual("Who wants it.", "需求方。"),
        Bilingual("What they would pay at most; a bare number is yuan.", "拟投入的最高金额；只写数字即为元。"),
        Bilingual("First day of the posting.", "发布首日。"),
        Bilingual("Last day of the posting.", "发布末日。"),
        Bilingual("Correct a demand, as if it had never been otherwise.", "更正技术需求，如同原本如此。"),
        Bilingual("Venue and code, as in SH/N-2022-0001.", "场所和编号，如 SH/N-2022-0001。"),
        Bilingual("Say that a demand never was one.", "登记某技术需求从未存在。"),
        Bilingual(
            "Say of many demands that they never were, all of them or none: those that a file names.",
            "将文件所列的多项技术需求作废，要么全部，要么一项也不。"),
        Bilingual("Add a contract that the market office has registered, or was asked to.", "登记已认定登记或已提交认定登记的技术合同。"),
        Bilingual("Number of the registration, 14 or 16 digits.", "合同登记编号，14 位或 16 位数字。"),
        Bilingual("Code of the deal, of the same venue.", "同一场所的成交项目编号。"),
        Bilingual("Name of the contract.", "合同名称。"),
        Bilingual(
            "transfer 技术转让, licence 技术许可, development 技术开发, service 技术服务, consulting 技术咨询.",
            "transfer 技术转让、licence 技术许可、development 技术开发、service 技术服务、consulting 技术咨询。"),
        Bilingual("Contract amount; a bare number is yuan.", "合同成交额；只写数字即为元。"),
        Bilingual("Office that registered it.", "登记机构。"),
        Bilingual("online 全程网办, or service_point 服务点.", "online 全程网办，或 service_point 服务点。"),
        Bilingual(
            "yes or no: whether a commitment 告知承诺 stood in for papers.", "yes 或 no：是否以告知承诺代替证明材料。"),
        Bilingual("Day of registration.", "登记日期。"),
        Bilingual("Service point that took it in.", "受理的服务点。"),
        Bilingual("Day on which it was submitted.", "提交日期。"),
        Bilingual("Day on which the office took it up.", "受理日期。"),
        Bilingual("Day on which the office refused it.", "不予登记日期。"),
        Bilingual("Day on which it was withdrawn.", "撤回日期。"),
        Bilingual("Day on which it was cancelled.", "注销日期。"),
        Bilingual(
            "Correct a contract's registration, as if it had never been otherwise, or say what became of it.",
            "更正合同登记，如同原本如此；或登记其后来的办理情况。"),
        Bilingual("Venue and number, as in SH/2022310101000001.", "场所和编号，如 SH/2022310101000001。"),
        Bilingual("Kind of contract.", "合同类别。"),
        Bilingual("Say that a contract's registration never was one.", "登记某合同登记从未存在。"),
        Bilingual(
            "Say of many registrations of contracts that they never were, all of them or none: those that a file names.",
            "将文件所列的多项合同登记作废，要么全部，要么一项也不。"),
    ]
}
