import Registry

/// A trading venue or a service member. None of them exists.
struct Venue {
    enum Network: String { case core, service }

    let code: String
    let name: String
    let network: Network
    let region: String
    let joinedOn: Day

    static func table(of venues: [Venue]) -> String {
        let heading = ["code", "name", "network", "region", "joined_on", "left_on"]
        let rows = venues.map { [$0.code, $0.name, $0.network.rawValue, $0.region, "\($0.joinedOn)", ""] }
        return ([heading] + rows).map { CSVText.line($0) + "\n" }.joined()
    }
}
