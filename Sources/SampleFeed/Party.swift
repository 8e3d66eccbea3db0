/// An invented firm or institute.
struct Party {
    let name: String
    /// Empty for most, as venues leave it.
    let creditCode: String
    let region: String
    let isFirm: Bool
}

/// All parties of the feed, found by place.
struct PartyBook {
    let parties: [Party]
    private let holdersByRegion: [String: [Int]]
    private let firms: [Int]

    /// Provinces and cities with their codes of GB/T 2260.
    private static let regions = [
        ("上海", "310000"), ("浙江", "330000"), ("江苏", "320000"), ("安徽", "340000"), ("北京", "110000"), ("湖北", "420000"),
        ("广东", "440000"), ("四川", "510000"), ("陕西", "610000"), ("天津", "120000"), ("湖南", "430000"), ("山东", "370000"),
        ("重庆", "500000"), ("河南", "410000"), ("辽宁", "210000"), ("福建", "350000"),
    ]
    private static let regionWeights = [30, 12, 14, 8, 8, 5, 8, 5, 4, 3, 4, 6, 3, 3, 3, 3]

    init(count: Int, dice: inout SplitMix64) {
        let order = KeyedOrder(count: PartyName.stemCount, seed: dice.next())
        var parties: [Party] = []
        var holdersByRegion: [String: [Int]] = [:]
        var firms: [Int] = []
        for number in 0..<count {
            let isFirm = dice.happens(perMille: 620)
            let (region, placeCode) = Self.regions[dice.place(weights: Self.regionWeights)]
            let hasCode = dice.happens(perMille: 350)
            let name = PartyName.long(number: number, order: order, isFirm: isFirm, dice: &dice)
            let code = hasCode ? InventedCreditCode.invented(number: number, isFirm: isFirm, placeCode: placeCode) : ""
            parties.append(Party(name: name, creditCode: code, region: region, isFirm: isFirm))
            holdersByRegion[region, default: []].append(number)
            if isFirm { firms.append(number) }
        }
        self.parties = parties
        self.holdersByRegion = holdersByRegion
        self.firms = firms
    }

    /// Of a province or city, by GB/T 2260.
    static func placeCode(of region: String) -> String? { regions.first { $0.0 == region }?.1 }

    /// The place of somebody who holds a technology, more often than not from the venue's own region.
    func holder(in region: String, dice: inout SplitMix64) -> Int {
        if let near = holdersByRegion[region], !near.isEmpty, dice.happens(perMille: 720) { return dice.one(of: near) }
        return dice.number(below: parties.count)
    }

    /// The place of a firm that buys, and is not the seller.
    func buyer(from seller: Int, dice: inout SplitMix64) -> Int {
        let buyer = dice.one(of: firms)
        return buyer == seller ? (firms.first { $0 != seller } ?? seller) : buyer
    }
}
