/// 交易凭证（鉴证书）: what the exchange, or another, has certified of a deal. What it says was so on the day of issue.
extension Field {
    static let ofCertificate: [Field] = [
        Field("venue", .venue, required: true, "交易场所", ("code of the venue", "交易场所代码")),
        Field("code", .code, required: true, "凭证编号", ("number within the venue, given once", "场所内的凭证编号，一经使用不再重复")),
        Field("deal", .record(.deal), required: true, "成交项目编号", ("code of the deal, of the same venue", "同一场所的成交项目编号")),
        Field("issued_on", .day(mayLieAhead: false), required: true, "出具日期", ("day of issue", "出具凭证的日期")),
        Field(
            "revoked_on", .day(mayLieAhead: false), "撤销日期",
            ("first day on which it holds no more", "凭证被撤销、自该日起失效的日期")),
        Field("title", .text(most: 4000), "标的名称", ("what was traded", "交易标的名称")),
        Field("kind", .term(.dealKind), "合同类别", ("kind of deal", "成交项目的合同类别")),
        Field("mode", .term(.tradingMode), "交易方式", ("trading mode", "交易方式")),
        Field("signed_on", .day(mayLieAhead: false), "签订日期", ("day of the contract's signature", "合同签订日期")),
        Field("listed_on", .day(mayLieAhead: false), "挂牌日期", ("first day of the listing", "挂牌起始日期")),
        Field("listed_until", .day(mayLieAhead: true), "挂牌截止日期", ("last day of the listing", "挂牌截止日期")),
        Field("seller", .party, "转让方", ("who transfers", "转让方名称")),
        Field("seller_agent", .party, "转让方代理机构", ("who acts for the seller", "转让方代理机构名称")),
        Field("buyer", .party, "受让方", ("who receives", "受让方名称")),
        Field("buyer_agent", .party, "受让方代理机构", ("who acts for the buyer", "受让方代理机构名称")),
        Field("valuation", .amount, "评估结果", ("what the object was valued at", "标的评估结果")),
        Field("amount", .amount, "成交价格", ("price in force on the day of issue", "出具当日有效的成交价格")),
        Field("fee", .amount, "应付服务费", ("fees that were due", "应付的交易服务费")),
        Field("payment_form", .term(.paymentForm), "支付方式", ("form of payment", "价款支付方式")),
        Field("conclusion", .text(most: 4000), "鉴证结论", ("what is certified", "鉴证结论")),
        Field(
            "issuer", .text(most: 1000), "出具机构",
            ("who else issued it; empty for the exchange itself", "其他出具机构名称；本所出具的不填")),
    ]
}

extension Flow {
    /// A certificate is issued once, and valid until it is revoked.
    package static func ofCertificate(issuedOn: Day, revokedOn: Day?, amount: Amount?, isVoid: Bool) -> [Flow] {
        guard !isVoid else { return [] }
        let fen = amount?.fen ?? 0
        func valid(_ day: Day, sign: Int64) -> Flow {
            Flow(day: day, measure: .validCertificate, count: sign, fen: sign &* fen)
        }
        return [Flow(day: issuedOn, measure: .issuedCertificate, count: 1, fen: fen), valid(issuedOn, sign: 1)]
            + (revokedOn.map { [valid($0, sign: -1)] } ?? [])
    }
}
