/// 技术合同认定登记: a technology contract that the market office has recognised and registered.
extension Field {
    static let ofRegistration: [Field] = [
        Field("venue", .venue, required: true, "交易场所", ("code of the venue", "交易场所代码")),
        Field(
            "code", .code, required: true, "合同登记编号",
            ("number of the registration, 14 or 16 digits", "技术合同登记编号，14 位或 16 位数字")),
        Field("deal", .record(.deal), "成交项目编号", ("code of the deal, of the same venue", "同一场所的成交项目编号")),
        Field("title", .text(most: 4000), "合同名称", ("name of the contract", "技术合同名称")),
        Field("kind", .term(.contractKind), required: true, "合同类别", ("kind of technology contract", "技术合同类别")),
        Field("field", .term(.field), "技术领域", ("technology field", "技术领域")),
        Field("seller", .party, "卖方", ("who transfers", "卖方（转让方）名称")),
        Field("buyer", .party, "买方", ("who receives", "买方（受让方）名称")),
        Field("amount", .amount, required: true, "合同成交额", ("contract amount", "合同成交额")),
        Field(
            "technical_amount", .amount, "技术交易额",
            ("part of it that is for technology; never more than the amount", "合同成交额中的技术交易额，不得大于合同成交额")),
        Field("office", .text(most: 1000), "登记机构", ("office that registered it", "技术合同认定登记机构名称")),
        Field("service_point", .text(most: 1000), "受理服务点", ("service point that took it in", "受理的服务点名称")),
        Field("channel", .term(.registrationChannel), "办理方式", ("wholly online, or at a service point", "全程网办或服务点办理")),
        Field(
            "by_commitment", .term(.yesOrNo), "告知承诺",
            ("whether a commitment stood in for papers", "是否以告知承诺代替证明材料")),
        Field("submitted_on", .day(mayLieAhead: false), "提交日期", ("day on which it was submitted", "提交登记申请的日期")),
        Field("accepted_on", .day(mayLieAhead: false), "受理日期", ("day on which the office took it up", "登记机构受理的日期")),
        Field(
            "registered_on", .day(mayLieAhead: false), "登记日期",
            ("day of registration; none yet for one that is only submitted", "认定登记日期；尚在办理的留空")),
        Field(
            "refused_on", .day(mayLieAhead: false), "不予登记日期",
            ("day on which the office refused it", "登记机构决定不予登记的日期")),
        Field("withdrawn_on", .day(mayLieAhead: false), "撤回日期", ("day on which it was withdrawn", "申请人撤回登记申请的日期")),
        Field("cancelled_on", .day(mayLieAhead: false), "注销日期", ("day on which it was cancelled", "登记被注销的日期")),
    ]
}

extension Flow {
    /// A registration counts from its day until it is cancelled; its technical amount is summed apart.
    package static func ofRegistration(
        registeredOn: Day, cancelledOn: Day?, amount: Amount?, technical: Amount?, isVoid: Bool
    ) -> [Flow] {
        guard !isVoid else { return [] }
        let (whole, part) = (amount?.fen ?? 0, technical?.fen ?? 0)
        func flows(_ day: Day, sign: Int64) -> [Flow] {
            let own = Flow(day: day, measure: .registration, count: sign, fen: sign &* whole)
            return part == 0
                ? [own] : [own, Flow(day: day, measure: .registeredTechnical, count: 0, fen: sign &* part)]
        }
        return flows(registeredOn, sign: 1) + (cancelledOn.map { flows($0, sign: -1) } ?? [])
    }
}

/// The number of a contract's registration: year, then the codes of province, city and service point with two digits each,
/// then six digits of the contract. Fourteen digits with a year of two, sixteen with one of four: both are in use.
package enum RegistrationNumber {
    package enum Flaw: Hashable, Sendable {
        /// Neither 14 nor 16 digits.
        case length
        case year
        case province
        case serial
    }

    /// What is wrong with a number; nil for a right one.
    ///
    /// - Parameter day: on which the number was given: that of submission or, where it is not told, of registration. The
    ///   number's year does not lie after it.
    package static func flaw(of bytes: Bytes, by day: Day?) -> Flaw? {
        guard bytes.count == 14 || bytes.count == 16, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return .length
        }
        func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(bytes[$1]) - 0x30 } }
        let first = bytes.count - 12
        let year = first == 2 ? 2000 + number(0..<2) : number(0..<4)
        // Registration began with the rules of 1990; two digits stand for this century.
        if year < 1990 || year > day?.parts.year ?? 9999 { return .year }
        guard provinces.contains(number(first..<first + 2)) else { return .province }
        return number(first + 6..<first + 12) == 0 ? .serial : nil
    }

    /// The first two digits of GB/T 2260.
    private static let provinces = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
        61, 62, 63, 64, 65, 71, 81, 82,
    ]
}
