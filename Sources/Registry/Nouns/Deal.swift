/// A contract made on an achievement. Totals count its fixed price; a royalty is kept apart.
extension Field {
    static let ofDeal: [Field] = [
        Field("venue", .venue, required: true, "交易场所", ("code of the venue", "交易场所代码")),
        Field("code", .code, required: true, "项目编号", ("code within the venue", "场所内的编号")),
        Field("title", .text(most: 4000), "项目名称", ("name of the contract or the achievement", "合同名称或成果名称")),
        Field("kind", .term(.dealKind), required: true, "合同类别", ("kind of technology contract", "技术合同类别")),
        Field("field", .term(.field), "技术领域", ("technology field", "技术领域")),
        Field("mode", .term(.tradingMode), "交易方式", ("trading mode", "交易方式")),
        Field("listing", .record(.listing), "挂牌项目编号", ("code of the listing, of the same venue", "同一场所的挂牌项目编号")),
        Field("seller", .party, "转让方", ("who transfers", "转让方名称")),
        Field("buyer", .party, "受让方", ("who receives", "受让方名称")),
        Field("amount", .amount, required: true, "成交金额", ("fixed price of the contract", "合同约定的固定价款")),
        Field(
            "technical_amount", .amount, "技术交易额",
            ("part of it that is for technology; never more than the amount", "成交金额中属于技术的部分，不得大于成交金额")),
        Field("pricing", .text(most: 400), "定价方式", ("how the price was found", "价格的形成方式")),
        Field("payment_form", .term(.paymentForm), "支付方式", ("form of payment", "价款支付方式")),
        Field("royalty", .text(most: 1000), "提成条款", ("royalty terms, in words", "提成约定的文字表述")),
        Field("signed_on", .day(mayLieAhead: false), required: true, "签订日期", ("day of signature", "合同签订日期")),
        Field("registration_no", .text(most: 40), "合同登记编号", ("number of the contract's registration", "技术合同登记编号")),
    ]

    /// What a file may say of a deal beside its fields: since when its present terms hold. It becomes an event.
    package static let effectiveOn = Field(
        "effective_on", .day(mayLieAhead: false), "变更生效日期",
        ("day from which the amount of a row holds, where it was amended", "金额变更的，本行金额自该日起生效"))
}

/// What happened to a deal after it was signed: absolute terms from a day on, never a difference.
package struct DealEvent: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// New terms from the day on.
        case amended
        /// The deal was true until the day; its amount and its count are taken back on it.
        case terminated
    }

    package let kind: Kind
    package let effectiveOn: Day
    /// The amount from the day on; of no meaning for a termination.
    package let amount: Amount

    package init(kind: Kind, effectiveOn: Day, amount: Amount) {
        self.kind = kind
        self.effectiveOn = effectiveOn
        self.amount = amount
    }
}

extension Flow {
    /// What a deal with its events contributes. A void one was never a deal; events that were wrong are left out by the
    /// caller. Events of one day stand in the order in which they were recorded; nothing follows a termination.
    ///
    /// Amounts that were recorded never overflow; those that another program wrote into the file wrap around.
    package static func ofDeal(signedOn: Day, amount: Amount, isVoid: Bool, events: [DealEvent] = []) -> [Flow] {
        guard !isVoid else { return [] }
        var flows = [Flow(day: signedOn, measure: .deal, count: 1, fen: amount.fen)]
        var inForce = amount.fen
        let ordered = events.enumerated().sorted {
            ($0.element.effectiveOn, $0.offset) < ($1.element.effectiveOn, $1.offset)
        }
        for (_, event) in ordered {
            switch event.kind {
            case .amended:
                flows.append(Flow(day: event.effectiveOn, measure: .deal, count: 0, fen: event.amount.fen &- inForce))
                inForce = event.amount.fen
            case .terminated:
                flows.append(Flow(day: event.effectiveOn, measure: .deal, count: -1, fen: 0 &- inForce))
                return flows
            }
        }
        return flows
    }
}
