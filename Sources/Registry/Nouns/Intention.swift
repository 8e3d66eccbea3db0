/// An achievement that somebody intends to bring to market. Counted apart from listings.
extension Field {
    static let ofIntention: [Field] = [
        Field("venue", .venue, required: true, "交易场所", ("code of the venue", "交易场所代码")),
        Field("code", .code, required: true, "项目编号", ("code within the venue", "场所内的编号")),
        Field("title", .text(most: 4000), required: true, "成果名称", ("name of the achievement", "成果名称")),
        Field("field", .term(.field), "技术领域", ("technology field", "技术领域")),
        Field("owner", .party, "成果持有单位", ("who holds the achievement", "成果持有单位名称")),
        Field("amount", .amount, "意向金额", ("amount intended", "意向交易金额")),
        Field(
            "received_on", .day(mayLieAhead: false), required: true, "意向登记日期",
            ("day on which it was received", "意向登记（受理）日期")),
    ]
}

extension Flow {
    package static func ofIntention(receivedOn: Day, amount: Amount?, isVoid: Bool) -> [Flow] {
        isVoid ? [] : [Flow(day: receivedOn, measure: .intention, count: 1, fen: amount?.fen ?? 0)]
    }
}
