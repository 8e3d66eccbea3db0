import Registry
import TestSupport
import Testing

@testable import RegistryStore

@Suite("Matching")
struct MatchTests {
    /// What an invented achievement is made of.
    private struct Achievement {
        let material, act, object, device, manner, trouble, effect, industry, owner: String
        let share: Int

        init(_ dice: inout Dice) {
            func one(_ words: String) -> String {
                words.split(separator: " ").map(String.init).randomElement(using: &dice) ?? ""
            }
            material = one("石墨烯 氧化锆 碳纤维 钛合金 聚酰亚胺 氮化镓 钙钛矿 硅碳负极 壳聚糖 水凝胶 纳米银 分子筛 气凝胶 光刻胶")
            act = one("制备 提取 分离 检测 修复 回收 焊接 烧结 喷涂 封装 降解 干燥 灭菌 发酵 筛选 切割 萃取 镀膜")
            object = one("印染废水 餐厨垃圾 污泥 尾矿 废旧电池 秸秆 土壤 烟气 心脏支架 人工关节 疫苗 水稻 茶叶 对虾 风电叶片 换热器 激光雷达 桥梁 隧道 电缆 传感器 遥感影像")
            device = one("装置 系统 方法 工艺 设备 平台 生产线 试剂盒")
            manner = one("低温 高温 超声 微波 等离子体 电化学 光催化 连续流 超临界 真空 磁控 分布式 在线 便携式")
            trouble = one("能耗偏高 收率不足 二次污染 设备腐蚀 批次差异大 响应迟缓 寿命短 成本居高不下 杂质残留 漏检误检 结垢堵塞 维护周期短")
            effect = one("处理效率 产率 灵敏度 使用寿命 抗压强度 转化率 去除率 识别准确率 能量密度 耐磨性 回收率 精度")
            industry = one("钢铁 石化 制药 食品 纺织 电子 汽车 航空 船舶 水务 农业 电力 矿山 建材 造纸")
            owner = one("澜砚 沪东 瑞川 明拓 启衡 博渊 凌云 东泽")
            share = Int.random(in: 8...95, using: &dice)
        }

        var title: String { "一种\(material)\(object)\(device)" }
        var sentences: [String] {
            [
                "以\(material)为核心材料，通过\(manner)\(act)路线，解决了\(object)处理中\(trouble)的问题",
                "对\(object)采用\(manner)\(act)手段，\(effect)较传统做法提高\(share)%",
                "已在\(industry)企业试运行，\(trouble)的状况明显缓解，\(effect)达到设计指标",
            ]
        }
        /// What is wanted in the words of somebody who never read the listing.
        var wish: String { "我们是\(industry)企业，现在\(object)\(trouble)，想找人帮忙把\(effect)提上去，最好能\(manner)\(act)，不影响生产" }
    }

