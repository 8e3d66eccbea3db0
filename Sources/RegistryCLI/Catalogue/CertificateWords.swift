import Registry
import RegistryProof
import RegistryStore

/// What is said of certificates that were issued, and on them.
enum CertificateWords {
    /// Recorded with the certificate, so that it says the same for ever.
    static let usualConclusion =
        "经审核，本项交易合同已签订，成交价款已进入结算账户，服务费用已付清，予以鉴证。"
        + "The contract is signed, the price is in the settlement account, the fees are paid: the transaction is certified."

    static func issued(_ issued: AddedRecord, _ code: VerificationCode?) -> Bilingual {
        var words = Words.added(issued, .certificate)
        if let code {
            words += Bilingual("; verification code \(code)", "；验证码 \(code)")
        }
        return words
    }

    static func revoked(from day: String) -> Bilingual { Bilingual("revoked from \(day) on", "自 \(day) 起撤销") }

    // MARK: The page

    static let dealNumber = Bilingual("project number", "项目编号")
    static let signed = Bilingual("contract signed on", "合同签订日期")
    static let listed = Bilingual("listed", "挂牌起止日期")
    static func between(_ first: String, _ last: String?) -> Bilingual {
        Bilingual(same: "\(first) – \(last ?? "")")
    }
    static let seller = Bilingual("transferor", "转让方")
    static let sellerAgent = Bilingual("agent of the transferor", "转让方代理机构")
    static let buyer = Bilingual("transferee", "受让方")
    static let buyerAgent = Bilingual("agent of the transferee", "受让方代理机构")
    static let object = Bilingual("object", "标的名称")
    static let kind = Bilingual("kind of contract", "合同类别")
    static let mode = Bilingual("trading mode", "交易方式")
    static let valuation = Bilingual("valuation", "评估结果")
    static let price = Bilingual("price", "成交价格")
    static let paymentForm = Bilingual("form of payment", "支付方式")
    static let conclusion = Bilingual("conclusion", "鉴证结论")
    static let issuedOn = Bilingual("issued on", "出具日期")

    static func amount(_ amount: Amount, inCapitals: Bool) -> Bilingual {
        Bilingual(
            "CNY \(amount.groupedYuan)",
            "\(amount.groupedYuan) 元" + (inCapitals ? "（人民币\(amount.inCapitals)）" : ""))
    }

    // MARK: What became of it

    static func warning(_ revocation: CertificateVerdict.Revocation) -> Bilingual {
        guard let day = revocation.day else {
            return Bilingual(
                "Revoked: its record was taken back, change \(revocation.change).",
                "已撤销：其记录已被撤回（变更 \(revocation.change)）。")
        }
        return Bilingual(
            "Revoked from \(day) on, change \(revocation.change).", "已撤销：自 \(day) 起失效（变更 \(revocation.change)）。")
    }

    /// How the deal differs now from what is certified, one sentence each.
    static func since(_ since: CertifiedSince, _ record: CertificateRecord) -> [Bilingual] {
        var said: [Bilingual] = []
        if let day = since.terminatedOn {
            said.append(Bilingual("The deal was terminated on \(day).", "该项目已于 \(day) 终止。"))
        }
        if since.isVoid { said.append(Bilingual("The deal is void.", "该项目已作废。")) }
        if let price = since.price {
            said.append(
                Bilingual("The price is now \(price.spoken.english).", "成交价款现为 \(price.spoken.chinese)。"))
        }
        if let refunded = since.refunded {
            said.append(
                Bilingual(
                    "Of the price \(refunded.spoken.english) was refunded to the buyer.",
                    "价款中 \(refunded.spoken.chinese)已退还受让方。"))
        }
        if "\(since.deal)" != record.deal {
            said.append(Bilingual("The deal is now called \(since.deal).", "该项目现编号为 \(since.deal)。"))
        }
        if !since.fields.isEmpty {
            let names = since.fields.map(item).listed()
            said.append(
                Bilingual("The deal was corrected since: \(names.english).", "该项目的以下内容此后已更正：\(names.chinese)。"))
        }
        return said
    }

    /// What a field of a certificate is called.
    static func item(_ field: String) -> Bilingual {
        Bilingual(
            field.replacing("_", with: " "), Noun.certificate.fields.first { $0.name == field }?.chinese ?? field)
    }

