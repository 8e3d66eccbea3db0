import Registry

/// The venues that the published figures count.
struct VenueRoll {
    let core: [Venue]
    let service: [Venue]

    /// Code, invented name, province or city, days from the opening until it joined.
    private static let coreSeeds: [(String, String, String, Int)] = [
        ("SH", "沪东技术交易所", "上海", 0), ("HZ", "钱棠技术交易中心", "浙江", 0), ("NJ", "宁岫技术产权交易所", "江苏", 0),
        ("HF", "庐砚科技成果交易所", "安徽", 0), ("SU", "吴苒技术交易中心", "江苏", 41), ("NB", "甬澜技术交易中心", "浙江", 77),
        ("BJ", "燕珩技术交易中心", "北京", 126), ("WH", "楚霁技术产权交易所", "湖北", 155), ("GZ", "穗棠技术交易中心", "广东", 187),
        ("CD", "蜀筠科技成果交易中心", "四川", 209), ("XA", "秦昀技术交易所", "陕西", 246), ("TJ", "津沅技术交易中心", "天津", 280),
        ("CS", "湘蘅科技成果交易中心", "湖南", 321), ("QD", "胶汐技术交易中心", "山东", 350), ("JN", "泉湛技术产权交易所", "山东", 394),
        ("CQ", "渝嶙技术交易中心", "重庆", 427), ("ZZ", "豫昱科技成果交易所", "河南", 483), ("DL", "辽溯技术交易中心", "辽宁", 512),
        ("XM", "鹭漪技术交易中心", "福建", 541),
    ]
    private static let serviceSeeds: [(String, String)] = [
        ("澜溪", "上海"), ("砚塘", "上海"), ("棠浦", "江苏"), ("岫湾", "浙江"), ("霁桥", "安徽"), ("苒洲", "江苏"), ("珩里", "上海"), ("璟川", "江西"),
        ("沅坪", "湖南"), ("漪渡", "福建"), ("翊原", "河北"), ("煦岭", "山西"), ("筠台", "云南"), ("蘅川", "贵州"), ("葳林", "吉林"), ("荻滩", "甘肃"),
        ("泓州", "海南"), ("崧岭", "广西"),
    ]
    /// The service network began on 2021-04-28, so many days after the opening.
    private static let serviceStart = 182

    /// As many venues as the figures count on their last day. A day given for joining moves all core venues to it.
    init(figures: PublishedFigures, coreJoinedOn: Day? = nil) throws(Problem) {
        let opening = try figures.openingDay()
        let closing = try figures.closingDay()
        let coreCount = Int(try figures.value(of: "venues", asOf: closing))
        let serviceCount = Int(try figures.value(of: "service_members", asOf: closing))
        guard coreCount <= Self.coreSeeds.count else {
            throw .tooFewVenues(network: "core", have: Self.coreSeeds.count, need: coreCount)
        }
        guard serviceCount <= Self.serviceSeeds.count else {
            throw .tooFewVenues(network: "service", have: Self.serviceSeeds.count, need: serviceCount)
        }
        core = Self.coreSeeds.prefix(coreCount).map { code, name, region, days in
            Venue(code: code, name: name, network: .core, region: region, joinedOn: coreJoinedOn ?? opening + days)
        }
        let start = opening + Self.serviceStart
        let span = Int(closing.number - start.number)
        service = Self.serviceSeeds.prefix(serviceCount).enumerated().map { place, seed in
            Venue(
                code: "S" + padded(place + 1, to: 2), name: "\(seed.0)技术市场服务中心", network: .service, region: seed.1,
                joinedOn: start + place * span / max(1, serviceCount))
        }
    }

    var all: [Venue] { core + service }
}
