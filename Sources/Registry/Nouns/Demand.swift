/// What somebody wants a technology for, posted so that who has one may answer.
extension Field {
    static let ofDemand: [Field] = [
        Field("venue", .venue, required: true, "交易场所", ("code of the venue", "交易场所代码")),
        Field("code", .code, required: true, "需求编号", ("code within the venue", "场所内的编号")),
        Field("title", .text(most: 4000), required: true, "需求名称", ("what is wanted, in one line", "技术需求名称")),
        Field("abstract", .text(most: 100_000), "需求内容", ("what is wanted, in full", "技术需求的详细内容")),
        Field("field", .term(.field), "技术领域", ("technology field", "技术领域")),
        Field("demander", .party, "需求方", ("who wants it", "需求单位名称")),
        Field("budget", .amount, "预算金额", ("what they would pay at most", "拟投入的最高金额")),
        Field("posted_on", .day(mayLieAhead: false), required: true, "需求发布日期", ("first day of the posting", "发布首日")),
        Field("posted_until", .day(mayLieAhead: true), "需求截止日期", ("last day of the posting", "发布末日")),
    ]
}

extension Flow {
    package static func ofDemand(postedOn: Day, budget: Amount?, isVoid: Bool) -> [Flow] {
        isVoid ? [] : [Flow(day: postedOn, measure: .demand, count: 1, fen: budget?.fen ?? 0)]
    }
}
