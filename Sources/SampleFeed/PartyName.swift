/// Names of firms and institutes that do not exist.
///
/// A registered Chinese firm carries its place in front of its name; these carry none, and begin with three seldom
/// used characters. No university or hospital is among them, and no bank but the providers.
enum PartyName {
    /// Seldom used characters, no two alike.
    static let syllables = Array("澜砚棠岫霁苒珩璟沅漪翊煦昀皓靖筠蘅芷葳蕤茗荻菡萱湛澄泓潋溯渺汐泠巍峥嵘岚崧嶙峦岑瑄璐琰瑾珺琬瑛璇钰铖锴铮镡铎镕錡晞晗昱暄曜旸晟霖")
        .map(String.init)

    private static let trades = [
        "微电子", "航空装备", "精密机械", "生物医药", "新材料", "新能源", "环保技术", "核技术应用", "农业科技", "轨道交通", "城市建设", "智能科技",
    ]
    private static let firms = ["有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司"]
    private static let institutes = ["研究院", "研究所", "研究中心", "工程技术研究院", "联合实验室"]
    private static let shortEndings = ["公司", "科技", "研究所", "研究院", "工场", "技术社", "实验室", "有限公司"]

    /// A long name; it differs from all others that are made in the same order.
    static func long(number: Int, order: KeyedOrder, isFirm: Bool, dice: inout SplitMix64) -> String {
        stem(order[number]) + dice.one(of: trades) + dice.one(of: isFirm ? firms : institutes)
    }

    /// A short name of three or more syllables and an ending, for files of millions; each number has its own.
    static func short(number: Int) -> String {
        stem(number / shortEndings.count) + shortEndings[number % shortEndings.count]
    }

    /// Who renders services at a venue. No firm of the book is called so, since none is of such a trade.
    static func provider(at venue: Int, _ trade: String) -> String { stem(venue * 4243 + 1717) + trade }

    /// How many different stems of three syllables there are.
    static var stemCount: Int { syllables.count * syllables.count * syllables.count }

    /// A number below 64³ has three syllables, a higher one more.
    private static func stem(_ number: Int) -> String {
        var text = ""
        var left = number
        for place in 0... where place < 3 || left > 0 {
            text += syllables[left % syllables.count]
            left /= syllables.count
            if place >= 2, left == 0 { break }
        }
        return text
    }
}
