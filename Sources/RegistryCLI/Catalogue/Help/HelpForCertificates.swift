import Registry

extension HelpWords {
    /// Of certificates: issued, revoked, printed, verified.
    static let ofCertificates: [Bilingual] = [
        Bilingual(
            "Issue the certificate of a deal: signed, its price in the account, its fees paid, not terminated.",
            "为成交项目出具交易凭证：合同已签订、价款已到账、费用已付清、项目未终止。"),
        Bilingual(
            "It certifies what the deal says on the day of issue, with the price then in force. Its number is the next of that year, and is never given twice, whatever becomes of it. A deal has one valid certificate at a time: the first is revoked before another is issued. As long as it stands, no payment is taken back on which it rests. registry certificate prints it.",
            "凭证载明项目在出具当日的内容和有效价款。编号按年份顺序给出，无论凭证后来如何，编号不再重复使用。一个项目同一时间只有一份有效凭证，须先撤销原凭证方可再次出具。凭证有效期间，其所依据的收付款不得撤回。打印用 registry certificate。"
        ),
        Bilingual("Day of issue (default: today).", "出具日期（默认：今天）。"),
        Bilingual(
            "The fees that were due; a bare number is yuan, 0 is none (default: whatever was paid of them).",
            "应付服务费；只写数字即为元，0 为无需付费（默认：以已付者为准）。"),
        Bilingual("What the object was valued at; a bare number is yuan.", "标的评估结果；只写数字即为元。"),
        Bilingual("Who acts for the seller.", "转让方代理机构。"), Bilingual("Who acts for the buyer.", "受让方代理机构。"),
        Bilingual("What is certified (default: that the conditions hold).", "鉴证结论（默认：各项条件均已满足）。"),
        Bilingual(
            "Take the validity from a certificate, from a day on; nothing of it is deleted.", "撤销交易凭证，自某日起失效；其内容不删除。"),
        Bilingual("The first day on which it holds no more (default: today).", "自何日起失效（默认：今天）。"),
        Bilingual("Venue and number, as in SH/C-2022-0001.", "场所和凭证编号，如 SH/C-2022-0001。"),
        Bilingual(
            "Say that a certificate never was one: another's, or one that is revoked.", "登记某份凭证从未存在：他人出具的，或已撤销的。"),
        Bilingual(
            "Say of many certificates that they never were, all of them or none: those that a file names.",
            "将文件所列的多份凭证作废，要么全部，要么一份也不。"),
        Bilingual(
            "Print a certificate in Chinese and English on one page, with a QR code and a verification code.",
            "打印交易凭证：一页，中英文对照，附二维码和验证码。"),
        Bilingual(
            "It says what was so on the day of issue, with parties under the names that they had then; that it was revoked, and how its deal differs now, stands at its head. The code follows from the seal of the change that recorded it and from all that it certifies. One whose record was altered is not printed. A certificate that has the name of the output is replaced, nothing else is.",
            "凭证载明出具当日的内容，单位以当时名称为准；是否已撤销、项目现在有何不同，写在页首。验证码由登记该凭证的变更封签和凭证所载全部内容得出。记录已被改动的凭证不予打印。输出文件若已是凭证，则予替换，其他文件不替换。"),
        Bilingual(
            "Tell of a certificate's number and verification code: valid, revoked, altered or unknown.",
            "核验交易凭证的编号和验证码：有效、已撤销、已被改动或不存在。"),
        Bilingual(
            "The code may be typed in any case, with or without its groups; what a QR code holds are these two words. Valid ends with 0, the others with 1. What is certified is told with it, to be held against the paper, and how the deal differs now. Altered is a record that is not what was sealed, or a code that is not the record's.",
            "验证码大小写不限，可不分组；二维码的内容即编号和验证码。有效时退出码为 0，其余为 1。同时列出凭证所载内容，以便与纸质凭证核对，并说明项目现在有何不同。“已被改动”指记录与封签不符，或验证码与记录不符。"
        ),
        Bilingual("The verification code.", "验证码。"),
    ]
}
