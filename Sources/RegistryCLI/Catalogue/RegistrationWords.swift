import Registry

extension Words {
    /// Why a text is no number of a contract's registration.
    static func registrationNumber(_ text: String, _ flaw: RegistrationNumber.Flaw) -> Bilingual {
        let why =
            switch flaw {
            case .length: Bilingual("it has 14 digits, or 16", "应为 14 位或 16 位数字")
            case .year:
                Bilingual(
                    "it begins with its year, 22 or 2022, which does not lie after the registration's day",
                    "前 2 位或 4 位为年份，不得晚于登记日期所在年份")
            case .province:
                Bilingual("behind the year stands a province, as 31 for Shanghai", "年份之后两位为省级行政区代码，如上海为 31")
            case .serial: Bilingual("its last six digits number the contract, from 000001 on", "末六位为合同顺序号，自 000001 起")
            }
        return Bilingual("'\(text)' is no registration number: ", "“\(text)”不是合同登记编号：") + why + inHalfWidth(text)
    }

    /// Said of a number in full width, as an input method for Chinese leaves it.
    static func inHalfWidth(_ text: String) -> Bilingual {
        text.unicodeScalars.contains { (0xFF01...0xFF5E).contains($0.value) }
            ? Bilingual("; write it in half width", "；请改用半角字符") : Bilingual(same: "")
    }
}
