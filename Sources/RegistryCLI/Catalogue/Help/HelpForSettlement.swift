import Registry

extension HelpWords {
    /// Of how deals are settled: instalments, payments, accounts.
    static let ofSettlement: [Bilingual] = [
        Bilingual("Add a payment into the exchange's account for a deal, or out of it.", "登记为成交项目收入结算账户或自其付出的款项。"),
        Bilingual(
            "No more goes out for a purpose than came in for it by then, and no more comes in of the price, or is paid on, than the price then in force. A refund is of the price: out to the buyer, or in from the seller. A fee or a deposit that is given back goes out under its own kind.",
            "任一性质的款项，截至当日的付出不得多于收入；价款的收入和付出均不得超过当日有效的成交价款。退款仅指价款：付给受让方，或由转让方退回账户。退还服务费或保证金，按其原款项性质登记付出。"
        ),
        Bilingual("Code of the venue, where the deal is named without it.", "交易场所代码；成交项目未带场所时填写。"),
        Bilingual(
            "Number of its voucher within the venue; left out, one is given: that of the deal and -P1.",
            "场所内的收付凭证号；不填则自动编号：成交项目编号加 -P1。"),
        Bilingual("Venue and code of the deal, as in SH/D-2022-0001.", "成交项目的场所和编号，如 SH/D-2022-0001。"),
        Bilingual(
            "price 价款, royalty 提成, fee 服务费, deposit 保证金 or refund 退款.",
            "price 价款、royalty 提成、fee 服务费、deposit 保证金 或 refund 退款。"),
        Bilingual("in 收入, into the account, or out 付出, out of it.", "in 收入账户，或 out 自账户付出。"),
        Bilingual("What was paid; a bare number is yuan.", "收付金额；只写数字即为元。"),
        Bilingual("Day of the payment.", "收付日期。"),
        Bilingual("Who paid.", "付款方。"),
        Bilingual("Who was paid.", "收款方。"),
        Bilingual("What is to be known of it.", "其他说明。"),
        Bilingual(
            "Add a part of a deal's price or royalty that was agreed to be paid by a day.", "登记成交价款或提成的一期约定付款。"),
        Bilingual(
            "Code within the venue; left out, one is given: that of the deal and -I1.", "场所内的编号；不填则自动编号：成交项目编号加 -I1。"),
        Bilingual("price 价款 or royalty 提成.", "price 价款 或 royalty 提成。"),
        Bilingual("What is to be paid; a bare number is yuan.", "应付金额；只写数字即为元。"),
        Bilingual("Day by which it is to be paid.", "约定的付款日期。"),
        Bilingual("What the parties agreed beside it.", "约定的其他内容。"),
        Bilingual("Correct a payment, as if it had never been otherwise.", "更正收付款，如同原本如此。"),
        Bilingual("Venue and code, as in SH/D-2022-0001-P1.", "场所和编号，如 SH/D-2022-0001-P1。"),
        Bilingual("Correct an instalment, as if it had never been otherwise.", "更正分期约定，如同原本如此。"),
        Bilingual("Venue and code, as in SH/D-2022-0001-I1.", "场所和编号，如 SH/D-2022-0001-I1。"),
        Bilingual("Say that an instalment was never agreed.", "登记某期付款从未约定。"),
        Bilingual("Say that a payment never was one.", "登记某笔收付款从未存在。"),
        Bilingual(
            "Say of many instalments that they never were, all of them or none: those that a file names.",
            "将文件所列的多期分期约定作废，要么全部，要么一期也不。"),
        Bilingual(
            "Say of many payments that they never were, all of them or none: those that a file names.",
            "将文件所列的多笔收付款作废，要么全部，要么一笔也不。"),
        Bilingual(
            "Show how a deal is settled: what was agreed, came in, was paid on, is held, is outstanding and overdue.",
            "显示成交项目的结算情况：成交价款、已收、已付转让方、结存、未收和逾期。"),
        Bilingual(
            "The price agreed is the one in force on the day, 0 once the deal is terminated. Received is of the price, less what was refunded to the buyer; paid on is what the seller got of it, less what the seller gave back; held is all that came in less all that went out. Of each instalment is told what is still due: what came in is of those that are due first, and of the price no more is due than the one in force. Overdue is what was due before the day. The instalments and the account, line by line, stand in a table and in json. What came in beyond a price that was lowered is to be refunded. A deal is settled from the day on which its whole price was paid on.",
            "成交价款为当日有效的价款，项目终止后为零。已收为价款收入减去退还受让方的部分；已付转让方为付给转让方的价款减去其退回的部分；结存为全部收入减去全部付出。各期列明尚应收：收入按到期先后抵充各期，价款的尚应收不超过当日有效的价款。逾期为当日之前到期的尚应收。分期与逐笔收付列于表格和 json 中。价款调低后多收的部分应予退还。价款全部付给转让方之日，项目即为结清。"
        ),
    ]
}
