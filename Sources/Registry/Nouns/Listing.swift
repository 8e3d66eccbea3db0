/// An achievement listed for a period. A withdrawn one stays in the cumulative count.
extension Field {
    static let ofListing: [Field] = [
        Field("venue", .venue, required: true, "交易场所", ("code of the venue", "交易场所代码")),
        Field("code", .code, required: true, "项目编号", ("code within the venue", "场所内的编号")),
        Field("title", .text(most: 4000), required: true, "成果名称", ("name of the achievement", "成果名称")),
        Field("kind", .term(.achievementKind), "成果类别", ("kind of achievement", "科技成果类别")),
        Field("field", .term(.field), "技术领域", ("technology field", "技术领域")),
        Field("mode", .term(.tradingMode), "交易方式", ("trading mode", "交易方式")),
        Field("pricing", .text(most: 400), "定价方式", ("how the price is found", "价格的形成方式")),
        Field("owner", .party, "成果持有单位", ("who holds the achievement", "成果持有单位名称")),
        Field("asking_price", .amount, "挂牌价格", ("asking price", "挂牌价格")),
        Field("listed_on", .day(mayLieAhead: false), required: true, "挂牌起始日期", ("first day of the listing", "挂牌首日")),
        Field("listed_until", .day(mayLieAhead: true), "挂牌截止日期", ("last day of the listing", "挂牌末日")),
        Field("maturity", .term(.maturity), "技术成熟度", ("technical maturity", "技术成熟度")),
        Field("abstract", .text(most: 100_000), "成果简介", ("what the achievement is, in full", "成果的详细介绍")),
    ]
}

extension Flow {
    package static func ofListing(listedOn: Day, askingPrice: Amount?, isVoid: Bool) -> [Flow] {
        isVoid ? [] : [Flow(day: listedOn, measure: .listing, count: 1, fen: askingPrice?.fen ?? 0)]
    }
}
