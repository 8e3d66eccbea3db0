import Registry

/// What is said of the accounts of deals.
extension Words {
    /// Why an account cannot be so.
    static func account(_ deal: String, _ fault: AccountFault) -> Bilingual {
        switch fault {
        case .moreThanCameIn(let purpose, let day, let out, let came):
            Bilingual(
                "\(deal): by \(day) \(yuan(out).english) of \(purpose.rawValue) would have gone out, more than the \(yuan(came).english) that came in; record what came in first, or correct the amount, the day or the kind",
                "\(deal)：截至 \(day)，\(chinese(purpose))付出 \(yuan(out).chinese)，多于收入的 \(yuan(came).chinese)；请先登记收入，或更正金额、日期、款项性质"
            )
        case .moreGivenBack(let day, let back):
            Bilingual(
                "\(deal): by \(day) the seller would have given back \(yuan(back).english) more than was paid on; correct the amount, the day or the direction",
                "\(deal)：截至 \(day)，转让方退回的价款比已付转让方的多 \(yuan(back).chinese)；请更正金额、日期或收付方向")
        case .beyondPrice(let day, let sum, let price):
            Bilingual(
                "\(deal): by \(day) \(yuan(sum).english) of the price would have come in, beyond the price of \(yuan(price).english); amend the deal first, or give the rest its own kind: royalty, fee or deposit",
                "\(deal)：截至 \(day)，价款收入 \(yuan(sum).chinese)，超过成交价款 \(yuan(price).chinese)；请先变更成交金额，或将超出部分登记为提成、服务费或保证金"
            )
        case .paidOnBeyondPrice(let day, let sum, let price):
            Bilingual(
                "\(deal): by \(day) \(yuan(sum).english) of the price would have been paid on, beyond the price of \(yuan(price).english); what came in beyond it is refunded to the buyer, with --kind refund",
                "\(deal)：截至 \(day)，价款付出 \(yuan(sum).chinese)，超过成交价款 \(yuan(price).chinese)；多收部分应以 --kind refund 退还受让方")
        }
    }

    private static func yuan(_ fen: Int64) -> Bilingual { Amount(fen: fen).spoken }

    private static func chinese(_ purpose: Purpose) -> String {
        switch purpose {
        case .price: "价款"
        case .royalty: "提成"
        case .fee: "服务费"
        case .deposit: "保证金"
        }
    }
}
