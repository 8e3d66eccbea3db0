import Registry

extension HelpWords {
    /// Of what providers do: services, programmes, trainings, service points.
    static let ofProviders: [Bilingual] = [
        Bilingual(
            "Add a service of a provider: custody, valuation, matchmaking, a loan, what became of a loan.",
            "登记服务机构提供的服务：成果托管、价值评估、交易撮合、金融贷款及贷款的后续变化。"),
        Bilingual(
            "A loan names the programme of which it is drawn, if any, with --service; what became of a loan names the loan.",
            "从授信计划中发放的贷款以 --service 填其计划；续贷、延期付息、费用减免以 --service 填其贷款。"),
        Bilingual("Code within the venue; left out, one is given: S-2022-0001.", "场所内的编号；不填则自动编号，如 S-2022-0001。"),
        Bilingual(
            "custody 成果托管, valuation 价值评估, matchmaking 交易撮合, loan 金融贷款; renewal 无还本续贷, deferral 延期付息, relief 费用减免; training 企业培训, programme 授信计划, service_point 服务点.",
            "custody 成果托管、valuation 价值评估、matchmaking 交易撮合、loan 金融贷款；renewal 无还本续贷、deferral 延期付息、relief 费用减免；training 企业培训、programme 授信计划、service_point 服务点。"
        ),
        Bilingual("What it is called.", "服务名称。"),
        Bilingual("Who renders it.", "服务机构。"),
        Bilingual("Who is served.", "服务对象。"),
        Bilingual(
            "Of a loan its programme, of what became of a loan the loan, by code.", "所属服务编号：贷款填授信计划，续贷、延期付息、减免填贷款。"),
        Bilingual("Code of the demand, of the same venue.", "同一场所的技术需求编号。"),
        Bilingual(
            "Value held or found, fee, or sum lent, renewed, deferred or relieved; a bare number is yuan.",
            "托管或评估价值、服务费，或贷款、续贷、延期、减免的金额；只写数字即为元。"),
        Bilingual("Who attended a training, or how many.", "参加培训的单位或人数。"),
        Bilingual("Where it is held or stands.", "举办地点或服务点地址。"),
        Bilingual("Day on which it began.", "开始日期。"),
        Bilingual("Its fee; a bare number is yuan.", "培训费；只写数字即为元。"),
        Bilingual("Day on which it ended, or is to end.", "结束日期或到期日期。"),
        Bilingual(
            "First day on which a service point or a programme stands open no more.", "服务点或授信计划不再开放的首日。"),
        Bilingual("succeeded 成功, failed 未成 or stopped 终止.", "succeeded 成功、failed 未成 或 stopped 终止。"),
        Bilingual(
            "Add a bank's announced quota, of which loans are drawn; it is in no total of deals.",
            "登记银行公布的授信额度，贷款从中发放；不计入成交。"),
        Bilingual(
            "It is a service of the kind programme, whose code a loan names with --service. registry show service tells what of it is drawn and what is left, as of any day; so does the view programmes for today.",
            "授信计划是一类服务，贷款以 --service 填其编号。已用和剩余额度可用 registry show service 查任一日的，也见视图 programmes。"),
        Bilingual("Name of the programme.", "授信计划名称。"),
        Bilingual("Which bank.", "银行。"),
        Bilingual("What it announced to lend in all; a bare number is yuan.", "公布的总额度；只写数字即为元。"),
        Bilingual("Day on which it was announced.", "公布日期。"),
        Bilingual(
            "Add a training for enterprises: of which series, by whom, when, and who attended.",
            "登记企业培训：系列、主办单位、日期和参加单位。"),
        Bilingual("It is a service of the kind training.", "企业培训是一类服务。"),
        Bilingual("Series of which it is one.", "所属系列。"),
        Bilingual("Who organised it.", "主办单位。"),
        Bilingual("Day on which it was held, or began.", "举办日期，或开始日期。"),
        Bilingual(
            "Add a service point of the market office: where it stands and who runs it.", "登记技术市场管理办公室的服务点：地点和运营单位。"),
        Bilingual(
            "It is a service of the kind service_point. Totals count it from the day on which it was opened to that on which it is closed: registry amend-service --closed-on.",
            "服务点是一类服务，自启用之日起计入累计，至停办之日止：registry amend-service --closed-on。"),
        Bilingual("Name of the service point.", "服务点名称。"),
        Bilingual("Who runs it.", "运营单位。"),
        Bilingual("Day on which it was opened.", "启用日期。"),
        Bilingual("First day on which it stands open no more.", "停办首日。"),
        Bilingual(
            "Correct a service, as if it had never been otherwise, or say what came of it and when it ended.",
            "更正服务，如同原本如此；或登记其结果和结束日期。"),
        Bilingual("Venue and code, as in SH/S-2022-0001.", "场所和编号，如 SH/S-2022-0001。"),
        Bilingual("Say that a service was never rendered.", "登记某项服务从未提供。"),
        Bilingual(
            "Say of many services that they were never rendered, all of them or none: those that a file names.",
            "将文件所列的多项服务作废，要么全部，要么一项也不。"),
    ]
}
