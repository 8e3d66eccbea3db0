import Registry

/// What is said of certificates.
extension Words {
    /// Why none can be issued.
    static func certificate(_ deal: String, _ day: Day, _ fault: CertificateFault) -> Bilingual {
        Bilingual("\(deal): no certificate can be issued as of \(day): ", "\(deal)：\(day) 不能出具凭证：")
            + why(fault) + mend(fault)
    }

    /// A row of a file that names no issuer is of the exchange itself.
    static func certificateOfRow(_ deal: String, _ day: Day, _ fault: CertificateFault) -> Bilingual {
        certificate(deal, day, fault)
            + Bilingual("; where another issued it, name the issuer", "；由其他机构出具的，请写明出具机构")
    }

    /// What keeps from a change that would take from a certificate what it rests on.
    static func certificateStands(
        _ name: String, _ deal: String, _ day: Day, _ fault: CertificateFault
    ) -> Bilingual {
        Bilingual(
            "certificate \(name) of \(deal), issued on \(day), would stand no more: ",
            "\(deal) 的凭证 \(name)（\(day) 出具）将失去依据：") + why(fault)
            + Bilingual("; first registry revoke-certificate \(name)", "；请先用 registry revoke-certificate \(name) 撤销凭证")
    }

    /// What a file cannot change of a certificate that stands.
    static func certificateSays(_ name: String, _ fault: CertificateFault) -> Bilingual {
        Bilingual("certificate \(name) stands as it was issued: ", "凭证 \(name) 以出具时的内容为准：") + why(fault)
            + Bilingual(
                "; to mend it, revoke it with registry revoke-certificate \(name) and issue another",
                "；确需更正的，请用 registry revoke-certificate \(name) 撤销后另行出具")
    }

    private static func why(_ fault: CertificateFault) -> Bilingual {
        switch fault {
        case .notSigned(let signed):
            Bilingual("its contract was signed only on \(signed)", "合同于 \(signed) 才签订")
        case .terminated(let since): Bilingual("it was terminated on \(since)", "项目已于 \(since) 终止")
        case .priceNotIn(let received, let price):
            Bilingual(
                "of the price of \(Amount(fen: price).spoken.english) only \(Amount(fen: received).spoken.english) is in the account",
                "成交价款 \(Amount(fen: price).spoken.chinese)，已到账 \(Amount(fen: received).spoken.chinese)")
        case .noFee:
            Bilingual("no fee is paid", "服务费未付")
        case .feeNotIn(let came, let due):
            Bilingual(
                "of the fees of \(Amount(fen: due).spoken.english) only \(Amount(fen: came).spoken.english) are paid",
                "应付服务费 \(Amount(fen: due).spoken.chinese)，已付 \(Amount(fen: came).spoken.chinese)")
        case .another(let number):
            Bilingual("certificate \(number) of it is valid", "该项目已有有效凭证 \(number)")
        case .dealIsVoid: Bilingual("the deal is void", "项目已作废")
        case .lacksParty(let field):
            Bilingual(
                "its \(CertificateWords.item(field).english) is not recorded",
                "未登记\(CertificateWords.item(field).chinese)")
        case .otherwise(let field, let stated, nil):
            Bilingual(
                "it has no \(CertificateWords.item(field).english), and the row states '\(stated.visible)'",
                "其未填\(CertificateWords.item(field).chinese)，该行却填“\(stated.visible)”")
        case .otherwise(let field, let stated, let says?):
            Bilingual(
                "its \(CertificateWords.item(field).english) is '\(says.visible)', and the row states '\(stated.visible)'",
                "其\(CertificateWords.item(field).chinese)为“\(says.visible)”，该行却填“\(stated.visible)”")
        }
    }

    /// What is to be done before a certificate can be issued.
    private static func mend(_ fault: CertificateFault) -> Bilingual {
        switch fault {
        case .priceNotIn:
            Bilingual("; record the payment first, or issue it as of a later day", "；请先登记到账款项，或以较晚日期出具")
        case .noFee:
            Bilingual(
                "; record its payment, or say --fee 0 where none is due", "；请先登记服务费，无需付费的用 --fee 0")
        case .feeNotIn: Bilingual("; record the payment first", "；请先登记服务费")
        case .another: Bilingual("; revoke that first", "；请先撤销")
        case .lacksParty: Bilingual("; add it with registry amend-deal", "；请先用 registry amend-deal 补登")
        case .otherwise:
            Bilingual("; correct the row, or the deal first", "；请更正该行，或先更正成交项目")
        case .notSigned, .terminated, .dealIsVoid: Bilingual(same: "")
        }
    }
}
