/// Money that went through the exchange's account for a deal: into it, or out of it.
extension Field {
    static let ofPayment: [Field] = [
        Field("venue", .venue, required: true, "交易场所", ("code of the venue", "交易场所代码")),
        Field("code", .code, required: true, "收付编号", ("code within the venue: its voucher's number", "场所内的编号，即收付凭证号")),
        Field("deal", .record(.deal), required: true, "成交项目编号", ("code of the deal, of the same venue", "同一场所的成交项目编号")),
        Field(
            "kind", .term(.paymentKind), required: true, "款项性质",
            (
                "what it is for; a refund is of the price: out to the buyer, or in from the seller",
                "款项性质；退款指退还价款：付给受让方，或由转让方退回账户"
            )),
        Field(
            "direction", .term(.paymentDirection), required: true, "收付方向",
            ("into the exchange's account, or out of it", "收入结算账户，或自结算账户付出")),
        Field("amount", .amount, required: true, "收付金额", ("what was paid, above zero", "收付金额，须大于零")),
        Field("paid_on", .day(mayLieAhead: false), required: true, "收付日期", ("day of the payment", "到账或付出的日期")),
        Field("payer", .party, "付款方", ("who paid", "付款方名称")),
        Field("payee", .party, "收款方", ("who was paid", "收款方名称")),
        Field("note", .text(most: 4000), "备注", ("what is to be known of it", "其他说明")),
    ]
}

/// A payment, as far as a deal's account asks.
package struct Payment: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case price, royalty, fee, deposit
        /// Of the price: out to the buyer, or in from the seller.
        case refund
    }

    package let kind: Kind
    package let isOut: Bool
    package let amount: Amount
    package let paidOn: Day

    package init(kind: Kind, isOut: Bool, amount: Amount, paidOn: Day) {
        (self.kind, self.isOut, self.amount, self.paidOn) = (kind, isOut, amount, paidOn)
    }

    /// Where it stands in an account: what comes in on a day comes before what goes out on it.
    package var order: (Day, Int) { (paidOn, isOut ? 1 : 0) }
}

extension Flow {
    /// A payment counts on its day: in or out, and in what is held, which is what came in less what went out.
    ///
    /// - Parameter direction: as the ledger stores it: `in` or `out`.
    package static func ofPayment(paidOn: Day, amount: Amount?, direction: String, isVoid: Bool) -> [Flow] {
        guard !isVoid else { return [] }
        let fen = amount?.fen ?? 0
        let isOut = direction == "out"
        return [
            Flow(day: paidOn, measure: isOut ? .paymentOut : .paymentIn, count: 1, fen: fen),
            Flow(day: paidOn, measure: .held, count: 0, fen: isOut ? 0 &- fen : fen),
        ]
    }
}
