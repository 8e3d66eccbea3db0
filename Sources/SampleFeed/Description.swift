/// What a listing's abstract tells, in other words than its title: what the technology does, what is better in it, and where
/// it is used. A demand for it is written in the same terms.
struct Description {
    let purpose: String
    let merit: Merit
    /// By how much it is better, in the merit's unit.
    let gain: Int
    let scene: String

    init(of subject: Subject, dice: inout SplitMix64) {
        let title = subject.title
        let topic = Title.subjects(of: subject.field).first { title.contains($0) } ?? ""
        purpose = Purpose.of(topic) ?? topic
        merit = Title.qualities.first { title.contains($0) }.flatMap { Merit.of($0) } ?? Merit(front: "指标提高", unit: "%")
        gain = dice.number(in: 8...65)
        scene = dice.one(of: Scene.of(subject.field))
    }

    /// What the venue prints of it.
    func abstract(_ maturity: Maturity) -> String {
        "\(purpose)，\(merit.front) \(gain)\(merit.unit)，用于\(scene)。\(Self.state(maturity))。"
    }

    /// What somebody asks for who needs it, and would take a little less.
    func request(dice: inout SplitMix64) -> String {
        let least = gain - dice.number(in: 0...3)
        let opening = dice.one(of: ["我司承担\(scene)", "现有\(scene)达不到要求", "计划改造\(scene)"])
        return "\(opening)，希望\(purpose)，\(merit.front) \(least)\(merit.unit)以上。"
    }

    func headline(dice: inout SplitMix64) -> String {
        dice.one(of: ["\(scene)技术需求", "\(scene)改造，征集方案", "求\(scene)所需技术"])
    }

    private static func state(_ maturity: Maturity) -> String {
        switch maturity {
        case .researching: "原理已验证，仍在试制"
        case .sample: "样品已做出"
        case .labTested: "实验室小批试验已做完"
        case .pilotTested: "中间试验已做完"
        case .massProducible: "已具备批量生产的条件"
        case .other: "所处阶段可面谈"
        }
    }
}

/// What is better in a technology of a quality, up to the figure, and the figure's unit.
struct Merit {
    let front: String
    let unit: String

    static func of(_ quality: String) -> Merit? { merits[quality] }

    private static let merits: [String: Merit] = [
        "高可靠": Merit(front: "不出故障的连续工作时间延长", unit: "%"),
        "低能耗": Merit(front: "用电比同类产品少", unit: "%"),
        "智能化": Merit(front: "参数自行整定，人工操作减少", unit: "%"),
        "模块化": Merit(front: "各单元可单独拆换，检修停机缩短", unit: "%"),
        "新型": Merit(front: "改变了现有结构，造价下降", unit: "%"),
        "高通量": Merit(front: "单位时间的处理量提高", unit: "%"),
        "轻量化": Merit(front: "自重减少", unit: "%"),
        "自适应": Merit(front: "随外界变化自动调整，偏差缩小", unit: "%"),
        "绿色": Merit(front: "不用有毒原料，排放减少", unit: "%"),
        "一体化": Merit(front: "几道工序合为一台设备，占地减少", unit: "%"),
        "高精度": Merit(front: "测量误差缩小", unit: "%"),
        "面向复杂工况的": Merit(front: "高温、振动和粉尘中仍能稳定工作，返修率下降", unit: "%"),
        "基于深度学习的": Merit(front: "用神经网络从样本中训练，判断准确率提高", unit: " 个百分点"),
        "可在线监测的": Merit(front: "运行状态实时上传，人工巡视减少", unit: "%"),
    ]
}

/// Where the technologies of a field are used.
enum Scene {
    static func of(_ field: TechnologyField) -> [String] {
        switch field {
        case .electronics: ["港口自动堆场", "变电站无人值守", "车载终端装配", "商场客流统计", "矿井下通信", "电梯远程运维", "会议转写"]
        case .aerospace: ["森林火情巡查", "海岛物资投送", "气象高空观测", "通航飞机维修", "遥感小卫星组网"]
        case .manufacturing: ["汽车底盘零件加工", "模具翻新", "船厂分段车间", "手机中框打磨", "齿轮箱总装", "家电钣金生产线"]
        case .biomedicine: ["县级医院早期筛查", "骨科手术", "重症病房看护", "慢病长期用药", "疫病应急储备", "第三方检验所"]
        case .materials: ["手机散热", "窑炉内衬", "汽车内饰件", "动力电池厂", "高速电机制造", "管道保温工程"]
        case .energy: ["屋顶电站", "工业园区供能", "钢厂烟道改造", "重型卡车动力总成", "山地风场运维"]
        case .environment: ["城镇污水厂", "涂装车间尾气", "学校食堂", "印染园区回用水", "老化工厂区复绿"]
        case .nuclear: ["一次性医疗用品厂", "核电站检修", "海关货物查验", "药物示踪试验"]
        case .agriculture: ["盐碱地种植", "连栋大棚", "近海养殖基地", "茶园防虫", "冷链仓储", "旱区节水灌区"]
        case .transport: ["地铁夜间检修", "高速公路匝道", "内河码头", "跨江大桥养护", "公交车队换电"]
        case .urban: ["保障房建设", "老城区排水改造", "办公楼群节能", "街道养老驿站", "高层住宅安防"]
        }
    }
}