    // MARK: What a verification says

    static func word(_ verdict: CertificateVerdict) -> Bilingual {
        let chinese =
            switch verdict {
            case .valid: "有效"
            case .revoked: "已撤销"
            case .altered: "已被改动"
            case .unknown: "未知"
            }
        return Bilingual(verdict.word, chinese)
    }

    static func verdict(_ verdict: CertificateVerdict, _ number: String) -> Bilingual {
        switch verdict {
        case .valid: Bilingual("certificate \(number) is valid", "凭证 \(number) 有效")
        case .revoked(_, let revocation):
            Bilingual("certificate \(number) is revoked", "凭证 \(number) 已撤销")
                + (revocation.day.map { Bilingual(", from \($0) on", "，自 \($0) 起失效") } ?? Bilingual(same: ""))
                + (revocation.reason.map { Bilingual(": \($0)", "：\($0)") } ?? Bilingual(same: ""))
        case .altered(.record): wasAltered(number) + notAsSealed(nil)
        case .altered(.ground(let ground)): wasAltered(number) + notAsSealed(ground)
        case .altered(.anotherRecord):
            Bilingual(
                "a certificate was altered: there is none of the number \(number), and the record of one is not what was sealed; see registry verify",
                "有凭证已被改动：没有编号 \(number)，且某份凭证的记录与封签不符；请运行 registry verify")
        case .altered(.code):
            Bilingual(
                "certificate \(number) was altered: its record is as it was sealed, and has another code; the paper is not the one that was issued, or the history was made anew, which a checkpoint tells",
                "凭证 \(number) 已被改动：其记录与封签相符，但验证码不同；该纸质凭证并非所出具的原件，或账册历史已被重造（可用检查点核验）")
        case .unknown(.number):
            Bilingual(
                "certificate \(number) is unknown: none was issued here under this number", "凭证 \(number) 不存在：此处未出具过该编号"
            )
        case .unknown(.mistyped):
            Bilingual(
                "unknown: the code is none of certificate \(number); one of the two is typed wrong",
                "不存在：该验证码不属于凭证 \(number)；编号或验证码输入有误")
        case .unknown(.issuedElsewhere(let issuer)):
            Bilingual(
                "certificate \(number) is unknown: it was issued by \(issuer), and is verified there",
                "凭证 \(number) 由 \(issuer) 出具，请向该机构核验")
        }
    }

    static func altered(_ name: RecordName, _ ground: CertificateGround?) -> Bilingual {
        Bilingual("certificate \(name) was altered and is not printed: ", "凭证 \(name) 已被改动，不予打印：") + notAsSealed(ground)
    }

    private static func wasAltered(_ number: String) -> Bilingual {
        Bilingual("certificate \(number) was altered: ", "凭证 \(number) 已被改动：")
    }

    /// - Parameter ground: nil for the certificate's own record.
    private static func notAsSealed(_ ground: CertificateGround?) -> Bilingual {
        guard let ground else {
            return Bilingual("its record is not what was sealed; see registry verify", "其记录与封签不符；请运行 registry verify")
        }
        let name = ground.name.visible
        return Bilingual(
            "the record of \(ground.noun.spoken) \(name), on which it rests, is not what was sealed; see registry verify",
            "其所依据的\(Words.noun(ground.noun).chinese) \(name) 的记录与封签不符；请运行 registry verify")
    }

    static func issuedElsewhere(_ name: RecordName, _ issuer: String) -> Bilingual {
        Bilingual(
            "certificate \(name) was issued by \(issuer), which prints it", "凭证 \(name) 由 \(issuer) 出具，应由其打印")
    }

    static let noQRCodes = Bilingual(
        "the QR code cannot be made: libqrencode is not installed; on Debian: apt-get install libqrencode4",
        "无法生成二维码：未安装 libqrencode；Debian 上请运行 apt-get install libqrencode4")

    static func tooLong(bytes: Int) -> Bilingual {
        Bilingual("the number is too long for a QR code: \(bytes) bytes", "编号过长，无法生成二维码：\(bytes) 字节")
    }

    static func written(_ path: String, _ number: String) -> Bilingual {
        Bilingual("certificate \(number) is written to \(path.visible)", "凭证 \(number) 已写入 \(path.visible)")
    }
}