    private func registry(with achievements: [Achievement]) throws -> TestRegistry {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            for (place, one) in achievements.enumerated() {
                try all.add(
                    .listing,
                    [
                        "venue": "SH", "code": "L-\(place)", "title": one.title, "owner": "\(one.owner)公司",
                        "listed_on": "2022-01-01", "abstract": one.sentences.joined(separator: "。") + "。",
                    ])
            }
        }
        return registry
    }

    @Test("a demand in other words than the title's finds its listing among the first five, nine times in ten")
    func found() throws {
        var dice = Dice(seed: 5)
        let achievements = (0..<600).map { _ in Achievement(&dice) }
        let registry = try registry(with: achievements)
        var asked: [(code: String, place: Int)] = []
        try registry.record { all throws(StoreError) in
            for place in stride(from: 0, to: 600, by: 5) {
                let one = achievements[place]
                for (number, text) in (one.sentences.prefix(2) + [one.wish]).enumerated() {
                    let code = "N-\(place)-\(number)"
                    try all.add(
                        .demand,
                        ["venue": "SH", "code": code, "title": "技术需求", "abstract": text, "posted_on": "2022-02-01"])
                    asked.append((code, place))
                }
            }
        }
        let hits = try asked.count { code, place in
            let matches = try registry.ledger.matches(of: RecordName("SH/\(code)", of: .demand), most: 5)
            return matches.contains { $0.name.code == "L-\(place)" }
        }
        #expect(hits * 10 >= asked.count * 9, "\(hits) of \(asked.count)")
    }

    @Test("why a counterpart ranks is told, and void, later and closed ones are left out or behind")
    func reasons() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in
            try all.add(
                .demand,
                [
                    "venue": "SH", "code": "N-1", "title": "求低温等离子体灭菌设备", "field": "biomedicine", "budget": "100",
                    "posted_on": "2022-02-01", "posted_until": "2022-03-01",
                ])
            for (code, title, until) in [
                ("L-1", "等离子体灭菌柜", nil), ("L-2", "等离子体灭菌柜", "2022-01-31"), ("L-3", "茶叶", nil), ("L-4", "等离子体灭菌柜", nil),
                ("L-5", "ＰＬＣ控制", nil),
            ] as [(String, String, String?)] {
                try all.add(
                    .listing,
                    [
                        "venue": "SH", "code": code, "title": title, "field": "biomedicine", "asking_price": "110",
                        "listed_on": "2022-01-01", "listed_until": until, "maturity": "pilot_tested",
                    ])
            }
        }
        try registry.record { all throws(StoreError) in try all.void(.listing, 4) }
        let demand = try RecordName("SH/N-1", of: .demand)
        let matches = try registry.ledger.matches(of: demand, most: 10)
        #expect(matches.map(\.name.code) == ["L-1", "L-2"])
        #expect(matches.map(\.side.standing) == [.open, .expired])
        #expect(matches.map(\.terms) == [["等离子体灭菌"], ["等离子体灭菌"]])
        #expect(matches[0].accord.price == .near)
        #expect(matches[0].accord.hasSameField == true)
        #expect(matches[0].accord.hasSameRegion == true)
        #expect(matches[0].side.maturity == "pilot_tested")
        #expect(matches[0].score > matches[1].score)
        let back = try registry.ledger.matches(of: RecordName("SH/L-1", of: .listing), most: 10)
        #expect(back.map(\.name.code) == ["N-1"])
        #expect(back[0].side.standing == .expired)
        #expect(try registry.ledger.matches(of: RecordName("SH/L-5", of: .listing), most: 10).isEmpty)
        // As of a day before the other side's, nothing is there; as known before the void, it still is.
        let before = Viewpoint(asOf: try "2022-01-31".withBytes { bytes in try Day.read(bytes) })
        #expect(throws: StoreError.self) { try registry.ledger.matches(of: demand, from: before, most: 10) }
        let then = Viewpoint(knownAt: try registry.ledger.moment(ofChange: 3))
        #expect(try registry.ledger.matches(of: demand, from: then, most: 10).count == 3)
        #expect(throws: StoreError.self) {
            try registry.ledger.matches(of: RecordName("SH/L-4", of: .listing), most: 10)
        }
        #expect(throws: StoreError.self) {
            try registry.ledger.matches(of: RecordName("SH/L-9", of: .listing), most: 10)
        }
    }

    @Test(
        "neighbouring letters are paired without case, width and marks between them, and pieces told whole",
        arguments: [
            ("等离子体", "新等离子体！", ["等离子体"]), ("ＤＮＡ测序", "dna 测序", ["dna", "测序"]), ("abc，cde", "ABC CDE", ["abc", "cde"]),
            ("甲乙丙丁", "乙丙，丁", ["乙丙"]), ("甲", "甲", []), ("", "甲乙", []), ("😀😀", "😀😀", []), ("é的é的", "é的", ["é的"]),
        ])
    func pairs(asked: String, text: String, pieces: [String]) {
        let pairs = LetterPairs(of: [asked])
        var bits = [UInt64](repeating: 0, count: pairs.words + 1)
        text.withBytes { bytes in pairs.mark(bytes, into: &bits) }
        #expect(pairs.runs(where: { bits[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 }, weight: { _ in 1 }, most: 9) == pieces)
    }

    @Test("the pairs marked are those that stand side by side in both texts, however many bytes a letter has")
    func marked() {
        var dice = Dice(seed: 23)
        let letters = Set("氢电池灭菌装置的aＡé5５д")
        let alphabet = Array(letters) + Array("，！ 😀%")
        func text(_ most: Int) -> String {
            String(
                (0..<Int.random(in: 0...most, using: &dice)).map { _ in alphabet.randomElement(using: &dice) ?? "氢" })
        }
        func neighbours(_ text: String) -> Set<String> {
            let all = Array(text)
            return Set(
                zip(all, all.dropFirst()).filter { letters.contains($0) && letters.contains($1) }
                    .map { Needle.loosened("\($0)\($1)") })
        }
        for _ in 0..<2000 {
            let (asked, other) = (text(20), text(60))
            let pairs = LetterPairs(of: [asked])
            var bits = [UInt64](repeating: 0, count: pairs.words + 1)
            other.withBytes { bytes in pairs.mark(bytes, into: &bits) }
            let count = bits.reduce(0) { $0 + $1.nonzeroBitCount }
            #expect(count == neighbours(asked).intersection(neighbours(other)).count, "\(asked) in \(other)")
        }
    }

    @Test("a text of more pairs than there is room for is matched by the first of them")
    func manyPairs() {
        let text = String((0..<3000).compactMap { Unicode.Scalar(0x4E00 + $0).map(Character.init) })
        let pairs = LetterPairs(of: [text])
        #expect(pairs.count > 400 && pairs.count <= LetterPairs.most)
        var bits = [UInt64](repeating: 0, count: pairs.words)
        text.withBytes { bytes in pairs.mark(bytes, into: &bits) }
        #expect(bits.reduce(0) { $0 + $1.nonzeroBitCount } == pairs.count)
    }
}
