/// A trading venue of the core network, or a member of the service network. Its identity is its code.
extension Field {
    static let ofVenue: [Field] = [
        Field(
            "code", .code, required: true, "场所代码",
            ("short code of the venue, the part of a record's name before the slash", "场所短代码，即记录名中斜杠之前的部分")),
        Field("name", .text(most: 1000), required: true, "场所名称", ("full name", "场所全称")),
        Field(
            "network", .term(.network), required: true, "所属网络",
            ("core (a trading venue) or service (a member)", "核心网络（交易场所）或服务网络（服务成员）")),
        Field("region", .text(most: 200), "所在地区", ("province or municipality", "省、自治区或直辖市")),
        Field("joined_on", .day(mayLieAhead: false), required: true, "加入日期", ("first day in the network", "加入网络的首日")),
        Field("left_on", .day(mayLieAhead: false), "退出日期", ("first day no longer in the network", "不再属于网络的首日")),
    ]
}

extension Flow {
    /// A venue counts from the day it joins until the day it leaves.
    package static func ofVenue(network: String, joinedOn: Day, leftOn: Day?, isVoid: Bool) -> [Flow] {
        guard !isVoid else { return [] }
        let measure: Measure = network == "service" ? .serviceMember : .venue
        let joins = Flow(day: joinedOn, measure: measure, count: 1, fen: 0)
        return leftOn.map { [joins, Flow(day: $0, measure: measure, count: -1, fen: 0)] } ?? [joins]
    }
}
