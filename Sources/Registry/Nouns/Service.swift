/// What a provider does beside the trade: a service that was rendered once, or one that stands open. What became of a loan is
/// a service of its own, which names the loan; a loan drawn from a bank's programme names the programme.
extension Field {
    static let ofService: [Field] = [
        Field("venue", .venue, required: true, "交易场所", ("code of the venue", "交易场所代码")),
        Field("code", .code, required: true, "服务编号", ("code within the venue", "场所内的编号")),
        Field("kind", .term(.serviceKind), required: true, "服务类别", ("kind of service", "服务类别")),
        Field(
            "title", .text(most: 4000), "服务名称",
            ("what it is called: of a training its series, of a service point its name", "服务名称；培训填系列名称，服务点填其名称")),
        Field(
            "provider", .party, required: true, "服务机构",
            ("who renders it: a bank, an appraiser, an organiser", "提供服务者：银行、评估机构、主办单位等")),
        Field("customer", .party, "服务对象", ("who is served", "接受服务的单位")),
        Field(
            "service", .record(.service), "所属服务编号",
            ("of a loan its programme; of what became of a loan the loan", "贷款填其所属授信计划；续贷、延期付息、减免填其所属贷款")),
        Field("listing", .record(.listing), "挂牌项目编号", ("code of the listing, of the same venue", "同一场所的挂牌项目编号")),
        Field("demand", .record(.demand), "需求编号", ("code of the demand, of the same venue", "同一场所的技术需求编号")),
        Field("deal", .record(.deal), "成交项目编号", ("code of the deal, of the same venue", "同一场所的成交项目编号")),
        Field(
            "amount", .amount, "服务金额",
            (
                "value held or found, fee, or sum lent, renewed, deferred or relieved; of a programme its quota",
                "托管或评估价值、服务费，或贷款、续贷、延期、减免的金额；授信计划填额度"
            )),
        Field("attendees", .text(most: 4000), "参加单位", ("who attended a training, or how many", "参加培训的单位或人数")),
        Field("place", .text(most: 1000), "地点", ("where it is held or stands", "举办地点或服务点地址")),
        Field(
            "started_on", .day(mayLieAhead: false), required: true, "开始日期",
            ("day on which it began", "服务开始、放款或公布的日期")),
        Field("ended_on", .day(mayLieAhead: true), "结束日期", ("day on which it ended, or is to end", "服务结束或到期的日期")),
        Field(
            "closed_on", .day(mayLieAhead: false), "停办日期",
            ("first day on which a service point or a programme stands open no more", "服务点或授信计划不再开放的首日")),
        Field("outcome", .term(.serviceOutcome), "服务结果", ("what came of it", "服务结果")),
        Field("note", .text(most: 4000), "备注", ("what is to be known of it", "其他说明")),
    ]
}

/// The kinds of service, as the ledger stores them.
package enum ServiceKind: String, CaseIterable, Sendable {
    case custody, valuation, matchmaking, loan
    /// What became of a loan: renewed without repayment, its interest deferred, a fee relieved.
    case renewal, deferral, relief
    case training
    /// A bank's announced quota.
    case programme
    case servicePoint = "service_point"

    /// The kind of the service that one of this kind names; nil where it names none.
    package var parent: ServiceKind? {
        switch self {
        case .loan: .programme
        case .renewal, .deferral, .relief: .loan
        case .custody, .valuation, .matchmaking, .training, .programme, .servicePoint: nil
        }
    }

    /// The fields that it has beside those of every service.
    var needs: [String] {
        switch self {
        case .custody, .valuation: ["customer"]
        case .matchmaking: []
        case .loan: ["customer", "amount"]
        case .renewal, .deferral, .relief: ["service"]
        case .training, .servicePoint: ["title"]
        case .programme: ["title", "amount"]
        }
    }

    /// Fields that say nothing of it, so that no total counts what they hold.
    var lacks: [String] {
        switch self {
        case .programme: ["customer", "attendees", "place", "outcome"]
        case .servicePoint: ["amount"]
        default: []
        }
    }

    /// As what it counts.
    package var measure: Measure {
        switch self {
        case .programme: .programme
        case .servicePoint: .servicePoint
        case .custody, .valuation, .matchmaking, .loan, .renewal, .deferral, .relief, .training: .service
        }
    }

    /// Whether it stands open until it is closed.
    package var standsOpen: Bool { self == .programme || self == .servicePoint }
}

extension Flow {
    /// A service counts on its day. A programme is counted apart, for good; a service point until it is closed.
    ///
    /// - Parameter kind: as the ledger stores it.
    package static func ofService(
        startedOn: Day, closedOn: Day?, amount: Amount?, kind: String, isVoid: Bool
    ) -> [Flow] {
        guard !isVoid else { return [] }
        func flow(_ measure: Measure) -> Flow {
            Flow(day: startedOn, measure: measure, count: 1, fen: amount?.fen ?? 0)
        }
        let measure = ServiceKind(rawValue: kind)?.measure ?? .service
        guard measure == .servicePoint else { return [flow(measure)] }
        let opens = Flow(day: startedOn, measure: measure, count: 1, fen: 0)
        return closedOn.map { [opens, Flow(day: $0, measure: measure, count: -1, fen: 0)] } ?? [opens]
    }
}
