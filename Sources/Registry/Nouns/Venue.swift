/// A trading venue of the core network, or a member of the service network. Its identity is its code.
extension Field {
    static let ofVenue: [Field] = [
        Field("code", .code, required: true, "short code of the venue, the part of a record's name before the slash"),
        Field("name", .text(most: 1000), required: true, "full name"),
        Field("network", .term(.network), required: true, "core (a trading venue) or service (a member)"),
        Field("region", .text(most: 200), "province or municipality"),
        Field("joined_on", .day(mayLieAhead: false), required: true, "first day in the network"),
        Field("left_on", .day(mayLieAhead: false), "first day no longer in the network"),
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
