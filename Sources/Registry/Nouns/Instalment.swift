/// A part of a deal's price, or of its royalty, that was agreed to be paid by a day.
extension Field {
    static let ofInstalment: [Field] = [
        Field("venue", .venue, required: true, "交易场所", ("code of the venue", "交易场所代码")),
        Field("code", .code, required: true, "分期编号", ("code within the venue", "场所内的编号")),
        Field("deal", .record(.deal), required: true, "成交项目编号", ("code of the deal, of the same venue", "同一场所的成交项目编号")),
        Field("kind", .term(.instalmentKind), required: true, "款项性质", ("what is to be paid", "应付款项的性质")),
        Field("amount", .amount, required: true, "应付金额", ("what is to be paid, above zero", "应付金额，须大于零")),
        Field("due_on", .day(mayLieAhead: true), required: true, "应付日期", ("day by which it is to be paid", "约定的付款日期")),
        Field("note", .text(most: 4000), "备注", ("what the parties agreed beside it", "约定的其他内容")),
    ]
}

extension Flow {
    /// An instalment counts from the day on which it is due.
    package static func ofInstalment(dueOn: Day, amount: Amount?, isVoid: Bool) -> [Flow] {
        isVoid ? [] : [Flow(day: dueOn, measure: .instalment, count: 1, fen: amount?.fen ?? 0)]
    }
}
