/// Titles of technologies: a quality, a subject of the field, and what kind of thing it is.
enum Title {
    static let qualities = [
        "高可靠", "低能耗", "智能化", "模块化", "新型", "高通量", "轻量化", "自适应", "绿色", "一体化", "高精度", "面向复杂工况的", "基于深度学习的", "可在线监测的",
    ]

    static func subjects(of field: TechnologyField) -> [String] {
        switch field {
        case .electronics: ["毫米波雷达芯片", "图像识别", "柔性显示驱动", "工业物联网网关", "语音增强", "边缘计算终端", "光纤传感"]
        case .aerospace: ["无人机飞控", "复合材料机翼", "卫星姿态测量", "航空发动机叶片", "高空气球载荷"]
        case .manufacturing: ["五轴数控机床", "激光熔覆", "焊接机器人", "精密减速器", "增材制造喷头", "视觉分拣产线"]
        case .biomedicine: ["肿瘤标志物检测", "可吸收骨钉", "抗体纯化", "心电监护", "口服缓释微球", "微创手术器械", "疫苗佐剂"]
        case .materials: ["石墨烯导热膜", "耐高温涂层", "生物基尼龙", "锂电隔膜", "稀土永磁体", "气凝胶毡"]
        case .energy: ["钙钛矿光伏组件", "储能电池管理", "余热回收", "氢燃料电池双极板", "风机叶片除冰"]
        case .environment: ["污泥干化", "挥发性有机物治理", "餐厨垃圾资源化", "膜法水处理", "土壤修复药剂"]
        case .nuclear: ["辐照灭菌", "放射性废液固化", "中子探测", "同位素标记"]
        case .agriculture: ["水稻育种", "温室环境调控", "水产循环养殖", "生物农药", "果蔬保鲜", "土壤墒情监测"]
        case .transport: ["轨道扣件检测", "车路协同", "船舶岸电", "桥梁健康监测", "动力电池热管理"]
        case .urban: ["装配式建筑节点", "地下管网巡检", "建筑能耗监测", "社区养老看护", "消防预警"]
        }
    }

    private static func endings(of kind: AchievementKind) -> [String] {
        switch kind {
        case .patent: ["方法及装置", "系统", "制备方法", "装置", "工艺"]
        case .softwareCopyright: ["软件 V1.0", "软件 V2.0", "管理平台", "仿真软件"]
        case .icLayout: ["集成电路布图设计"]
        case .plantVariety: ["新品种", "新品种系列"]
        case .biopharmaVariety: ["候选新药", "生物制品新品种"]
        case .knowHow: ["成套工艺", "关键技术", "配方与参数包"]
        case .popularScience: ["科普展项", "科普课程"]
        }
    }

    /// A title as a venue would write it; a few hold commas and quotes.
    static func invented(field: TechnologyField, kind: AchievementKind, dice: inout SplitMix64) -> String {
        let quality = dice.one(of: qualities)
        let subject = dice.one(of: subjects(of: field))
        let ending = dice.one(of: endings(of: kind))
        switch dice.number(below: 300) {
        case 0: return "\"\(subject)\"\(quality)\(ending)"
        case 1: return "\(quality)\(subject)\(ending),含配套数据"
        case 2: return "\(subject)\(ending)（\"二代\",\(quality)）"
        case 3...90: return "一种\(quality)\(subject)\(ending)"
        default: return "\(quality)\(subject)\(ending)"
        }
    }

    /// A short title of the field, for files of millions.
    static func short(field: TechnologyField) -> [String] {
        subjects(of: field).flatMap { subject in ["一种新型", "高可靠", "智能化"].map { $0 + subject } }
    }

    /// The kinds of achievement that a field has, each as often as it occurs.
    static func achievements(of field: TechnologyField) -> [AchievementKind] {
        let common: [AchievementKind] = [
            .patent, .patent, .patent, .patent, .patent, .patent, .patent, .patent, .knowHow, .knowHow,
            .softwareCopyright,
        ]
        switch field {
        case .electronics: return common + [.icLayout, .softwareCopyright, .softwareCopyright]
        case .agriculture: return common + [.plantVariety, .plantVariety, .plantVariety]
        case .biomedicine: return common + [.biopharmaVariety, .biopharmaVariety]
        case .urban: return common + [.popularScience]
        default: return common
        }
    }
}
